import { useEffect, useRef, useState } from "react";
import { useGet, useParam } from "../live/index.ts";
import { AfterMoment, QueryView, Skeleton } from "../ui/index.ts";
import { MessageList } from "./message-list.tsx";
import { ThreadHeader } from "./thread-header.tsx";

/** One conversation, word by word. */
export function ThreadScreen() {
  const id = useParam("conversation");
  const query = useGet("/v1/conversations/{id}", { id });
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  useEffect(() => setAtEnd(true), [id]);
  return (
    <QueryView query={query} skeleton={<ThreadSkeleton />}>
      {(conversation) => (
        <>
          <ThreadHeader conversation={conversation} />
          <div
            ref={scroller}
            className="relative min-h-0 flex-1 overflow-y-auto"
            onScroll={({ currentTarget: box }) => setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < 48)}
          >
            <MessageList key={id} {...{ conversation, scroller, atEnd }} />
          </div>
        </>
      )}
    </QueryView>
  );
}

function ThreadSkeleton() {
  return (
    <AfterMoment>
      <div className="border-b border-line px-4 py-5 md:px-8">
        <Skeleton className="h-5 w-1/2" />
        <Skeleton className="mt-2 h-3.5 w-1/3" />
      </div>
      <div className="mx-auto max-w-190 space-y-6 px-4 py-6 md:px-8">
        <Skeleton className="ms-auto h-10 w-2/5" />
        <Skeleton className="h-20 w-3/4" />
        <Skeleton className="ms-auto h-10 w-1/2" />
        <Skeleton className="h-16 w-2/3" />
      </div>
    </AfterMoment>
  );
}
