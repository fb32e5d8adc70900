/** What carries text to every process, this one included: PostgreSQL's NOTIFY or Redis' PUBLISH. */
import { Fault } from "@parley/contracts";
import type { Redis } from "ioredis";
import type { Database } from "../db/types.ts";
import type { Log } from "../log.ts";

export interface Carrier {
  /** The longest payload, in bytes. */
  readonly maxBytes: number;
  listen(heard: (payload: string) => void): Promise<() => Promise<void>>;
  send(payload: string): Promise<void>;
  close(): Promise<void>;
}

const CHANNEL = "parley_realtime";
const MAX_NOTIFY_BYTES = 7_900;
const MAX_REDIS_BYTES = 512 * 1024;

export function postgresCarrier(db: Pick<Database, "listen" | "notify">): Carrier {
  return {
    maxBytes: MAX_NOTIFY_BYTES,
    listen: (heard) => db.listen(CHANNEL, heard),
    send: (payload) => db.notify(CHANNEL, payload),
    close: async () => {},
  };
}

/** Redis has no channels per database, so the number in the address (`redis://host/3`) is part of the name. */
export function redisCarrier(url: string, log: Log | undefined): Carrier {
  let opening: ReturnType<typeof openPair> | undefined;
  const open = () => (opening ??= openPair(url, log));
  return {
    maxBytes: MAX_REDIS_BYTES,
    async listen(heard) {
      const { publisher, subscriber, channel } = await open();
      if (publisher.status === "wait") await connect(publisher);
      const onMessage = (_channel: string, payload: string) => heard(payload);
      subscriber.on("message", onMessage);
      await subscriber.subscribe(channel);
      return async () => {
        subscriber.off("message", onMessage);
        // Not awaited: on a lost connection it would wait until that is back.
        subscriber.unsubscribe(channel).catch(() => {});
      };
    },
    async send(payload) {
      const { publisher, channel } = await open();
      await publisher.publish(channel, payload);
    },
    async close() {
      const pair = await opening;
      pair?.publisher.disconnect();
      pair?.subscriber.disconnect();
    },
  };
}

/** The client is read when there is a Redis: most servers have none. */
async function openPair(url: string, log: Log | undefined) {
  const { Redis } = await import("ioredis");
  // A message that waits for a lost connection is stale when it returns: fail at once instead.
  const publisher = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const subscriber = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  for (const connection of [publisher, subscriber]) {
    connection.on("error", (err) => log?.warn({ err }, "The connection to Redis is disturbed"));
  }
  return { publisher, subscriber, channel: `${CHANNEL}:${publisher.options.db ?? 0}` };
}

async function connect(redis: Redis): Promise<void> {
  try {
    await redis.connect();
  } catch (cause) {
    redis.disconnect();
    throw new Fault("unavailable", "Redis does not answer. Check REDIS_URL, or leave it out to do without Redis.", {
      cause,
    });
  }
}
