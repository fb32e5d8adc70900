import { MagnifyingGlassIcon } from "@heroicons/react/16/solid";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { at } from "../addresses.ts";
import {
  type AnswerOf,
  problemOf,
  useAgentId,
  useApi,
  useOrganizationId,
  usePermissions,
  useSearchState,
} from "../live/index.ts";
import { Badge, Button, Empty, Input, Markdown, QueryView } from "../ui/index.ts";
import { KnowledgePage } from "./knowledge-page.tsx";
import { PassageCard } from "./passage-card.tsx";
import { useKnowledgeTexts } from "./texts.ts";

type Found = AnswerOf<"/v1/agents/{id}/search", "post">;

/** Asks as a visitor would, and shows which passages are found, and why. */
export function SearchScreen() {
  const texts = useKnowledgeTexts();
  const [search] = useSearchState();
  const query = search["q"] ?? "";
  return (
    <KnowledgePage>
      <div className="w-full max-w-200">
        <SearchForm query={query} />
        {query === "" ? (
          <Empty picture="search" title={texts.searchEmpty} text={texts.searchEmptyText} />
        ) : (
          <Results query={query} />
        )}
      </div>
    </KnowledgePage>
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
  const found = useQuery({
    queryKey: ["/v1/agents/{id}/search", { id: agent, query }, organization],
    queryFn: async (): Promise<Found> => {
      const body = { query, limit: MOST, explain: true };
      // What comes was read off the same description that the address was.
      return (await api.ask({
        method: "post",
        path: "/v1/agents/{id}/search",
        params: { id: agent },
        body,
        organization,
      })) as Found;
    },
    meta: { live: ["verified-answers", "documents", "sources"] },
  });
  const failure = found.error === null ? null : problemOf(found.error);
  return (
    <QueryView query={{ ...found, error: failure }} skeleton="cards">
      {({ results, verdict, missing }) => (
        <div className="space-y-4">
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
        </div>
      )}
    </QueryView>
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
