/** Facts stored with the change they tell of, delivered after the commit to whoever consumes them. */
import { type EventData, type EventType } from "@parley/contracts";
import { sql } from "drizzle-orm";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import { errorFields, type Log } from "../log/log-port.ts";
import type { Realtime } from "../realtime/types.ts";
import { envelopeScope } from "../scope.ts";
import { adoptLog } from "./adopt-log.ts";
import { claimBatches, enterConsumers, type Batch, type RawEvent } from "./consumer-places.ts";
import { deliverBatch, type HandleEvent } from "./deliver-batch.ts";
import { eventId } from "./event-id.ts";
import { purgeEvents } from "./purge-events.ts";
import type { Events, StoredEvent } from "./types.ts";

export interface EventsDeps {
  db: Database;
  clock: Clock;
  log?: Log | undefined;
  /** Tells the other processes of new events at once; without it they look every two seconds. */
  realtime?: Realtime | undefined;
}

interface Consumer {
  types: readonly EventType[];
  handle: HandleEvent;
}

const TOPIC = "events.wake";
const LOOK_EVERY_MS = 2_000;
/** Looking more often than this only costs. */
const BETWEEN_LOOKS_MS = 10;
const PURGE_EVERY_MS = 3_600_000;
const KEEP_MS = 30 * 24 * 3_600_000;

export function createEvents({ db, clock, log, realtime }: EventsDeps): Events {
  const owner = randomUUID();
  const consumers = new Map<string, Consumer>();
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const looking = createLooking({ clock, log, look, stopping: stopping.signal });
  const ends: (() => void)[] = [];
  let started = false;
  let told = false;

  /** True when there is more that cannot be delivered yet. */
  async function look(): Promise<boolean> {
    told = false;
    const wanted = [...consumers].filter(([name]) => !running.has(name)).map(([name, { types }]) => ({ name, types }));
    if (wanted.length === 0) return false;
    const { batches, heldBack } = await claimBatches(db, owner, wanted, clock.now());
    for (const batch of batches) deliver(batch);
    return heldBack;
  }

  function deliver(batch: Batch): void {
    const consumer = consumers.get(batch.consumer);
    if (!consumer) return;
    const work = deliverBatch({ db, clock, log, owner, stopping: stopping.signal }, batch, consumer.handle)
      .catch((error: unknown) => log?.warn({ consumer: batch.consumer, ...errorFields(error) }, "Delivering events broke off"))
      .then(() => {
        running.delete(batch.consumer);
        looking.wake();
      });
    running.set(batch.consumer, work);
  }

  function purge(): void {
    purgeEvents(db, new Date(clock.now() - KEEP_MS)).catch((error: unknown) => log?.warn(errorFields(error), "Old events were not removed"));
  }

  return {
    async publish(tx, scope, type, data) {
      await tx.execute(insertEvent(scope.organization, type, sql`${JSON.stringify(data)}::text::jsonb`));
    },
    insertion: (scope, type, data) => insertEvent(scope.organization, type, data),
    wake() {
      if (!started) return;
      looking.wake();
      if (!told) realtime?.publish(TOPIC, {});
      told = true;
    },
    consume(name, types, handle) {
      if (started) throw new Error("Consumers of events are named before the start");
      if (consumers.has(name)) throw new Error(`There are two consumers of events named ${name}`);
      consumers.set(name, { types, handle: (raw) => handle(storedEvent<(typeof types)[number]>(raw, name)) });
    },
    async start() {
      await adoptLog(db);
      await enterConsumers(db, [...consumers.keys()]);
      started = true;
      const heard = realtime?.subscribe(TOPIC, looking.wake);
      ends.push(clock.every(LOOK_EVERY_MS, looking.wake), clock.every(PURGE_EVERY_MS, purge), ...(heard ? [heard] : []));
      looking.wake();
    },
    async stop() {
      started = false;
      stopping.abort();
      for (const end of ends.splice(0)) end();
      await looking.ended();
      await Promise.all(running.values());
    },
  };
}

/** Data that is SQL's NULL tells nothing: for statements whose change may turn out not to happen. */
function insertEvent(organization: number, type: EventType, data: ReturnType<typeof sql>) {
  return sql`insert into events (organization, type, data)
    select ${organization}::int, ${type}::text, told.data from (select ${data} as data) told where told.data is not null`;
}

function storedEvent<T extends EventType>(raw: RawEvent, consumer: string): StoredEvent<T> {
  return {
    id: eventId(raw.number, raw.at),
    // The claim reads only the types that were asked for, and only `publish` and `insertion` store them.
    type: raw.type as T,
    scope: envelopeScope(raw.organization, raw.organizationId, consumer),
    data: raw.data as EventData<T>,
    at: raw.at,
  };
}

interface LookingDeps {
  clock: Clock;
  log: Log | undefined;
  look: () => Promise<boolean>;
  stopping: AbortSignal;
}

/** Calls that come close together are one look; what is held back is looked for again, ever more slowly. */
function createLooking({ clock, log, look, stopping }: LookingDeps) {
  // Who calls inside a transaction does not make the looking a part of it.
  const outside = AsyncLocalStorage.snapshot();
  let wanted = false;
  let pauseMs = BETWEEN_LOOKS_MS;
  let nap = new AbortController();
  let active = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    active = true;
    while (wanted && !stopping.aborted) {
      wanted = false;
      const heldBack = await lookSafely();
      await clock.sleep(BETWEEN_LOOKS_MS, stopping);
      if (heldBack && !wanted) await clock.sleep(pauseMs, AbortSignal.any([stopping, nap.signal]));
      pauseMs = heldBack ? Math.min(pauseMs * 2, LOOK_EVERY_MS) : BETWEEN_LOOKS_MS;
      wanted ||= heldBack;
    }
    active = false;
  }

  async function lookSafely(): Promise<boolean> {
    try {
      return await look();
    } catch (error) {
      log?.warn(errorFields(error), "Looking for new events failed and is tried again");
      return false;
    }
  }

  return {
    wake(): void {
      wanted = true;
      nap.abort();
      nap = new AbortController();
      if (!active) running = outside(run);
    },
    ended: async () => running,
  };
}
