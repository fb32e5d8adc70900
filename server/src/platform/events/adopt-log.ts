import type { Database } from "../db/types.ts";
import { SYSTEM } from "../scope.ts";

/** Transaction ids that this server has not given yet: the log was restored from another one. */
const FOREIGN = `
select bool_or(transaction >= pg_snapshot_xmax(pg_current_snapshot())) as foreign_log from (
  (select transaction from events order by transaction desc limit 1) union all select transaction from event_consumers
) known`;

/**
 * Each consumer goes before the first event that it has not passed (at least once, never none); then all events
 * count as told by one old transaction, in the order of their numbers.
 */
const ADOPT = [
  `update event_consumers c set transaction = '3', lease_owner = null, lease_until = null, number = coalesce(
     (select min(e.number) - 1 from events e where (e.transaction, e.number) > (c.transaction, c.number)),
     (select max(e.number) from events e), 0)`,
  "update events set transaction = '3'",
];

/** After a restore on another server its transaction ids mean nothing here: they are put in order below ours. */
export async function adoptLog(db: Database): Promise<void> {
  const [[row] = []] = await db.batch(SYSTEM, [{ text: FOREIGN, values: [] }]);
  if (row?.["foreign_log"] !== true) return;
  await db.batch(
    SYSTEM,
    ADOPT.map((text) => ({ text, values: [] })),
  );
}
