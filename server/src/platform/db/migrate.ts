/** Brings the tables up to date: forward only, one process at a time, all steps or none. */
import { readFile } from "node:fs/promises";
import { Fault } from "@parley/contracts";
import { createHash } from "node:crypto";
import type { Engine, Session } from "./engine.ts";
import { grantAccess } from "./grant-access.ts";
import type { Row } from "./types.ts";

export interface Migration {
  number: number;
  tag: string;
  sql: string;
  hash: string;
}

interface Journal {
  entries: { idx: number; tag: string }[];
}

/** Any constant of our own: who migrates takes this advisory lock of the database. */
const LOCK = 7_261_353;

/**
 * Applies what is missing. `before` is called when something is, and something was there already.
 * Throws `conflict` when the database is newer than, or another than, the migrations.
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[],
  before: () => Promise<void> = async () => {},
): Promise<void> {
  const known = await readApplied((text) => engine.script(text));
  if (missing(known, migrations).length === 0) return;
  if (known.length > 0) await before();
  const session = await engine.begin(undefined);
  try {
    await session.script(
      `set local statement_timeout = 0; set local lock_timeout = 0; select pg_advisory_xact_lock(${LOCK})`,
    );
    // Another process may have been quicker while this one waited.
    const open = missing(await readApplied((text) => session.script(text)), migrations);
    for (const migration of open) await apply(session, migration);
    if (open.length > 0) await grantAccess(session);
    await session.commit();
  } catch (error) {
    await session.rollback();
    throw error;
  }
}

/** The migrations of this build, in order, as drizzle-kit's journal names them. */
export async function readMigrations(
  directory: URL = new URL("../../../migrations/", import.meta.url),
): Promise<Migration[]> {
  const journal: Journal = JSON.parse(await readFile(new URL("meta/_journal.json", directory), "utf8"));
  return Promise.all(
    journal.entries.map(async ({ idx, tag }) => {
      const sql = await readFile(new URL(`${tag}.sql`, directory), "utf8");
      return { number: idx, tag, sql, hash: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function readApplied(
  script: (text: string) => Promise<Row[][]>,
): Promise<{ number: number; tag: string; hash: string }[]> {
  const [there] = await script(
    "select 1 from pg_tables where schemaname = 'public' and tablename = 'parley_migrations'",
  );
  if (!there?.length) return [];
  const [rows] = await script("select number, tag, hash from parley_migrations order by number");
  return (rows ?? []).map((row) => ({
    number: Number(row["number"]),
    tag: String(row["tag"]),
    hash: String(row["hash"]),
  }));
}

function missing(
  applied: readonly { number: number; tag: string; hash: string }[],
  migrations: readonly Migration[],
): Migration[] {
  for (const { number, tag, hash } of applied) {
    const ours = migrations.find((migration) => migration.number === number);
    if (!ours) {
      throw new Fault(
        "conflict",
        `The database was made by a newer Parley (migration ${tag}). Start that version, or restore a backup made by this one.`,
      );
    }
    if (ours.hash !== hash) {
      throw new Fault(
        "conflict",
        `The database was made by another build of Parley (migration ${tag} differs). Start that build, or begin with an empty data directory or database.`,
      );
    }
  }
  return migrations.filter(({ number }) => !applied.some((one) => one.number === number));
}

async function apply(session: Session, { number, tag, sql, hash }: Migration): Promise<void> {
  await session.script(
    "create table if not exists parley_migrations (number integer primary key, tag text not null, hash text not null, applied_at timestamptz not null default now())",
  );
  await session.script(sql);
  await session.run(
    [
      {
        text: "insert into parley_migrations (number, tag, hash) values ($1, $2, $3)",
        values: [String(number), tag, hash],
        shape: "objects",
      },
    ],
    false,
  );
}
