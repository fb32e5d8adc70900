/** Token buckets, in this process or shared through Redis. */
import type { Clock } from "./clock.ts";
import { memoryBuckets } from "./limits/memory-buckets.ts";
import { redisBuckets } from "./limits/redis-buckets.ts";

export interface Limit {
  /** How much at once. */
  burst: number;
  /** How much comes back a second; more than 0. */
  perSecond: number;
}

export interface Limits {
  /**
   * Takes `cost` from the bucket `key`; says in how many milliseconds to try again when it is empty.
   * More than the burst is never allowed. Never throws: without Redis each process counts for itself.
   */
  take(key: string, limit: Limit, cost?: number): Promise<{ allowed: boolean; retryAfterMs: number }>;
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
      const ask = {
        key,
        now: clock.now(),
        costMs: (cost / limit.perSecond) * 1000,
        burstMs: (limit.burst / limit.perSecond) * 1000,
      };
      const retryAfterMs = (await shared?.take(ask)) ?? local.take(ask);
      return { allowed: retryAfterMs === 0, retryAfterMs };
    },
    close: async () => shared?.close(),
  };
}
