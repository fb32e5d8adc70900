/** Takes the jobs of one queue and runs them, so many at a time. */
import type { PgBoss } from "pg-boss";
import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../log/log-port.ts";
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

interface Running {
  attempt: Attempt;
  /** Aborts when the job is no longer ours. */
  lost: AbortController;
  settled: Promise<void>;
}

export interface RunningQueue {
  name: string;
  /** There may be something to do. */
  wake(): void;
  held(): Attempt[];
  /** Aborts what others have taken over: of `attempts`, those not in `ours`. */
  keep(attempts: readonly Attempt[], ours: ReadonlySet<string>): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

export function runQueue(queue: Queue, { boss, table, clock, log, stopping }: RunDeps): RunningQueue {
  const { name, options } = queue;
  const running = new Map<string, Running>();
  let wanted = false;
  let active = false;
  let fetching: Promise<void> | undefined;

  async function fetchAll(): Promise<void> {
    active = true;
    while (wanted && !stopping.aborted && running.size < options.concurrency) {
      wanted = false;
      const free = options.concurrency - running.size;
      const jobs = await fetchSome(free);
      // A full hand may have left others waiting: look again when a place is free.
      if (jobs.length === free) wanted = true;
      for (const job of jobs) begin(job);
    }
    active = false;
  }

  async function fetchSome(free: number) {
    try {
      return await boss.fetch<object | null>(name, { batchSize: free });
    } catch (error) {
      log?.warn({ queue: name, ...errorFields(error) }, "Taking jobs failed and is tried again");
      return [];
    }
  }

  function begin(job: { id: string; retryCount: number; data: object | null }): void {
    const attempt: Attempt = { queue: name, id: job.id, retryCount: job.retryCount };
    const lost = new AbortController();
    const settled = run(attempt, job.data ?? {}, lost).finally(() => {
      running.delete(job.id);
      if (wanted) wake();
    });
    running.set(job.id, { attempt, lost, settled });
  }

  async function run(attempt: Attempt, data: object, lost: AbortController): Promise<void> {
    const outcome = await work(data, AbortSignal.any([stopping, lost.signal]));
    if (outcome === "expired") lost.abort(new Error("The job took longer than it may"));
    try {
      if (outcome === "done" && !stopping.aborted) await boss.complete(name, attempt);
      else if (stopping.aborted) await table.putBack([attempt]);
      else await fail(attempt, outcome);
    } catch (error) {
      log?.warn({ queue: name, job: attempt.id, ...errorFields(error) }, "How a job ended was not stored; it runs again later");
    }
  }

  type Outcome = "done" | "expired" | { cause: unknown };

  async function work(data: object, signal: AbortSignal): Promise<Outcome> {
    const over = new AbortController();
    const expired = clock.sleep(options.expireInS * 1000, over.signal).then((): Outcome => "expired");
    const done = callSafely(() => queue.handle(data, signal));
    const outcome = await Promise.race([done, expired]);
    over.abort();
    return outcome;
  }

  async function fail(attempt: Attempt, outcome: Outcome): Promise<void> {
    const fields = typeof outcome === "string" ? { error: outcome } : errorFields(outcome.cause);
    log?.warn({ queue: name, job: attempt.id, attempt: attempt.retryCount + 1, ...fields }, "A job failed");
    await boss.fail(name, attempt, fields);
  }

  function wake(): void {
    wanted = true;
    if (!active) fetching = fetchAll();
  }

  return {
    name,
    wake,
    held: () => [...running.values()].map(({ attempt }) => attempt),
    keep(attempts, ours) {
      for (const { id } of attempts) if (!ours.has(id)) running.get(id)?.lost.abort(new Error("Another process has taken the job over"));
    },
    async idle() {
      await fetching;
      await Promise.all([...running.values()].map(({ settled }) => settled));
    },
  };
}

async function callSafely(handle: () => Promise<void>): Promise<"done" | { cause: unknown }> {
  try {
    await handle();
    return "done";
  } catch (cause) {
    return { cause };
  }
}
