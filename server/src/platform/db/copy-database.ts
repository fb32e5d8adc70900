/** Copies the directory of an open embedded database. Nothing runs meanwhile: the caller is its only thread. */
import { constants, copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";

/** Names of write-ahead log segments: 24 hexadecimal digits. */
const SEGMENT = /^[0-9A-F]{24}$/;
/** Made anew at every start. */
const LEFT_OUT = new Set(["postmaster.pid", "postmaster.opts"]);

export async function copyDatabase(database: PGlite, from: string, to: string): Promise<void> {
  await database.exec("checkpoint");
  const { rows } = await database.query<{ first: string; last: string }>(
    "select redo_wal_file as first, pg_walfile_name(pg_current_wal_insert_lsn()) as last from pg_control_checkpoint()",
  );
  const segments = rows[0];
  // After a checkpoint only the log from its redo point on is needed; older and recycled segments are 16 MB each.
  const needed = (name: string) =>
    !segments || !SEGMENT.test(name) || (name >= segments.first && name <= segments.last);
  copyDirectory(from, to, needed);
}

function copyDirectory(from: string, to: string, needed: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyDirectory(source, target, needed);
    else if (needed(entry.name) && !LEFT_OUT.has(entry.name)) copyFileSync(source, target, constants.COPYFILE_FICLONE);
  }
}
