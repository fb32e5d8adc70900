import type { Database } from "../db/types.ts";
import { SYSTEM } from "../scope.ts";

const AT_ONCE = 5_000;

/** The oldest first and a piece at a time, so that finding nothing to do is cheap. */
const PURGE = `
delete from events where (organization, number) in (
  select e.organization, e.number from (select * from events order by transaction, number limit ${AT_ONCE}) e
  where e.created_at < $1
    and not exists (select 1 from event_consumers c where (c.transaction, c.number) < (e.transaction, e.number))
)
returning 1`;

const PURGE_FAILURES = "delete from event_failures where created_at < $1";

/** Removes events from before `before` that every consumer has passed, and says how many. */
export async function purgeEvents(db: Database, before: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const [rows = []] = await db.batch(SYSTEM, [{ text: PURGE, values: [before] }]);
    removed += rows.length;
    if (rows.length < AT_ONCE) break;
  }
  await db.batch(SYSTEM, [{ text: PURGE_FAILURES, values: [before] }]);
  return removed;
}
