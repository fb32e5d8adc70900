import { sql } from "../db/drizzle.ts";
import { Fault, type EventData } from "@parley/contracts";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createTestClock,
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  testEngine,
  type TestDatabase,
} from "../../testing/index.ts";
import { createClock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import { SYSTEM, type Scope } from "../scope.ts";
import { acquaint } from "../../testing/two-processes.ts";
import { until } from "../../testing/until.ts";
import { createRealtime } from "../realtime/create-realtime.ts";
import { createEvents } from "./create-events.ts";
import { purgeEvents } from "./purge-events.ts";
import type { Events, StoredEvent } from "./types.ts";

describeDatabase("events", () => {
  let test: TestDatabase;
  let scope: Scope;
  let open: Events[] = [];
  let consumer = "";
  const clock = createClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    scope = await makeOrganization(test.db);
  });
  afterAll(() => test.close());
  beforeEach(() => {
    consumer = `test ${randomUUID()}`;
  });
  afterEach(async () => {
    await Promise.all(open.map((events) => events.stop()));
    open = [];
  });

  const process = (options: { db?: Database; clock?: typeof clock } = {}): Events => {
    const events = createEvents({ db: test.db, clock, ...options });
    open.push(events);
    return events;
  };
  const tell = (events: Events, name: string, from: Scope = scope) =>
    test.db.transaction(from, (tx) =>
      events.publish(tx, from, "conversation.started", { agentId: "a", conversationId: name }),
    );
  const rows = async (text: string, values: unknown[] = []) =>
    (await test.db.batch(SYSTEM, [{ text, values }]))[0] ?? [];
  /** A transaction that is open anywhere on the server holds the horizon back, and with it the end of the log. */
  const settled = () =>
    until(
      async () =>
        (
          await rows("select count(*) as n from events where transaction >= pg_snapshot_xmin(pg_current_snapshot())")
        )[0]?.["n"] === 0,
    );
  type Started = StoredEvent<"conversation.started">;

  it("delivers once, in order, with the organization's scope", async () => {
    const heard: Started[] = [];
    const events = process();
    events.consume(consumer, ["conversation.started"], async (event) => void heard.push(event));
    await tell(events, "before the start");
    await settled();
    await events.start();
    const other = await makeOrganization(test.db, "Other");
    for (let n = 0; n < 120; n += 1) await tell(events, `c${n}`, n % 2 ? other : scope);
    await test.db.transaction(scope, (tx) => events.publish(tx, scope, "agent.created", { agentId: "not asked for" }));
    events.wake();
    await until(() => heard.length >= 120);
    await events.stop();
    expect(heard.map(({ data }) => data.conversationId)).toEqual(Array.from({ length: 120 }, (_, n) => `c${n}`));
    expect(heard[1]).toMatchObject({
      type: "conversation.started",
      data: { agentId: "a" },
      scope: {
        organization: other.organization,
        organizationId: other.organizationId,
        actor: { type: "job", id: consumer },
      },
    });
    expect(new Set(heard.map(({ id }) => id)).size).toBe(120);
    expect(heard[0]?.id).toMatch(/^evt_[0-9a-z]{26}$/);
  });

  it("tells nothing of a change that was rolled back", async () => {
    const heard: string[] = [];
    const events = process();
    events.consume(consumer, ["conversation.started"], async ({ data }) => void heard.push(data.conversationId));
    await events.start();
    const rolledBack = test.db.transaction(scope, async (tx) => {
      await events.publish(tx, scope, "conversation.started", { agentId: "a", conversationId: "undone" });
      throw new Error("undone");
    });
    await expect(rolledBack).rejects.toThrow("undone");
    await tell(events, "done");
    events.wake();
    await until(() => heard.length > 0);
    expect(heard).toEqual(["done"]);
  });

  it("is stored by one statement with its change, and not at all when there is none", async () => {
    const heard: EventData<"agent.created">[] = [];
    const events = process();
    events.consume(consumer, ["agent.created"], async ({ data }) => void heard.push(data));
    await events.start();
    const change = (name: string) => sql`
      with made as (select ${name}::text as name where ${name}::text <> ''),
        told as (${events.insertion(scope, "agent.created", sql`(select jsonb_build_object('agentId', name) from made)`)})
      select name from made`;
    await test.db.query(scope).execute(change(""));
    await test.db.query(scope).execute(change("agt_1"));
    events.wake();
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ agentId: "agt_1" }]);
  });

  it("refuses another organization's event", async () => {
    const other = await makeOrganization(test.db, "Foreign");
    const events = process();
    const foreign = test.db.transaction(scope, (tx) =>
      events.publish(tx, other, "agent.created", { agentId: "agt_1" }),
    );
    await expect(foreign).rejects.toMatchObject({ code: "42501" });
  });

  it("goes on where it stood after a restart, and is heard by a handler's own events", async () => {
    const heard: string[] = [];
    const first = process();
    first.consume(consumer, ["conversation.started"], async ({ data }) => void heard.push(data.conversationId));
    await first.start();
    await tell(first, "one");
    first.wake();
    await until(() => heard.length === 1);
    await first.stop();
    await tell(first, "two");
    const second = process();
    second.consume(consumer, ["conversation.started"], async ({ data }) => {
      heard.push(data.conversationId);
      if (data.conversationId === "two") await tell(second, "three");
    });
    await second.start();
    await until(() => heard.length === 3);
    expect(heard).toEqual(["one", "two", "three"]);
  });

  it("tells again what a process had handled, but not noted, when it was killed", async () => {
    const heard: string[] = [];
    const broken: Database = {
      ...test.db,
      // A process that dies before it stores its place: whatever it stores from then on never arrives.
      batch: (as, statements) =>
        heard.length > 0 && statements.some(({ text }) => text.includes("update event_consumers"))
          ? Promise.reject(new Error("killed"))
          : test.db.batch(as, statements),
    };
    const dying = process({ db: broken });
    dying.consume(
      consumer,
      ["conversation.started"],
      async ({ data }) => void heard.push(`dying ${data.conversationId}`),
    );
    await dying.start();
    await tell(dying, "c");
    dying.wake();
    await until(() => heard.length === 1);
    await dying.stop();
    await rows("update event_consumers set lease_until = now() - interval '1 second' where name = $1", [consumer]);
    const next = process();
    next.consume(
      consumer,
      ["conversation.started"],
      async ({ data }) => void heard.push(`next ${data.conversationId}`),
    );
    await next.start();
    await until(() => heard.length === 2);
    expect(heard).toEqual(["dying c", "next c"]);
  });

  it("tries a failing event again with growing pauses, then sets it aside and goes on", async () => {
    const hands = createTestClock(Date.now());
    const tried: number[] = [];
    const done: string[] = [];
    const events = process({ clock: hands });
    events.consume(consumer, ["conversation.started"], async ({ data }) => {
      if (data.conversationId === "bad") {
        tried.push(hands.now());
        throw new Fault("vendor_failed", "what somebody said");
      }
      done.push(data.conversationId);
    });
    await events.start();
    await tell(events, "good");
    await tell(events, "bad");
    await tell(events, "after");
    events.wake();
    await until(async () => {
      await hands.advance(2_000);
      return done.length === 2;
    });
    expect(done).toEqual(["good", "after"]);
    expect(tried).toHaveLength(10);
    const pauses = tried.slice(1).map((at, n) => at - (tried[n] ?? 0));
    expect(pauses[0]).toBeGreaterThanOrEqual(1_000);
    expect(pauses[8]).toBeGreaterThanOrEqual(60_000);
    expect(await rows("select organization, code from event_failures where consumer = $1", [consumer])).toEqual([
      { organization: scope.organization, code: "vendor_failed" },
    ]);
    const stopped = events.stop();
    await hands.advance(5_000);
    await stopped;
  });

  it("is handled by one of two processes at a time", async () => {
    const heard: string[] = [];
    let inside = 0;
    let most = 0;
    const both = [process(), process()];
    for (const events of both) {
      events.consume(consumer, ["conversation.started"], async ({ data }) => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        heard.push(data.conversationId);
        inside -= 1;
      });
    }
    for (const events of both) await events.start();
    for (let n = 0; n < 60; n += 1) {
      const events = both[n % 2];
      if (!events) continue;
      await tell(events, `c${n}`);
      events.wake();
    }
    await until(() => heard.length >= 60);
    expect(heard).toEqual(Array.from({ length: 60 }, (_, n) => `c${n}`));
    expect(most).toBe(1);
  });

  it("keeps for 30 days, and as long as a consumer has not passed", async () => {
    const events = process();
    events.consume(consumer, ["conversation.started"], async () => {});
    await events.start();
    await tell(events, "old");
    await rows("update events set created_at = now() - interval '31 days'");
    await until(async () => {
      events.wake();
      const [place] = await rows(
        "select max(e.number) = max(c.number) as passed from events e, event_consumers c where c.name = $1",
        [consumer],
      );
      return place?.["passed"] === true;
    });
    await rows("insert into event_consumers (name, transaction, number) values ('slow', '0', 0)");
    expect(await purgeEvents(test.db, new Date())).toBe(0);
    await rows("delete from event_consumers where name <> $1", [consumer]);
    const [before] = await rows("select count(*) as n from events");
    expect(await purgeEvents(test.db, new Date())).toBe(before?.["n"]);
  });

  it("goes on with a log that was restored from another server", async () => {
    const heard: string[] = [];
    const first = process();
    first.consume(consumer, ["conversation.started"], async ({ data }) => void heard.push(data.conversationId));
    await first.start();
    await tell(first, "passed");
    first.wake();
    await until(() => heard.length === 1);
    await first.stop();
    await tell(first, "waiting");
    await rows("update events set transaction = (transaction::text::bigint + 1000000000)::text::xid8");
    await rows("update event_consumers set transaction = (transaction::text::bigint + 1000000000)::text::xid8");
    const second = process();
    second.consume(consumer, ["conversation.started"], async ({ data }) => void heard.push(data.conversationId));
    await second.start();
    await tell(second, "new");
    second.wake();
    await until(() => heard.length === 3);
    expect(heard).toEqual(["passed", "waiting", "new"]);
  });

  describe.skipIf(testEngine === "embedded")("with several connections", () => {
    it("wakes the process that consumes when another one tells", async () => {
      const heard: string[] = [];
      // Nobody looks without being told.
      const still = { ...clock, every: () => () => {} };
      const [here, there] = [createRealtime({ db: test.db, clock }), createRealtime({ db: test.db, clock })];
      await Promise.all([here.start(), there.start()]);
      await acquaint(here, there);
      const telling = createEvents({ db: test.db, clock, realtime: here });
      const consuming = createEvents({ db: test.db, clock: still, realtime: there });
      open.push(telling);
      consuming.consume(consumer, ["conversation.started"], async ({ data }) => void heard.push(data.conversationId));
      await Promise.all([telling.start(), consuming.start()]);
      await tell(telling, "from the other");
      telling.wake();
      await until(() => heard.length > 0);
      expect(heard).toEqual(["from the other"]);
      await consuming.stop();
      await Promise.all([here.stop(), there.stop()]);
    });

    it("passes no transaction that is still open", async () => {
      const heard: string[] = [];
      const events = process();
      events.consume(consumer, ["conversation.started"], async ({ data }) => void heard.push(data.conversationId));
      await events.start();
      const slow = new Client({ connectionString: test.url ?? "" });
      await slow.connect();
      const insert = "insert into events (organization, type, data) values ($1, 'conversation.started', $2)";
      await slow.query("begin");
      await slow.query(insert, [scope.organization, { agentId: "a", conversationId: "first number, commits last" }]);
      await tell(events, "second number, commits first");
      events.wake();
      await until(
        async () =>
          (await rows("select count(*) as n from events where data->>'conversationId' like 'second%'"))[0]?.["n"] === 1,
      );
      expect(heard).toEqual([]);
      await slow.query("commit");
      await slow.end();
      await until(() => heard.length === 2);
      expect(heard).toEqual(["first number, commits last", "second number, commits first"]);
    });
  });
});
