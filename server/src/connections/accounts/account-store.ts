import { type ConnectorProvider, Fault, newId } from "@parley/contracts";
import { and, asc, type Clock, type Database, eq, type Scope, sql, type Tx } from "../../platform/index.ts";
import { connectedAccounts } from "./tables.ts";

export interface AccountRow {
  id: string;
  provider: ConnectorProvider;
  externalId: string;
  name: string;
  region: "us" | "eu" | "au" | null;
  sealedToken: string;
  clientId: string | null;
  state: AccountState;
  message: string | null;
  checkedAt: Date;
  createdAt: Date;
}

export type AccountState = "working" | "failing" | "revoked";

const columns = {
  id: connectedAccounts.id,
  provider: connectedAccounts.provider,
  externalId: connectedAccounts.externalId,
  name: connectedAccounts.name,
  region: connectedAccounts.region,
  sealedToken: connectedAccounts.sealedToken,
  clientId: connectedAccounts.clientId,
  state: connectedAccounts.state,
  message: connectedAccounts.message,
  checkedAt: connectedAccounts.checkedAt,
  createdAt: connectedAccounts.createdAt,
};

const MOST_ACCOUNTS = 50;

export type NewAccount = Omit<AccountRow, "id" | "state" | "message" | "checkedAt" | "createdAt" | "sealedToken">;

export function createAccountStore({ db, clock }: { db: Database; clock: Clock }) {
  const own = (scope: Scope, id: string) =>
    and(eq(connectedAccounts.organization, scope.organization), eq(connectedAccounts.id, id));
  const found = (row: AccountRow | undefined): AccountRow => {
    if (!row) throw new Fault("not_found", "There is no connected account with this id.");
    return row;
  };

  return {
    /** Oldest first. */
    async list(scope: Scope): Promise<AccountRow[]> {
      return db
        .query(scope)
        .select(columns)
        .from(connectedAccounts)
        .where(eq(connectedAccounts.organization, scope.organization))
        .orderBy(asc(connectedAccounts.id))
        .limit(MOST_ACCOUNTS);
    },

    async get(scope: Scope, id: string): Promise<AccountRow> {
      const [row] = await db.query(scope).select(columns).from(connectedAccounts).where(own(scope, id));
      return found(row);
    },

    /** The same account of the vendor keeps its id, and gets the new token. `fresh`: it was not there. */
    async put(
      tx: Tx,
      scope: Scope,
      { account, seal }: { account: NewAccount; seal: (id: string) => string },
    ): Promise<{ row: AccountRow; fresh: boolean }> {
      const { organization } = scope;
      const [known] = await tx
        .select(columns)
        .from(connectedAccounts)
        .where(
          and(
            eq(connectedAccounts.organization, organization),
            eq(connectedAccounts.provider, account.provider),
            eq(connectedAccounts.externalId, account.externalId),
          ),
        )
        .for("update");
      const now = new Date(clock.now());
      const good = { state: "working" as const, message: null, checkedAt: now };
      if (known) {
        const values = { ...account, ...good, sealedToken: seal(known.id) };
        const [row] = await tx.update(connectedAccounts).set(values).where(own(scope, known.id)).returning(columns);
        return { row: found(row), fresh: false };
      }
      const [{ count } = { count: 0 }] = await tx
        .select({ count: sql<number>`count(*)::int` })
        .from(connectedAccounts)
        .where(eq(connectedAccounts.organization, organization));
      if (count >= MOST_ACCOUNTS)
        throw new Fault("conflict", `An organization can connect ${MOST_ACCOUNTS} accounts. Remove one first.`);
      const id = newId("account", clock.now());
      const values = { organization, id, ...account, ...good, sealedToken: seal(id), createdAt: now };
      const [row] = await tx.insert(connectedAccounts).values(values).returning(columns);
      return { row: found(row), fresh: true };
    },

    /** What a use found; kept only for the token that it was found with. True where that is news. */
    async saveState(
      scope: Scope,
      { id, sealedToken, state, message }: Pick<AccountRow, "id" | "sealedToken" | "state" | "message">,
    ): Promise<boolean> {
      const rows = await db
        .query(scope)
        .update(connectedAccounts)
        .set({ state, message, checkedAt: new Date(clock.now()) })
        .where(and(own(scope, id), eq(connectedAccounts.sealedToken, sealedToken)))
        .returning({ id: connectedAccounts.id });
      return rows.length > 0;
    },

    async remove(tx: Tx, scope: Scope, id: string): Promise<AccountRow> {
      const [row] = await tx.delete(connectedAccounts).where(own(scope, id)).returning(columns);
      return found(row);
    },
  };
}
