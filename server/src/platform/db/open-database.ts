/** The way to a database, whichever it is: opened, up to date, ready. */
import type { Clock } from "../clock.ts";
import { createDatabase } from "./create-database.ts";
import { createEmbeddedEngine } from "./embedded-engine.ts";
import { startEmbeddedThread } from "./embedded-thread.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { openPostgres } from "./postgres-engine.ts";
import type { Database } from "./types.ts";

export interface DatabaseOptions {
  /** PostgreSQL's address; without it the embedded engine is used. */
  url?: string;
  /** Parley's data directory, for the embedded engine; without it the database is in memory, for tests. */
  dataDir?: string;
  clock: Clock;
  /** Told of what somebody should know: a lost connection, a damaged directory. Never carries contents. */
  warn: (message: string, error?: unknown) => void;
  /** PostgreSQL: connections at most. */
  poolSize?: number;
  /** PostgreSQL: a statement that takes longer is cancelled. */
  statementTimeoutMs?: number;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const migrations = await readMigrations();
  if (options.url !== undefined) {
    const engine = await openPostgres({
      url: options.url,
      poolSize: options.poolSize ?? 10,
      statementTimeoutMs: options.statementTimeoutMs ?? 60_000,
      warn: options.warn,
    });
    await migrate(engine, migrations);
    return createDatabase(engine);
  }
  const engine = await createEmbeddedEngine(() => startEmbeddedThread({ directory: undefined, template: undefined }));
  await migrate(engine, migrations);
  return createDatabase(engine);
}
