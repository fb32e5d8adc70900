const ANSWER_WITHIN_MS = 3_000;

/** The version of a Redis (or Valkey). Rejects if it does not answer. */
export async function inspectRedis(url: string): Promise<string> {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: Error | undefined;
  redis.on("error", (error: Error) => (cause = error));
  try {
    await redis.connect();
    const info = await redis.info("server");
    return /(?:valkey|redis)_version:([\d.]+)/.exec(info)?.[1] ?? "unknown";
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}
