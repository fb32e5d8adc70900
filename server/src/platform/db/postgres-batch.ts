/**
 * Several statements over one connection to PostgreSQL in one piece: one write, one Sync, one answer. The driver's own
 * way is a message to and fro for each statement, and BEGIN and COMMIT are two more.
 */
import type { Connection, PoolClient } from "pg";
import { databaseError } from "./database-error.ts";
import { encodeStatements } from "./encode-statements.ts";
import { NEVER_BEGUN, type Asked, type Rows, type Shape } from "./engine.ts";
import { LOST, OUTCOME_UNKNOWN, reported } from "./postgres-statements.ts";
import { createStatementCache, type StatementCache } from "./statement-cache.ts";
import { parserOf, type Parse } from "./values.ts";

export interface BatchPlace {
  /** Nothing was sent before it: a connection that turns out to be dead may be exchanged. */
  opens: boolean;
  /** Its Sync stores what it did: no transaction was begun. */
  commits: boolean;
}

interface Column {
  name: string;
  parse: Parse;
}

/** What is known of one connection. */
interface Known {
  cache: StatementCache;
  /** Of prepared statements, by shape and name. */
  columns: Map<string, readonly Column[]>;
  /** The server has begun with the batch. */
  begun: boolean;
}

const connections = new WeakMap<Connection, Known>();

function knownOf(connection: Connection): Known {
  const there = connections.get(connection);
  if (there) return there;
  const known: Known = { cache: createStatementCache(), columns: new Map(), begun: false };
  const begin = () => void (known.begun = true);
  connection.on("parseComplete", begin).on("bindComplete", begin);
  connections.set(connection, known);
  return known;
}

/** The rows of each. The first failure ends all; what was not begun before by BEGIN is one transaction. */
export function sendBatch(client: PoolClient, asked: readonly Asked[], place: BatchPlace): Promise<Rows[]> {
  return new Promise((resolve, reject) => {
    client.query(createBatch(asked, { ...place, resolve, reject }));
  });
}

interface Settle extends BatchPlace {
  resolve: (results: Rows[]) => void;
  reject: (error: unknown) => void;
}

/** What the driver calls as the answer comes in. After an error it calls no more. */
function createBatch(asked: readonly Asked[], { opens, commits, resolve, reject }: Settle) {
  const results: Rows[] = [];
  let known: Known | undefined;
  let issued: Issued[] = [];
  let rows: Rows = [];
  let unreadable: unknown;
  let unsendable: unknown;

  const complete = () => {
    const statement = issued[results.length];
    if (known && statement) keep(known, statement);
    results.push(rows);
    rows = [];
  };
  return {
    /** Answers what it cannot send, such as more values than the protocol can count. */
    submit(connection: Connection): unknown {
      known = knownOf(connection);
      known.begun = false;
      try {
        issued = prepare(known, asked);
        const bytes = encodeStatements(issued, takeForgotten(known));
        if (connection.stream.writable) connection.stream.write(bytes);
      } catch (error) {
        unsendable = error;
      }
      return unsendable;
    },
    handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
      const statement = issued[results.length];
      if (!statement) return;
      statement.columns = fields.map(({ name, dataTypeID }) => ({
        name,
        parse: parserOf(dataTypeID, statement.shape),
      }));
    },
    handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
      const { shape = "objects", columns = [] } = issued[results.length] ?? {};
      try {
        rows.push(shape === "arrays" ? asArray(columns, fields) : asObject(columns, fields));
      } catch (error) {
        unreadable ??= error;
      }
    },
    handleCommandComplete: complete,
    handleEmptyQuery: complete,
    handlePortalSuspended(): void {},
    handleCopyInResponse: (connection: Connection) => void connection.stream.destroy(),
    handleCopyData(): void {},
    handleError(cause: unknown): void {
      if (known) forget(known, issued.slice(results.length));
      const done = results.length === asked.length;
      reject(unsendable ?? failureOf(cause, { unheard: opens && !known?.begun, storing: commits && done }));
    },
    handleReadyForQuery(): void {
      if (unreadable === undefined) resolve(results);
      else reject(unreadable);
    },
  };
}

interface Issued {
  text: string;
  name: string;
  parse: string | undefined;
  describe: boolean;
  values: readonly (string | null)[];
  shape: Shape;
  columns: readonly Column[];
}

function prepare({ cache, columns }: Known, asked: readonly Asked[]): Issued[] {
  return asked.map(({ text, values, shape }) => {
    const { name, fresh } = cache.find(text);
    const there = fresh ? undefined : columns.get(keyOf(name, shape));
    const describe = there === undefined;
    return { text, name, parse: fresh ? text : undefined, describe, values, shape, columns: there ?? [] };
  });
}

function keep({ cache, columns }: Known, { text, name, parse, describe, shape, columns: found }: Issued): void {
  if (parse !== undefined) cache.keep(text, name);
  if (describe) columns.set(keyOf(name, shape), found);
}

/** Whether they were prepared nobody knows: their names are closed and not used again. */
function forget({ cache }: Known, issued: readonly Issued[]): void {
  for (const { name, parse } of issued) if (parse !== undefined) cache.forget(name);
}

function failureOf(cause: unknown, { unheard, storing }: { unheard: boolean; storing: boolean }): Error {
  const error = reported(cause);
  // The server's last word on this connection, said before it knew of us.
  if (unheard && error.code === "57P01")
    return databaseError({ code: NEVER_BEGUN, message: "The connection had been ended" });
  if (storing && LOST.has(error.code))
    return databaseError({ code: OUTCOME_UNKNOWN, message: "The connection broke off while it stored" });
  return error;
}

function takeForgotten({ cache, columns }: Known): string[] {
  const names = cache.takeForgotten();
  for (const name of names) for (const shape of shapes) columns.delete(keyOf(name, shape));
  return names;
}

const shapes: readonly Shape[] = ["arrays", "objects"];
const keyOf = (name: string, shape: Shape) => `${shape} ${name}`;

function asArray(columns: readonly Column[], fields: readonly (string | null)[]): unknown[] {
  return columns.map(({ parse }, at) => read(fields[at], parse));
}

function asObject(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    if (column) row[column.name] = read(fields[at], column.parse);
  }
  return row;
}

const read = (text: string | null | undefined, parse: Parse) =>
  text === null || text === undefined ? null : parse(text);
