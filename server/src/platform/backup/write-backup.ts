import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Database, Tx } from "../db/types.ts";
import type { Files } from "../files.ts";
import { SYSTEM } from "../scope.ts";
import { encodeLine, FORMAT, VERSION, type Line } from "./backup-lines.ts";
import { describeTables, quoted, type TableShape } from "./describe-tables.ts";

export interface BackupParts {
  db: Database;
  files: Files;
  /** `Secrets.fingerprint`: what is sealed in the rows opens only under the same secret. */
  secretFingerprint: string;
}

/**
 * Everything into `out`, which it ends: all rows as of one moment, and the stored files. Memory stays bounded.
 * It is put together in a temporary file first: on the embedded engine everybody else waits for the reading, and should
 * not wait for a slow line as well.
 */
export async function writeBackup(parts: BackupParts, out: Writable): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "parley-backup-"));
  const file = join(folder, "backup");
  try {
    await parts.db.transaction(
      SYSTEM,
      (tx) => pipeline(encoded(parts, tx), createGzip({ level: 3 }), createWriteStream(file, { mode: 0o600 })),
      {
        isolation: "repeatable read",
      },
    );
    await pipeline(createReadStream(file), out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* encoded(parts: BackupParts, tx: Tx): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const line of linesOf(parts, tx)) yield encodeLine(line, hash);
  yield Buffer.from(`${JSON.stringify({ end: { sha256: hash.digest("hex") } })}\n`);
}

async function* linesOf({ files, secretFingerprint }: BackupParts, tx: Tx): AsyncGenerator<Line> {
  const migration = await lastMigration(tx);
  yield {
    manifest: {
      format: FORMAT,
      version: VERSION,
      migration,
      secret: secretFingerprint,
      createdAt: new Date().toISOString(),
    },
  };
  for (const table of await describeTables(tx)) {
    yield { table: table.name, columns: table.columns.map(({ name }) => name) };
    for await (const rows of rowsOf(tx, table)) yield { rows };
    for (const { name, identity } of table.columns) if (identity) yield await sequenceOf(tx, table.name, name);
  }
  for await (const name of files.list()) {
    const file = await files.read(name);
    if (file)
      yield { file: { name, contentType: file.contentType, bytes: Buffer.from(file.bytes).toString("base64") } };
  }
}

export async function lastMigration(tx: Tx): Promise<string> {
  const [rows] = await tx.batch([
    { text: "select tag from parley_migrations order by number desc limit 1", values: [] },
  ]);
  return String(rows?.[0]?.["tag"]);
}

const ENOUGH_CHARACTERS = 256 * 1024;
const MOST_ROWS = 4096;

/** As many rows at once as make a good piece, whether they are wide or narrow. */
async function* rowsOf(tx: Tx, table: TableShape): AsyncGenerator<(string | null)[][]> {
  const cursor = quoted(`backup_${table.name}`);
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(", ");
  await tx.batch([
    {
      text: `declare ${cursor} no scroll cursor for select array[${columns}] as texts from ${quoted(table.name)}`,
      values: [],
    },
  ]);
  for (let count = 16; ;) {
    const [fetched = []] = await tx.batch([{ text: `fetch ${count} from ${cursor}`, values: [] }]);
    if (fetched.length === 0) break;
    const rows = fetched.map((row) => textsOf(row["texts"]));
    yield rows;
    const characters = rows.reduce(
      (sum, row) => sum + row.reduce((length, text) => length + (text?.length ?? 0), 0),
      0,
    );
    if (characters < ENOUGH_CHARACTERS) count = Math.min(count * 2, MOST_ROWS);
    else if (characters > 4 * ENOUGH_CHARACTERS) count = Math.max(1, count / 2);
  }
  await tx.batch([{ text: `close ${cursor}`, values: [] }]);
}

function textsOf(value: unknown): (string | null)[] {
  if (!Array.isArray(value)) throw new Error("A row was not read as text");
  return value.map((text: unknown) => (text === null ? null : String(text)));
}

async function sequenceOf(tx: Tx, table: string, column: string): Promise<Line> {
  const [named] = await tx.batch([
    { text: "select pg_get_serial_sequence($1, $2) as name", values: [quoted(table), column] },
  ]);
  const [rows] = await tx.batch([
    { text: `select last_value::text as last, is_called as called from ${String(named?.[0]?.["name"])}`, values: [] },
  ]);
  return { sequence: { table, column, last: String(rows?.[0]?.["last"]), called: rows?.[0]?.["called"] === true } };
}
