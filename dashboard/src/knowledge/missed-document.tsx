import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type AnswerOf,
  problemOf,
  useAgentId,
  useApi,
  useList,
  useOrganizationId,
  useSearchState,
} from "../live/index.ts";
import { Badge, Combobox, Field, QueryView } from "../ui/index.ts";
import { useSearchFilter } from "./search-filters.tsx";
import { useKnowledgeTexts } from "./texts.ts";

type Missed = AnswerOf<"/v1/agents/{id}/search/missed", "post">;

/** "Why not this page?": one document that somebody expected, and what keeps it from the first eight. */
export function MissedDocument({ query }: { query: string }) {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const [search, setSearch] = useSearchState();
  const [words, setWords] = useState("");
  const expected = search["expect"] ?? null;
  const list = useList(
    "/v1/agents/{id}/documents",
    { id: agent, limit: 20, ...(words !== "" && { q: words }) },
    { keep: true },
  );
  return (
    <section className="rounded-card border border-line p-4">
      <h2 className="font-medium">{texts.missedTitle}</h2>
      <p className="mt-1 text-sm text-muted">{texts.missedText}</p>
      <div className="mt-3 max-w-120">
        <Field label={texts.missedDocument}>
          <Combobox
            value={expected}
            onChange={(id) => setSearch({ expect: id })}
            onSearch={setWords}
            loading={list.isFetching}
            placeholder={texts.missedChoose}
            options={list.rows.map(({ id, title, url }) => ({
              value: id,
              label: title === "" ? (url ?? texts.untitled) : title,
            }))}
          />
        </Field>
      </div>
      {expected !== null && <Why query={query} documentId={expected} />}
    </section>
  );
}

function Why({ query, documentId }: { query: string; documentId: string }) {
  const agent = useAgentId() ?? "";
  const organization = useOrganizationId();
  const api = useApi();
  const filter = useSearchFilter();
  const missed = useQuery({
    queryKey: ["/v1/agents/{id}/search/missed", { id: agent, query, documentId, filter }, organization],
    queryFn: async (): Promise<Missed> =>
      // What comes was read off the same description that the address was.
      (await api.ask({
        method: "post",
        path: "/v1/agents/{id}/search/missed",
        params: { id: agent },
        body: { query, documentId, ...(filter && { filter }) },
        organization,
      })) as Missed,
    meta: { live: ["documents", "synonyms", "embeddings"] },
  });
  const failure = missed.error === null ? null : problemOf(missed.error);
  return (
    <div className="mt-4">
      <QueryView query={{ ...missed, error: failure }} skeleton="cards">
        {(found) => <Verdict found={found} />}
      </QueryView>
    </div>
  );
}

function Verdict({ found }: { found: Missed }) {
  const texts = useKnowledgeTexts();
  const { state, title, text, place, score, lastShown, held, lacking } = found;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={state === "found" ? "success" : "warning"}>{texts.missedStates[state]}</Badge>
        <span dir="auto" className="min-w-0 truncate font-medium">
          {title === "" ? texts.untitled : title}
        </span>
      </div>
      <p className="text-sm text-muted">
        {score === null || lastShown === null
          ? texts.missedWhy[state]
          : `${texts.missedPlace(place ?? 0)} ${texts.missedScores(score.toFixed(1), lastShown.toFixed(1))}`}
      </p>
      <Words label={texts.missedHeld} words={held} />
      <Words label={texts.missedLacking} words={lacking} />
      {lacking.length > 0 && state !== "hidden" && <p className="text-sm text-muted">{texts.missedAdvice}</p>}
      {text !== null && (
        <p dir="auto" className="line-clamp-6 border-s-2 border-line ps-3 text-sm whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      )}
    </div>
  );
}

function Words({ label, words }: { label: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
      {label}
      {words.map((word) => (
        <code key={word} dir="auto" className="rounded-control bg-pressed px-1.5 font-mono text-xs text-text">
          {word}
        </code>
      ))}
    </p>
  );
}
