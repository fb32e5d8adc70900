/** Topics between subscribers of this process and, through a carrier, of others. */
import type { Clock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import type { Log } from "../log.ts";
import { postgresCarrier, redisCarrier, type Carrier } from "./carriers.ts";
import { createRelay } from "./relay.ts";
import type { Realtime } from "./types.ts";

export interface RealtimeDeps {
  db: Pick<Database, "engine" | "listen" | "notify">;
  /** With it Redis carries between processes; without it PostgreSQL does; on the embedded engine nobody needs to. */
  redisUrl?: string | undefined;
  clock: Clock;
  log?: Log | undefined;
}

export function createRealtime({ db, redisUrl, clock, log }: RealtimeDeps): Realtime {
  const topics = createTopics(log);
  const carrier = carrierFor(db, redisUrl, log);
  const relay = carrier && createRelay({ carrier, clock, log, heard: topics.deliver });

  return {
    subscribe: topics.subscribe,
    publish(topic, data) {
      topics.deliver(topic, data);
      relay?.send(topic, data);
    },
    start: async () => relay?.start(),
    stop: async () => relay?.stop(),
  };
}

function carrierFor(db: RealtimeDeps["db"], redisUrl: string | undefined, log: Log | undefined): Carrier | undefined {
  if (redisUrl) return redisCarrier(redisUrl, log);
  return db.engine === "postgres" ? postgresCarrier(db) : undefined;
}

type Heard = (data: unknown) => void;

function createTopics(log: Log | undefined) {
  const subscribers = new Map<string, Set<Heard>>();
  const waiting: [topic: string, data: unknown][] = [];
  let delivering = false;

  function subscribe(topic: string, heard: Heard): () => void {
    // A function of its own, so that subscribing twice with one function is two subscriptions.
    const own: Heard = (data) => heard(data);
    const set = subscribers.get(topic) ?? new Set();
    subscribers.set(topic, set.add(own));
    return () => {
      set.delete(own);
      if (set.size === 0 && subscribers.get(topic) === set) subscribers.delete(topic);
    };
  }

  /** A subscriber that publishes while it hears must not get ahead of those who come after it. */
  function deliver(topic: string, data: unknown): void {
    if (!subscribers.has(topic)) return;
    waiting.push([topic, data]);
    if (delivering) return;
    delivering = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const heard of Array.from(subscribers.get(next[0]) ?? [])) tell(heard, next[1]);
    }
    delivering = false;
  }

  function tell(heard: Heard, data: unknown): void {
    try {
      heard(data);
    } catch (err) {
      log?.error({ err }, "A subscriber of a real-time topic failed");
    }
  }

  return { subscribe, deliver };
}
