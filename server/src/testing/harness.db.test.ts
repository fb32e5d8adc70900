import { afterAll, beforeAll, expect, it } from "vitest";
import { readMigrations } from "../platform/db/migrate.ts";
import { SYSTEM } from "../platform/index.ts";
import {
  createTestClock,
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  testEngine,
  type TestDatabase,
} from "./index.ts";

describeDatabase("the test harness", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it("opens a migrated database on the engine that was asked for", async () => {
    expect(test.db.engine).toBe(testEngine);
    const [rows] = await test.db.batch(SYSTEM, [
      { text: "select tag from parley_migrations order by number", values: [] },
    ]);
    const tags = (await readMigrations()).map(({ tag }) => tag);
    expect(tags[0]).toBe("0000_role");
    expect(rows?.map((row) => row["tag"])).toEqual(tags);
  });

  it("makes organizations, each with a number of its own", async () => {
    const [first, second] = [await makeOrganization(test.db, "One"), await makeOrganization(test.db, "Two")];
    expect(second.organization).toBeGreaterThan(first.organization);
    const [seen] = await test.db.batch(first, [{ text: "select name from organizations", values: [] }]);
    expect(seen).toEqual([{ name: "One" }]);
  });

  it("moves time by hand", async () => {
    const clock = createTestClock();
    const heard: string[] = [];
    const stop = clock.every(40, () => heard.push(`every ${clock.now() - start}`));
    const start = clock.now();
    void clock.sleep(60).then(() => heard.push(`slept ${clock.now() - start}`));
    await clock.advance(100);
    stop();
    await clock.advance(100);
    expect(heard).toEqual(["every 40", "slept 60", "every 80"]);
  });
});
