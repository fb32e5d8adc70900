import { type ConnectionProblem, type ConnectionVendor, Fault, newId } from "@parley/contracts";
import { and, asc, assertSeen, type Clock, type Database, eq, type Scope, sql, type Tx } from "../platform/index.ts";
import { connections } from "./connections-table.ts";

export interface ConnectionRow {
  id: string;
  vendor: ConnectionVendor;
  name: string;
  baseUrl: string | null;
  sealedKey: string | null;
  keyHint: string | null;
  state: "working" | "failing" | "unchecked";
  problem: ConnectionProblem | null;
  message: string | null;
  checkedAt: Date | null;
  revision: number;
  createdAt: Date;
}

export type ConnectionCheck = Pick<ConnectionRow, "state" | "problem" | "message">;

const columns = {
  id: connections.id,
  vendor: connections.vendor,
  name: connections.name,
  baseUrl: connections.baseUrl,
  sealedKey: connections.sealedKey,
  keyHint: connections.keyHint,
  state: connections.state,
  problem: connections.problem,
  message: connections.message,
  checkedAt: connections.checkedAt,
  revision: connections.revision,
  createdAt: connections.createdAt,
};

/** More than anybody needs; a list is never longer. */
export const MOST_CONNECTIONS = 50;

export function createConnectionStore({ db, clock }: { db: Database; clock: Clock }) {
  const own = (scope: Scope, id: string) =>
    and(eq(connections.organization, scope.organization), eq(connections.id, id));
  const found = (row: ConnectionRow | undefined): ConnectionRow => {
    if (!row) throw new Fault("not_found", "There is no connection with this id.");
    return row;
  };

  async function find(scope: Scope, id: string): Promise<ConnectionRow | undefined> {
    const [row] = await db.query(scope).select(columns).from(connections).where(own(scope, id));
    return row;
  }

  return {
    /** Undefined where there is none. */
    find,

    newId: () => newId("connection", clock.now()),

    /** Oldest first. */
    async list(scope: Scope): Promise<ConnectionRow[]> {
      return db
        .query(scope)
        .select(columns)
        .from(connections)
        .where(eq(connections.organization, scope.organization))
        .orderBy(asc(connections.id))
        .limit(MOST_CONNECTIONS);
    },

    async get(scope: Scope, id: string): Promise<ConnectionRow> {
      return found(await find(scope, id));
    },

    async lock(tx: Tx, scope: Scope, at: { id: string; revision: number | null }): Promise<ConnectionRow> {
      const [row] = await tx.select(columns).from(connections).where(own(scope, at.id)).for("update");
      const connection = found(row);
      assertSeen(at.revision, connection.revision);
      return connection;
    },

    async insert(tx: Tx, scope: Scope, row: Omit<ConnectionRow, "revision" | "createdAt">): Promise<ConnectionRow> {
      const [{ count } = { count: 0 }] = await tx
        .select({ count: sql<number>`count(*)::int` })
        .from(connections)
        .where(eq(connections.organization, scope.organization));
      if (count >= MOST_CONNECTIONS)
        throw new Fault("conflict", `An organization can have ${MOST_CONNECTIONS} connections. Remove one first.`);
      const values = { organization: scope.organization, ...row, createdAt: new Date(clock.now()) };
      const [made] = await tx.insert(connections).values(values).returning(columns);
      return found(made);
    },

    async update(
      tx: Tx,
      scope: Scope,
      { id, ...values }: Partial<ConnectionRow> & { id: string },
    ): Promise<ConnectionRow> {
      const [row] = await tx
        .update(connections)
        .set({ ...values, revision: sql`${connections.revision} + 1` })
        .where(own(scope, id))
        .returning(columns);
      return found(row);
    },

    /** What a check or an answer found; kept only for the key and address that it was found with. */
    async saveCheck(scope: Scope, at: { id: string; revision: number }, check: ConnectionCheck): Promise<boolean> {
      const rows = await db
        .query(scope)
        .update(connections)
        .set({ ...check, checkedAt: new Date(clock.now()) })
        .where(and(own(scope, at.id), eq(connections.revision, at.revision)))
        .returning({ id: connections.id });
      return rows.length > 0;
    },

    async remove(tx: Tx, scope: Scope, id: string): Promise<void> {
      await tx.delete(connections).where(own(scope, id));
    },
  };
}

export type ConnectionStore = ReturnType<typeof createConnectionStore>;
