import { ArrowPathIcon } from "@heroicons/react/16/solid";
import { useEffect, useRef } from "react";
import { Avatar, Badge, IconButton, Skeleton } from "../ui/index.ts";
import { AnswerText } from "./answer-text.tsx";
import { AskBox } from "./ask-box.tsx";
import { useAgentsTexts } from "./texts.ts";
import type { Draft } from "./types.ts";
import { type Exchange, usePreview } from "./use-preview.ts";

export interface PreviewChatProps {
  draft: Draft | undefined;
  agentId: string;
  className?: string;
}

/** The draft, ready to talk. */
export function PreviewChat({ draft, agentId, className = "" }: PreviewChatProps) {
  const texts = useAgentsTexts();
  const preview = usePreview(agentId, { draft: true, revision: draft?.revision ?? null });
  const { exchanges } = preview;
  const list = useStickToEnd(exchanges);
  return (
    <section
      aria-label={texts.preview}
      className={`flex min-h-0 flex-col overflow-hidden rounded-sheet border border-line bg-surface ${className}`}
    >
      <header className="flex items-center gap-3 border-b border-line bg-page px-4 py-3">
        {draft ? (
          <Avatar size={32} name={draft.agent.name} src={draft.agent.brand.logoUrl} />
        ) : (
          <Skeleton className="size-8" />
        )}
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{draft?.agent.name ?? ""}</p>
          <p className="truncate text-sm text-muted">{texts.aiAgent}</p>
        </div>
        <Badge tone={draft?.changed === true ? "warning" : "neutral"}>
          {draft?.changed === true ? texts.draft : texts.live}
        </Badge>
        <IconButton size="small" name={texts.startOver} icon={ArrowPathIcon} onClick={preview.reset} />
      </header>
      <div
        ref={list}
        role="log"
        aria-label={texts.preview}
        tabIndex={0}
        className="min-h-0 flex-1 space-y-4 overflow-y-auto overscroll-contain p-4"
      >
        {draft && <p className="max-w-[85%] whitespace-pre-wrap wrap-anywhere">{draft.agent.greeting}</p>}
        {exchanges.map((exchange, place) => (
          <ExchangeView
            key={exchange.id}
            exchange={exchange}
            name={draft?.agent.name ?? ""}
            isOlder={
              exchanges[place - 1]?.revision !== undefined && exchanges[place - 1]?.revision !== exchange.revision
            }
          />
        ))}
        <Suggestions
          questions={exchanges.length === 0 ? (draft?.agent.suggestions ?? []) : (exchanges.at(-1)?.suggestions ?? [])}
          onAsk={preview.ask}
        />
      </div>
      <div className="border-t border-line p-3">
        <AskBox onAsk={preview.ask} onStop={preview.stop} isAnswering={preview.isAnswering} />
        <p className="mt-2 text-xs text-muted">{draft?.changed === true ? texts.previewDraft : texts.previewLive}</p>
      </div>
    </section>
  );
}

function ExchangeView({ exchange, name, isOlder }: { exchange: Exchange; name: string; isOlder: boolean }) {
  const texts = useAgentsTexts();
  return (
    <>
      {isOlder && (
        <p className="flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {texts.draftChangedSince}
        </p>
      )}
      <p className="ms-auto w-fit max-w-[85%] rounded-card bg-accent px-3 py-2 whitespace-pre-wrap text-on-accent wrap-anywhere">
        <span className="sr-only">{texts.you}</span>
        {exchange.question}
      </p>
      <div className="max-w-[92%]">
        <AnswerText exchange={exchange} name={name} />
      </div>
    </>
  );
}

function Suggestions({ questions, onAsk }: { questions: readonly string[]; onAsk: (question: string) => void }) {
  if (questions.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {questions.slice(0, 4).map((question) => (
        <li key={question}>
          <button
            type="button"
            onClick={() => onAsk(question)}
            className="rounded-full border border-line-strong px-3 py-1 text-start text-sm hover:bg-hover pointer-coarse:min-h-11"
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Scrolls along while one is at the end, and stays where one reads otherwise. */
function useStickToEnd(grows: readonly Exchange[]) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const look = () => (atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60);
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, []);
  useEffect(() => {
    if (atEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [grows]);
  return list;
}
