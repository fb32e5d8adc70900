/** Token buckets, in this process or shared through Redis. */
import type { Clock } from "./clock.ts";
import { memoryBuckets, type Taken } from "./limits/memory-buckets.ts";
import { redisBuckets } from "./limits/redis-buckets.ts";

export interface Limit {
  /** How much at once. */
  burst: number;
  /** How much comes back a second; more than 0. */
  perSecond: number;
}

export interface Turn {
  allowed: boolean;
  /** 0 when it is allowed. */
  retryAfterMs: number;
  /** What may still be taken at once. */
  remaining: number;
  /** Until the bucket is full again. */
  fullAfterMs: number;
}

export interface Limits {
  /**
   * Takes `cost` from the bucket `key`; says in how many milliseconds to try again when it is empty.
   * More than the burst is never allowed. Never throws: without Redis each process counts for itself.
   */
  take(key: string, limit: Limit, cost?: number): Promise<Turn>;
}

export interface LimitsDeps {
  clock: Clock;
  redisUrl?: string | undefined;
}

export function createLimits({ clock, redisUrl }: LimitsDeps): Limits & { close(): Promise<void> } {
  const local = memoryBuckets();
  const shared = redisUrl ? redisBuckets(redisUrl) : undefined;

  return {
    async take(key, limit, cost = 1) {
      const msEach = 1_000 / limit.perSecond;
      const burstMs = limit.burst * msEach;
      const ask = { key, now: clock.now(), costMs: cost * msEach, burstMs };
      const { waitMs, owedMs }: Taken = (shared && (await shared.take(ask))) ?? local.take(ask);
      return {
        allowed: waitMs === 0,
        retryAfterMs: waitMs,
        // A little more than nothing, for what the division of milliseconds loses.
        remaining: Math.max(0, Math.floor((burstMs - owedMs) / msEach + 1e-6)),
        fullAfterMs: owedMs,
      };
    },
    close: async () => shared?.close(),
  };
}
