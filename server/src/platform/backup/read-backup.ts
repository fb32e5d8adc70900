import { stat } from "node:fs/promises";
import { Fault } from "@parley/contracts";
import type { Tx } from "../db/types.ts";
import { unlessMissing } from "../files.ts";
import { SYSTEM } from "../scope.ts";
import { FORMAT, readLines, VERSION, type Line, type Manifest } from "./backup-lines.ts";
import { describeTables, quoted, type TableShape } from "./describe-tables.ts";
import { placeEvents } from "./place-events.ts";
import { lastMigration, type BackupParts } from "./write-backup.ts";

/**
 * Puts a backup into an empty database: all of it or nothing. Jobs that were waiting are not in it; whatever still has
 * to be done is found again by its lease.
 * Faults: `not_found` when there is no such file; `invalid_request` when it is no whole backup; `conflict` when the database is not empty, is at another
 * migration, or the backup was made under another secret.
 */
export async function readBackup(parts: BackupParts, file: string): Promise<void> {
  await verifyBackup(file);
  await parts.db.transaction(SYSTEM, async (tx) => {
    const tables = await describeTables(tx);
    await assertEmpty(tx, tables);
    const loader = createLoader(tx, tables);
    for await (const line of readLines(file)) {
      if ("manifest" in line) await assertFits(tx, line.manifest, parts.secretFingerprint);
      else if ("file" in line)
        await parts.files.write(line.file.name, Buffer.from(line.file.bytes, "base64"), line.file.contentType);
      else await loader.take(line);
    }
    await placeEvents(tx);
  });
}

/** To its very end, before anything is touched. */
export async function verifyBackup(file: string): Promise<void> {
  const kind = await stat(file).catch(unlessMissing);
  if (!kind?.isFile()) throw new Fault("not_found", `There is no file ${file}.`);
  let first: Line | undefined;
  try {
    for await (const line of readLines(file)) first ??= line;
  } catch (error) {
    throw new Fault(
      "invalid_request",
      `${file} is not a whole backup of Parley: it is cut off, damaged or something else. Nothing was changed.`,
      {
        cause: error,
      },
    );
  }
  if (!first || !("manifest" in first))
    throw new Fault("invalid_request", `${file} is not a backup of Parley. Nothing was changed.`);
}

async function assertFits(tx: Tx, manifest: Manifest, secretFingerprint: string): Promise<void> {
  const migration = await lastMigration(tx);
  if (manifest.format !== FORMAT || manifest.version !== VERSION || manifest.migration !== migration) {
    throw new Fault(
      "conflict",
      `The backup was made by another version of Parley (${manifest.migration}, here ${migration}). Restore it with that version, then update.`,
    );
  }
  if (manifest.secret !== secretFingerprint) {
    throw new Fault(
      "conflict",
      "The backup was made under another secret; what is sealed in it could not be opened. Copy the file `secret` from the data directory that it was made of into this one, or set PARLEY_SECRET to what it was, and restore again.",
    );
  }
}

async function assertEmpty(tx: Tx, tables: readonly TableShape[]): Promise<void> {
  // A consumer's place is not content: a server that was started once has left it.
  await tx.batch([
    { text: "lock table organizations in exclusive mode", values: [] },
    { text: "delete from event_consumers", values: [] },
  ]);
  const found = await tx.batch(
    tables.map(({ name }) => ({ text: `select 1 from ${quoted(name)} limit 1`, values: [] })),
  );
  const full = tables.find((_, at) => (found[at]?.length ?? 0) > 0);
  if (full) {
    throw new Fault(
      "conflict",
      `A backup can be restored only into an empty database, and there is something in "${full.name}". Use a new data directory or database.`,
    );
  }
}

function createLoader(tx: Tx, tables: readonly TableShape[]) {
  let columns: TableShape["columns"] = [];
  let insert = "";
  return {
    async take(line: Line): Promise<void> {
      if ("table" in line) {
        const table = tables.find(({ name }) => name === line.table);
        if (!table) throw new Fault("conflict", `The backup holds a table that is not known here (${line.table}).`);
        columns = line.columns.map((name) => columnOf(table, name));
        insert = insertion(table.name, columns);
      } else if ("rows" in line) {
        await tx.batch([{ text: insert, values: columns.map((_, at) => line.rows.map((row) => row[at] ?? null)) }]);
      } else if ("sequence" in line) {
        const { table, column, last, called } = line.sequence;
        await tx.batch([
          {
            text: "select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4::boolean)",
            values: [quoted(table), column, last, called],
          },
        ]);
      }
    },
  };
}

function columnOf(table: TableShape, name: string): TableShape["columns"][number] {
  const column = table.columns.find((one) => one.name === name);
  if (!column) throw new Fault("conflict", `The backup holds a column that is not known here (${table.name}.${name}).`);
  return column;
}

/** One array of texts for each column, however many rows: one statement for the whole table. */
function insertion(table: string, columns: TableShape["columns"]): string {
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  const values = columns.map(({ type }, at) => `v.c${at}::${type}`).join(", ");
  const arrays = columns.map((_, at) => `$${at + 1}::text[]`).join(", ");
  const labels = columns.map((_, at) => `c${at}`).join(", ");
  return `insert into ${quoted(table)} (${names}) overriding system value select ${values} from unnest(${arrays}) as v(${labels})`;
}
