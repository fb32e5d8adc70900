import { Fault } from "@parley/contracts";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  testEngine,
  type TestDatabase,
} from "../../testing/index.ts";
import { createClock } from "../clock.ts";
import { createLog } from "../log.ts";
import { SYSTEM, type Scope } from "../scope.ts";
import { until } from "../../testing/until.ts";
import { createJobs } from "./create-jobs.ts";
import type { Jobs } from "./types.ts";

const OPTIONS = { concurrency: 2, retryLimit: 3, expireInS: 60 };

describeDatabase("jobs", () => {
  let test: TestDatabase;
  let scope: Scope;
  let open: Jobs[] = [];
  let queue = "";
  let logged: string[] = [];
  const clock = createClock();
  const log = createLog({
    level: "trace",
    pretty: false,
    destination: { write: (line: string) => void logged.push(line) },
  });

  beforeAll(async () => {
    test = await openTestDatabase();
    scope = await makeOrganization(test.db);
  });
  afterAll(() => test.close());
  beforeEach(() => {
    queue = `queue-${randomUUID()}`;
    logged = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((jobs) => jobs.stop(1_000)));
    open = [];
  });

  const process = (): Jobs => {
    const jobs = createJobs({ db: test.db, clock, log });
    open.push(jobs);
    return jobs;
  };
  const rows = async (text: string, values: unknown[] = []) =>
    (await test.db.batch(SYSTEM, [{ text, values }]))[0] ?? [];
  const states = async () =>
    (await rows("select state::text from pgboss.job where name = $1 order by created_on", [queue])).map(
      (row) => row["state"],
    );
  interface Named {
    name: string;
  }

  it("runs what was sent, once, with what was sent", async () => {
    const heard: Named[] = [];
    const jobs = process();
    jobs.define<Named>(queue, OPTIONS, async (data) => void heard.push(data));
    await jobs.start();
    await jobs.send(queue, { name: "one" });
    await jobs.send(queue, { name: "two" });
    await until(async () => (await states()).join() === "completed,completed");
    expect(heard.map(({ name }) => name).sort()).toEqual(["one", "two"]);
  });

  it("sends with a scoped transaction, or not at all", async () => {
    const heard: string[] = [];
    const jobs = process();
    jobs.define<Named>(queue, OPTIONS, async ({ name }) => void heard.push(name));
    await jobs.start();
    const undone = test.db.transaction(scope, async (tx) => {
      await jobs.send(queue, { name: "undone" }, { tx });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    const role = await test.db.transaction(scope, async (tx) => {
      await jobs.send(queue, { name: "done" }, { tx });
      const [[row] = []] = await tx.batch([{ text: "select current_user::text as role", values: [] }]);
      return row?.["role"];
    });
    expect(role).toBe("parley_app");
    await until(() => heard.length > 0);
    expect(heard).toEqual(["done"]);
  });

  it("runs no more at once than it may, and all in the end", async () => {
    let inside = 0;
    let most = 0;
    let done = 0;
    const jobs = process();
    jobs.define(queue, { ...OPTIONS, concurrency: 3 }, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await clock.sleep(2);
      inside -= 1;
      done += 1;
    });
    await jobs.start();
    await Promise.all(Array.from({ length: 20 }, () => jobs.send(queue, {})));
    await until(() => done === 20);
    expect(most).toBe(3);
  });

  it("keeps one waiting or running job per key", async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const heard: string[] = [];
    const jobs = process();
    jobs.define<Named>(queue, OPTIONS, async ({ name }) => {
      heard.push(name);
      await held;
    });
    await jobs.start();
    await jobs.send(queue, { name: "first" }, { singletonKey: "k" });
    await until(() => heard.length === 1);
    await jobs.send(queue, { name: "dropped" }, { singletonKey: "k" });
    await jobs.send(queue, { name: "other key" }, { singletonKey: "l" });
    await until(() => heard.length === 2);
    letGo();
    await until(async () => (await states()).join() === "completed,completed");
    await jobs.send(queue, { name: "again" }, { singletonKey: "k" });
    await until(() => heard.length === 3);
    expect(heard).toEqual(["first", "other key", "again"]);
  });

  it("waits as long as it is told", async () => {
    const heard: number[] = [];
    const jobs = process();
    jobs.define(queue, OPTIONS, async () => void heard.push(clock.now()));
    await jobs.start();
    const sent = clock.now();
    await jobs.send(queue, {}, { startAfterS: 1 });
    await until(() => heard.length === 1);
    expect((heard[0] ?? 0) - sent).toBeGreaterThanOrEqual(990);
  });

  it("tries a failed job again, and logs nothing of what it held", async () => {
    let tries = 0;
    const jobs = process();
    jobs.define<Named>(queue, OPTIONS, async ({ name }) => {
      tries += 1;
      if (tries === 1) throw new Fault("vendor_failed", `could not do ${name}`);
    });
    await jobs.start();
    await jobs.send(queue, { name: "secret words" });
    await until(async () => (await states()).join() === "completed");
    expect(tries).toBe(2);
    expect(logged.join()).toContain("vendor_failed");
    expect(logged.join()).not.toContain("secret words");
    expect(JSON.stringify(await rows("select output from pgboss.job where name = $1", [queue]))).not.toContain(
      "secret words",
    );
  });

  it("gives up after the last retry", async () => {
    const jobs = process();
    jobs.define(queue, { ...OPTIONS, retryLimit: 0 }, () => Promise.reject(new Error("no")));
    await jobs.start();
    await jobs.send(queue, {});
    await until(async () => (await states()).join() === "failed");
    expect(await rows("select output from pgboss.job where name = $1", [queue])).toEqual([
      { output: { code: "internal" } },
    ]);
  });

  it("stops a job that takes too long", async () => {
    const aborted: unknown[] = [];
    const jobs = process();
    jobs.define(queue, { ...OPTIONS, retryLimit: 0, expireInS: 1 }, async (_data, signal) => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      aborted.push(signal.reason);
    });
    await jobs.start();
    await jobs.send(queue, {});
    await until(async () => (await states()).join() === "failed");
    expect(aborted).toHaveLength(1);
  });

  it("puts running jobs back when it stops, and another process runs them, uncounted", async () => {
    const heard: string[] = [];
    const first = process();
    first.define(queue, { ...OPTIONS, retryLimit: 0 }, async (_data, signal) => {
      heard.push("begun");
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
    });
    await first.start();
    await first.send(queue, {});
    await until(() => heard.length === 1);
    await first.stop(5_000);
    expect(await states()).toEqual(["created"]);
    const second = process();
    second.define(queue, { ...OPTIONS, retryLimit: 0 }, async () => void heard.push("done"));
    await second.start();
    await until(async () => (await states()).join() === "completed");
    expect(heard).toEqual(["begun", "done"]);
  });

  it("waits no longer than the grace for a job that does not listen", async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let begun = false;
    const jobs = process();
    jobs.define(queue, OPTIONS, () => {
      begun = true;
      return held;
    });
    await jobs.start();
    await jobs.send(queue, {});
    await until(() => begun);
    await jobs.stop(20);
    expect(await states()).toEqual(["created"]);
    letGo();
  });

  it("takes up what a killed process left", async () => {
    const heard: string[] = [];
    const jobs = process();
    jobs.define(queue, OPTIONS, async () => void heard.push("done"));
    await jobs.start();
    await jobs.stop(0);
    // What a kill leaves: a job that is running, and nobody's heartbeat.
    await rows(
      `insert into pgboss.job (name, data, state, started_on, heartbeat_on, singleton_key, policy, retry_limit, retry_delay, retry_backoff)
       values ($1, '{}', 'active', now() - interval '1 minute', now() - interval '20 seconds', 'k', 'exclusive', 3, 60, true)`,
      [queue],
    );
    const next = process();
    next.define(queue, OPTIONS, async () => void heard.push("done"));
    await next.start();
    await until(async () => (await states()).join() === "completed");
    expect(heard).toEqual(["done"]);
  });

  it("keeps a cron expression", async () => {
    const jobs = process();
    jobs.define(queue, OPTIONS, async () => {});
    jobs.schedule(queue, "0 3 * * *");
    await jobs.start();
    expect(await rows("select cron, timezone from pgboss.schedule where name = $1", [queue])).toEqual([
      { cron: "0 3 * * *", timezone: "UTC" },
    ]);
  });

  describe.skipIf(testEngine === "embedded")("with several processes", () => {
    it("starts them at once, and runs each job in one", async () => {
      const heard: string[] = [];
      const several = [process(), process(), process()];
      for (const jobs of several) jobs.define<Named>(queue, OPTIONS, async ({ name }) => void heard.push(name));
      await Promise.all(several.map((jobs) => jobs.start()));
      const names = Array.from({ length: 30 }, (_, n) => `job ${n}`);
      await Promise.all(names.map((name, n) => several[n % 3]?.send(queue, { name })));
      await until(async () => (await states()).every((state) => state === "completed"));
      expect(heard.toSorted()).toEqual(names.toSorted());
    });

    it("goes on after every connection was lost", async () => {
      const heard: string[] = [];
      const jobs = process();
      jobs.define<Named>(queue, OPTIONS, async ({ name }) => void heard.push(name));
      await jobs.start();
      const admin = new Client({ connectionString: test.url ?? "" });
      await admin.connect();
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      await admin.end();
      await until(() =>
        jobs.send(queue, { name: "after" }).then(
          () => true,
          () => false,
        ),
      );
      await until(() => heard.length > 0);
      expect(heard).toEqual(["after"]);
    });
  });
});
