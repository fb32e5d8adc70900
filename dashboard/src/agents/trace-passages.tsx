import { CheckBadgeIcon, ChevronDownIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { Badge, Banner, Button, cx, Definitions, Empty, Markdown, Num, TextLink } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { AnswerTrace } from "./types.ts";

type Passage = AnswerTrace["passages"][number];
type Question = AnswerTrace["questions"][number];

/** What was understood, and the passages that were found for it, the best first. */
export function TracePassages({ trace }: { trace: AnswerTrace }) {
  const texts = useAgentsTexts();
  return (
    <div className="space-y-6">
      {trace.verified && (
        <Banner tone="success" title={texts.verifiedGiven}>
          {trace.verified.question}
        </Banner>
      )}
      {trace.questions.length === 0 && !trace.verified && (
        <Empty
          small
          picture="conversation"
          title={texts.understoodNames[trace.understood]}
          text={texts.noPassagesSmallTalk}
        />
      )}
      {trace.questions.map((question, at) => (
        <section key={at} className="space-y-3" aria-label={question.text}>
          <QuestionFacts question={question} />
          <PassageList passages={trace.passages.filter((passage) => passage.question === at)} />
        </section>
      ))}
    </div>
  );
}

function QuestionFacts({ question }: { question: Question }) {
  const texts = useAgentsTexts();
  const { text, query, kinds, confidence, line } = question;
  return (
    <Definitions
      items={[
        { term: texts.understoodAs, value: text },
        ...(query !== text ? [{ term: texts.lookedUp, value: query }] : []),
        ...(kinds.length > 0 ? [{ term: texts.asksFor, value: kinds.join(", ") }] : []),
        { term: texts.confidence, value: <Confidence value={confidence} line={line} /> },
      ]}
    />
  );
}

/** Where the answer lies between "certainly not" and "certainly", and the line from which it is given. */
function Confidence({ value, line }: { value: number | null; line: number }) {
  const texts = useAgentsTexts();
  if (value === null) return <span className="text-muted">{texts.confidenceNone}</span>;
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return (
    <span className="flex max-w-90 items-center gap-3">
      <span className="w-12 font-medium tabular-nums">{percent(value)}</span>
      <span aria-hidden className="relative h-2 flex-1 rounded-full bg-pressed">
        <span
          className={cx("absolute inset-y-0 start-0 rounded-full", value >= line ? "bg-success" : "bg-warning")}
          style={{ width: percent(value) }}
        />
        <span className="absolute -inset-y-1 w-0.5 rounded-full bg-text" style={{ insetInlineStart: percent(line) }} />
      </span>
      <span className="text-sm text-muted max-sm:sr-only">{texts.confidenceLine(percent(line))}</span>
    </span>
  );
}

function PassageList({ passages }: { passages: readonly Passage[] }) {
  const texts = useAgentsTexts();
  const best = Math.max(0.001, ...passages.map(({ score }) => score));
  if (passages.length === 0) return <p className="text-muted">{texts.noPassages}</p>;
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line">
      {passages.map((passage, at) => (
        <PassageRow key={at} passage={passage} share={passage.score / best} rank={at + 1} />
      ))}
    </ol>
  );
}

function PassageRow({ passage, share, rank }: { passage: Passage; share: number; rank: number }) {
  const texts = useAgentsTexts();
  const [isOpen, setOpen] = useState(rank === 1);
  const { title, url, headings, text, score, matched, used } = passage;
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 px-4 py-3">
      <span className="text-sm text-muted tabular-nums">{rank}</span>
      <div className="min-w-0 space-y-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 font-medium wrap-anywhere">{[title, ...headings].filter(Boolean).join(" › ")}</span>
          {used && (
            <Badge tone="success" icon={CheckBadgeIcon}>
              {texts.usedInAnswer}
            </Badge>
          )}
        </div>
        <div className="flex items-center gap-3 text-sm">
          <span className="text-muted">{texts.score}</span>
          <span aria-hidden className="h-1.5 w-32 max-w-[40%] rounded-full bg-pressed">
            <span
              className={cx("block h-full rounded-full", used ? "bg-accent" : "bg-line-control")}
              style={{ width: `${share * 100}%` }}
            />
          </span>
          <Num value={Math.round(score * 100) / 100} />
        </div>
        {matched.length > 0 && (
          <ul aria-label={texts.matchedWords} className="flex flex-wrap gap-1.5">
            {matched.map(({ term, weight }) => (
              <li
                key={term}
                className="inline-flex items-center gap-1.5 rounded-full bg-accent-soft px-2 py-0.5 text-xs text-accent-text"
              >
                {term}
                <span className="tabular-nums">{weight.toFixed(1)}</span>
              </li>
            ))}
          </ul>
        )}
        {isOpen && <Markdown text={text} className="rounded-control bg-page p-3 text-sm" />}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            size="small"
            look="ghost"
            icon={ChevronDownIcon}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? texts.hideText : texts.showText}
          </Button>
          {url !== null && (
            <TextLink href={url} quiet>
              {texts.openPage}
            </TextLink>
          )}
        </div>
      </div>
    </li>
  );
}
