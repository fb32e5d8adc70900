import { at } from "../addresses.ts";
import { type RowOf, useAgentId, useGet, useList, useOrganizationId, useParam, useSearchState } from "../live/index.ts";
import {
  type Column,
  DataTable,
  Empty,
  FilterBar,
  LoadMore,
  Num,
  RowsView,
  Select,
  Time,
  useFilters,
} from "../ui/index.ts";
import { DocumentPanel } from "./document-panel.tsx";
import { KnowledgePage } from "./knowledge-page.tsx";
import { LabelBadges } from "./labels-form.tsx";
import { languageName } from "./language-name.ts";
import { useKnowledgeTexts } from "./texts.ts";

type Document = RowOf<"/v1/agents/{id}/documents">;
const orders = ["newest", "oldest", "title", "words"] as const;
const isOrder = (text: string | undefined): text is (typeof orders)[number] => orders.some((one) => one === text);

/** Everything that the agent can answer from; one document with its passages in a panel beside. */
export function DocumentsScreen() {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const id = useParam("document");
  const [search, setSearch] = useSearchState();
  const { filtered, clear } = useFilters(["q", "source", "language"]);
  const order = isOrder(search["order"]) ? search["order"] : "newest";
  const { q, source, language } = search;
  const list = useList(
    "/v1/agents/{id}/documents",
    {
      id: agent,
      limit: 100,
      sort: order,
      ...(q && { q }),
      ...(source && { sourceId: source }),
      ...(language && { language }),
    },
    { keep: true, live: ["sources"] },
  );
  return (
    <KnowledgePage panel={id !== "" && <DocumentPanel key={id} id={id} />}>
      <FilterBar
        views={{ list: "documents", agentId: agent }}
        filters={useFilterChoices(agent)}
        search={texts.documentsSearch}
      >
        <Select
          label={texts.order}
          value={order}
          onChange={(next) => setSearch({ order: next === "newest" ? null : next })}
          options={orders.map((value) => ({ value, label: texts.orders[value] }))}
        />
      </FilterBar>
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty picture="document" title={texts.noDocuments} text={texts.noDocumentsText} />}
      >
        {(rows) => (
          <DataTable
            label={texts.documents}
            rows={rows}
            rowId={(document) => document.id}
            columns={columnsOf(texts)}
            to={(document) => at.agent(organization, agent, `knowledge/documents/${document.id}`)}
            currentId={id || null}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </KnowledgePage>
  );
}

function useFilterChoices(agent: string) {
  const texts = useKnowledgeTexts();
  const sources = useList("/v1/agents/{id}/sources", { id: agent, limit: 100 });
  const summary = useGet("/v1/agents/{id}/knowledge", { id: agent });
  return [
    {
      name: "source",
      label: texts.source,
      options: sources.rows.map(({ id, name }) => ({ value: id, label: name.replace(/^https?:\/\//, "") })),
    },
    {
      name: "language",
      label: texts.language,
      options: (summary.data?.languages ?? []).map((value) => ({ value, label: languageName(value) })),
    },
  ].filter(({ options }) => options.length > 0);
}

const columnsOf = (texts: ReturnType<typeof useKnowledgeTexts>): Column<Document>[] => [
  {
    id: "title",
    header: texts.documentTitle,
    phone: "title",
    cell: ({ title, url, tags, audience }) => (
      <span className="block min-w-0 py-1.5 leading-snug">
        <span dir="auto" className="block truncate font-medium">
          {title === "" ? texts.untitled : title}
        </span>
        <span className="block truncate text-sm text-muted" dir="ltr">
          {url === null ? texts.byHand : url.replace(/^https?:\/\//, "")}
        </span>
        {(tags.length > 0 || audience !== null) && (
          <span className="mt-1 block">
            <LabelBadges tags={tags} audience={audience} />
          </span>
        )}
      </span>
    ),
  },
  {
    id: "language",
    header: texts.language,
    width: "8rem",
    phone: "hide",
    cell: ({ language }) => languageName(language),
  },
  {
    id: "passages",
    header: texts.passages,
    width: "6.5rem",
    align: "end",
    phone: "hide",
    cell: ({ passages }) => <Num value={passages} />,
  },
  {
    id: "words",
    header: texts.words,
    width: "6.5rem",
    align: "end",
    cell: ({ words }) => <Num value={words} />,
  },
  {
    id: "changed",
    header: texts.changed,
    width: "9rem",
    align: "end",
    phone: "hide",
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
];
