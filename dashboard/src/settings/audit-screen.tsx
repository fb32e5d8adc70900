import { ArrowDownTrayIcon } from "@heroicons/react/16/solid";
import { at } from "../addresses.ts";
import { type RowOf, useList, useOrganizationId, useParam, useSearchState } from "../live/index.ts";
import {
  Avatar,
  Button,
  type Column,
  DataTable,
  Empty,
  FilterBar,
  LoadMore,
  Menu,
  MenuItem,
  Page,
  RowsView,
  Time,
  toast,
  useFilters,
} from "../ui/index.ts";
import { AuditPanel } from "./audit-panel.tsx";
import { useAuditTexts } from "./audit-texts.ts";
import { download } from "./download.ts";

export type Entry = RowOf<"/v1/audit-entries">;
type Texts = ReturnType<typeof useAuditTexts>;

const FILTERS = ["kind", "by", "since"];
const VIEWS = { list: "audit-entries" } as const;

/** Who changed what: filtered in the address, one entry in a panel beside. */
export function AuditScreen() {
  const texts = useAuditTexts();
  const organization = useOrganizationId() ?? "";
  const id = useParam("entry");
  const query = useAuditQuery();
  const { filtered, clear } = useFilters(FILTERS);
  const list = useList("/v1/audit-entries", { limit: 100, ...query }, { keep: true });
  return (
    <Page
      title={texts.audit}
      description={texts.auditText}
      action={<Export query={query} />}
      panel={id !== "" && <AuditPanel key={id} id={id} known={list.rows.find((entry) => entry.id === id)} />}
    >
      <Filters />
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty title={texts.noEntries} text={texts.noEntriesText} />}
      >
        {(rows) => (
          <DataTable
            label={texts.audit}
            rows={rows}
            rowId={(entry) => entry.id}
            columns={columnsOf(texts).filter((column) => id === "" || column.id !== "from")}
            to={(entry) => at.settings(organization, `audit/${entry.id}`)}
            currentId={id || null}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </Page>
  );
}

const DAY_MS = 24 * 3_600_000;
const days: Readonly<Record<string, number>> = { today: 0, week: 7, month: 30, year: 365 };

/** From midnight on, so that the same filter is the same question all day. */
function useAuditQuery() {
  const [{ kind, by, since }] = useSearchState();
  const back = days[since ?? ""];
  const midnight = new Date().setHours(0, 0, 0, 0);
  const from = back === undefined ? undefined : new Date(midnight - back * DAY_MS).toISOString();
  return { action: kind, actorId: by, from };
}

function Filters() {
  const texts = useAuditTexts();
  const members = useList("/v1/members", { limit: 200 });
  const named = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <FilterBar
      views={VIEWS}
      filters={[
        { name: "kind", label: texts.kind, options: named(texts.kinds) },
        {
          name: "by",
          label: texts.by,
          options: members.rows.map(({ userId, name }) => ({ value: userId, label: name })),
        },
        { name: "since", label: texts.since, options: named(texts.sinces) },
      ]}
    />
  );
}

function Export({ query }: { query: Readonly<Record<string, string | undefined>> }) {
  const texts = useAuditTexts();
  const organization = useOrganizationId() ?? "";
  const run = async (format: "csv" | "json") => {
    const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const search = new URLSearchParams([...given, ["format", format]]);
    try {
      await download(`/v1/audit-entries/export?${search}`, organization, `audit-log.${format}`);
      toast.done(texts.exported);
    } catch (error) {
      toast.problem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Menu align="end" trigger={<Button icon={ArrowDownTrayIcon}>{texts.export}</Button>}>
      <MenuItem onSelect={() => void run("csv")}>{texts.asCsv}</MenuItem>
      <MenuItem onSelect={() => void run("json")}>{texts.asJson}</MenuItem>
    </Menu>
  );
}

const columnsOf = (texts: Texts): Column<Entry>[] => [
  {
    id: "what",
    header: texts.what,
    phone: "title",
    cell: (entry) => <Sentence entry={entry} />,
  },
  {
    id: "target",
    header: texts.target,
    width: "16rem",
    cell: ({ target }) => <bdi className="block truncate">{target.name ?? target.id}</bdi>,
  },
  {
    id: "from",
    header: texts.from,
    width: "14rem",
    phone: "hide",
    cell: ({ client, address }) => (
      <span className="block truncate text-muted">{[client, address].filter(Boolean).join(" · ")}</span>
    ),
  },
  {
    id: "when",
    header: texts.when,
    width: "8rem",
    align: "end",
    phone: "aside",
    cell: ({ at: when }) => <Time at={when} />,
  },
];

function Sentence({ entry: { actor, action } }: { entry: Entry }) {
  const texts = useAuditTexts();
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={actor.name} size={20} />
      <span className="min-w-0 truncate">
        <span className="font-medium">{actor.name}</span> <span className="text-muted">{texts.action(action)}</span>
      </span>
    </span>
  );
}
