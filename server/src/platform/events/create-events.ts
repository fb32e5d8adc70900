/** Facts stored with the change they tell of, delivered after the commit to whoever consumes them. */
import { sql, type SQL } from "../db/drizzle.ts";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { EventData, EventType } from "@parley/contracts";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import type { Log } from "../log.ts";
import type { Realtime } from "../realtime/types.ts";
import { envelopeScope } from "../scope.ts";
import { adoptLog } from "./adopt-log.ts";
import { enterConsumers, type RawEvent } from "./consumer-places.ts";
import { createDelivery, type Consumer } from "./create-delivery.ts";
import { type Due, joined } from "./due.ts";
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

const TOPIC = "events.wake";
const TELL_TOGETHER_MS = 10;
const LOOK_EVERY_MS = 2_000;
const PURGE_EVERY_MS = 3_600_000;
const KEEP_MS = 30 * 24 * 3_600_000;

export function createEvents({ db, clock, log, realtime }: EventsDeps): Events {
  const consumers = new Map<string, Consumer>();
  const delivery = createDelivery({ db, clock, log, consumers });
  const others = realtime && wakeOthers(realtime, clock);
  const ends: (() => void)[] = [];
  let started = false;

  const purge = () => {
    purgeEvents(db, new Date(clock.now() - KEEP_MS)).catch((err: unknown) =>
      log?.warn({ err }, "Old events were not removed"),
    );
  };

  function enter(name: string, consumer: Consumer): void {
    if (started) throw new Error("Consumers of events are named before the start");
    if (consumers.has(name)) throw new Error(`There are two consumers of events named ${name}`);
    consumers.set(name, consumer);
  }

  return {
    async publish(...[tx, scope, type, data]) {
      await tx.execute(insertEvent(scope.organization, type, sql`${JSON.stringify(data)}::text::jsonb`));
    },
    insertion: (scope, type, data) => insertEvent(scope.organization, type, data),
    wake(types) {
      if (!started) return;
      delivery.wake(types);
      others?.wake(types);
    },
    consume(name, types, handle) {
      enter(name, {
        types,
        together: false,
        async handle(raws) {
          for (const raw of raws) await handle(storedEvent<(typeof types)[number]>(raw, name));
        },
      });
    },
    consumeTogether({ name, types, restMs = 0 }, handle) {
      const read = (raw: RawEvent) => storedEvent<(typeof types)[number]>(raw, name);
      enter(name, { types, together: true, restMs, handle: (raws) => handle(raws.map(read)) });
    },
    async start() {
      await adoptLog(db);
      await enterConsumers(db, [...consumers.keys()]);
      started = true;
      if (others) ends.push(others.listen(delivery.wake));
      ends.push(
        clock.every(LOOK_EVERY_MS, () => delivery.wake()),
        clock.every(PURGE_EVERY_MS, purge),
      );
      delivery.wake();
    },
    async stop() {
      started = false;
      for (const end of ends.splice(0)) end();
      await delivery.stop();
    },
  };
}

/** Calls that come close together reach the other processes as one, after the last of them. */
function wakeOthers(realtime: Realtime, clock: Clock) {
  const self = randomUUID();
  const outside = AsyncLocalStorage.snapshot();
  let telling = false;
  let due: Due = [];

  async function tell(): Promise<void> {
    await clock.sleep(TELL_TOGETHER_MS);
    telling = false;
    realtime.publish(TOPIC, { by: self, due });
    due = [];
  }

  return {
    wake(types?: readonly EventType[]): void {
      due = joined(due, types ?? "all");
      if (telling) return;
      telling = true;
      void outside(tell);
    },
    listen: (wake: (types?: readonly string[]) => void) =>
      realtime.subscribe(TOPIC, (data) => {
        const told: Record<string, unknown> = { ...Object(data) };
        if (told["by"] !== self) wake(Array.isArray(told["due"]) ? told["due"].map(String) : undefined);
      }),
  };
}

/** Data that is SQL's NULL tells nothing: for statements whose change may turn out not to happen. */
function insertEvent(organization: number | SQL, type: EventType, data: SQL): SQL {
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
