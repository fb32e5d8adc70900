import { ChevronDownIcon } from "@heroicons/react/16/solid";
import { Fragment, type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import { type AnswerOf, useList, useTimeZone } from "../live/index.ts";
import { Button, LoadFailure, Skeleton, Time } from "../ui/index.ts";
import { MessageView } from "./message-view.tsx";
import { useConversationTexts } from "./texts.ts";
import type { Message } from "./types.ts";

interface MessageListProps {
  conversation: AnswerOf<"/v1/conversations/{id}">;
  scroller: RefObject<HTMLDivElement | null>;
  /** Whether the reader stands at the end: then what comes new is followed. */
  atEnd: boolean;
}

/** From the end upwards, a page at a time; by days of the member's zone. */
export function MessageList({ conversation, scroller, atEnd }: MessageListProps) {
  const texts = useConversationTexts();
  const list = useList("/v1/conversations/{id}/messages", { id: conversation.id, order: "desc", limit: 50 });
  const messages = useMemo(() => list.rows.toReversed(), [list.rows]);
  useSteadyScroll({ scroller, messages, atEnd });
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  if (list.error && messages.length === 0) return <LoadFailure error={list.error} onRetry={list.refetch} />;
  return (
    <div className="mx-auto flex w-full max-w-190 flex-col gap-5 px-4 py-6 md:px-8">
      {list.hasMore && (
        <div className="flex justify-center">
          <Button loading={list.isLoadingMore} onClick={list.loadMore}>
            {texts.earlier}
          </Button>
        </div>
      )}
      {list.isPending && <Skeleton className="h-16 w-3/4" />}
      <Days messages={messages} conversation={conversation} />
      {!atEnd && (
        <div className="pointer-events-none sticky bottom-2 flex justify-end">
          <Button className="pointer-events-auto shadow-float" size="small" icon={ChevronDownIcon} onClick={toEnd}>
            {texts.toEnd}
          </Button>
        </div>
      )}
    </div>
  );
}

function Days({
  messages,
  conversation,
}: {
  messages: readonly Message[];
  conversation: MessageListProps["conversation"];
}) {
  const texts = useConversationTexts();
  const zone = useTimeZone();
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const dayOf = (message: Message | undefined) => (message ? day.format(new Date(message.createdAt)) : "");
  return (
    <ol aria-label={texts.messages} className="flex flex-col gap-5">
      {messages.map((message, place) => (
        <Fragment key={message.id}>
          {dayOf(message) !== dayOf(messages[place - 1]) && (
            <li className="flex items-center gap-3 text-xs text-muted">
              <span aria-hidden className="h-px flex-1 bg-line" />
              <Time at={message.createdAt} style="date" />
              <span aria-hidden className="h-px flex-1 bg-line" />
            </li>
          )}
          <MessageView message={message} question={before(messages, place)} conversation={conversation} />
        </Fragment>
      ))}
    </ol>
  );
}

/** What the visitor had asked, for a correction. */
function before(messages: readonly Message[], place: number): string {
  const asked = messages[place]?.replyTo;
  return messages.slice(0, place).findLast(({ id }) => id === asked)?.text ?? "";
}

/** The end stays in sight for who stands there; for everybody else nothing moves, whatever is added above or below. */
function useSteadyScroll({
  scroller,
  messages,
  atEnd,
}: Pick<MessageListProps, "scroller" | "atEnd"> & { messages: readonly Message[] }): void {
  const before = useRef({ first: "", height: 0 });
  const first = messages[0]?.id ?? "";
  const last = messages.at(-1)?.id ?? "";
  // Where the reader stands counts only when messages come.
  const standing = useRef(atEnd);
  standing.current = atEnd;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || first === "") return;
    const { first: earlier, height } = before.current;
    if (earlier === "" || (earlier === first && standing.current)) box.scrollTop = box.scrollHeight;
    else if (earlier !== first) box.scrollTop += box.scrollHeight - height;
    before.current = { first, height: box.scrollHeight };
  }, [first, last, scroller]);
}
