import { at } from "../addresses.ts";
import { type RowOf, useGet, useList, useOrganizationId, useSearchState } from "../live/index.ts";
import {
  Badge,
  type Column,
  cx,
  DataTable,
  Empty,
  LoadMore,
  Num,
  RowsView,
  SearchInput,
  TextLink,
  Time,
} from "../ui/index.ts";
import type { Source } from "./source-status.tsx";
import { useKnowledgeTexts } from "./texts.ts";
import { useWebsiteTexts } from "./website-texts.ts";

type Line = RowOf<"/v1/sources/{id}/pages">;
type PageStatus = Line["status"];

const statuses = ["indexed", "unchanged", "queued", "failed", "skipped", "duplicate", "removed"] as const;
const isStatus = (text: string | undefined): text is PageStatus => statuses.some((one) => one === text);
const tones = {
  queued: "neutral",
  indexed: "success",
  unchanged: "info",
  duplicate: "neutral",
  skipped: "neutral",
  failed: "danger",
  removed: "warning",
} as const;

/** A line for each address, what happened last on top. It grows while the site is read. */
export function SourceLog({ source }: { source: Source }) {
  const texts = useKnowledgeTexts();
  const [search, setSearch] = useSearchState();
  const status = isStatus(search["status"]) ? search["status"] : undefined;
  const q = search["page"];
  const list = useList(
    "/v1/sources/{id}/pages",
    { id: source.id, limit: 200, order: "newest", ...(status && { status }), ...(q && { q }) },
    { keep: true, live: ["sources"] },
  );
  const filtered = status !== undefined || q !== undefined;
  return (
    <section aria-label={texts.log} className="space-y-3">
      <SearchInput
        value={q ?? ""}
        onChange={(words) => setSearch({ page: words === "" ? null : words })}
        placeholder={source.type === "website" ? texts.logSearch : texts.logSearchDocument}
      />
      <StatusChips source={source} status={status} onStatus={(next) => setSearch({ status: next ?? null })} />
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={() => setSearch({ status: null, page: null })}
        empty={<Empty small picture="list" title={texts.logEmpty} />}
      >
        {(rows) => (
          <DataTable
            label={texts.log}
            rows={rows}
            rowId={(line) => line.url}
            columns={columnsOf(texts, source)}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </section>
  );
}

interface ChipsProps {
  source: Source;
  status: PageStatus | undefined;
  onStatus: (status: PageStatus | undefined) => void;
}

function StatusChips({ source, status, onStatus }: ChipsProps) {
  const texts = useKnowledgeTexts();
  const counts = useGet("/v1/sources/{id}/pages/counts", { id: source.id }, { live: ["sources"], keep: true });
  const shown = statuses.filter((one) => (counts.data?.[one] ?? 0) > 0 || one === status);
  return (
    <div role="group" aria-label={texts.outcome} className="flex flex-wrap gap-1.5">
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === status}
          onClick={() => onStatus(one === status ? undefined : one)}
          className={cx(
            "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm tabular-nums pointer-coarse:h-10",
            one === status
              ? "border-accent bg-accent-soft text-accent-text"
              : "border-line-strong text-muted hover:bg-hover",
          )}
        >
          {texts.pageStatus[one]}
          <span className="font-medium">{(counts.data?.[one] ?? 0).toLocaleString()}</span>
        </button>
      ))}
    </div>
  );
}

const columnsOf = (texts: ReturnType<typeof useKnowledgeTexts>, { agentId, type }: Source): Column<Line>[] => [
  {
    id: "outcome",
    header: texts.outcome,
    width: "8rem",
    phone: "aside",
    cell: ({ status }) => <Badge tone={tones[status]}>{texts.pageStatus[status]}</Badge>,
  },
  {
    id: "address",
    header: type === "website" ? texts.address : texts.document,
    phone: "title",
    cell: (line) => <Address line={line} agentId={agentId} />,
  },
  {
    id: "words",
    header: texts.words,
    width: "5.5rem",
    align: "end",
    phone: "hide",
    cell: ({ words }) => (words === null ? null : <Num value={words} />),
  },
  {
    id: "when",
    header: texts.when,
    width: "8rem",
    align: "end",
    phone: "hide",
    cell: ({ fetchedAt }) => fetchedAt !== null && <Time at={fetchedAt} />,
  },
];

function Address({ line, agentId }: { line: Line; agentId: string }) {
  const texts = useKnowledgeTexts();
  const websites = useWebsiteTexts();
  const organization = useOrganizationId() ?? "";
  const { url, status, reason, httpStatus, documentId, rendered } = line;
  const path = line.title ?? pathOf(url);
  const said = reason ?? (status === "failed" && httpStatus !== null ? texts.code(httpStatus) : null);
  const note = said ?? (rendered ? websites.rendered : null);
  return (
    <span className="block min-w-0 py-1.5 leading-snug">
      <span className="block truncate" title={url} dir="ltr">
        {documentId === null ? (
          <span className="text-muted">{path}</span>
        ) : (
          <TextLink to={at.agent(organization, agentId, `knowledge/documents/${documentId}`)}>{path}</TextLink>
        )}
      </span>
      {note !== null && (
        <span className="block text-sm text-pretty whitespace-normal text-muted wrap-anywhere">{note}</span>
      )}
    </span>
  );
}

function pathOf(url: string): string {
  const read = URL.parse(url);
  if (read === null) return url;
  const path = `${read.pathname}${read.search}`;
  return path === "/" ? read.host : path;
}
