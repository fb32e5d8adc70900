import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres, makeOrganization, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { createClock } from "../clock.ts";
import { SYSTEM, type Scope } from "../scope.ts";
import { readMigrations } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";

describePostgres("PostgreSQL", () => {
  let test: TestDatabase;
  let scope: Scope;
  beforeAll(async () => {
    test = await openTestDatabase();
    scope = await makeOrganization(test.db);
  });
  afterAll(() => test.close());

  const ask = (text: string) => test.db.batch(scope, [{ text, values: [] }]);
  const asAdmin = async (text: string) => {
    const admin = new Client({ connectionString: test.url });
    await admin.connect();
    try {
      return (await admin.query<Record<string, unknown>>(text)).rows;
    } finally {
      await admin.end();
    }
  };
  const killAll = () =>
    asAdmin(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );

  it("heals when its connections are lost, idle and at work", async () => {
    await Promise.all(Array.from({ length: 10 }, () => ask("select 1")));
    const heard: string[] = [];
    const arrived = new Promise<void>((resolve) => {
      void test.db.listen("parley_heal", (payload) => {
        heard.push(payload);
        resolve();
      });
    });
    const atWork = ask("select pg_sleep(20)").catch((error: unknown) => error);
    await busy("pg_sleep");
    await killAll();
    expect(await atWork).toBeInstanceOf(Error);
    expect((await ask("select 1 as one")).flat()).toEqual([{ one: 1 }]);
    const transaction = test.db.transaction(scope, async (tx) => {
      await tx.batch([{ text: "select 1", values: [] }]);
      await killAll();
      await tx.batch([{ text: "select 1", values: [] }]);
    });
    await expect(transaction).rejects.toThrow("onnection");
    expect((await ask("select 1 as one")).flat()).toEqual([{ one: 1 }]);
    // The connection that listens is made anew; what is said once it is there is heard.
    while (
      (
        await asAdmin(
          "select 1 from pg_stat_activity where datname = current_database() and application_name = 'parley listen' and query like 'listen%'",
        )
      ).length === 0
    );
    await test.db.notify("parley_heal", "again");
    await arrived;
    expect(heard).toEqual(["again"]);
  });

  it("forgets statements that a migration elsewhere has made impossible", async () => {
    await asAdmin("create table changing (a int); grant select on changing to parley_app");
    const read = () => test.db.batch(SYSTEM, [{ text: "select * from changing", values: [] }]);
    await Promise.all(Array.from({ length: 10 }, read));
    await asAdmin("alter table changing add column b int");
    // Each of the ten connections may fail once; none may fail for ever.
    for (let attempt = 0; attempt < 10; attempt += 1) await read().catch(() => {});
    await asAdmin("insert into changing values (1, 2)");
    const results = await Promise.all(Array.from({ length: 10 }, read));
    expect(results.flat(2)).toEqual(Array.from({ length: 10 }, () => ({ a: 1, b: 2 })));
  });

  it("does not do again what was begun when its connection was ended", async () => {
    await asAdmin("create sequence begun");
    const text = "select nextval('begun'), pg_sleep(20)";
    const atWork = test.db.batch(SYSTEM, [{ text, values: [] }]).catch((error: unknown) => error);
    await busy("begun");
    await killAll();
    expect(await atWork).toMatchObject({ code: "57P01" });
    expect(await asAdmin("select last_value::int as at from begun")).toEqual([{ at: 1 }]);
  });

  it("works on after a batch that cannot be sent, and after one that fails once its statements are prepared", async () => {
    const many = { text: "select 1", values: Array.from({ length: 70_000 }, () => "x") };
    for (let attempt = 0; attempt < 12; attempt += 1)
      await expect(test.db.batch(scope, [many])).rejects.toThrow("out of range");
    const read = (value: string) => test.db.batch(SYSTEM, [{ text: "select $1::int as v", values: [value] }]);
    const both = (value: string) =>
      test.db.batch(scope, [
        { text: "select $1::int as v", values: [value] },
        { text: "select $1::int as w", values: [value] },
      ]);
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await expect(read("x")).rejects.toMatchObject({ code: "22P02" });
      await expect(both("x")).rejects.toMatchObject({ code: "22P02" });
      expect(await Promise.all([read("7"), both("8")])).toEqual([[[{ v: 7 }]], [[{ v: 8 }], [{ w: 8 }]]]);
    }
  });

  it("stops a statement that takes too long", async () => {
    const db = await openDatabase({
      url: test.url ?? "",
      clock: createClock(),
      warn: () => {},
      statementTimeoutMs: 50,
    });
    await expect(db.batch(scope, [{ text: "select pg_sleep(20)", values: [] }])).rejects.toMatchObject({
      code: "57014",
    });
    await db.close();
  });

  it("keeps to one state in reads that travel together", async () => {
    const [[first] = [], , [second] = []] = await test.db.batch(
      SYSTEM,
      [
        "select txid_current_snapshot()::text as s",
        "select pg_sleep(0.01)",
        "select txid_current_snapshot()::text as s",
      ].map((text) => ({ text, values: [] })),
    );
    expect(second).toEqual(first);
  });

  it("works for an owner who is no superuser, and keeps organizations apart under it", async () => {
    const [{ name } = { name: "" }] = await asAdmin("select current_database() as name");
    const user = `parley_test_owner_${process.pid}`;
    await asAdmin(`create role ${user} login createrole`);
    const admin = new Client({ connectionString: test.url });
    await admin.connect();
    try {
      await admin.query(`grant parley_app to ${user}`);
      await admin.query(`create database ${String(name)}_own owner ${user}`);
      const url = new URL(test.url ?? "");
      url.username = user;
      url.pathname = `/${String(name)}_own`;
      const db = await openDatabase({ url: url.href, clock: createClock(), warn: () => {} });
      const [one, two] = [await makeOrganization(db, "One"), await makeOrganization(db, "Two")];
      const count = [{ text: "select count(*) as n from organizations", values: [] }];
      expect([await db.batch(one, count), await db.batch(two, count), await db.batch(SYSTEM, count)]).toEqual([
        [[{ n: 1 }]],
        [[{ n: 1 }]],
        [[{ n: 2 }]],
      ]);
      await db.close();
    } finally {
      await admin.query(`drop database if exists ${String(name)}_own with (force)`);
      await admin.query(`drop role ${user}`);
      await admin.end();
    }
  });

  it("migrates once when three processes start together", async () => {
    const [{ name } = { name: "" }] = await asAdmin("select current_database() as name");
    await asAdmin(`create database ${String(name)}_new`);
    try {
      const url = new URL(test.url ?? "");
      url.pathname = `/${String(name)}_new`;
      const opened = await Promise.all(
        [1, 2, 3].map(() => openDatabase({ url: url.href, clock: createClock(), warn: () => {} })),
      );
      const [rows] =
        (await opened[0]?.batch(SYSTEM, [
          { text: "select number from parley_migrations order by number", values: [] },
        ])) ?? [];
      expect(rows).toEqual((await readMigrations()).map(({ number }) => ({ number })));
      await Promise.all(opened.map((db) => db.close()));
    } finally {
      await asAdmin(`drop database if exists ${String(name)}_new with (force)`);
    }
  });

  it("says what to do when no PostgreSQL answers", async () => {
    const opening = openDatabase({ url: "postgres://nobody@127.0.0.1:1/none", clock: createClock(), warn: () => {} });
    await expect(opening).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("DATABASE_URL"),
    });
  });

  const busy = async (what: string) => {
    while (
      (
        await asAdmin(
          `select 1 from pg_stat_activity where datname = current_database() and state = 'active' and query like '%${what}%' and pid <> pg_backend_pid()`,
        )
      ).length === 0
    );
  };
});
