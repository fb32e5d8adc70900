/** Statements over one connection to PostgreSQL: prepared, read, and their errors stripped. */
import { createHash } from "node:crypto";
import type { PoolClient, QueryResult } from "pg";
import { codeOf, databaseError, type DatabaseError } from "./database-error.ts";
import { ENTER, NEVER_BEGUN, type Asked, type Rows, type Shape } from "./engine.ts";
import type { Row } from "./types.ts";
import { parserOf } from "./values.ts";

/** Beyond this many different texts, statements go unnamed: the server keeps every named one. */
const MOST_NAMED = 500;
/** The plan or the statement is gone (a migration elsewhere, a pooler between): a new connection knows nothing old. */
const STALE_STATEMENT = ["0A000", "26000", "42P05"];
/** PostgreSQL's code where the connection broke off while it stored: nobody knows whether it did. */
const OUTCOME_UNKNOWN = "08007";

export type Name = (text: string) => string | undefined;

export interface Opening {
  organization: number | undefined;
  how: string | undefined;
  named: Name;
}

export function opening(client: PoolClient, { organization, how, named }: Opening): (() => Promise<Rows>)[] {
  const begin = () =>
    control(client, how === undefined ? "begin" : `begin ${how}`).catch((error: unknown) => {
      // The server's last word on this connection, said before it knew of us.
      throw codeOf(error) === "57P01"
        ? databaseError({ code: NEVER_BEGUN, message: "The connection had been ended" })
        : error;
    });
  if (organization === undefined) return [begin];
  return [begin, () => issue(client, { text: ENTER, values: [String(organization)], shape: "objects" }, named)];
}

/** Never a named statement: one that the server has lost must not leave the rest running outside a transaction. */
export async function control(client: PoolClient, text: string): Promise<Rows> {
  await runScript(client, text);
  return [];
}

/** Issues all, then waits for all; rejects with the first error in order, when nothing is on its way any more. */
export async function together(issues: readonly (() => Promise<Rows>)[]): Promise<Rows[]> {
  const settled = await Promise.allSettled(issues.map((send) => send()));
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
}

export async function issue(client: PoolClient, { text, values, shape }: Asked, named: Name): Promise<Rows> {
  try {
    const query = { text, values: [...values], name: named(text) ?? "", types: types[shape], queryMode: "extended" };
    const result: { rows: Rows } =
      shape === "arrays" ? await client.query({ ...query, rowMode: "array" }) : await client.query(query);
    return result.rows;
  } catch (error) {
    throw reported(error);
  }
}

export async function runScript(client: PoolClient, text: string): Promise<Row[][]> {
  try {
    const results: unknown = await client.query({ text, types: types.objects });
    return [results].flat().map((result) => (result as QueryResult<Row>).rows);
  } catch (error) {
    throw reported(error);
  }
}

/**
 * Judged by what the server answers: the driver knows of a failed transaction only a little after the failure itself.
 * Rejects with code 08007 when the connection broke off before the answer.
 */
export async function commit(client: PoolClient): Promise<Rows> {
  const { command } = await client.query("commit").catch((error: unknown) => {
    const { code } = reported(error);
    throw LOST.has(code)
      ? databaseError({ code: OUTCOME_UNKNOWN, message: "The connection broke off while it stored" })
      : reported(error);
  });
  if (command !== "COMMIT") throw new Error("The transaction was not stored: a statement in it had failed");
  return [];
}

export const isStale = (error: unknown) => STALE_STATEMENT.includes(codeOf(error) ?? "");

const types = { arrays: typesFor("arrays"), objects: typesFor("objects") };

function typesFor(shape: Shape) {
  return { getTypeParser: (oid: number) => parserOf(oid, shape) };
}

/** A statement's name is the hash of its text, so that a text is parsed and planned once a connection. */
export function createNames(): Name {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMED) return undefined;
    const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
    names.set(text, name);
    return name;
  };
}

/** The server ends the connection; the connection is gone. */
const LOST = new Set(["57P01", "08006"]);

/** What the driver itself reports has none of PostgreSQL's codes: then the connection was lost. */
function reported(error: unknown): DatabaseError {
  const code = codeOf(error);
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) return databaseError(error instanceof Error ? error : { code });
  return databaseError({ code: "08006", message: "The connection to the database was lost" });
}
