import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase, openTestDatabase, testEngine, type TestDatabase } from "../../testing/index.ts";
import { createClock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import { SYSTEM } from "../scope.ts";
import { createRealtime } from "./create-realtime.ts";
import { until } from "../../testing/until.ts";
import { acquaint, exchangeFrames } from "../../testing/two-processes.ts";

const clock = createClock();

/** The database, and every NOTIFY that was asked of it. */
function watched({ engine, listen, notify }: Database) {
  const sent: string[] = [];
  const watching: Database["notify"] = (channel, payload) => {
    sent.push(payload);
    return notify(channel, payload);
  };
  return { db: { engine, listen, notify: watching }, sent };
}

describeDatabase("real-time topics over the database", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it("sends nothing while no other process is known", async () => {
    const { db, sent } = watched(test.db);
    const alone = createRealtime({ db, clock });
    await alone.start();
    for (let n = 0; n < 100; n += 1) alone.publish("topic", { n });
    await alone.stop();
    // On PostgreSQL it greets and takes leave.
    expect(sent).toHaveLength(testEngine === "postgres" ? 2 : 0);
    expect(sent.join()).not.toContain("topic");
  });

  it.skipIf(testEngine === "embedded")("reaches another process, in order, with frames of any size", async () => {
    const { db, sent } = watched(test.db);
    const one = createRealtime({ db, clock });
    const other = createRealtime({ db: test.db, clock });
    await Promise.all([one.start(), other.start()]);
    await acquaint(one, other);
    const { sent: frames, own, heard } = await exchangeFrames(one, other);
    expect(heard).toEqual(frames);
    expect(own).toEqual([...frames, { n: "end" }]);
    expect(Math.max(...sent.map((payload) => Buffer.byteLength(payload)))).toBeLessThanOrEqual(7_900);
    const before = sent.length;
    for (let n = 0; n < 100; n += 1) one.publish("topic", { n });
    await until(() => sent.length > before);
    expect(sent.length).toBe(before + 1);
    await other.stop();
    await one.stop();
  });

  it.skipIf(testEngine === "embedded")("falls silent when the other process has left", async () => {
    const { db, sent } = watched(test.db);
    const one = createRealtime({ db, clock });
    const other = createRealtime({ db: test.db, clock });
    await Promise.all([one.start(), other.start()]);
    await acquaint(one, other);
    await other.stop();
    await until(() => {
      const before = sent.length;
      one.publish("late", {});
      return sent.length === before;
    });
    await one.stop();
    expect(sent.at(-1)).toMatch(/^b/);
  });

  it.skipIf(testEngine === "embedded")("takes publications inside a transaction", async () => {
    const one = createRealtime({ db: test.db, clock });
    const other = createRealtime({ db: test.db, clock });
    await Promise.all([one.start(), other.start()]);
    await acquaint(one, other);
    const heard: unknown[] = [];
    other.subscribe("within", (data) => heard.push(data));
    await test.db.transaction(SYSTEM, async () => {
      one.publish("within", { n: 1 });
      await until(() => heard.length === 1);
    });
    await Promise.all([one.stop(), other.stop()]);
    expect(heard).toEqual([{ n: 1 }]);
  });

  it.skipIf(testEngine === "embedded")("is heard again after every connection was lost", async () => {
    const one = createRealtime({ db: test.db, clock });
    const other = createRealtime({ db: test.db, clock });
    await Promise.all([one.start(), other.start()]);
    await acquaint(one, other);
    const admin = new Client({ connectionString: test.url ?? "" });
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await admin.end();
    expect(await acquaint(one, other)).toBe(true);
    await Promise.all([one.stop(), other.stop()]);
  });
});
