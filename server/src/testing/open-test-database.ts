import { createHash, randomBytes } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe } from "vitest";
import { createClock, openDatabase, type Database } from "../platform/index.ts";
import { readMigrations } from "../platform/db/migrate.ts";
import { openInMemory, writeTemplate } from "../platform/db/open-in-memory.ts";

export interface TestDatabase {
  db: Database;
  /** PostgreSQL: the address of the database, for a second connection; undefined on the embedded engine. */
  url: string | undefined;
  close(): Promise<void>;
}

/** Which engine this run is for: the vitest projects `embedded` and `postgres` say so. */
export const testEngine = process.env["PARLEY_TEST_ENGINE"] === "postgres" ? "postgres" : "embedded";

const adminUrl = process.env["DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:55432/postgres";
const postgresAnswers = await answers();
const reachable = testEngine === "embedded" || postgresAnswers;
if (!reachable)
  process.stderr.write("Skipped: no PostgreSQL answers. Set DATABASE_URL to run these tests on it too.\n");

/** Engines that tests which go from one to the other may open. */
export const reachableEngines: readonly ("embedded" | "postgres")[] = postgresAnswers
  ? ["embedded", "postgres"]
  : ["embedded"];

/** As `describe`, skipped with a word on it where the engine is not there. */
export const describeDatabase = reachable ? describe : describe.skip;

/** For what only PostgreSQL does. */
export const describePostgres = reachable && testEngine === "postgres" ? describe : describe.skip;

/** A migrated database of its own for a test file; on PostgreSQL it is dropped by `close`. */
export async function openTestDatabase(engine: "embedded" | "postgres" = testEngine): Promise<TestDatabase> {
  if (engine === "postgres") return openOnPostgres(await fingerprintMigrations());
  const db = await openInMemory(await embeddedTemplate());
  return { db, url: undefined, close: () => db.close() };
}

/** A file from which a migrated embedded database begins at once; made by the first test that needs it. */
export async function embeddedTemplate(): Promise<string> {
  const template = join(tmpdir(), `parley_test_template_${await fingerprintMigrations()}`);
  if (existsSync(template)) return template;
  const made = `${template}.${randomBytes(4).toString("hex")}`;
  await writeTemplate(made);
  renameSync(made, template);
  return template;
}

async function fingerprintMigrations(): Promise<string> {
  const hash = createHash("sha256");
  for (const migration of await readMigrations()) hash.update(migration.hash);
  return hash.digest("hex").slice(0, 16);
}

/** A database of PostgreSQL with nothing in it; `drop` takes it away, whoever is connected. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = newName();
  await asAdmin((admin) => admin.query(`create database ${name}`));
  return {
    url: urlOf(name),
    drop: () => asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`)).then(() => undefined),
  };
}

/** Names by which `dropOld` knows them. */
const newName = () => `parley_test_${Date.now().toString(36)}_${randomBytes(4).toString("hex")}`;

async function openOnPostgres(fingerprint: string): Promise<TestDatabase> {
  const name = newName();
  const template = `parley_test_template_${fingerprint}`;
  await asAdmin(async (admin) => {
    // One test file after the other: a template can be copied only while nobody is connected to it.
    await admin.query("select pg_advisory_lock(7261354)");
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [template]);
    if (!rowCount) {
      const unfinished = `${template}_${randomBytes(4).toString("hex")}`;
      await dropOld(admin);
      await admin.query(`create database ${unfinished}`);
      await (await open(unfinished)).close();
      await admin.query(`alter database ${unfinished} rename to ${template}`);
    }
    await admin.query(`create database ${name} template ${template}`);
  });
  const db = await open(name);
  return {
    db,
    url: urlOf(name),
    async close() {
      await db.close();
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

const open = (name: string) => openDatabase({ url: urlOf(name), clock: createClock(), warn: () => {} });

function urlOf(name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** What runs that were cut off have left behind, an hour later. */
async function dropOld(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^parley_test_[0-9a-z]+_[0-9a-f]{8}$'",
  );
  for (const { datname } of rows) {
    const made = Number.parseInt(datname.split("_")[2] ?? "", 36);
    if (made < Date.now() - 3_600_000) await admin.query(`drop database if exists ${datname} with (force)`);
  }
}

async function asAdmin(work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function answers(): Promise<boolean> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
