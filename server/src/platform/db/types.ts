/** What a room sees of the database: the same on both engines. */
import type { PgRemoteDatabase } from "./drizzle.ts";
import type { Scope, System } from "../scope.ts";

/** Drizzle, bound to one scope. `execute` gives the rows themselves, plain objects: `const [row] = await q.execute(sql`...`)`. */
export type Query = PgRemoteDatabase<Record<string, never>>;
/** Drizzle inside a transaction. Nothing else may reach the database until that transaction ends. */
export type Tx = Query & {
  readonly inTransaction: true;
  /** Raw statements within the transaction, in one trip. As `SYSTEM` they step out of the organization's role for the while. */
  batch(statements: readonly Statement[], as?: System): Promise<Row[][]>;
};

export interface Statement {
  text: string;
  values: readonly unknown[];
}

export type Row = Record<string, unknown>;

export interface Database {
  readonly engine: "embedded" | "postgres";
  /**
   * Drizzle whose statements issued in one tick travel together: one round trip, one transaction, under the
   * organization's role (`begin; set role and organization; statements...; commit`). A single statement is
   * therefore atomic, and `Promise.all` of several reads is one consistent read.
   * Throws when used inside `transaction`, which on the embedded engine would wait for itself for ever.
   */
  query(scope: Scope | System): Query;
  /** The hot path: raw statements, otherwise as `query`. Rows per statement, in order. */
  batch(scope: Scope | System, statements: readonly Statement[]): Promise<Row[][]>;
  /** Several steps that belong together. Commits when `work` resolves, rolls back when it rejects.
   * After a deadlock or serialization failure `work` is called again, a few times: keep other effects out of it. */
  transaction<T>(
    scope: Scope | System,
    work: (tx: Tx) => Promise<T>,
    options?: { isolation?: "repeatable read" },
  ): Promise<T>;
  /** Several statements in one text without values, as the system; for set-up. Rows per statement. */
  script(text: string): Promise<Row[][]>;
  /** PostgreSQL's LISTEN. Resolves once listening; call the result to stop. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** A payload of at most 7,900 bytes to everybody who listens, in this process too. */
  notify(channel: string, payload: string): Promise<void>;
  /** VACUUM and ANALYZE of the named tables: outside any transaction, as their owner. */
  vacuum(tables: readonly string[]): Promise<void>;
  /** The embedded engine in a data directory: a snapshot of it, now. Elsewhere nothing: PostgreSQL has its own ways. */
  snapshot(): Promise<void>;
  close(): Promise<void>;
}
