import { Redis } from "ioredis";

const url = process.env["REDIS_URL"] ?? "redis://127.0.0.1:56379";

/** Where Redis or Valkey answers, or undefined, with a word on what is skipped. */
export const redisUrl = (await answers()) ? url : undefined;
if (!redisUrl) process.stderr.write("Skipped: no Redis answers. Set REDIS_URL to run these tests on it too.\n");

async function answers(): Promise<boolean> {
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  probe.on("error", () => {});
  try {
    await probe.connect();
    return true;
  } catch {
    return false;
  } finally {
    probe.disconnect();
  }
}
