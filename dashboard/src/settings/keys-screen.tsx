import { PlusIcon } from "@heroicons/react/16/solid";
import { keyScopes } from "@parley/contracts/permissions";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { type RowOf, useList, useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import {
  Badge,
  Button,
  type Column,
  ConfirmDialog,
  DataTable,
  Empty,
  LoadMore,
  Page,
  RowsView,
  Status,
  Time,
  Tooltip,
} from "../ui/index.ts";
import { KeyPanel } from "./key-panel.tsx";
import { useKeysTexts } from "./keys-texts.ts";

type Key = RowOf<"/v1/keys">;

/** Keys for programs: what each may do, who made it, and when it was last used. */
export function KeysScreen() {
  const texts = useKeysTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const { pathname } = useLocation();
  const list = useList("/v1/keys", { limit: 100 }, { live: ["members"] });
  const [revoking, setRevoking] = useState<Key | null>(null);
  const action = can("keys:write") && (
    <Button look="primary" icon={PlusIcon} to={at.settings(organization, "keys/new")}>
      {texts.newKey}
    </Button>
  );
  const making = pathname.endsWith("/keys/new") && can("keys:write");
  const all = useColumns(can("keys:write") ? setRevoking : undefined);
  const columns = making ? all.filter(({ id }) => ["name", "state", "used"].includes(id)) : all;
  return (
    <Page title={texts.keys} description={texts.keysText} action={action} panel={making && <KeyPanel />}>
      <RowsView
        query={list}
        skeleton="rows"
        empty={<Empty picture="key" title={texts.noKeys} text={texts.noKeysText} pageAction />}
      >
        {(rows) => (
          <DataTable
            label={texts.keys}
            rows={rows}
            rowId={({ id }) => id}
            columns={columns}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
      {revoking && <Revoke of={revoking} onClose={() => setRevoking(null)} />}
    </Page>
  );
}

function useColumns(onRevoke: ((of: Key) => void) | undefined): Column<Key>[] {
  const texts = useKeysTexts();
  return [
    {
      id: "name",
      header: texts.name,
      phone: "title",
      sort: ({ name }) => name,
      cell: ({ name }) => <bdi className="block truncate font-medium">{name}</bdi>,
    },
    {
      id: "key",
      header: texts.key,
      width: "9rem",
      cell: ({ hint }) => <code className="font-mono text-sm text-muted">{`${hint}…`}</code>,
    },
    { id: "state", header: texts.state, width: "7rem", cell: (one) => <State of={one} /> },
    { id: "scopes", header: texts.scopes, width: "7rem", cell: ({ scopes }) => <Scopes scopes={scopes} /> },
    {
      id: "maker",
      header: texts.maker,
      width: "12rem",
      sort: ({ maker }) => maker?.name ?? null,
      cell: ({ maker }) => <Maker maker={maker} />,
    },
    {
      id: "used",
      phone: "hide",
      header: texts.lastUsed,
      width: "8rem",
      sort: ({ lastUsedAt }) => lastUsedAt,
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? <span className="text-muted">{texts.never}</span> : <Time at={lastUsedAt} />,
    },
    {
      id: "expires",
      phone: "hide",
      header: texts.expires,
      width: "9.5rem",
      sort: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          <span className="text-muted">{texts.expiry.never}</span>
        ) : (
          <Time at={expiresAt} style="date" />
        ),
    },
    ...(onRevoke === undefined ? [] : [revokeColumn(texts, onRevoke)]),
  ];
}

const revokeColumn = (texts: ReturnType<typeof useKeysTexts>, onRevoke: (of: Key) => void): Column<Key> => ({
  id: "revoke",
  header: texts.actionsHeader,
  width: "7.5rem",
  align: "end",
  phone: "aside",
  cell: (one) =>
    one.revokedAt === null && (
      <Button size="small" look="danger-quiet" aria-label={texts.revokeOf(one.name)} onClick={() => onRevoke(one)}>
        {texts.revoke}
      </Button>
    ),
});

/** A key outlives the membership of who made it: that is to be seen. */
function Maker({ maker }: Pick<Key, "maker">) {
  const texts = useKeysTexts();
  if (maker === null) return texts.commandLine;
  return (
    <span className="flex max-w-full min-w-0 flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <bdi className="max-w-full truncate">{maker.name}</bdi>
      {!maker.isMember && <Badge tone="warning">{texts.noMember}</Badge>}
    </span>
  );
}

function State({ of: { revokedAt, expiresAt } }: { of: Key }) {
  const texts = useKeysTexts();
  if (revokedAt !== null) return <Status tone="neutral">{texts.revoked}</Status>;
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) {
    return <Status tone="warning">{texts.expired}</Status>;
  }
  return <Status tone="success">{texts.active}</Status>;
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  const texts = useKeysTexts();
  const words = scopes.length === keyScopes.length ? texts.everyScope : texts.scopesCount(scopes.length);
  return (
    <Tooltip words={scopes.join(", ")}>
      <span
        tabIndex={0}
        className="rounded-control underline decoration-line-strong decoration-dotted underline-offset-4"
      >
        {words}
      </span>
    </Tooltip>
  );
}

function Revoke({ of: { id, name }, onClose }: { of: Key; onClose: () => void }) {
  const texts = useKeysTexts();
  const revoke = useSend("delete", "/v1/keys/{id}", { done: texts.wasRevoked(name) });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={texts.revokeTitle(name)}
      description={texts.revokeText}
      confirm={texts.revoke}
      onConfirm={() => revoke.sendAsync({ params: { id } })}
    />
  );
}
