/**
 * Events are ordered by the transaction that stored them, and a restored database counts its transactions anew: what is
 * stored from now on would come before the places that the consumers had reached, and never be delivered. So the
 * events are told apart only by whose turn they still are, under numbers of transactions that are over here too.
 */
import type { Tx } from "../db/types.ts";

/** More than any event's number, and still exact in JavaScript. */
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

export async function placeEvents(tx: Tx): Promise<void> {
  const base = `(pg_current_xact_id()::text::bigint - 1 - (select count(*) from event_consumers))`;
  await tx.batch([
    {
      text: `update events set transaction = (${base} + (
          select count(distinct (c.transaction, c.number)) from event_consumers c
          where (c.transaction, c.number) < (events.transaction, events.number)
        ))::text::xid8`,
      values: [],
    },
    {
      text: `update event_consumers set number = ${AFTER_ALL}, transaction = (${base} + placed.before)::text::xid8
        from (select name as consumer, dense_rank() over (order by transaction, number) - 1 as before from event_consumers) placed
        where placed.consumer = event_consumers.name`,
      values: [],
    },
  ]);
}
