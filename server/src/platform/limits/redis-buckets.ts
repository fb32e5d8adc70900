/** The same buckets in Redis, for several processes: one script, so that taking is one step. */
import type { Redis } from "ioredis";
import { MAX_RETRY_MS, type Take, type Taken } from "./memory-buckets.ts";

// Kept a minute longer than needed: the clocks of two machines differ.
const SCRIPT = `
local now, cost, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local before = math.max(now, tonumber(redis.call("get", KEYS[1]) or "0"))
local at = before + cost
local excess = at - now - burst
if excess > 0 then return {math.min(math.ceil(excess), ${MAX_RETRY_MS}), math.ceil(before - now)} end
redis.call("set", KEYS[1], string.format("%.6f", at), "px", math.ceil(at - now) + 60000)
return {0, math.ceil(at - now)}
`;
const ANSWER_WITHIN_MS = 250;
/** Nobody waits for a Redis that has just not answered. */
const LEAVE_ALONE_MS = 1_000;

export function redisBuckets(url: string) {
  let opening: Promise<Redis> | undefined;
  const open = () => (opening ??= openRedis(url));
  let notBefore = 0;

  return {
    /** Undefined when Redis does not answer. */
    async take({ key, now, costMs, burstMs }: Take): Promise<Taken | undefined> {
      if (now < notBefore) return undefined;
      try {
        const redis = await open();
        const answer: unknown = await redis.eval(SCRIPT, 1, `parley:limit:${key}`, now, costMs, burstMs);
        const [waitMs, owedMs]: unknown[] = Array.isArray(answer) ? answer : [];
        return typeof waitMs === "number" && typeof owedMs === "number" ? { waitMs, owedMs } : undefined;
      } catch {
        notBefore = now + LEAVE_ALONE_MS;
        return undefined;
      }
    },
    async close(): Promise<void> {
      (await opening)?.disconnect();
    },
  };
}

/** The client is read when there is a Redis: most servers have none. */
async function openRedis(url: string): Promise<Redis> {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, commandTimeout: ANSWER_WITHIN_MS });
  // Every failure shows in a take, which then counts in this process.
  redis.on("error", () => {});
  return redis;
}
