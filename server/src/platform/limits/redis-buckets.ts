/** The same buckets in Redis, for several processes: one script, so that taking is one step. */
import { Redis } from "ioredis";
import { MAX_RETRY_MS, type Take } from "./memory-buckets.ts";

// Kept a minute longer than needed: the clocks of two machines differ.
const SCRIPT = `
local now, cost, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local at = math.max(now, tonumber(redis.call("get", KEYS[1]) or "0")) + cost
local excess = at - now - burst
if excess > 0 then return math.min(math.ceil(excess), ${MAX_RETRY_MS}) end
redis.call("set", KEYS[1], string.format("%.6f", at), "px", math.ceil(at - now) + 60000)
return 0
`;
const ANSWER_WITHIN_MS = 250;
/** Nobody waits for a Redis that has just not answered. */
const LEAVE_ALONE_MS = 1_000;

export function redisBuckets(url: string) {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, commandTimeout: ANSWER_WITHIN_MS });
  // Every failure shows in a take, which then counts in this process.
  redis.on("error", () => {});
  let notBefore = 0;

  return {
    /** 0, or the milliseconds to wait; undefined when Redis does not answer. */
    async take({ key, now, costMs, burstMs }: Take): Promise<number | undefined> {
      if (now < notBefore) return undefined;
      try {
        const answer = await redis.eval(SCRIPT, 1, `parley:limit:${key}`, now, costMs, burstMs);
        return typeof answer === "number" ? answer : undefined;
      } catch {
        notBefore = now + LEAVE_ALONE_MS;
        return undefined;
      }
    },
    async close(): Promise<void> {
      redis.disconnect();
    },
  };
}
