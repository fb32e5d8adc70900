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

  const whenWritten = (message: string, work: () => Promise<void>) => {
    let done = "";
    return () => {
      underWay = underWay
        .then(async () => {
          if ((await position(db)) === done) return;
          await work();
          done = await position(db);
        })
        .catch((error: unknown) => warn(message, error));
    };
  };
  const stops = [
    clock.every(VACUUM_EVERY_MS, whenWritten("The database could not be cleaned up", async () => db.vacuum(await tablesOf(db)))),
    clock.every(SNAPSHOT_EVERY_MS, whenWritten("No snapshot of the database could be taken", snapshot)),
  ];
  return async () => {
    for (const stop of stops) stop();
    await underWay;
  };
}

async function tablesOf(db: Database): Promise<string[]> {
  const [rows] = await db.batch(SYSTEM, [
    { text: "select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", values: [] },
  ]);
  return (rows ?? []).map((row) => String(row["name"]));
}

/** Where the write-ahead log stands. */
async function position(db: Database): Promise<string> {
  const [rows] = await db.batch(SYSTEM, [{ text: "select pg_current_wal_insert_lsn()::text as at", values: [] }]);
  return String(rows?.[0]?.["at"]);
}
