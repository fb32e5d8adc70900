/** Brings the events of the log to the consumers of this process, each consumer at its own pace. */
import { randomUUID } from "node:crypto";
import type { EventType } from "@parley/contracts";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import type { Log } from "../log.ts";
import { BATCH_SIZE, claimBatches, type Batch } from "./consumer-places.ts";
import { deliverBatch, type HandleEvents } from "./deliver-batch.ts";
import { type Due, hasAny, joined } from "./due.ts";
import { createLooking } from "./looking.ts";

export interface Consumer {
  types: readonly EventType[];
  handle: HandleEvents;
  /** A whole batch is handed over at once. */
  together: boolean;
  /** After a batch that was not full, before the next. */
  restMs?: number;
}

export interface Delivery {
  /** Looks for events soon: of these types, or of any. */
  wake(types?: readonly string[]): void;
  /** Ends after the events that are being handled. */
  stop(): Promise<void>;
}

export interface DeliveryDeps {
  db: Database;
  clock: Clock;
  log: Log | undefined;
  consumers: ReadonlyMap<string, Consumer>;
}

export function createDelivery({ db, clock, log, consumers }: DeliveryDeps): Delivery {
  const owner = randomUUID();
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  let due: Due = [];
  const looking = createLooking({ clock, log, look, stopping: stopping.signal });

  async function look(): Promise<boolean> {
    const looked = due;
    due = [];
    const wanted = [...consumers]
      .filter(([name, { types }]) => !running.has(name) && hasAny(looked, types))
      .map(([name, { types }]) => ({ name, types }));
    if (wanted.length === 0) return false;
    const { batches, heldBack } = await claimBatches(db, { owner, wanted, now: clock.now() });
    if (heldBack) due = joined(due, looked);
    for (const batch of batches) running.set(batch.consumer, deliver(batch));
    return heldBack;
  }

  async function deliver(batch: Batch): Promise<void> {
    try {
      const consumer = consumers.get(batch.consumer);
      if (consumer) await deliverBatch({ db, clock, log, owner, stopping: stopping.signal }, batch, consumer);
      if (consumer?.restMs && batch.events.length < BATCH_SIZE) await clock.sleep(consumer.restMs, stopping.signal);
    } catch (err) {
      log?.warn({ err, consumer: batch.consumer }, "Delivering events broke off");
    }
    running.delete(batch.consumer);
    wake(consumers.get(batch.consumer)?.types);
  }

  function wake(types?: readonly string[]): void {
    due = joined(due, types ?? "all");
    looking.wake();
  }

  return {
    wake,
    async stop() {
      stopping.abort();
      await looking.ended();
      await Promise.all(running.values());
    },
  };
}
