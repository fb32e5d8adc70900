import { eq } from "./drizzle.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase, makeOrganization, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { SYSTEM, type Scope, type System } from "../scope.ts";
import { eventFailures } from "../tables.ts";

const WHO = {
  text: "select current_user::text as role, current_setting('parley.organization', true) as organization",
  values: [],
};

describeDatabase("row-level security", () => {
  let test: TestDatabase;
  let mine: Scope;
  let theirs: Scope;

  beforeAll(async () => {
    test = await openTestDatabase();
    mine = await makeOrganization(test.db);
    theirs = await makeOrganization(test.db);
    for (const scope of [mine, theirs])
      await test.db.query(scope).insert(eventFailures).values(failureOf(scope, "failure_1"));
  });
  afterAll(() => test.close());

  it("shows nothing of others where the filter was forgotten, in every table of ours", async () => {
    const [tables = []] = await test.db.batch(SYSTEM, [
      {
        text: "select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization' where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace",
        values: [],
      },
    ]);
    expect(tables.length).toBeGreaterThan(10);
    const guarded = tables.map((row) => ({ text: `select organization from ${String(row["name"])}`, values: [] }));
    const rows = (await test.db.batch(mine, guarded)).flat();
    expect(rows).toEqual([{ organization: mine.organization }]);
  });

  it("neither reads, changes, removes nor adds rows of another organization", async () => {
    const query = test.db.query(mine);
    expect(
      await query
        .select({ id: eventFailures.consumer })
        .from(eventFailures)
        .where(eq(eventFailures.organization, theirs.organization)),
    ).toEqual([]);
    expect(
      await query
        .update(eventFailures)
        .set({ code: "x" })
        .where(eq(eventFailures.organization, theirs.organization))
        .returning(),
    ).toEqual([]);
    expect(
      await query.delete(eventFailures).where(eq(eventFailures.organization, theirs.organization)).returning(),
    ).toEqual([]);
    await expect(query.insert(eventFailures).values(failureOf(theirs, "failure_2"))).rejects.toMatchObject({
      code: "42501",
    });
    expect(
      await test.db.query(theirs).select({ id: eventFailures.consumer, code: eventFailures.code }).from(eventFailures),
    ).toEqual([{ id: "failure_1", code: "internal" }]);
  });

  it("keeps organizations from the tables that belong to the server", async () => {
    await expect(test.db.batch(mine, [{ text: "select * from event_consumers", values: [] }])).rejects.toMatchObject({
      code: "42501",
    });
    await expect(
      test.db.batch(mine, [{ text: "insert into organizations (id, name) values ('o', 'n')", values: [] }]),
    ).rejects.toMatchObject({ code: "42501" });
  });

  it("leaves neither role nor organization behind, after success and after failure", async () => {
    const outside = {
      role: expect.not.stringMatching("parley_app"),
      organization: expect.toSatisfy((value) => value === null || value === ""),
    };
    const inside = { role: "parley_app", organization: String(mine.organization) };
    expect((await test.db.batch(mine, [WHO])).flat()).toEqual([inside]);
    await expect(test.db.batch(mine, [WHO, { text: "select 1 / 0", values: [] }])).rejects.toMatchObject({
      code: "22012",
    });
    await expect(
      test.db.transaction(mine, (tx) => tx.batch([{ text: "select 1 / 0", values: [] }])),
    ).rejects.toMatchObject({ code: "22012" });
    // As many at once as there are connections, so that each is looked at.
    const seen = await Promise.all(Array.from({ length: 12 }, () => test.db.batch(SYSTEM, [WHO])));
    for (const rows of seen) expect(rows.flat()).toEqual([outside]);
  });

  it("lets a transaction step out as the system for one statement, and back", async () => {
    await test.db.transaction(mine, async (tx) => {
      const [system] = await tx.batch([{ text: "select count(*) as n from event_failures", values: [] }], SYSTEM);
      const [own] = await tx.batch([{ text: "select count(*) as n from event_failures", values: [] }]);
      expect([system, own]).toEqual([[{ n: 2 }], [{ n: 1 }]]);
    });
  });

  it("uses the policies also under plans that were made for somebody else", async () => {
    const count = {
      text: "select count(*) as n from event_failures where consumer = any($1::text[])",
      values: [["failure_1"]],
    };
    const seen: unknown[] = [];
    const callers: (Scope | System)[] = [mine, SYSTEM, theirs, SYSTEM, mine];
    for (const scope of callers) {
      for (let again = 0; again < 8; again += 1) seen.push((await test.db.batch(scope, [count]))[0]?.[0]?.["n"]);
    }
    expect(seen).toEqual([1, 2, 1, 2, 1].flatMap((n) => Array.from({ length: 8 }, () => n)));
  });
});

const failureOf = (scope: Scope, consumer: string) => ({
  organization: scope.organization,
  consumer,
  number: 1,
  code: "internal",
});
