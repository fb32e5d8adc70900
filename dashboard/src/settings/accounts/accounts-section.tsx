import { KeyIcon } from "@heroicons/react/16/solid";
import { at } from "../../addresses.ts";
import { type RowOf, useList, useOrganizationId, useSearchState } from "../../live/index.ts";
import { Button, type Column, DataTable, Empty, RowsView, Status, Time } from "../../ui/index.ts";
import { useAccountsTexts } from "./texts.ts";

export type Account = RowOf<"/v1/connected-accounts">;

const tones = { working: "success", failing: "danger", revoked: "danger" } as const;

export function AccountState({ account: { state } }: { account: Account }) {
  const texts = useAccountsTexts();
  return <Status tone={tones[state]}>{texts.states[state]}</Status>;
}

/** Accounts at Google and Intercom, and how each does. */
export function AccountsSection() {
  const texts = useAccountsTexts();
  const organization = useOrganizationId() ?? "";
  const [search, setSearch] = useSearchState();
  const list = useList("/v1/connected-accounts");
  return (
    <section aria-labelledby="accounts-heading" className="mt-10 space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <h2 id="accounts-heading" className="font-semibold">
            {texts.accounts}
          </h2>
          <p className="text-pretty text-muted">{texts.accountsText}</p>
        </div>
        <Button icon={KeyIcon} to={`${at.settings(organization, "connections")}?client=google`}>
          {texts.client}
        </Button>
      </div>
      <RowsView
        query={list}
        skeleton="rows"
        empty={<Empty small picture="document" title={texts.none} text={texts.noneText} />}
      >
        {(rows) => (
          <DataTable
            label={texts.accounts}
            rows={rows}
            rowId={({ id }) => id}
            columns={columnsOf(texts)}
            currentId={search["account"] ?? null}
            onOpen={({ id }) =>
              setSearch({ account: id, connection: null, client: null, embeddings: null }, { push: true })
            }
          />
        )}
      </RowsView>
    </section>
  );
}

const columnsOf = (texts: ReturnType<typeof useAccountsTexts>): Column<Account>[] => [
  {
    id: "name",
    header: texts.name,
    phone: "title",
    sort: ({ name }) => name,
    cell: ({ name, provider }) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-medium">{name}</span>
        <span className="shrink-0 text-muted">{texts.providers[provider]}</span>
      </span>
    ),
  },
  {
    id: "state",
    header: texts.state,
    width: "9rem",
    phone: "aside",
    sort: ({ state }) => state,
    cell: (account) => <AccountState account={account} />,
  },
  {
    id: "usedBy",
    header: texts.usedBy,
    width: "14rem",
    cell: ({ usedBy }) => (
      <span className="truncate text-muted">{usedBy.map(({ name }) => name).join(", ") || texts.nobody}</span>
    ),
  },
  {
    id: "checked",
    header: texts.checked,
    width: "9rem",
    align: "end",
    phone: "hide",
    sort: ({ checkedAt }) => checkedAt,
    cell: ({ checkedAt }) => <Time at={checkedAt} />,
  },
];
