/**
 * Everything of one organization as gzip of JSON lines: `{"table", "row"}` and `{"file"}`, under the organization's own
 * role, so that the database itself lets out nothing of others. Without what opens anything (keys, hashes, sealed
 * texts), and without what is made anew from the rest (the index of words).
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Readable } from "node:stream";
import { type Database, type Files, quoted, type Scope, type TableShape, type Tx } from "../../platform/index.ts";
import { readPeople } from "../members/people.ts";
import { filesOf, ownedIds } from "./owned-files.ts";
import { ownedTables } from "./owned-tables.ts";

const SECRET_COLUMN = /hash|secret|sealed|token|password|cipher|encrypted|credential/;
/** Answers of repeated requests may hold a new key; mails hold links that open something. */
const SECRET_TABLES = new Set(["idempotent_requests"]);
const DERIVED = /^knowledge_(postings|index_statistics|verified_keys)$|^conversation_words$|^event/;
const AT_ONCE = 500;

export interface ExportParts {
  db: Database;
  files: Files;
}

/** As of one moment. Put together in a temporary file first: nobody else waits for a slow line. */
export async function exportOrganization(parts: ExportParts, scope: Scope, now: number): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), "parley-export-"));
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, "export");
    await parts.db.transaction(
      scope,
      (tx) =>
        pipeline(
          linesOf(parts, tx, { scope, now }),
          createGzip({ level: 6 }),
          createWriteStream(file, { mode: 0o600 }),
        ),
      { isolation: "repeatable read" },
    );
    return createReadStream(file).once("close", () => void forget());
  } catch (error) {
    await forget();
    throw error;
  }
}

async function* linesOf(
  { files }: ExportParts,
  tx: Tx,
  { scope, now }: { scope: Scope; now: number },
): AsyncGenerator<string> {
  yield line({
    format: "parley-organization",
    version: 1,
    organization: scope.organizationId,
    createdAt: new Date(now).toISOString(),
  });
  const [own = []] = await tx.batch([{ text: "select id, name, settings, created_at from organizations", values: [] }]);
  for (const row of own) yield line({ table: "organizations", row });
  for (const table of await ownedTables(tx)) {
    if (SECRET_TABLES.has(table.name) || DERIVED.test(table.name)) continue;
    for await (const rows of rowsOf(tx, table)) {
      const named = table.name === "members" ? await withPeople(tx, rows) : rows;
      for (const row of named) yield line({ table: table.name, row });
    }
  }
  for await (const name of filesOf(files, await ownedIds(tx, files, scope.organization))) {
    const file = await files.read(name);
    if (!file) continue;
    yield line({ file: { name, contentType: file.contentType, base64: Buffer.from(file.bytes).toString("base64") } });
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

async function* rowsOf(tx: Tx, table: TableShape): AsyncGenerator<object[]> {
  const columns = table.columns
    .filter(({ name, type }) => name !== "organization" && type !== "bytea" && !SECRET_COLUMN.test(name))
    .map(({ name }) => quoted(name));
  const cursor = quoted(`export_${table.name}`);
  const query = `select to_jsonb(own) as row from (select ${columns.join(", ")} from ${quoted(table.name)}) own`;
  await tx.batch([{ text: `declare ${cursor} no scroll cursor for ${query}`, values: [] }]);
  for (;;) {
    const [fetched = []] = await tx.batch([{ text: `fetch ${AT_ONCE} from ${cursor}`, values: [] }]);
    if (fetched.length === 0) break;
    yield fetched.flatMap(({ row }) => (typeof row === "object" && row !== null ? [row] : []));
  }
  await tx.batch([{ text: `close ${cursor}`, values: [] }]);
}

/** A member's name and address stand with the account, which is no organization's. */
async function withPeople(tx: Tx, rows: readonly object[]): Promise<object[]> {
  const idOf = (row: object) => ("user_id" in row ? String(row.user_id) : "");
  const people = await readPeople(tx, rows.map(idOf));
  return rows.map((row) => {
    const person = people.get(idOf(row));
    return { ...row, name: person?.name ?? null, email: person?.email ?? null };
  });
}
