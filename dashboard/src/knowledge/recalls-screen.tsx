import { at, withQuery } from "../addresses.ts";
import { type RowOf, useAgentId, useGet, useList, useOrganizationId, useParam, useSearchState } from "../live/index.ts";
import { Badge, type Column, DataTable, Empty, FilterBar, LoadMore, RowsView, Time, useFilters } from "../ui/index.ts";
import { KnowledgePage } from "./knowledge-page.tsx";
import { RecallPanel } from "./recall-panel.tsx";
import { useRecallTexts } from "./recall-texts.ts";

type Recall = RowOf<"/v1/agents/{id}/recalls">;

/** Answers whose page says something else now; one of them in a panel beside. */
export function RecallsScreen() {
  const texts = useRecallTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const id = useParam("recall");
  const [search] = useSearchState();
  const { q } = search;
  const state = search["state"] === "closed" || search["state"] === "same" ? search["state"] : "open";
  const { filtered, clear } = useFilters(["q", "state"]);
  const list = useList("/v1/agents/{id}/recalls", { id: agent, limit: 50, state, ...(q && { q }) }, { keep: true });
  const counts = useGet("/v1/agents/{id}/recalls/counts", { id: agent });
  const states = [
    { value: "closed", label: texts.states.closed },
    { value: "same", label: texts.states.same },
  ];
  const checking = counts.data?.checking ?? 0;
  return (
    <KnowledgePage panel={id !== "" && <RecallPanel key={id} id={id} />}>
      <p className="mb-3 text-pretty text-muted">{texts.recallsText}</p>
      <FilterBar filters={[{ name: "state", label: texts.state, options: states }]} search={texts.search} />
      {checking > 0 && (
        <p role="status" className="mb-3 text-sm text-muted">
          {texts.checking(checking)}
        </p>
      )}
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty picture="conversation" title={texts.noRecalls} text={texts.noRecallsText} />}
      >
        {(rows) => (
          <DataTable
            label={texts.recalls}
            rows={rows}
            rowId={(recall) => recall.id}
            columns={columnsOf(texts)}
            to={(recall) =>
              withQuery(
                at.agent(organization, agent, `knowledge/recalls/${recall.id}`),
                state === "open" ? {} : { state },
              )
            }
            currentId={id || null}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </KnowledgePage>
  );
}

const columnsOf = (texts: ReturnType<typeof useRecallTexts>): Column<Recall>[] => [
  {
    id: "question",
    header: texts.question,
    phone: "title",
    cell: ({ question, cause }) => (
      <span className="block min-w-0 py-1.5 leading-snug">
        <span dir="auto" className="block truncate font-medium">
          {question}
        </span>
        <span dir="auto" className="block truncate text-sm text-muted">
          {cause.title || cause.url}
        </span>
      </span>
    ),
  },
  {
    id: "differs",
    header: texts.difference,
    width: "11rem",
    phone: "line",
    cell: ({ state, differs }) =>
      state === "open" ? (
        <Badge tone={differs[0] === "unanswered" ? "danger" : "warning"}>{texts.differs[differs[0] ?? "words"]}</Badge>
      ) : (
        <Badge tone={state === "sent" || state === "verified" ? "success" : "neutral"}>{texts.outcome[state]}</Badge>
      ),
  },
  {
    id: "people",
    header: texts.got,
    width: "7rem",
    align: "end",
    phone: "aside",
    cell: ({ people }) => <span className="tabular-nums">{texts.people(people)}</span>,
  },
  {
    id: "changed",
    header: texts.changed,
    width: "8rem",
    align: "end",
    phone: "hide",
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
];
