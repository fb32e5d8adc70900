import { at } from "../addresses.ts";
import { type RowOf, useGet, useList, useOrganizationId, useParam, useSearchState } from "../live/index.ts";
import {
  Badge,
  Banner,
  Button,
  CodeBlock,
  type Column,
  DataTable,
  Empty,
  FilterBar,
  LoadMore,
  Page,
  RowsView,
  Time,
  useFilters,
} from "../ui/index.ts";
import { MailPanel } from "./mail-panel.tsx";
import { MailState, purposeIn } from "./mail-state.tsx";
import { useMailTexts } from "./mail-texts.ts";

type Mail = RowOf<"/v1/mails">;
type Texts = ReturnType<typeof useMailTexts>;

const FILTERS = ["state"];

/** What was written to people; one mail in a panel beside. */
export function MailScreen() {
  const texts = useMailTexts();
  const organization = useOrganizationId() ?? "";
  const id = useParam("mail");
  const state = stateIn(useSearchState()[0]["state"]);
  const { filtered, clear } = useFilters(FILTERS);
  const list = useList("/v1/mails", { limit: 100, state }, { keep: true });
  const { data: first } = useGet("/v1/mails", { limit: 1 });
  return (
    <Page
      title={texts.mail}
      description={texts.mailText}
      panel={id !== "" && <MailPanel key={id} id={id} canSend={first?.canSend ?? false} />}
    >
      {first?.canSend === false && <NotSent />}
      <FilterBar
        views={{ list: "mails" }}
        filters={[{ name: "state", label: texts.state, options: statesOf(texts) }]}
      />
      <RowsView
        query={list}
        skeleton="rows"
        filtered={filtered}
        onClearFilters={clear}
        empty={<Empty picture="mail" title={texts.noMail} text={texts.noMailText} />}
      >
        {(rows) => (
          <DataTable
            label={texts.mail}
            rows={rows}
            rowId={(mail) => mail.id}
            columns={columnsOf(texts)}
            to={(mail) => at.settings(organization, `mail/${mail.id}`)}
            currentId={id || null}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
    </Page>
  );
}

/** That nothing is sent, and how that is changed; folded up in the address. */
function NotSent() {
  const texts = useMailTexts();
  const [{ how }, setSearch] = useSearchState();
  const open = how === "yes";
  const toggle = (
    <Button size="small" aria-expanded={open} onClick={() => setSearch({ how: open ? null : "yes" })}>
      {open ? texts.hideHow : texts.showHow}
    </Button>
  );
  return (
    <div className="mb-6 space-y-3">
      <Banner tone="warning" title={texts.notSent} action={toggle}>
        {texts.notSentText}
      </Banner>
      {open && <CodeBlock title={texts.exampleTitle} code={texts.example} />}
    </div>
  );
}

const statesOf = (texts: Texts) => Object.entries(texts.states).map(([value, label]) => ({ value, label }));

function stateIn(text: string | undefined): Mail["state"] | undefined {
  return text === "waiting" || text === "sent" || text === "failed" || text === "kept" ? text : undefined;
}

const columnsOf = (texts: Texts): Column<Mail>[] => [
  {
    id: "subject",
    header: texts.subject,
    phone: "title",
    cell: ({ subject, ofServer }) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{subject}</span>
        {ofServer && <Badge>{texts.ofServer}</Badge>}
      </span>
    ),
  },
  {
    id: "to",
    header: texts.to,
    width: "16rem",
    cell: ({ to }) => <span className="block truncate text-muted">{to.address}</span>,
  },
  {
    id: "purpose",
    header: texts.purpose,
    width: "12rem",
    phone: "hide",
    cell: ({ purpose }) => <span className="block truncate text-muted">{purposeIn(texts, purpose)}</span>,
  },
  { id: "state", header: texts.state, width: "8rem", cell: ({ state }) => <MailState state={state} /> },
  {
    id: "when",
    header: texts.when,
    width: "8rem",
    align: "end",
    phone: "aside",
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
];
