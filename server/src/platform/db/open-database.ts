/** The way to a database, whichever it is: opened, up to date, ready. */
import type { Clock } from "../clock.ts";
import { createDatabase } from "./create-database.ts";
import type { Engine } from "./engine.ts";
import { maintainEmbedded } from "./maintain-embedded.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { openInMemory } from "./open-in-memory.ts";
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

/**
 * Faults: `conflict` when the directory is in use or the database is newer than this build; `unavailable` when
 * PostgreSQL does not answer, the disk is full, or the directory is damaged beyond its snapshots.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url !== undefined) return openOnPostgres(options, options.url);
  return options.dataDir === undefined ? openInMemory() : openInDirectory(options, options.dataDir);
}

async function openOnPostgres(options: DatabaseOptions, url: string): Promise<Database> {
  const engine = await openPostgres({
    url,
    poolSize: options.poolSize ?? 10,
    statementTimeoutMs: options.statementTimeoutMs ?? 60_000,
    warn: options.warn,
  });
  await migrateOrClose(engine);
  return createDatabase(engine);
}

async function openInDirectory({ clock, warn }: DatabaseOptions, dataDir: string): Promise<Database> {
  const { openEmbedded } = await import("./open-embedded.ts");
  const { engine, snapshot } = await openEmbedded({ dataDir, clock, warn });
  await migrateOrClose(engine, snapshot);
  const db = createDatabase(engine);
  const stop = maintainEmbedded({ db, clock, snapshot, warn });
  return {
    ...db,
    snapshot,
    async close() {
      await stop();
      await db.close();
    },
  };
}

async function migrateOrClose(engine: Engine, before?: () => Promise<void>): Promise<void> {
  try {
    await migrate(engine, await readMigrations(), before);
  } catch (error) {
    await engine.close();
    throw error;
  }
}
