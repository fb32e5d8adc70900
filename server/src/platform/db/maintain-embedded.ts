/** What PostgreSQL does by itself and the embedded engine does not: clean up, and be there again after a disaster. */
import type { Clock } from "../clock.ts";
import type { Database } from "./types.ts";
import { SYSTEM } from "../scope.ts";

export interface Maintenance {
  db: Database;
  clock: Clock;
  snapshot: () => Promise<void>;
  warn: (message: string, error?: unknown) => void;
}

const VACUUM_EVERY_MS = 30 * 60_000;
const SNAPSHOT_EVERY_MS = 60 * 60_000;

/** Both only when something was written since. Returns the way to stop, which waits for what is under way. */
export function maintainEmbedded({ db, clock, snapshot, warn }: Maintenance): () => Promise<void> {
  let underWay = Promise.resolve();

  const run = (message: string, work: () => Promise<void>) => {
    underWay = underWay.then(work).catch((error: unknown) => warn(message, error));
  };
  let cleanedUp = "";
  let kept = "";
  const cleanUp = async () => {
    if ((await lastWrite(db)) === cleanedUp) return;
    await db.vacuum(await tablesOf(db));
    // Statistics are written too: counted as a change, they would be a reason for the next clean-up.
    cleanedUp = await lastWrite(db);
  };
  const keep = async () => {
    // Read before: what is written while the snapshot is taken may not be in it.
    const write = await lastWrite(db);
    if (write === kept) return;
    await snapshot();
    kept = write;
  };
  const stops = [
    clock.every(VACUUM_EVERY_MS, () => run("The database could not be cleaned up", cleanUp)),
    clock.every(SNAPSHOT_EVERY_MS, () => run("No snapshot of the database could be taken", keep)),
  ];
  return async () => {
    for (const stop of stops) stop();
    await underWay;
  };
}

async function tablesOf(db: Database): Promise<string[]> {
  const [rows] = await db.batch(SYSTEM, [
    {
      text: "select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
      values: [],
    },
  ]);
  return (rows ?? []).map((row) => String(row["name"]));
}

/** Changes with every transaction that writes. */
async function lastWrite(db: Database): Promise<string> {
  const [rows] = await db.batch(SYSTEM, [
    { text: "select pg_snapshot_xmax(pg_current_snapshot())::text as next", values: [] },
  ]);
  return String(rows?.[0]?.["next"]);
}
