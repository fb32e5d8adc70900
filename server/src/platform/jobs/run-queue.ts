/** Takes the jobs of one queue and runs them, so many at a time. */
import type { Attempt } from "./job-table.ts";
import { runJob, type Queue, type Run, type RunDeps } from "./run-job.ts";

export interface RunningQueue {
  /** There may be something to do. */
  wake(): void;
  held(): Attempt[];
  /** Aborts what others have taken over: of `attempts`, those not in `ours`. */
  keep(attempts: readonly Attempt[], ours: ReadonlySet<string>): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

interface Running {
  attempt: Attempt;
  lost: AbortController;
  settled: Promise<void>;
}

export function runQueue(queue: Queue, deps: RunDeps): RunningQueue {
  const { name, options } = queue;
  const running = new Map<string, Running>();
  let wanted = false;
  let active = false;
  let fetching: Promise<void> | undefined;

  async function fetchAll(): Promise<void> {
    active = true;
    while (wanted && !deps.stopping.aborted && running.size < options.concurrency) {
      wanted = false;
      const free = options.concurrency - running.size;
      const jobs = await fetchJobs(name, free, deps);
      // A full hand may have left others waiting: look again when a place is free.
      if (jobs.length === free) wanted = true;
      for (const job of jobs) begin({ queue: name, id: job.id, retryCount: job.retryCount }, job.data ?? {});
    }
    active = false;
  }

  function begin(attempt: Attempt, data: object): void {
    const lost = new AbortController();
    running.set(attempt.id, { attempt, lost, settled: run({ queue, attempt, data, lost }) });
  }

  async function run(job: Run): Promise<void> {
    await runJob(deps, job);
    running.delete(job.attempt.id);
    if (wanted) wake();
  }

  function wake(): void {
    wanted = true;
    if (!active) fetching = fetchAll();
  }

  return {
    wake,
    held: () => Array.from(running.values(), ({ attempt }) => attempt),
    keep(attempts, ours) {
      for (const { id } of attempts)
        if (!ours.has(id)) running.get(id)?.lost.abort(new Error("Another process has taken the job over"));
    },
    async idle() {
      await fetching;
      await Promise.all(Array.from(running.values(), ({ settled }) => settled));
    },
  };
}

async function fetchJobs(queue: string, free: number, { boss, log }: RunDeps) {
  try {
    return await boss.fetch<object | null>(queue, { batchSize: free });
  } catch (err) {
    log?.warn({ err, queue }, "Taking jobs failed and is tried again");
    return [];
  }
}
