/** Work that outlives a request and a process: pg-boss's queues on our database, run by our own loop. */
import { PgBoss, type SendOptions } from "pg-boss";
import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import { errorFields, type Log } from "../log/log-port.ts";
import { bossDatabase, bossTransaction } from "./boss-database.ts";
import { jobTable } from "./job-table.ts";
import { runQueue, type Queue, type RunningQueue } from "./run-queue.ts";
import type { Jobs } from "./types.ts";

export interface JobsDeps {
  db: Database;
  clock: Clock;
  log?: Log | undefined;
}

/** Jobs sent are told of at once; this finds those whose time has come. */
const LOOK_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 2_000;
const SILENT_MS = 10_000;
const MAINTAIN_EVERY_MS = 600_000;
const KEEP_DONE_S = 24 * 3_600;
const RETRY = { retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };

export function createJobs({ db, clock, log }: JobsDeps): Jobs {
  const queues = new Map<string, Queue>();
  const schedules = new Map<string, string>();
  const stopping = new AbortController();
  const table = jobTable(db);
  const running = new Map<string, RunningQueue>();
  const ends: (() => void)[] = [];
  let boss: PgBoss | undefined;

  const report = (what: string) => (error: unknown) => log?.warn(errorFields(error), what);

  async function look(started: PgBoss, silentMs: number): Promise<void> {
    const { due, silent } = await table.look([...queues.keys()], silentMs);
    for (const { queue, ...attempt } of silent) {
      log?.warn({ queue, job: attempt.id }, "A job was left by its process and is taken up again");
      await started.fail(queue, attempt, { error: "abandoned" });
    }
    for (const name of due) running.get(name)?.wake();
  }

  function keepTime(started: PgBoss): void {
    const beat = async () => {
      const attempts = heldBy(running);
      if (attempts.length === 0) return;
      const ours = await table.touch(attempts);
      for (const queue of running.values()) queue.keep(attempts, ours);
    };
    ends.push(
      clock.every(LOOK_EVERY_MS, () => void look(started, SILENT_MS).catch(report("Looking for jobs failed and is tried again"))),
      clock.every(BEAT_EVERY_MS, () => void beat().catch(report("The heartbeat of running jobs failed and is tried again"))),
      clock.every(MAINTAIN_EVERY_MS, () => void started.supervise().catch(report("The upkeep of the job queues failed"))),
    );
  }

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
    async start() {
      const started = createBoss(db, schedules.size > 0, (name) => running.get(name)?.wake());
      for (const event of ["error", "warning"] as const) started.on(event, report("pg-boss reports a disturbance"));
      await started.start();
      for (const queue of queues.values()) {
        await prepareQueue(started, queue);
        running.set(queue.name, runQueue(queue, { boss: started, table, clock, log, stopping: stopping.signal }));
      }
      for (const [queue, cron] of schedules) await started.schedule(queue, cron, {}, { tz: "UTC" });
      // No other process can hold the embedded engine, so whatever seems to run was left by a killed one.
      await look(started, db.engine === "embedded" ? 0 : SILENT_MS);
      keepTime(started);
      boss = started;
    },
    async stop(graceMs) {
      for (const end of ends.splice(0)) end();
      stopping.abort(new Error("The process stops"));
      await waitForAll([...running.values()], { clock, graceMs });
      await table.putBack(heldBy(running)).catch(report("Running jobs were not put back"));
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
  const wanted = { ...RETRY, retryLimit: options.retryLimit, expireInSeconds: options.expireInS, deleteAfterSeconds: KEEP_DONE_S, notify: true };
  await boss.createQueue(name, { ...wanted, policy: "exclusive" });
  await boss.updateQueue(name, wanted);
  await boss.findJobs(name, { id: randomUUID() });
}

const heldBy = (running: ReadonlyMap<string, RunningQueue>) => [...running.values()].flatMap((queue) => queue.held());

async function waitForAll(running: readonly RunningQueue[], { clock, graceMs }: { clock: Clock; graceMs: number }): Promise<void> {
  const over = new AbortController();
  const idle = Promise.all(running.map((queue) => queue.idle()));
  await Promise.race([idle, clock.sleep(graceMs, over.signal)]);
  over.abort();
}
