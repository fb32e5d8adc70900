import { PlusIcon } from "@heroicons/react/16/solid";
import { useLocation } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useAgentId, useList, useOrganizationId, useParam, usePermissions } from "../live/index.ts";
import { Button, type Column, DataTable, Empty, Highlight, LoadMore, Progress, RowsView, Time } from "../ui/index.ts";
import { AddSource } from "./connected/add-source.tsx";
import { KnowledgePage } from "./knowledge-page.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { isOpen, type Source, SourceStatus } from "./source-status.tsx";
import { useKnowledgeTexts } from "./texts.ts";

/** The websites that an agent reads; one of them, or a new one, in a panel beside. */
export function SourcesScreen() {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const { pathname } = useLocation();
  const id = useParam("source");
  const list = useList("/v1/agents/{id}/sources", { id: agent, limit: 100 });
  const add = can("knowledge:write") && (
    <Button look="primary" icon={PlusIcon} to={at.agent(organization, agent, "knowledge/sources/new")}>
      {texts.addSource}
    </Button>
  );
  const isNew = pathname.endsWith("/sources/new") && can("knowledge:write");
  const panel = isNew ? <AddSource /> : id !== "" && id !== "new" && <SourcePanel key={id} id={id} />;
  return (
    <KnowledgePage action={add} panel={panel}>
      <RowsView
        query={list}
        skeleton="rows"
        empty={<Empty picture="document" title={texts.noSources} text={texts.noSourcesText} pageAction />}
      >
        {(rows) => (
          <DataTable
            label={texts.sources}
            rows={rows}
            rowId={(source) => source.id}
            columns={columnsOf(texts)}
            to={(source) =>
              at.agent(
                organization,
                agent,
                source.type === "files" ? "knowledge/files" : `knowledge/sources/${source.id}`,
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

const columnsOf = (texts: ReturnType<typeof useKnowledgeTexts>): Column<Source>[] => [
  {
    id: "site",
    header: texts.site,
    phone: "title",
    sort: ({ name }) => name,
    cell: ({ name, message }) => (
      <span className="block min-w-0 py-1.5 leading-snug">
        <span className="block truncate font-medium">{name.replace(/^https?:\/\//, "").replace(/\/$/, "")}</span>
        {message !== null && <span className="block truncate text-sm text-muted">{message}</span>}
      </span>
    ),
  },
  {
    id: "state",
    header: texts.state,
    width: "9rem",
    phone: "aside",
    sort: ({ status }) => status,
    cell: (source) => <SourceStatus source={source} />,
  },
  {
    id: "pages",
    phoneLabel: false,
    header: texts.pages,
    width: "12rem",
    align: "end",
    sort: ({ progress }) => progress.indexed,
    cell: (source) => <Pages source={source} />,
  },
  {
    id: "read",
    header: texts.lastRead,
    width: "9rem",
    align: "end",
    phone: "hide",
    sort: ({ finishedAt }) => finishedAt,
    cell: ({ finishedAt }) =>
      finishedAt === null ? <span className="text-muted">{texts.never}</span> : <Time at={finishedAt} />,
  },
];

function Pages({ source }: { source: Source }) {
  const texts = useKnowledgeTexts();
  const { progress } = source;
  return (
    <span className="flex items-center justify-end gap-3 tabular-nums">
      {isOpen(source) && (
        <Progress
          className="max-w-20"
          label={texts.status.running}
          value={progress.found === 0 ? null : progress.fetched}
          max={Math.max(1, progress.found)}
        />
      )}
      <Highlight of={progress.indexed}>{texts.itemsRead(source.type, progress.indexed)}</Highlight>
    </span>
  );
}
