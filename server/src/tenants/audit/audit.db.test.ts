import { afterAll, beforeAll, expect, test } from "vitest";
import { type Scope, SYSTEM } from "../../platform/index.ts";
import {
  createTestClock,
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  type TestDatabase,
} from "../../testing/index.ts";
import { createAudit } from "./create-audit.ts";

let world: TestDatabase;
let mine: Scope;
let theirs: Scope;
const clock = createTestClock();
const audit = createAudit({ clock });

beforeAll(async () => {
  world = await openTestDatabase();
  mine = await makeOrganization(world.db, "Mine");
  theirs = await makeOrganization(world.db, "Theirs");
});
afterAll(() => world.close());

/** Each in a millisecond of its own: that is what tells which came later. */
const record = async (scope: Scope, entry: { before?: object; after?: object } = {}) => {
  await clock.advance(1);
  const target = { type: "agent", id: "agt_1", name: "One" };
  await world.db.transaction(scope, (tx) => audit.record(tx, scope, { action: "agent.changed", target, ...entry }));
};

const rowsOf = async (scope: Scope) =>
  (await world.db.batch(scope, [{ text: "select * from audit_entries order by id", values: [] }]))[0] ?? [];

describeDatabase("the audit log", () => {
  test("writes down who did what, from where, before and after", async () => {
    const scope: Scope = {
      ...mine,
      actor: { type: "member", id: "usr_1", name: "Ada" },
      from: { address: "192.0.2.1", client: "Firefox on Linux" },
    };
    await record(scope, {
      before: { name: "Old", at: new Date(0) },
      after: { name: "New", apiKey: "sk-secret-value" },
    });
    expect((await rowsOf(mine)).at(-1)).toMatchObject({
      actor_type: "member",
      actor_id: "usr_1",
      actor_name: "Ada",
      address: "192.0.2.1",
      client: "Firefox on Linux",
      action: "agent.changed",
      area: "agent",
      target_name: "One",
      before: { name: "Old", at: "1970-01-01T00:00:00.000Z" },
      after: { name: "New", apiKey: "•••" },
    });
  });

  test("shortens what is long, deep or not storable", async () => {
    const deep: Record<string, unknown> = {};
    let at = deep;
    for (let n = 0; n < 20; n += 1) at = at["next"] = {};
    await record(mine, {
      after: { text: `${"x".repeat(999)}\u{1F600}yyy\u0000`, list: Array(80).fill("a"), deep, n: NaN },
    });
    // Two lines of one millisecond stand in any order.
    const text =
      (await rowsOf(mine)).map((row) => JSON.stringify(row["after"])).find((after) => after.includes("xxx")) ?? "";
    expect(text.length).toBeLessThan(2_000);
    expect(text).toContain("… and 30 more");
    expect(text.isWellFormed()).toBe(true);
  });

  test("belongs to the transaction: what is rolled back was never written", async () => {
    const before = (await rowsOf(mine)).length;
    await expect(
      world.db.transaction(mine, async (tx) => {
        await audit.record(tx, mine, { action: "agent.changed", target: { type: "agent", id: "agt_1" } });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect((await rowsOf(mine)).length).toBe(before);
  });

  test("cannot be changed, deleted or emptied, by an organization or by the server", async () => {
    await record(theirs);
    for (const scope of [theirs, SYSTEM] as const) {
      for (const text of [
        "update audit_entries set actor_name = 'x'",
        "delete from audit_entries",
        "truncate audit_entries",
        "truncate organizations, audit_entries cascade",
      ]) {
        await expect(world.db.batch(scope, [{ text, values: [] }]), text).rejects.toMatchObject({ code: "42501" });
      }
    }
    expect(await rowsOf(theirs)).toHaveLength(1);
    await expect(
      world.db.batch(theirs, [
        { text: "select set_config('parley.removing_organization', $1, true)", values: [String(theirs.organization)] },
        { text: "delete from audit_entries", values: [] },
      ]),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("goes with its organization, and with no other", async () => {
    await record(theirs);
    const before = (await rowsOf(mine)).length;
    const removing = {
      text: "select set_config('parley.removing_organization', $1, true)",
      values: [String(theirs.organization)],
    };
    await expect(
      world.db.batch(SYSTEM, [removing, { text: "delete from audit_entries", values: [] }]),
    ).rejects.toMatchObject({ code: "42501" });
    await world.db.batch(SYSTEM, [
      removing,
      { text: "delete from audit_entries where organization = $1", values: [theirs.organization] },
    ]);
    expect(await rowsOf(theirs)).toEqual([]);
    expect((await rowsOf(mine)).length).toBe(before);
  });
});
