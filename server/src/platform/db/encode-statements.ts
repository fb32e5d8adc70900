/** Statements as the bytes of PostgreSQL's extended protocol, all in one buffer. */

export interface Encoded {
  /** The prepared statement. */
  name: string;
  /** Set when it must be prepared first. */
  parse: string | undefined;
  /** Whether to ask for its columns. */
  describe: boolean;
  values: readonly (string | null)[];
}

const INT32 = 4;
const INT16 = 2;
const HEAD = 1 + INT32;
/** Bind without its strings: two ends of names, three counts. */
const BIND = HEAD + 2 + 3 * INT16;
const DESCRIBE = HEAD + 2;
const EXECUTE = HEAD + 1 + INT32;
const CLOSE = HEAD + 2;
const PARSE = HEAD + 2 + INT16;
const codes = {
  parse: code("P"),
  bind: code("B"),
  describe: code("D"),
  execute: code("E"),
  close: code("C"),
  sync: code("S"),
};
const PORTAL = code("P");
const STATEMENT = code("S");

function code(letter: string): number {
  return letter.charCodeAt(0);
}

/** With one Sync at the end: one implicit transaction, unless one was begun. `forgotten` are closed first. */
export function encodeStatements(statements: readonly Encoded[], forgotten: readonly string[]): Buffer {
  const pen = createPen(sizeOf(statements, forgotten));
  for (const name of forgotten) {
    pen.head(codes.close, CLOSE + name.length);
    pen.byte(STATEMENT);
    pen.text(name);
  }
  for (const { name, parse, describe, values } of statements) {
    if (parse !== undefined) {
      pen.head(codes.parse, PARSE + name.length + Buffer.byteLength(parse));
      pen.text(name);
      pen.text(parse);
      pen.int16(0);
    }
    bind(pen, name, values);
    if (describe) {
      pen.head(codes.describe, DESCRIBE);
      pen.byte(PORTAL);
      pen.text("");
    }
    pen.head(codes.execute, EXECUTE);
    pen.text("");
    pen.int32(0);
  }
  pen.head(codes.sync, HEAD);
  return pen.bytes;
}

/** Values and results as text, which is what a count of no formats says. */
function bind(pen: Pen, name: string, values: readonly (string | null)[]): void {
  pen.head(codes.bind, BIND + name.length + sizeOfValues(values));
  pen.text("");
  pen.text(name);
  pen.int16(0);
  pen.int16(values.length);
  for (const value of values) pen.value(value);
  pen.int16(0);
}

function sizeOf(statements: readonly Encoded[], forgotten: readonly string[]): number {
  let size = HEAD;
  for (const name of forgotten) size += CLOSE + name.length;
  for (const { name, parse, describe, values } of statements) {
    if (parse !== undefined) size += PARSE + name.length + Buffer.byteLength(parse);
    size += BIND + name.length + sizeOfValues(values) + (describe ? DESCRIBE : 0) + EXECUTE;
  }
  return size;
}

function sizeOfValues(values: readonly (string | null)[]): number {
  let size = 0;
  for (const value of values) size += INT32 + (value === null ? 0 : Buffer.byteLength(value));
  return size;
}

type Pen = ReturnType<typeof createPen>;

function createPen(size: number) {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  return {
    bytes,
    /** `length` counts the letter too, which PostgreSQL's own does not. */
    head(letter: number, length: number): void {
      bytes[at] = letter;
      bytes.writeInt32BE(length - 1, at + 1);
      at += HEAD;
    },
    byte(value: number): void {
      bytes[at] = value;
      at += 1;
    },
    int16(value: number): void {
      at = bytes.writeUInt16BE(value, at);
    },
    int32(value: number): void {
      at = bytes.writeInt32BE(value, at);
    },
    text(text: string): void {
      at += bytes.write(text, at);
      bytes[at] = 0;
      at += 1;
    },
    value(text: string | null): void {
      if (text === null) {
        at = bytes.writeInt32BE(-1, at);
        return;
      }
      const length = bytes.write(text, at + INT32);
      bytes.writeInt32BE(length, at);
      at += INT32 + length;
    },
  };
}
