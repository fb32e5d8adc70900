import type { Tx } from "../db/types.ts";

export interface JobOptions {
  /** At most one waiting or running job with this key in its queue. */
  singletonKey?: string;
  /** Not before so many seconds from now. */
  startAfterS?: number;
}

export interface Jobs {
  /**
   * Names a queue and what does its work. Called by rooms while they are made, before `start`; the queue is
   * created and cached at start, so that `send` inside a transaction never waits for itself.
   * `signal` aborts when the process stops: the handler should return soon, the job is run again later, uncounted.
   * It also aborts after `expireInS`, which counts as a failure, and when another process has taken the job over.
   * A handler that throws is tried again `retryLimit` times with growing pauses. When its process is killed, a job
   * runs again within 12 s (embedded: at the next start), and that counts as a try.
   */
  define<T extends object>(
    queue: string,
    options: { concurrency: number; retryLimit: number; expireInS: number },
    handle: (data: T, signal: AbortSignal) => Promise<void>,
  ): void;
  /** With `tx`: sent if and only if the transaction commits. */
  send<T extends object>(queue: string, data: T, options?: JobOptions & { tx?: Tx }): Promise<void>;
  /** Runs `queue` by a cron expression in UTC, once among all processes. */
  schedule(queue: string, cron: string): void;
  /** `work: false`: this process only sends; others do the work. */
  start(options?: { work?: boolean }): Promise<void>;
  /** Waits for running handlers, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}
