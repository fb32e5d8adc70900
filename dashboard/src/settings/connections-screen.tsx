import { PlusIcon } from "@heroicons/react/16/solid";
import { at } from "../addresses.ts";
import { useList, useOrganizationId, usePermissions, useSearchState } from "../live/index.ts";
import { Button, type Column, DataTable, Empty, Page, RowsView, Time } from "../ui/index.ts";
import { AccountPanel } from "./accounts/account-panel.tsx";
import { AccountsSection } from "./accounts/accounts-section.tsx";
import { GoogleClientPanel } from "./accounts/google-client-panel.tsx";
import { ConnectionPanel } from "./connection-panel.tsx";
import { type Connection, ConnectionState } from "./connection-state.tsx";
import { MeaningPanel } from "./meaning/meaning-panel.tsx";
import { MeaningSection } from "./meaning/meaning-section.tsx";
import { NewConnectionPanel } from "./new-connection-panel.tsx";
import { useConnectionsTexts } from "./connections-texts.ts";

/** The vendors that answer for this organization, and how each does. */
export function ConnectionsScreen() {
  const texts = useConnectionsTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const [search, setSearch] = useSearchState();
  const list = useList("/v1/connections");
  const columns = useColumns();
  const closeTo = at.settings(organization, "connections");
  const wanted = search["connection"];
  const open = list.rows.find(({ id }) => id === wanted);
  const accounts = useList("/v1/connected-accounts");
  const account = accounts.rows.find(({ id }) => id === search["account"]);
  const make = can("connections:write") && (
    <Button look="primary" icon={PlusIcon} to={`${closeTo}?connection=new`}>
      {texts.connect}
    </Button>
  );
  return (
    <Page
      title={texts.connections}
      description={texts.connectionsText}
      action={make}
      panel={
        wanted === "new" ? (
          <NewConnectionPanel closeTo={closeTo} />
        ) : search["embeddings"] === "choose" ? (
          <MeaningPanel closeTo={closeTo} />
        ) : search["client"] === "google" ? (
          <GoogleClientPanel closeTo={closeTo} />
        ) : account ? (
          <AccountPanel key={account.id} account={account} closeTo={closeTo} />
        ) : (
          open && <ConnectionPanel key={open.id} connection={open} closeTo={closeTo} />
        )
      }
    >
      <RowsView
        query={list}
        skeleton="rows"
        empty={<Empty picture="key" title={texts.none} text={texts.noneText} pageAction />}
      >
        {(rows) => (
          <DataTable
            label={texts.connections}
            rows={rows}
            rowId={({ id }) => id}
            columns={columns}
            currentId={wanted ?? null}
            onOpen={({ id }) =>
              setSearch({ connection: id, account: null, client: null, embeddings: null }, { push: true })
            }
          />
        )}
      </RowsView>
      <MeaningSection />
      <AccountsSection />
    </Page>
  );
}

function useColumns(): Column<Connection>[] {
  const texts = useConnectionsTexts();
  return [
    {
      id: "name",
      header: texts.name,
      phone: "title",
      sort: ({ name }) => name,
      cell: ({ name, vendor }) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="truncate font-medium">{name}</span>
          <span className="truncate text-muted">{texts.vendors[vendor]}</span>
        </span>
      ),
    },
    {
      id: "state",
      header: texts.state,
      width: "7.5rem",
      sort: ({ state }) => state,
      cell: (row) => <ConnectionState connection={row} />,
    },
    {
      id: "key",
      header: texts.key,
      width: "7.5rem",
      cell: ({ keyHint }) => (
        <span className="text-muted">{keyHint === null ? texts.noKey : texts.keyEnds(keyHint)}</span>
      ),
    },
    {
      id: "usedBy",
      header: texts.usedBy,
      width: "11rem",
      cell: ({ usedBy }) => (
        <span className="truncate text-muted">{usedBy.map(({ name }) => name).join(", ") || texts.nobody}</span>
      ),
    },
    {
      id: "checked",
      header: texts.checked,
      width: "7.5rem",
      align: "end",
      phone: "hide",
      sort: ({ checkedAt }) => checkedAt,
      cell: ({ checkedAt }) => (checkedAt === null ? texts.neverChecked : <Time at={checkedAt} />),
    },
  ];
}
