import { ArrowPathIcon } from "@heroicons/react/16/solid";
import { useEffect, useState } from "react";
import { useAgentId, useGet, useSearchState } from "../live/index.ts";
import { Badge, Button, cx, Empty, Page, SegmentedControl, Skeleton } from "../ui/index.ts";
import { AnswerText } from "./answer-text.tsx";
import { AskBox } from "./ask-box.tsx";
import { useAgentsTexts } from "./texts.ts";
import { TracePassages } from "./trace-passages.tsx";
import { TracePrompt } from "./trace-prompt.tsx";
import { TraceSteps } from "./trace-steps.tsx";
import { type Exchange, usePreview } from "./use-preview.ts";

const views = ["retrieved", "prompt", "steps"] as const;

/** Asking as a visitor would, with everything that led to the answer beside it. */
export function PlaygroundScreen() {
  const id = useAgentId() ?? "";
  const [search] = useSearchState();
  const isDraft = search["as"] !== "published";
  return <Playground key={`${id}${isDraft}`} id={id} isDraft={isDraft} />;
}

function Playground({ id, isDraft }: { id: string; isDraft: boolean }) {
  const texts = useAgentsTexts();
  const [, setSearch] = useSearchState();
  const draft = useGet("/v1/agents/{id}/draft", { id }).data;
  const preview = usePreview(id, { draft: isDraft, revision: draft?.revision ?? null });
  const { exchanges } = preview;
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => setChosen(null), [exchanges.length]);
  const current = exchanges.find((one) => one.id === chosen) ?? exchanges.at(-1);
  return (
    <Page
      title={texts.playground}
      description={texts.playgroundText}
      action={
        <>
          <SegmentedControl
            label={texts.which}
            value={isDraft ? "draft" : "published"}
            onChange={(value) => setSearch({ as: value === "published" ? "published" : null })}
            options={[
              { value: "draft", label: texts.askDraft },
              { value: "published", label: texts.askPublished },
            ]}
          />
          <Button icon={ArrowPathIcon} disabled={exchanges.length === 0} onClick={preview.reset}>
            {texts.startOver}
          </Button>
        </>
      }
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <section aria-label={texts.preview} className="space-y-4 xl:sticky xl:top-6">
          <AskBox autoFocus onAsk={preview.ask} onStop={preview.stop} isAnswering={preview.isAnswering} />
          <ol className="space-y-3">
            {exchanges.toReversed().map((exchange) => (
              <Asked
                key={exchange.id}
                exchange={exchange}
                name={draft?.agent.name ?? ""}
                isCurrent={exchange.id === current?.id}
                onChoose={() => setChosen(exchange.id)}
              />
            ))}
          </ol>
          {exchanges.length === 0 && (
            <ul className="flex flex-wrap gap-2">
              {draft?.agent.suggestions.slice(0, 5).map((question) => (
                <li key={question}>
                  <Button
                    size="small"
                    className="h-auto! py-1 text-start whitespace-normal!"
                    onClick={() => preview.ask(question)}
                  >
                    {question}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <Explained exchange={current} />
      </div>
    </Page>
  );
}

interface AskedProps {
  exchange: Exchange;
  name: string;
  isCurrent: boolean;
  onChoose: () => void;
}

function Asked({ exchange, name, isCurrent, onChoose }: AskedProps) {
  const texts = useAgentsTexts();
  const { question, reason } = exchange;
  const word: unknown = reason === null ? undefined : Reflect.get(texts.reasonNames, reason);
  return (
    <li
      className={cx(
        "rounded-card border bg-surface transition-colors duration-fast",
        isCurrent ? "border-accent" : "border-line",
      )}
    >
      <button
        type="button"
        aria-pressed={isCurrent}
        onClick={onChoose}
        className="flex w-full items-start justify-between gap-3 rounded-t-card px-4 pt-3 text-start"
      >
        <span className="font-medium wrap-anywhere">{question}</span>
        {typeof word === "string" && (
          <Badge tone={reason === "answered" ? "success" : reason === "failed" ? "danger" : "neutral"}>{word}</Badge>
        )}
      </button>
      <div className="px-4 pt-2 pb-3.5">
        <AnswerText exchange={exchange} name={name} />
      </div>
    </li>
  );
}

function Explained({ exchange }: { exchange: Exchange | undefined }) {
  const texts = useAgentsTexts();
  const [search, setSearch] = useSearchState();
  const view = views.find((name) => name === search["show"]) ?? "retrieved";
  if (!exchange)
    return (
      <div className="rounded-card border border-dashed border-line-strong">
        <Empty picture="search" title={texts.nothingAsked} text={texts.nothingAskedText} />
      </div>
    );
  const { trace } = exchange;
  return (
    <section className="min-w-0 space-y-4" aria-label={texts.explained}>
      <SegmentedControl
        label={texts.playground}
        value={view}
        onChange={(next) => setSearch({ show: next === "retrieved" ? null : next })}
        options={views.map((value) => ({ value, label: texts[value] }))}
      />
      {!trace && exchange.problem === null && exchange.reason !== "stopped" && (
        <div className="space-y-3" aria-busy>
          <Skeleton className="h-16" />
          <Skeleton className="h-32" />
          <Skeleton className="h-32" />
        </div>
      )}
      {trace && view === "retrieved" && <TracePassages trace={trace} />}
      {trace && view === "prompt" && <TracePrompt trace={trace} />}
      {trace && view === "steps" && <TraceSteps trace={trace} />}
    </section>
  );
}
