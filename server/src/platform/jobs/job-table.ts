/**
 * What pg-boss has no call for, on its table: what is due, whose process is gone, and putting jobs back uncounted.
 * Every queue of ours is `exclusive`, so the partial index of that policy holds just the unfinished jobs.
 */
import { SYSTEM } from "../scope.ts";
import type { Database } from "../db/types.ts";

export interface Attempt {
  queue: string;
  id: string;
  retryCount: number;
}

export interface JobTable {
  /** Queues with something to do now, and attempts whose process has been silent for too long. */
  look(queues: readonly string[], silentMs: number): Promise<{ due: string[]; silent: Attempt[] }>;
  /** Back to waiting, as if never begun. */
  putBack(attempts: readonly Attempt[]): Promise<void>;
  /** A failed attempt whose process is gone is not to blame: its next one does not wait. */
  hurry(attempts: readonly Attempt[]): Promise<void>;
  /** Which of the attempts are still ours, having said that they are alive. */
  touch(attempts: readonly Attempt[]): Promise<Set<string>>;
}

const OPEN = "policy = 'exclusive' and state <= 'active' and name = any($1::text[])";
const DUE = `select distinct name from pgboss.job where ${OPEN} and state < 'active' and start_after <= now()`;
const SILENT = `select name, id, retry_count from pgboss.job
  where ${OPEN} and state = 'active' and heartbeat_on < now() - $2::int * interval '1 millisecond' limit 100`;

/** `$1` names the queues so that only their partitions are touched, and the pair says which attempt is meant. */
const THESE = `name = any($1::text[]) and state = 'active' and id = any($2::uuid[])
  and id || '/' || retry_count = any($3::text[])`;
const PUT_BACK = `update pgboss.job set state = 'created', started_on = null, heartbeat_on = null where ${THESE}`;
const TOUCH = `update pgboss.job set heartbeat_on = now() where ${THESE} returning id`;
const HURRY = `update pgboss.job set start_after = now() where name = any($1::text[]) and state = 'retry' and id = any($2::uuid[])`;

export function jobTable(db: Database): JobTable {
  return {
    async look(queues, silentMs) {
      const [due = [], silent = []] = await db.batch(SYSTEM, [
        { text: DUE, values: [queues] },
        { text: SILENT, values: [queues, silentMs] },
      ]);
      return {
        due: due.map((row) => String(row["name"])),
        silent: silent.map((row) => ({
          queue: String(row["name"]),
          id: String(row["id"]),
          retryCount: Number(row["retry_count"]),
        })),
      };
    },
    async putBack(attempts) {
      if (attempts.length > 0) await db.batch(SYSTEM, [{ text: PUT_BACK, values: those(attempts) }]);
    },
    async hurry(attempts) {
      await db.batch(SYSTEM, [{ text: HURRY, values: those(attempts).slice(0, 2) }]);
    },
    async touch(attempts) {
      const [rows = []] = await db.batch(SYSTEM, [{ text: TOUCH, values: those(attempts) }]);
      return new Set(rows.map((row) => String(row["id"])));
    },
  };
}

function those(attempts: readonly Attempt[]): unknown[] {
  const queues = [...new Set(attempts.map(({ queue }) => queue))];
  return [queues, attempts.map(({ id }) => id), attempts.map(({ id, retryCount }) => `${id}/${retryCount}`)];
}
