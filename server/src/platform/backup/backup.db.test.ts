import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  reachableEngines,
  type TestDatabase,
} from "../../testing/index.ts";
import type { Database } from "../db/types.ts";
import type { Files } from "../files.ts";
import { SYSTEM } from "../scope.ts";
import { readBackup } from "./read-backup.ts";
import { writeBackup } from "./write-backup.ts";

const secretFingerprint = "the same secret";
const awkward = 'line\u2028break "quotes" {braces} \\back,comma NULL\nünïcödé 日本語 😀';

describeDatabase("backup and restore", () => {
  let from: TestDatabase;
  let folder: string;
  let file: string;
  const files = inMemoryFiles({ "agents/logo.png": new Uint8Array([0, 255, 10, 13]) });

  beforeAll(async () => {
    from = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "parley-backup-"));
    file = join(folder, "all.gz");
    await fill(from.db);
    await writeBackup({ db: from.db, files, secretFingerprint }, createWriteStream(file));
  });
  afterAll(async () => {
    await from.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(reachableEngines)("brings every row back, into %s", async (engine) => {
    const before = await everything(from.db);
    expect(before["knowledge_documents"]).toHaveLength(300);
    const to = await openTestDatabase(engine);
    try {
      const restored = inMemoryFiles({});
      await readBackup({ db: to.db, files: restored, secretFingerprint }, file);
      expect(await everything(to.db)).toEqual(before);
      expect((await restored.read("agents/logo.png"))?.bytes).toEqual(new Uint8Array([0, 255, 10, 13]));
    } finally {
      await to.close();
    }
  });

  it("goes on numbering where it stopped, and delivers what had not been delivered", async () => {
    const to = await openTestDatabase();
    try {
      await readBackup({ db: to.db, files: inMemoryFiles({}), secretFingerprint }, file);
      const scope = await makeOrganization(to.db);
      const [old] = await to.db.batch(SYSTEM, [
        { text: "select max(number) as last from organizations where number < $1", values: [scope.organization] },
      ]);
      expect(scope.organization).toBe(Number(old?.[0]?.["last"]) + 1);
      await to.db.batch(scope, [
        {
          text: "insert into events (organization, type, data) values ($1, 'new', '{}')",
          values: [scope.organization],
        },
      ]);
      const [undelivered] = await to.db.batch(SYSTEM, [
        {
          text: `select e.type from events e, event_consumers c where c.name = 'reader'
            and (e.transaction, e.number) > (c.transaction, c.number) order by e.transaction, e.number`,
          values: [],
        },
      ]);
      expect(undelivered).toEqual([{ type: "fourth" }, { type: "new" }]);
    } finally {
      await to.close();
    }
  });

  it("refuses a file that is cut off or changed anywhere, and changes nothing", async () => {
    const to = await openTestDatabase();
    const whole = await readFile(file);
    const damaged = join(folder, "damaged.gz");
    try {
      for (const bytes of [
        whole.subarray(0, whole.length - 1),
        whole.subarray(0, whole.length / 2),
        gunzipSync(whole),
        Buffer.from("hello"),
        Buffer.alloc(0),
      ]) {
        await writeFile(damaged, bytes);
        await expect(readBackup({ db: to.db, files, secretFingerprint }, damaged)).rejects.toMatchObject({
          code: "invalid_request",
        });
      }
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 1, flipped.length >> 1);
      await writeFile(damaged, flipped);
      await expect(readBackup({ db: to.db, files, secretFingerprint }, damaged)).rejects.toMatchObject({
        code: "invalid_request",
      });
      await expect(
        readBackup({ db: to.db, files, secretFingerprint }, join(folder, "missing.gz")),
      ).rejects.toMatchObject({ code: "not_found" });
      expect((await everything(to.db))["organizations"]).toEqual([]);
    } finally {
      await to.close();
    }
  });

  it("refuses another secret and a database that is not empty", async () => {
    const to = await openTestDatabase();
    try {
      await expect(readBackup({ db: to.db, files, secretFingerprint: "another" }, file)).rejects.toMatchObject({
        code: "conflict",
      });
      expect((await everything(to.db))["organizations"]).toEqual([]);
      await makeOrganization(to.db);
      await expect(readBackup({ db: to.db, files, secretFingerprint }, file)).rejects.toMatchObject({
        code: "conflict",
      });
    } finally {
      await to.close();
    }
  });
});

async function fill(db: Database): Promise<void> {
  const gone = await makeOrganization(db, "Gone");
  const scope = await makeOrganization(db, awkward);
  const last = await makeOrganization(db, "Last");
  await db.batch(SYSTEM, [
    {
      text: "delete from organizations where number = any($1::int[])",
      values: [[gone.organization, last.organization]],
    },
  ]);
  await makeOrganization(db, "The last one");
  const own = (text: string, ...values: unknown[]) =>
    db.batch(scope, [{ text, values: [scope.organization, ...values] }]);
  await own(
    `insert into knowledge_documents (organization, id, agent_id, title, language, content_hash, content, words, chunk_count, token_count)
     select $1, 'doc_' || i, 'agt_1', $2, 'en', 'h', repeat($2, i), i, 1, i from generate_series(1, 300) i`,
    awkward,
  );
  await own(
    "insert into api_keys (organization, id, name, hash, hint, scopes, expires_at) values ($1, 'key_1', 'k', 'h', 'x', $2::text[], $3)",
    [awkward, "", "b"],
    new Date(1.5e12),
  );
  await own("insert into agents (organization, id, settings, profile) values ($1, 'agt_1', $2::jsonb, 'null')", {
    greeting: awkward,
  });
  await own(
    "insert into knowledge_postings (organization, index_number, chunk, tf, len, term) select $1, 1, i, 3, 9, 'term' || i from generate_series(1, 5000) i",
  );
  for (const type of ["first", "second", "third"])
    await own("insert into events (organization, type, data) values ($1, $2, '\"text\"')", type);
  // One consumer has read all three, another only the first; then a fourth event comes.
  await db.batch(SYSTEM, [
    {
      text: "insert into event_consumers (name, transaction, number) select 'reader', transaction, number from events where type = 'third'",
      values: [],
    },
    {
      text: "insert into event_consumers (name, transaction, number) select 'slow', transaction, number from events where type = 'first'",
      values: [],
    },
  ]);
  await own("insert into events (organization, type, data) values ($1, 'fourth', '[1, {\"a\": null}]')");
}

/** Every table's rows, but for the places of events, which are told anew. */
async function everything(db: Database): Promise<Record<string, unknown[]>> {
  const [tables = []] = await db.batch(SYSTEM, [
    {
      text: "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('parley_migrations', 'event_consumers') order by 1",
      values: [],
    },
  ]);
  const names = tables.map((row) => String(row["name"]));
  const rows = await db.batch(
    SYSTEM,
    names.map((name) => ({
      text: `select (to_jsonb(t) - 'transaction')::text as row from ${name} t order by 1`,
      values: [],
    })),
  );
  return Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
}

function inMemoryFiles(initial: Record<string, Uint8Array>): Files {
  const kept = new Map(Object.entries(initial).map(([name, bytes]) => [name, { bytes, contentType: "image/png" }]));
  return {
    async write(name, bytes, contentType) {
      kept.set(name, { bytes: new Uint8Array(bytes), contentType });
    },
    read: async (name) => kept.get(name),
    receive: () => Promise.reject(new Error("not asked here")),
    open: () => Promise.reject(new Error("not asked here")),
    async remove(name) {
      kept.delete(name);
    },
    async *list() {
      yield* kept.keys();
    },
  };
}
