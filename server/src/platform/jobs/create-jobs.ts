/** Work that outlives a request and a process: pg-boss's queues on our database, run by our own loop. */
import { randomUUID } from "node:crypto";
import { PgBoss, type SendOptions } from "pg-boss";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import type { Log } from "../log.ts";
import { bossDatabase, bossTransaction } from "./boss-database.ts";
import { jobTable } from "./job-table.ts";
import { keepTime } from "./keep-time.ts";
import type { Queue } from "./run-job.ts";
import { runQueue, type RunningQueue } from "./run-queue.ts";
import type { Jobs } from "./types.ts";

export interface JobsDeps {
  db: Database;
  clock: Clock;
  log?: Log | undefined;
}

const KEEP_DONE_S = 24 * 3_600;
const RETRY = { retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };

export function createJobs({ db, clock, log }: JobsDeps): Jobs {
  const queues = new Map<string, Queue>();
  const schedules = new Map<string, string>();
  const stopping = new AbortController();
  const table = jobTable(db);
  const running = new Map<string, RunningQueue>();
  let boss: PgBoss | undefined;
  let endTime: (() => void) | undefined;

  return {
    define(name, options, handle) {
      if (boss) throw new Error("Queues are named before the start");
      if (queues.has(name)) throw new Error(`There are two queues named ${name}`);
      // What comes out of a queue is what was sent to it, under the same type.
      queues.set(name, { name, options, handle: handle as Queue["handle"] });
    },
    async send(queue, data, { tx, singletonKey = randomUUID(), startAfterS } = {}) {
      if (!boss) throw new Error("Jobs are sent after the start");
      const options: SendOptions = { singletonKey, ...(startAfterS ? { startAfter: startAfterS } : {}) };
      await boss.send(queue, data, tx ? { ...options, db: bossTransaction(tx) } : options);
    },
    schedule(queue, cron) {
      if (boss) throw new Error("Schedules are made before the start");
      schedules.set(queue, cron);
    },
    async start({ work = true } = {}) {
      const started = createBoss(db, schedules.size > 0, (name) => running.get(name)?.wake());
      started.on("error", (err) => log?.warn({ err }, "The job queues report an error"));
      started.on("warning", () => log?.warn({}, "The job queues report a warning"));
      await started.start();
      for (const queue of queues.values()) {
        await prepareQueue(started, queue);
        if (work)
          running.set(queue.name, runQueue(queue, { boss: started, table, clock, log, stopping: stopping.signal }));
      }
      for (const [queue, cron] of schedules) await started.schedule(queue, cron, {}, { tz: "UTC" });
      if (work)
        endTime = await keepTime({ boss: started, table, clock, log, running }, { alone: db.engine === "embedded" });
      boss = started;
    },
    async stop(graceMs) {
      endTime?.();
      stopping.abort(new Error("The process stops"));
      await waitForAll([...running.values()], { clock, graceMs });
      const left = [...running.values()].flatMap((queue) => queue.held());
      await table.putBack(left).catch((err: unknown) => log?.warn({ err }, "Running jobs were not put back"));
      await boss?.stop({ graceful: false, close: false });
      boss = undefined;
    },
  };
}

function createBoss(db: Database, schedule: boolean, heard: (queue: string) => void): PgBoss {
  return new PgBoss({
    db: bossDatabase(db, heard),
    backend: db.engine === "embedded" ? "pglite" : "postgres",
    schema: "pgboss",
    useListenNotify: true,
    // Its timers watch queues that never rest; we look after ours more closely and do the upkeep rarely.
    supervise: false,
    maintenanceIntervalSeconds: 3_600,
    bamIntervalSeconds: 3_600,
    schedule,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 15,
  });
}

/** Creates the queue, and has pg-boss keep it in memory, so that sending in a transaction asks for nothing else. */
async function prepareQueue(boss: PgBoss, { name, options }: Queue): Promise<void> {
  const wanted = {
    ...RETRY,
    retryLimit: options.retryLimit,
    expireInSeconds: options.expireInS,
    deleteAfterSeconds: KEEP_DONE_S,
    notify: true,
  };
  await boss.createQueue(name, { ...wanted, policy: "exclusive" });
  await boss.updateQueue(name, wanted);
  await boss.findJobs(name, { id: randomUUID() });
}

async function waitForAll(
  running: readonly RunningQueue[],
  { clock, graceMs }: { clock: Clock; graceMs: number },
): Promise<void> {
  const over = new AbortController();
  const idle = Promise.all(running.map((queue) => queue.idle()));
  await Promise.race([idle, clock.sleep(graceMs, over.signal)]);
  over.abort();
}
