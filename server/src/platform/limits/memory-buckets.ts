/**
 * Buckets in this process. A bucket is one number: the time at which it will be full again. Taking moves it
 * forward by what the cost takes to come back; too far ahead of now means empty.
 */

export interface Take {
  key: string;
  /** Milliseconds since 1970. */
  now: number;
  /** How long the cost takes to come back. */
  costMs: number;
  /** How long an empty bucket takes to fill. */
  burstMs: number;
}

export interface Taken {
  /** 0, or the milliseconds to wait. */
  waitMs: number;
  /** How long the bucket now takes to fill. */
  owedMs: number;
}

/** The next day is soon enough to say no again. */
export const MAX_RETRY_MS = 86_400_000;

export function memoryBuckets(maxBuckets = 50_000) {
  // In the order of their last use, so that the first is the one to forget.
  const fullAt = new Map<string, number>();

  function forget(now: number): void {
    for (const [key, at] of fullAt) {
      if (fullAt.size <= maxBuckets && at > now) return;
      fullAt.delete(key);
    }
  }

  return {
    take({ key, now, costMs, burstMs }: Take): Taken {
      const before = Math.max(now, fullAt.get(key) ?? 0);
      const then = before + costMs;
      const excess = then - now - burstMs;
      if (excess > 0) return { waitMs: Math.min(Math.ceil(excess), MAX_RETRY_MS), owedMs: before - now };
      fullAt.delete(key);
      fullAt.set(key, then);
      forget(now);
      return { waitMs: 0, owedMs: then - now };
    },
    size: () => fullAt.size,
  };
}
