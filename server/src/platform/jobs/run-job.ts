/** One attempt at one job, from its handler to how it ended. */
import { Fault } from "@parley/contracts";
import type { PgBoss } from "pg-boss";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Attempt, JobTable } from "./job-table.ts";

export interface QueueOptions {
  concurrency: number;
  retryLimit: number;
  expireInS: number;
}

export interface Queue {
  name: string;
  options: QueueOptions;
  handle: (data: object, signal: AbortSignal) => Promise<void>;
}

export interface RunDeps {
  boss: PgBoss;
  table: JobTable;
  clock: Clock;
  log: Log | undefined;
  /** Aborts when the process stops. */
  stopping: AbortSignal;
}

export interface Run {
  queue: Queue;
  attempt: Attempt;
  data: object;
  /** Aborts when the job is no longer ours. */
  lost: AbortController;
}

type Outcome = "done" | "expired" | { cause: unknown };

/** Never rejects: an end that could not be stored is the end of a silent attempt, which is taken up again. */
export async function runJob({ boss, table, clock, log, stopping }: RunDeps, run: Run): Promise<void> {
  const { queue, attempt, lost } = run;
  const outcome = await work(run, { clock, stopping });
  if (outcome === "expired") lost.abort(new Error("The job took longer than it may"));
  try {
    // A handler that returns because the process stops has not done its work.
    if (stopping.aborted) await table.putBack([attempt]);
    else if (outcome === "done") await boss.complete(queue.name, attempt);
    else {
      const err = outcome === "expired" ? new Fault("timed_out", "The job took longer than it may.") : outcome.cause;
      log?.warn({ err, queue: queue.name, job: attempt.id, attempt: attempt.retryCount + 1 }, "A job failed");
      await boss.fail(queue.name, attempt, { code: err instanceof Fault ? err.code : "internal" });
    }
  } catch (err) {
    log?.warn({ err, queue: queue.name, job: attempt.id }, "How a job ended was not stored; it runs again later");
  }
}

async function work(
  { queue, data, lost }: Run,
  { clock, stopping }: Pick<RunDeps, "clock" | "stopping">,
): Promise<Outcome> {
  const over = new AbortController();
  const signal = AbortSignal.any([stopping, lost.signal]);
  const expired = clock.sleep(queue.options.expireInS * 1000, over.signal).then((): Outcome => "expired");
  const outcome = await Promise.race([handleSafely(() => queue.handle(data, signal)), expired]);
  over.abort();
  return outcome;
}

async function handleSafely(handle: () => Promise<void>): Promise<Outcome> {
  try {
    await handle();
    return "done";
  } catch (cause) {
    return { cause };
  }
}
