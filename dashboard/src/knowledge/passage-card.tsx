import { ChevronDownIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useAgentId, useOrganizationId } from "../live/index.ts";
import { cx, TextLink } from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

type Result = AnswerOf<"/v1/agents/{id}/search", "post">["results"][number];
type Explanation = NonNullable<Result["explain"]>;

/** A passage with its matched words marked, and on request the sum that its place comes from. */
export function PassageCard({ result, place, best }: { result: Result; place: number; best: number }) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const [open, setOpen] = useState(false);
  const { explain, score, title, url, documentId, text } = result;
  return (
    <li className="rounded-card border border-line p-4">
      <header className="flex items-start gap-3">
        <span
          aria-hidden
          className="grid size-6 shrink-0 place-items-center rounded-full bg-pressed text-xs font-medium tabular-nums"
        >
          {place}
        </span>
        <div className="min-w-0 flex-1">
          <p dir="auto" className="truncate font-medium">
            <TextLink quiet to={at.agent(organization, agent, `knowledge/documents/${documentId}`)}>
              {title === "" ? texts.untitled : title}
            </TextLink>
          </p>
          <p dir="auto" className="truncate text-sm text-muted">
            {[url?.replace(/^https?:\/\//, "") ?? texts.byHand, ...(explain?.headings ?? [])].join(" › ")}
          </p>
        </div>
        <Score score={score} best={best} />
      </header>
      <p dir="auto" className="mt-3 whitespace-pre-line text-pretty wrap-anywhere">
        <Marked text={text} marks={explain?.marks ?? []} />
      </p>
      {explain && (
        <>
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="mt-2 inline-flex items-center gap-1 rounded-control py-1 text-sm text-muted hover:text-text"
          >
            {texts.why}
            <ChevronDownIcon aria-hidden className={cx("size-4", open && "rotate-180")} />
          </button>
          {open && <Why explain={explain} score={score} />}
        </>
      )}
    </li>
  );
}

function Score({ score, best }: { score: number; best: number }) {
  const texts = useKnowledgeTexts();
  const share = best <= 0 ? 0 : Math.max(0.02, Math.min(1, score / best));
  return (
    <span
      className="flex shrink-0 items-center gap-2 text-sm text-muted tabular-nums"
      title={texts.scoreOf(score.toFixed(2))}
    >
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-pressed">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
      </span>
      {score.toFixed(1)}
      <span className="sr-only">{texts.score}</span>
    </span>
  );
}

function Marked({ text, marks }: { text: string; marks: Explanation["marks"] }) {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of marks) {
    if (from < at) continue;
    pieces.push(text.slice(at, from));
    pieces.push(
      <mark key={from} className="rounded-control bg-accent-soft px-0.5 font-medium text-accent-text">
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces;
}

const partNames = ["terms", "nearness", "stretch", "headings", "figure", "language", "company", "meaning"] as const;
const colours = {
  terms: "bg-chart-1",
  nearness: "bg-chart-2",
  stretch: "bg-chart-3",
  headings: "bg-chart-4",
  figure: "bg-chart-5",
  language: "bg-chart-6",
  company: "bg-chart-7",
  meaning: "bg-chart-8",
};

function Why({ explain, score }: { explain: Explanation; score: number }) {
  const texts = useKnowledgeTexts();
  const { parts, terms } = explain;
  const whole = Math.max(score, 0.001);
  return (
    <div className="mt-2 animate-enter space-y-4 border-t border-line pt-3">
      <div>
        <div aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full">
          {partNames.map((name) =>
            parts[name] > 0 ? (
              <span key={name} className={colours[name]} style={{ width: `${(parts[name] / whole) * 100}%` }} />
            ) : null,
          )}
        </div>
        <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {partNames
            .filter((name) => name === "terms" || parts[name] > 0)
            .map((name) => (
              <div key={name} className="flex items-center gap-1.5">
                <span aria-hidden className={cx("size-2 rounded-full", colours[name])} />
                <dt className="text-muted">{texts.parts[name]}</dt>
                <dd className="tabular-nums">{parts[name].toFixed(2)}</dd>
              </div>
            ))}
        </dl>
      </div>
      <Labels explain={explain} />
      <div tabIndex={0} role="group" aria-label={texts.term} className="relative overflow-x-auto rounded-control">
        <table className="w-full text-sm">
          <thead className="text-muted">
            <tr>
              <th className="py-1 pe-3 text-start font-medium">{texts.term}</th>
              {[texts.weight, texts.frequency, texts.inPassages, texts.adds].map((head) => (
                <th key={head} className="px-3 py-1 text-end font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {terms.map(({ term, weight, frequency, passages, score: adds, insteadOf }) => (
              <tr key={term} className="border-t border-line">
                <td className="py-1 pe-3">
                  <span className="font-mono">{term}</span>
                  {insteadOf !== null && <span className="ms-2 text-muted">{texts.insteadOf(insteadOf)}</span>}
                </td>
                <td className="px-3 py-1 text-end">{weight.toFixed(2)}</td>
                <td className="px-3 py-1 text-end">{frequency}</td>
                <td className="px-3 py-1 text-end">{passages.toLocaleString()}</td>
                <td className="px-3 py-1 text-end">{adds.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What is neither a word nor a part of the sum: nearness of the vectors, the reranker, tags and audience. */
function Labels({ explain }: { explain: Explanation }) {
  const texts = useKnowledgeTexts();
  const { nearness, reranked, tags, audience } = explain;
  const said = [
    ...(nearness === null ? [] : [texts.nearnessOf(nearness.toFixed(3))]),
    ...(reranked === null ? [] : [texts.rerankedAt(reranked.toFixed(3))]),
    ...(tags.length === 0 ? [] : [`${texts.tags}: ${tags.join(", ")}`]),
    ...(audience === null ? [] : [`${texts.audience}: ${audience}`]),
  ];
  return said.length === 0 ? null : <p className="text-sm text-muted">{said.join(" · ")}</p>;
}
