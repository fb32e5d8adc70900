import { ArrowUpTrayIcon } from "@heroicons/react/16/solid";
import { at } from "../../addresses.ts";
import { useAgentId, useList, useOrganizationId, useParam, usePermissions, useSearchState } from "../../live/index.ts";
import {
  Button,
  type Column,
  DataTable,
  Empty,
  FilterBar,
  LoadMore,
  RowsView,
  Time,
  useFilters,
  useStore,
} from "../../ui/index.ts";
import { KnowledgePage } from "../knowledge-page.tsx";
import { ChooseFiles } from "./choose-files.tsx";
import { DropArea } from "./drop-area.tsx";
import { FilePanel } from "./file-panel.tsx";
import { FileStatus, type KnowledgeFile } from "./file-status.tsx";
import { type FileTexts, useFileTexts } from "./texts.ts";
import { UploadList } from "./upload-list.tsx";
import { hiddenFiles, useUpload } from "./uploads.ts";

const states = ["queued", "reading", "ready", "failed"] as const;
const isState = (text: string | undefined): text is (typeof states)[number] => states.some((one) => one === text);

/** The files that an agent answers from: uploaded, read, replaced, taken away; one of them in a panel beside. */
export function FilesScreen() {
  const texts = useFileTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const id = useParam("file");
  const [{ q, status }] = useSearchState();
  const { filtered, clear } = useFilters(["q", "status"]);
  const upload = useUpload(agent);
  const hidden = useStore(hiddenFiles);
  const list = useList(
    "/v1/agents/{id}/files",
    { id: agent, limit: 100, ...(q && { q }), ...(isState(status) && { status }) },
    { keep: true },
  );
  const mayWrite = can("knowledge:write");
  const add = mayWrite && (
    <ChooseFiles multiple onFiles={upload}>
      {(open) => (
        <Button look="primary" icon={ArrowUpTrayIcon} onClick={open}>
          {texts.upload}
        </Button>
      )}
    </ChooseFiles>
  );
  return (
    <KnowledgePage action={add} panel={id !== "" && <FilePanel key={id} id={id} />}>
      <DropArea onFiles={mayWrite ? upload : null}>
        <UploadList agentId={agent} />
        <FilterBar
          views={{ list: "files", agentId: agent }}
          filters={[
            {
              name: "status",
              label: texts.state,
              options: states.map((value) => ({ value, label: texts.status[value] })),
            },
          ]}
          search={texts.search}
        />
        <RowsView
          query={{ ...list, rows: list.rows.filter((file) => !hidden.has(file.id)) }}
          skeleton="rows"
          filtered={filtered}
          onClearFilters={clear}
          empty={<Empty picture="document" title={texts.none} text={texts.noneText} pageAction />}
        >
          {(rows) => (
            <>
              <DataTable
                label={texts.files}
                rows={rows}
                rowId={(file) => file.id}
                columns={columnsOf(texts)}
                to={(file) => at.agent(organization, agent, `knowledge/files/${file.id}`)}
                currentId={id || null}
                after={<LoadMore list={list} />}
              />
            </>
          )}
        </RowsView>
        {mayWrite && <p className="mt-4 text-center text-sm text-pretty text-muted">{texts.accepted}</p>}
      </DropArea>
    </KnowledgePage>
  );
}

const columnsOf = (texts: FileTexts): Column<KnowledgeFile>[] => [
  {
    id: "name",
    header: texts.name,
    phone: "title",
    sort: ({ name }) => name.toLowerCase(),
    cell: (file) => (
      <span className="block min-w-0 py-1.5 leading-snug">
        <span dir="auto" className="block truncate font-medium">
          {file.name}
        </span>
        <span className="block truncate text-sm text-muted">{file.message ?? aboutFile(file, texts)}</span>
      </span>
    ),
  },
  {
    id: "state",
    header: texts.state,
    width: "9rem",
    phone: "aside",
    sort: ({ status }) => status,
    cell: (file) => <FileStatus file={file} />,
  },
  {
    id: "size",
    header: texts.size,
    width: "6.5rem",
    align: "end",
    phone: "hide",
    sort: ({ size }) => size,
    cell: ({ size }) => <span className="tabular-nums">{texts.bytes(size)}</span>,
  },
  {
    id: "added",
    header: texts.added,
    width: "9rem",
    align: "end",
    phone: "hide",
    sort: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
];

/** `PDF · 12 pages`, `ZIP · 3 documents · 1 part was not read` */
function aboutFile({ type, pages, documents, skipped }: KnowledgeFile, texts: FileTexts): string {
  const parts = [
    type === null ? "" : (texts.types[type] ?? type),
    pages === null || pages < 2 ? "" : texts.pagesCount(pages),
    documents < 2 ? "" : texts.documentsCount(documents),
    skipped.length === 0 ? "" : texts.skippedCount(skipped.length),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "\u00a0" : parts.join(" · ");
}
