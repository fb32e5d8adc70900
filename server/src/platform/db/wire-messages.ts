/** PostgreSQL's wire protocol: statements to bytes, bytes to rows. */
import { messages, protocol } from "@electric-sql/pglite";
import { databaseError, type DatabaseError } from "./database-error.ts";
import type { Rows, Shape } from "./engine.ts";
import { parserOf, type Parse } from "./values.ts";

const { serialize } = protocol;

export interface Issued {
  /** The prepared statement. */
  name: string;
  /** Set when it must be prepared first. */
  parse: string | undefined;
  values: readonly (string | null)[];
}

/** All in one piece with one Sync at its end: one implicit transaction, unless one was begun. */
export function encodeBatch(issued: readonly Issued[], forgotten: readonly string[]): Uint8Array {
  const parts = forgotten.map((name) => serialize.close({ type: "S", name }));
  for (const { name, parse, values } of issued) {
    if (parse !== undefined) parts.push(serialize.parse({ name, text: parse }));
    parts.push(
      serialize.bind({ statement: name, values: [...values] }),
      serialize.describe({ type: "P" }),
      serialize.execute(),
    );
  }
  return Buffer.concat([...parts, serialize.sync()]);
}

export const encodeScript = (text: string): Uint8Array => serialize.query(text);

export interface Decoded {
  /** Of each statement that was run, in order. */
  results: Rows[];
  error: DatabaseError | undefined;
  /** `I` idle, `T` in a transaction, `E` in a failed one. */
  status: string;
  notifications: { channel: string; payload: string }[];
}

interface Column {
  name: string;
  parse: Parse;
}

export function decode(bytes: Uint8Array, shapeOf: (statement: number) => Shape): Decoded {
  const decoded: Decoded = { results: [], error: undefined, status: "I", notifications: [] };
  let columns: Column[] = [];
  let rows: Rows = [];
  new protocol.Parser().parse(bytes, (message) => {
    if (message instanceof messages.DataRowMessage) {
      rows.push(
        shapeOf(decoded.results.length) === "arrays"
          ? asArray(columns, message.fields)
          : asObject(columns, message.fields),
      );
    } else if (message instanceof messages.RowDescriptionMessage) {
      const shape = shapeOf(decoded.results.length);
      columns = message.fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID, shape) }));
    } else if (message instanceof messages.CommandCompleteMessage || message.name === "emptyQuery") {
      decoded.results.push(rows);
      rows = [];
    } else if (message instanceof messages.DatabaseError) {
      decoded.error ??= databaseError(message);
    } else if (message instanceof messages.ReadyForQueryMessage) {
      decoded.status = message.status;
    } else if (message instanceof messages.NotificationResponseMessage) {
      decoded.notifications.push({ channel: message.channel, payload: message.payload });
    }
  });
  return decoded;
}

function asArray(columns: readonly Column[], fields: readonly (string | null)[]): unknown[] {
  return columns.map(({ parse }, at) => read(fields[at], parse));
}

function asObject(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [at, { name, parse }] of columns.entries()) row[name] = read(fields[at], parse);
  return row;
}

const read = (text: string | null | undefined, parse: Parse) =>
  text === null || text === undefined ? null : parse(text);
