import { MagnifyingGlassIcon } from "@heroicons/react/16/solid";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { at } from "../addresses.ts";
import {
  type AnswerOf,
  problemOf,
  useAgentId,
  useApi,
  useGet,
  useOrganizationId,
  usePermissions,
  useSearchState,
} from "../live/index.ts";
import { Badge, Banner, Button, Empty, Input, Markdown, Progress, QueryView } from "../ui/index.ts";
import { KnowledgePage } from "./knowledge-page.tsx";
import { MissedDocument } from "./missed-document.tsx";
import { PassageCard } from "./passage-card.tsx";
import { SearchFilters, useSearchFilter } from "./search-filters.tsx";
import { SynonymsPanel } from "./synonyms-panel.tsx";
import { useKnowledgeTexts } from "./texts.ts";

type Found = AnswerOf<"/v1/agents/{id}/search", "post">;

/** Asks as a visitor would, and shows which passages are found, and why. */
export function SearchScreen() {
  const texts = useKnowledgeTexts();
  const [search] = useSearchState();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const query = search["q"] ?? "";
  return (
    <KnowledgePage
      panel={search["panel"] === "synonyms" && <SynonymsPanel />}
      action={
        <Button to={`${at.agent(organization, agent, "knowledge/search")}?${panelQuery(search)}`}>
          {texts.synonyms}
        </Button>
      }
    >
      <div className="w-full max-w-200">
        <SearchForm query={query} />
        <SearchFilters />
        <Meaning />
        {query === "" ? (
          <Empty picture="search" title={texts.searchEmpty} text={texts.searchEmptyText} />
        ) : (
          <Results query={query} />
        )}
      </div>
    </KnowledgePage>
  );
}

/** The panel beside what is searched for now. */
function panelQuery(search: Readonly<Record<string, string | undefined>>): string {
  const kept = ["q", "source", "language", "tag", "audience"].flatMap((name) =>
    search[name] === undefined ? [] : [[name, search[name]]],
  );
  return new URLSearchParams([...kept, ["panel", "synonyms"]]).toString();
}

/** By what it searches, and how far the vectors are. */
function Meaning() {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const { data } = useGet("/v1/agents/{id}/embeddings", { id: agent }, { live: ["documents"] });
  if (!data || data.model === null) return null;
  const { model, serving, passages, embedded, problem } = data;
  const done = embedded >= passages;
  return (
    <div className="mb-4 space-y-2 text-sm text-muted">
      <p>{serving === null ? texts.meaningSoon(model) : texts.meaningBy(serving)}</p>
      {!done && <Progress label={texts.meaningProgress(embedded, passages)} value={embedded} max={passages} />}
      {problem !== null && (
        <Banner tone="warning" title={texts.meaningProblem}>
          {problem}
        </Banner>
      )}
    </div>
  );
}

function SearchForm({ query }: { query: string }) {
  const texts = useKnowledgeTexts();
  const [, setSearch] = useSearchState();
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  return (
    <form
      role="search"
      className="mb-6"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch({ q: typed.trim() === "" ? null : typed.trim() }, { push: true });
      }}
    >
      <p className="mb-2 text-muted">{texts.searchText}</p>
      <div className="flex gap-2">
        <Input
          label={texts.question}
          icon={MagnifyingGlassIcon}
          value={typed}
          onChange={setTyped}
          maxLength={4_000}
          placeholder={texts.searchPlaceholder}
          autoFocus
        />
        <Button type="submit" look="primary" disabled={typed.trim() === ""}>
          {texts.searchGo}
        </Button>
      </div>
    </form>
  );
}

const MOST = 8;

function Results({ query }: { query: string }) {
  const texts = useKnowledgeTexts();
  const agent = useAgentId() ?? "";
  const organization = useOrganizationId();
  const api = useApi();
  const filter = useSearchFilter();
  const found = useQuery({
    queryKey: ["/v1/agents/{id}/search", { id: agent, query, filter }, organization],
    queryFn: async (): Promise<Found> => {
      const body = { query, limit: MOST, explain: true, ...(filter && { filter }) };
      // What comes was read off the same description that the address was.
      return (await api.ask({
        method: "post",
        path: "/v1/agents/{id}/search",
        params: { id: agent },
        body,
        organization,
      })) as Found;
    },
    meta: { live: ["verified-answers", "documents", "sources", "synonyms", "embeddings"] },
  });
  const failure = found.error === null ? null : problemOf(found.error);
  return (
    <QueryView query={{ ...found, error: failure }} skeleton="cards">
      {({ results, verdict, missing, substitutions, corrected }) => (
        <div className="space-y-4">
          <Understood corrected={corrected ?? null} substitutions={substitutions ?? []} />
          {verdict && <Verdict verdict={verdict} missing={missing ?? []} query={query} />}
          {results.length === 0 ? (
            <Empty small picture="search" title={texts.nothingFound} text={texts.nothingFoundText} />
          ) : (
            <ol className="space-y-3">
              {results.map((result, place) => (
                <PassageCard
                  key={`${result.documentId} ${result.text.slice(0, 80)}`}
                  result={result}
                  place={place + 1}
                  best={results[0]?.score ?? 1}
                />
              ))}
            </ol>
          )}
          <MissedDocument query={query} />
        </div>
      )}
    </QueryView>
  );
}

/** Words that were mended or have synonyms: what was looked for too. */
function Understood({
  corrected,
  substitutions,
}: {
  corrected: string | null;
  substitutions: NonNullable<Found["substitutions"]>;
}) {
  const texts = useKnowledgeTexts();
  if (substitutions.length === 0) return null;
  return (
    <div className="rounded-card border border-line bg-page p-4 text-sm">
      {corrected !== null && (
        <p dir="auto">
          <span className="text-muted">{texts.understoodAs}</span> {corrected}
        </p>
      )}
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
        {substitutions.map(({ word, instead, by }) => (
          <li key={`${word} ${instead} ${by}`} dir="auto">
            <span className="text-text">{word}</span> → <span className="text-text">{instead}</span>{" "}
            <span>({texts.substitutedBy[by]})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface VerdictProps {
  verdict: NonNullable<Found["verdict"]>;
  missing: readonly string[];
  query: string;
}

/** What the agent would do with the question. */
function Verdict({ verdict, missing, query }: VerdictProps) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const { answered, by, confidence, answer } = verdict;
  const write = `${at.agent(organization, agent, "knowledge/answers/new")}?question=${encodeURIComponent(query)}`;
  return (
    <section className="rounded-card border border-line bg-page p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={answered ? "success" : "warning"}>{answered ? texts.wouldAnswer : texts.wouldNot}</Badge>
        <span className="text-sm text-muted">{texts.verdictBy[by]}</span>
        {confidence !== null && by !== "verified-answer" && by !== "fact" && (
          <span className="ms-auto text-sm text-muted tabular-nums">
            {`${texts.confidence}: ${texts.confidenceText(`${confidence > 0 ? "+" : ""}${confidence.toFixed(1)}`)}`}
          </span>
        )}
      </div>
      <div dir="auto" className="mt-3">
        <Markdown text={answer} />
      </div>
      {missing.length > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-1.5 text-sm text-muted">
          {texts.missing}
          {missing.map((term) => (
            <code key={term} className="rounded-control bg-pressed px-1.5 font-mono text-xs">
              {term}
            </code>
          ))}
        </p>
      )}
      {!answered && can("knowledge:write") && (
        <div className="mt-3">
          <Button size="small" to={write}>
            {texts.writeInstead}
          </Button>
        </div>
      )}
    </section>
  );
}
