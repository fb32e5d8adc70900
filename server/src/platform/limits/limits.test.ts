import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { redisUrl } from "../../testing/redis.ts";
import type { Clock } from "../clock.ts";
import { createLimits, type Limits } from "../limits.ts";
import { memoryBuckets } from "./memory-buckets.ts";

const time = { now: 1_700_000_000_000 };
const clock: Clock = { now: () => time.now, sleep: async () => {}, every: () => () => {} };

const kinds = [
  { name: "in memory", runs: 300, limits: createLimits({ clock }), here: true },
  { name: "in Redis", runs: 25, limits: createLimits({ clock, redisUrl }), here: redisUrl !== undefined },
];

afterAll(() => Promise.all(kinds.map(({ limits }) => limits.close())));

describe.each(kinds.filter(({ here }) => here))("limits $name", ({ limits, runs }) => {
  it("gives the burst at once, then what has come back", async () => {
    const key = randomUUID();
    const limit = { burst: 3, perSecond: 2 };
    for (const remaining of [2, 1, 0]) {
      const fullAfterMs = (3 - remaining) * 500;
      expect(await limits.take(key, limit)).toEqual({ allowed: true, retryAfterMs: 0, remaining, fullAfterMs });
    }
    const empty = { allowed: false, remaining: 0 };
    expect(await limits.take(key, limit)).toEqual({ ...empty, retryAfterMs: 500, fullAfterMs: 1_500 });
    time.now += 499;
    expect(await limits.take(key, limit)).toEqual({ ...empty, retryAfterMs: 1, fullAfterMs: 1_001 });
    time.now += 1;
    expect((await limits.take(key, limit)).allowed).toBe(true);
    expect((await limits.take(randomUUID(), limit)).allowed).toBe(true);
  });

  it("never allows more than the burst", async () => {
    expect((await limits.take(randomUUID(), { burst: 2, perSecond: 1 }, 3)).allowed).toBe(false);
  });

  it("passes the rate in no window, and lets through whoever waits as told", async () => {
    const step = fc.record({ wait: fc.nat({ max: 3_000 }), cost: fc.integer({ min: 1, max: 4 }) });
    const limit = fc.record({ burst: fc.integer({ min: 4, max: 9 }), perSecond: fc.constantFrom(0.3, 1, 2.5, 7, 40) });
    const property = fc.asyncProperty(limit, fc.array(step, { minLength: 1, maxLength: 40 }), async (rate, steps) => {
      const key = randomUUID();
      const taken: { at: number; cost: number }[] = [];
      for (const { wait, cost } of steps) {
        time.now += wait;
        const { allowed, retryAfterMs } = await limits.take(key, rate, cost);
        if (allowed) taken.push({ at: time.now, cost });
        expect(retryAfterMs > 0).toBe(!allowed);
      }
      expectWithinRate(taken, rate);
      const refused = await limits.take(key, rate, 4);
      time.now += refused.retryAfterMs;
      expect(refused.allowed || (await limits.take(key, rate, 4)).allowed).toBe(true);
    });
    await fc.assert(property, { numRuns: runs });
  });
});

function expectWithinRate(
  taken: { at: number; cost: number }[],
  { burst, perSecond }: { burst: number; perSecond: number },
) {
  for (let from = 0; from < taken.length; from += 1) {
    let sum = 0;
    for (const { at, cost } of taken.slice(from)) {
      sum += cost;
      const seconds = (at - (taken[from]?.at ?? at)) / 1000;
      expect(sum).toBeLessThanOrEqual(burst + perSecond * seconds + 1e-6);
    }
  }
}

it.skipIf(!redisUrl)("two processes share a bucket in Redis", async () => {
  const other: Limits & { close(): Promise<void> } = createLimits({ clock, redisUrl });
  const key = randomUUID();
  const limit = { burst: 10, perSecond: 1 };
  const both = [kinds[1]?.limits ?? other, other];
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => (both[n % 2] ?? other).take(key, limit)));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(10);
  await other.close();
});

it("counts in this process while Redis does not answer", async () => {
  const alone = createLimits({ clock, redisUrl: "redis://127.0.0.1:1" });
  const limit = { burst: 2, perSecond: 1 };
  const answers = [await alone.take("k", limit), await alone.take("k", limit), await alone.take("k", limit)];
  expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, false]);
  await alone.close();
});

it("forgets full buckets, and the longest unused when there are too many", () => {
  const buckets = memoryBuckets(100);
  const take = (key: string, now: number) => buckets.take({ key, now, costMs: 1_000, burstMs: 1_000 });
  for (let n = 0; n < 500; n += 1) take(`visitor ${n}`, 0);
  expect(buckets.size()).toBe(100);
  expect(take("visitor 499", 0).waitMs).toBe(1_000);
  take("late", 1_000);
  expect(buckets.size()).toBe(1);
});
