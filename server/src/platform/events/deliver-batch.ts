/** Hands one batch to its consumer, event by event, and keeps the place. */
import { Fault } from "@parley/contracts";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/types.ts";
import type { Log } from "../log.ts";
import {
  LEASE_MS,
  postpone,
  renewLease,
  savePlace,
  setAside,
  type Batch,
  type Owned,
  type Place,
  type RawEvent,
} from "./consumer-places.ts";

const MAX_ATTEMPTS = 10;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** What a crash makes be told again is at most what was handled within this time, or a batch. */
const SAVE_EVERY_MS = 1_000;

export interface DeliverDeps {
  db: Database;
  clock: Clock;
  log: Log | undefined;
  owner: string;
  /** Ends after the event that is being handled. */
  stopping: AbortSignal;
}

export type HandleEvents = (events: readonly RawEvent[]) => Promise<void>;

export async function deliverBatch(
  deps: DeliverDeps,
  batch: Batch,
  { handle, together }: { handle: HandleEvents; together: boolean },
): Promise<void> {
  const { db, clock, owner, stopping } = deps;
  const own: Owned = { owner, consumer: batch.consumer };
  const lease = holdLease(deps, own);
  let done: Place | undefined;
  let savedAt = clock.now();
  try {
    // A batch that fails is told again event by event, so that the one at fault is found.
    const all = together && batch.events.length > 1 && !(await attempt(handle, batch.events));
    for (const event of all ? [] : batch.events) {
      if (stopping.aborted || lease.lost()) return await leave(deps, batch, done);
      const error = await attempt(handle, [event]);
      if (error) return await recordFailure(deps, own, { batch, event, done, error });
      done = { transaction: event.transaction, number: event.number };
      if (clock.now() - savedAt < SAVE_EVERY_MS) continue;
      await savePlace(db, own, { ...done, release: false });
      savedAt = clock.now();
    }
    await savePlace(db, own, { ...batch.end, release: true });
  } finally {
    lease.end();
  }
}

async function attempt(handle: HandleEvents, events: readonly RawEvent[]): Promise<{ cause: unknown } | undefined> {
  try {
    await handle(events);
    return undefined;
  } catch (cause) {
    return { cause };
  }
}

function holdLease({ db, clock, log }: DeliverDeps, own: Owned) {
  let lost = false;
  const end = clock.every(LEASE_MS / 3, () => {
    renewLease(db, own, clock.now()).then(
      (held) => (lost ||= !held),
      (err: unknown) => log?.warn({ err, consumer: own.consumer }, "The lease of an event consumer was not renewed"),
    );
  });
  return { lost: () => lost, end };
}

/** Frees the lease in the middle of a batch. */
async function leave({ db, clock, owner }: DeliverDeps, batch: Batch, done: Place | undefined): Promise<void> {
  const own: Owned = { owner, consumer: batch.consumer };
  if (done) await savePlace(db, own, { ...done, release: true });
  else await postpone(db, own, { attempts: batch.attempts, retryAt: clock.now() });
}

interface Failure {
  batch: Batch;
  event: RawEvent;
  done: Place | undefined;
  error: { cause: unknown };
}

async function recordFailure(
  { db, clock, log }: DeliverDeps,
  own: Owned,
  { batch, event, done, error }: Failure,
): Promise<void> {
  const attempts = event === batch.events[0] ? batch.attempts + 1 : 1;
  const fields = { consumer: own.consumer, event: event.number, type: event.type, attempts, err: error.cause };
  if (done) await savePlace(db, own, { ...done, release: false });
  if (attempts < MAX_ATTEMPTS) {
    log?.warn(fields, "An event could not be handled and is tried again");
    const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS);
    await postpone(db, own, { attempts, retryAt: clock.now() + pauseMs });
  } else {
    log?.error(fields, "An event could not be handled and was set aside");
    await setAside(db, own, { event, code: codeOf(error.cause) });
  }
}

const codeOf = (cause: unknown): string => (cause instanceof Fault ? cause.code : "internal");
