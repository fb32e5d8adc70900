import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { SYSTEM } from "../scope.ts";
import type { Engine } from "./engine.ts";
import { createEmbeddedEngine } from "./embedded-engine.ts";
import { startEmbeddedThread } from "./embedded-thread.ts";
import { migrate, readMigrations, type Migration } from "./migrate.ts";
import { openPostgres } from "./postgres-engine.ts";

describeDatabase("migrations", () => {
  let test: TestDatabase;
  let engine: Engine;
  let ours: Migration[];
  let before = 0;
  /** A further one, the first, second, third after ours. */
  const step = (place: number, sql: string): Migration => {
    const number = ours.length - 1 + place;
    return { number, tag: `step_${place}`, sql, hash: sql };
  };
  const run = (migrations: Migration[]) => migrate(engine, migrations, async () => void (before += 1));
  const tables = async () =>
    (await engine.script("select tablename as name from pg_tables where tablename like 'made_%' order by 1"))[0]?.map(
      (row) => row["name"],
    );

  beforeAll(async () => {
    test = await openTestDatabase();
    ours = await readMigrations();
    engine =
      test.url === undefined
        ? await createEmbeddedEngine(() => startEmbeddedThread({ directory: undefined, template: undefined }))
        : await openPostgres({ url: test.url, poolSize: 2, statementTimeoutMs: 10_000, warn: () => {} });
    await migrate(engine, ours);
  });
  afterAll(async () => {
    await engine.close();
    await test.close();
  });

  it("applies what is missing, in order, once, and lets somebody act before it", async () => {
    const more = [
      ...ours,
      step(1, "create table made_a (organization int); alter table made_a enable row level security"),
      step(2, "create table made_b (v int)"),
    ];
    await run(more);
    await run(more);
    expect(await tables()).toEqual(["made_a", "made_b"]);
    expect(before).toBe(1);
    const [grants] = await engine.script(
      "select table_name as name from information_schema.role_table_grants where grantee = 'parley_app' and table_name like 'made_%' and privilege_type = 'SELECT'",
    );
    expect(grants).toEqual([{ name: "made_a" }]);
  });

  it("refuses a database that is newer than the code, or another than it", async () => {
    await expect(run(ours)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("newer Parley (migration step_1)"),
    });
    await expect(run([...ours, step(1, "-- changed"), step(2, "create table made_b (v int)")])).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("applies all of the steps or none", async () => {
    const more = [
      ...ours,
      step(1, "create table made_a (organization int); alter table made_a enable row level security"),
      step(2, "create table made_b (v int)"),
    ];
    await expect(
      run([...more, step(3, "create table made_c (v int)"), step(4, "create table made_b (v int)")]),
    ).rejects.toMatchObject({ code: "42P07" });
    expect(await tables()).toEqual(["made_a", "made_b"]);
    await run([...more, step(3, "create table made_c (v int)")]);
    expect(await tables()).toEqual(["made_a", "made_b", "made_c"]);
  });

  it("covers what a search reads by the key of the postings alone", async () => {
    const [rows] = await test.db.batch(SYSTEM, [
      { text: "select pg_get_indexdef('knowledge_postings_pkey'::regclass) as definition", values: [] },
    ]);
    expect(rows?.[0]?.["definition"]).toContain("(organization, index_number, term, chunk) INCLUDE (tf, len)");
  });
});
