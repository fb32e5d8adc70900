/** A database as the version before had it, filled: two organizations that were at work when it was stopped. */
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataPlace } from "./house.testing.ts";
import { createEmbeddedEngine } from "./platform/db/embedded-engine.ts";
import { startEmbeddedThread } from "./platform/db/embedded-thread.ts";
import type { Engine } from "./platform/db/engine.ts";
import { migrate, readMigrations } from "./platform/db/migrate.ts";
import { openPostgres } from "./platform/db/postgres-engine.ts";
import { createEmptyDatabase, testEngine } from "./testing/index.ts";

export interface OlderDatabase extends DataPlace {
  /** Ids and keys of what is in it. */
  known: {
    key: string;
    revokedKey: string;
    agent: string;
    plain: string;
    conversation: string;
    web: string;
    visitor: string;
    /** A message that nobody had answered yet. */
    owed: string;
    /** A source that was held. */
    paused: string;
    other: { key: string; agent: string; conversation: string };
  };
  /** How many rows each of its tables had. */
  counts: Record<string, number>;
  remove(): Promise<void>;
}

interface Recorded {
  known: OlderDatabase["known"];
  rows: Record<string, Record<string, unknown>[]>;
}

/** Of the version that landed first. */
const LAST_MIGRATION = "0002_access";
/** What that version itself had written, when a site was read, questions were asked and keys were made with it. */
const recorded = new URL("./testing/fixtures/first-version.json", import.meta.url);

export async function makeOlderDatabase(): Promise<OlderDatabase> {
  const { known, rows }: Recorded = JSON.parse(await readFile(recorded, "utf8"));
  const directory = await mkdtemp(join(tmpdir(), "parley-older-"));
  const database = testEngine === "postgres" ? await createEmptyDatabase() : undefined;
  const engine = await openEngine(directory, database?.url);
  try {
    const migrations = await readMigrations();
    await migrate(engine, migrations.slice(0, migrations.findIndex(({ tag }) => tag === LAST_MIGRATION) + 1));
    await fill(engine, rows);
  } finally {
    await engine.close();
  }
  return {
    directory,
    url: database?.url,
    known,
    counts: Object.fromEntries(Object.entries(rows).map(([table, own]) => [table, own.length])),
    async remove() {
      await database?.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function openEngine(directory: string, url: string | undefined): Promise<Engine> {
  if (url !== undefined) return openPostgres({ url, poolSize: 2, statementTimeoutMs: 10_000, warn: () => {} });
  await mkdir(directory, { recursive: true });
  return createEmbeddedEngine(() =>
    startEmbeddedThread({ directory: join(directory, "database"), template: undefined }),
  );
}

/** Each table with all of its columns: one that the recording does not know would be a table without rows. */
async function fill(engine: Engine, rows: Recorded["rows"]): Promise<void> {
  const [tables = []] = await engine.script(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'parley_migrations'",
  );
  for (const name of tables.map((table) => String(table["name"])).toSorted(parentsFirst)) {
    const own = rows[name];
    if (!own?.[0]) throw new Error(`there are no rows of ${name}`);
    const columns = Object.keys(own[0]).map((column) => `"${column}"`);
    await engine.run(undefined, [
      {
        text: `insert into "${name}" (${columns.join()}) overriding system value
          select ${columns.join()} from jsonb_populate_recordset(null::"${name}", $1::jsonb)`,
        values: [JSON.stringify(own)],
        shape: "objects",
      },
    ]);
  }
  await engine.script(numbersGoOn);
  await engine.script(anHourAgo);
}

/** Others refer to these. */
const parents = ["organizations", "conversations", "knowledge_documents"];
const parentsFirst = (one: string, other: string) => Number(parents.includes(other)) - Number(parents.includes(one));

const numbersGoOn = `
do $$ declare one record; begin
  for one in select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'
  loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), (select max(%I) from %I))', one.t, one.c, one.c, one.t);
  end loop;
end $$`;

/** What counts by days and hours was said today, whenever the test runs. */
const anHourAgo = `
create temporary table shift as
  select now() - interval '1 hour' - max(created_at) as by, now()::date - max(created_at)::date as days from messages;
update messages set created_at = created_at + (select by from shift);
update conversations set created_at = created_at + (select by from shift), updated_at = updated_at + (select by from shift);
update usage_counters set day = day + (select days from shift);
drop table shift`;
