/** What has to happen again and again: looking for jobs whose time has come, and saying that ours are alive. */
import type { PgBoss } from "pg-boss";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { JobTable } from "./job-table.ts";
import type { RunningQueue } from "./run-queue.ts";

/** Jobs sent are told of at once; this finds those whose time has come. */
const LOOK_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 2_000;
const SILENT_MS = 10_000;
const MAINTAIN_EVERY_MS = 600_000;

export interface TimeDeps {
  boss: PgBoss;
  table: JobTable;
  clock: Clock;
  log: Log | undefined;
  running: ReadonlyMap<string, RunningQueue>;
}

/** `alone`: no other process can exist, so whatever seems to run was left by a killed one. */
export async function keepTime(deps: TimeDeps, { alone }: { alone: boolean }): Promise<() => void> {
  const { boss, clock, log } = deps;
  await look(deps, alone ? 0 : SILENT_MS);
  const ends = [
    clock.every(LOOK_EVERY_MS, () => {
      look(deps, SILENT_MS).catch((err: unknown) => log?.warn({ err }, "Looking for jobs failed and is tried again"));
    }),
    clock.every(BEAT_EVERY_MS, () => {
      beat(deps).catch((err: unknown) => log?.warn({ err }, "The heartbeat of running jobs failed and is tried again"));
    }),
    clock.every(MAINTAIN_EVERY_MS, () => {
      boss.supervise().catch((err: unknown) => log?.warn({ err }, "The upkeep of the job queues failed"));
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

async function look({ boss, table, log, running }: TimeDeps, silentMs: number): Promise<void> {
  const { due, silent } = await table.look([...running.keys()], silentMs);
  for (const { queue, ...attempt } of silent) {
    log?.warn({ queue, job: attempt.id }, "A job was left by its process and is taken up again");
    await boss.fail(queue, attempt, { code: "abandoned" });
  }
  if (silent.length > 0) await table.hurry(silent);
  for (const name of [...due, ...silent.map(({ queue }) => queue)]) running.get(name)?.wake();
}

async function beat({ table, running }: TimeDeps): Promise<void> {
  const queues = [...running.values()];
  const attempts = queues.flatMap((queue) => queue.held());
  if (attempts.length === 0) return;
  const ours = await table.touch(attempts);
  for (const queue of queues) queue.keep(attempts, ours);
}
