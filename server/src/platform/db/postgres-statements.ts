/** Statements over one connection to PostgreSQL without values, the end of transactions, and errors stripped. */
import type { PoolClient, QueryResult } from "pg";
import { codeOf, databaseError, type DatabaseError } from "./database-error.ts";
import type { Row } from "./types.ts";
import { parserOf } from "./values.ts";

/** The plan or the statement is gone (a migration elsewhere, a pooler between): a new connection knows nothing old. */
const STALE_STATEMENT = new Set(["0A000", "26000", "42P05"]);
/** PostgreSQL's code where the connection broke off while it stored: nobody knows whether it did. */
export const OUTCOME_UNKNOWN = "08007";
/** The server ends the connection; the connection is gone. */
export const LOST: ReadonlySet<string> = new Set(["57P01", "08006"]);

const types = { getTypeParser: (oid: number) => parserOf(oid, "objects") };

export async function runScript(client: PoolClient, text: string): Promise<Row[][]> {
  try {
    const results: unknown = await client.query({ text, types });
    return [results].flat().map((result) => (result as QueryResult<Row>).rows);
  } catch (error) {
    throw reported(error);
  }
}

/**
 * Judged by what the server answers: it answers a commit after a failed statement with a rollback.
 * Rejects with code 08007 when the connection broke off before the answer.
 */
export async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query("commit").catch((error: unknown) => {
    const { code } = reported(error);
    throw LOST.has(code)
      ? databaseError({ code: OUTCOME_UNKNOWN, message: "The connection broke off while it stored" })
      : reported(error);
  });
  if (command !== "COMMIT") throw new Error("The transaction was not stored: a statement in it had failed");
}

/** After which the connection is not used again. */
export function endsConnection(error: unknown): boolean {
  const code = codeOf(error) ?? "";
  return STALE_STATEMENT.has(code) || LOST.has(code) || code === OUTCOME_UNKNOWN;
}

/** What the driver itself reports has none of PostgreSQL's codes: then the connection was lost. */
export function reported(error: unknown): DatabaseError {
  const code = codeOf(error);
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) return databaseError(error instanceof Error ? error : { code });
  return databaseError({ code: "08006", message: "The connection to the database was lost" });
}
