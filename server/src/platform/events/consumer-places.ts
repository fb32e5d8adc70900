/**
 * Where each consumer stands, in SQL. A place is (transaction, number): numbers commit out of order, so only what
 * lies below the oldest running transaction is read, for nothing can appear there any more. That horizon is the
 * whole server's: a long writing transaction anywhere on it holds delivery back.
 */
import { SYSTEM } from "../scope.ts";
import type { Database, Row } from "../db/types.ts";

export interface Wanted {
  name: string;
  types: readonly string[];
}

export interface Place {
  transaction: string;
  number: number;
}

export interface RawEvent extends Place {
  organization: number;
  organizationId: string;
  type: string;
  data: unknown;
  at: Date;
}

/** What one consumer has to deliver, and where it stands when that is done. */
export interface Batch {
  consumer: string;
  /** How often the first of these events has already failed. */
  attempts: number;
  events: RawEvent[];
  /** Past the last event of the batch, and past all that this consumer has no use for. */
  end: Place;
}

export const BATCH_SIZE = 50;
export const LEASE_MS = 10_000;
/** So many events without use are passed over at once, so that they are not looked through again and again. */
const PASS_OVER = 500;

const SETTLED = "e.transaction < pg_snapshot_xmin(pg_current_snapshot())";
const AHEAD = `(e.transaction, e.number) > (c.transaction, c.number) and ${SETTLED}`;
/** In every look ahead, also where any row would do: it keeps the planner on the index, whatever it believes. */
const IN_ORDER = "order by e.transaction, e.number";

const CLAIM = `
with claimed as (
  update event_consumers c set lease_owner = $2, lease_until = $4
  from jsonb_to_recordset($1::jsonb) as w(name text, types text[])
  where c.name = w.name
    and (c.lease_owner is null or c.lease_owner = $2 or c.lease_until < $3)
    and (c.retry_at is null or c.retry_at <= $3)
    and ((select e.number from events e where ${AHEAD} and e.type = any(w.types) ${IN_ORDER} limit 1) is not null
      or (select e.number from events e where ${AHEAD} ${IN_ORDER} offset ${PASS_OVER} limit 1) is not null)
  returning c.name, c.transaction, c.number, c.attempts, w.types
), log_end as (
  select e.transaction, e.number from events e where ${SETTLED} order by e.transaction desc, e.number desc limit 1
)
select c.name, c.attempts, n.*, log_end.transaction::text as end_transaction, log_end.number as end_number
from claimed c cross join log_end left join lateral (
  select e.transaction::text as transaction, e.number, e.organization, o.id as organization_id, e.type, e.data, e.created_at
  from events e join organizations o on o.number = e.organization
  where ${AHEAD} and e.type = any(c.types)
  ${IN_ORDER} limit ${BATCH_SIZE}
) n on true
order by c.name, n.transaction::xid8, n.number`;

/** Committed, but not below the horizon: to be looked for again soon, since nobody calls when the horizon moves. */
const HELD_BACK = `select not (${SETTLED}) as held from events e order by e.transaction desc, e.number desc limit 1`;

export interface Claimant {
  owner: string;
  wanted: readonly Wanted[];
  /** Milliseconds since 1970. */
  now: number;
}

export interface Claims {
  batches: Batch[];
  heldBack: boolean;
}

/** Takes the lease of every wanted consumer that has something to do and is free. */
export async function claimBatches(db: Database, { owner, wanted, now }: Claimant): Promise<Claims> {
  const [rows = [], [horizon] = []] = await db.batch(SYSTEM, [
    { text: CLAIM, values: [JSON.stringify(wanted), owner, new Date(now), new Date(now + LEASE_MS)] },
    { text: HELD_BACK, values: [] },
  ]);
  const batches = new Map<string, Batch>();
  for (const row of rows) {
    const consumer = String(row["name"]);
    const end = { transaction: String(row["end_transaction"]), number: Number(row["end_number"]) };
    const batch = batches.get(consumer) ?? { consumer, attempts: Number(row["attempts"]), events: [], end };
    if (row["number"] !== null) batch.events.push(readEvent(row));
    batches.set(consumer, batch);
  }
  for (const batch of batches.values()) {
    const last = batch.events.at(BATCH_SIZE - 1);
    if (last) batch.end = { transaction: last.transaction, number: last.number };
  }
  return { batches: [...batches.values()], heldBack: horizon?.["held"] === true };
}

function readEvent(row: Row): RawEvent {
  const at = row["created_at"];
  return {
    transaction: String(row["transaction"]),
    number: Number(row["number"]),
    organization: Number(row["organization"]),
    organizationId: String(row["organization_id"]),
    type: String(row["type"]),
    data: row["data"],
    at: at instanceof Date ? at : new Date(String(at)),
  };
}

/** New consumers begin at the end of the log. What a killed process left is free at once where no other can exist. */
export async function enterConsumers(db: Database, names: readonly string[]): Promise<void> {
  const text = `insert into event_consumers (name, transaction, number)
    select name, pg_snapshot_xmin(pg_current_snapshot()), 0 from unnest($1::text[]) as name on conflict do nothing`;
  const free = "update event_consumers set lease_owner = null, lease_until = null where lease_owner is not null";
  const statements = [{ text, values: [names] }];
  await db.batch(SYSTEM, db.engine === "embedded" ? [{ text: free, values: [] }, ...statements] : statements);
}

export interface Owned {
  owner: string;
  consumer: string;
}

/** False when the lease was lost, and another process may be delivering the same. */
export async function renewLease(db: Database, { owner, consumer }: Owned, now: number): Promise<boolean> {
  const text = "update event_consumers set lease_until = $3 where name = $1 and lease_owner = $2 returning name";
  return changed(await db.batch(SYSTEM, [{ text, values: [consumer, owner, new Date(now + LEASE_MS)] }]));
}

const PASS = "transaction = $3::text::xid8, number = $4, attempts = 0, retry_at = null";
const RELEASE = "lease_owner = null, lease_until = null";

/** Stores how far the consumer has come. */
export async function savePlace(
  db: Database,
  { owner, consumer }: Owned,
  place: Place & { release: boolean },
): Promise<boolean> {
  const text = `update event_consumers set ${PASS}${place.release ? `, ${RELEASE}` : ""} where name = $1 and lease_owner = $2 returning name`;
  return changed(await db.batch(SYSTEM, [{ text, values: [consumer, owner, place.transaction, place.number] }]));
}

export interface Retry {
  attempts: number;
  /** Milliseconds since 1970. */
  retryAt: number;
}

/** The event after the place failed: again at `retryAt`, and others may try. */
export async function postpone(db: Database, { owner, consumer }: Owned, { attempts, retryAt }: Retry): Promise<void> {
  const text = `update event_consumers set attempts = $3, retry_at = $4, ${RELEASE} where name = $1 and lease_owner = $2`;
  await db.batch(SYSTEM, [{ text, values: [consumer, owner, attempts, new Date(retryAt)] }]);
}

/** Passes an event that cannot be delivered, and keeps its number and the fault's code. */
export async function setAside(
  db: Database,
  { owner, consumer }: Owned,
  { event, code }: { event: RawEvent; code: string },
): Promise<void> {
  const record = `insert into event_failures (organization, consumer, number, code) values ($1, $2, $3, $4) on conflict do nothing`;
  const pass = `update event_consumers set ${PASS}, ${RELEASE} where name = $1 and lease_owner = $2`;
  await db.batch(SYSTEM, [
    { text: record, values: [event.organization, consumer, event.number, code] },
    { text: pass, values: [consumer, owner, event.transaction, event.number] },
  ]);
}

const changed = ([rows = []]: Row[][]): boolean => rows.length > 0;
