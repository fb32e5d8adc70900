import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, type Scope } from "../platform/index.ts";
import {
  createTestClock,
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  type TestClock,
} from "../testing/index.ts";
import { createUsage } from "./index.ts";

describeDatabase("tokens of the day", () => {
  let db: Database;
  let close: () => Promise<void>;
  let clock: TestClock;
  let scope: Scope;
  const budgets = [
    { subject: "visitor:one", perDay: 100 },
    { subject: "agent:one", perDay: 1_000 },
  ];
  const subjects = budgets.map(({ subject }) => subject);
  const unexpected = (error: unknown) => {
    throw error;
  };

  beforeAll(async () => {
    ({ db, close } = await openTestDatabase());
    clock = createTestClock();
    scope = await makeOrganization(db);
  });
  afterAll(() => close());

  it("count at once here, for others once written, and for no other organization", async () => {
    const here = createUsage({ db, clock, report: unexpected });
    const there = createUsage({ db, clock, report: unexpected });
    expect(await here.withinBudget(scope, budgets)).toBe(true);
    here.addTokens(scope, subjects, 60);
    expect(await here.withinBudget(scope, budgets)).toBe(true);
    here.addTokens(scope, subjects, 60);
    expect(await here.withinBudget(scope, budgets)).toBe(false);
    expect(await there.withinBudget(scope, budgets)).toBe(true);
    await here.stop();
    expect(await here.withinBudget(scope, budgets)).toBe(false);
    await clock.advance(2_000);
    expect(await there.withinBudget(scope, budgets)).toBe(false);
    expect(await there.withinBudget(await makeOrganization(db), budgets)).toBe(true);
  });

  it("begin anew with the next day", async () => {
    const usage = createUsage({ db, clock, report: unexpected });
    const [budget] = [{ subject: "visitor:two", perDay: 10 }];
    usage.addTokens(scope, ["visitor:two"], 10);
    expect(await usage.withinBudget(scope, [budget])).toBe(false);
    await clock.advance(24 * 3_600_000);
    expect(await usage.withinBudget(scope, [budget])).toBe(true);
  });
});
