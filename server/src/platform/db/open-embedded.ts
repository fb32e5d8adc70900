/** The embedded database in its data directory: made, opened, rescued from a snapshot where it is damaged. */
import { existsSync } from "node:fs";
import { rename, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "@parley/contracts";
import type { Clock } from "../clock.ts";
import { createSnapshots, type Snapshots } from "../snapshots/create-snapshots.ts";
import { createEmbeddedEngine, type EmbeddedEngine } from "./embedded-engine.ts";
import { startEmbeddedThread } from "./embedded-thread.ts";
import { lockDirectory } from "./lock-directory.ts";

export interface EmbeddedOptions {
  dataDir: string;
  clock: Clock;
  warn: (message: string, error?: unknown) => void;
}

export interface OpenedEmbedded {
  engine: EmbeddedEngine;
  /** A consistent copy, kept beside the database. */
  snapshot(): Promise<void>;
}

const LEAST_FREE_BYTES = 64 * 1024 * 1024;

export async function openEmbedded(options: EmbeddedOptions): Promise<OpenedEmbedded> {
  const unlock = await lockDirectory(options.dataDir);
  try {
    await assertSpace(options.dataDir);
    const snapshots = createSnapshots({ directory: join(options.dataDir, "snapshots"), clock: options.clock });
    const engine = await openOrRescue(options, snapshots);
    return {
      engine: {
        ...engine,
        async close() {
          await engine.close();
          unlock();
        },
      },
      snapshot: () => snapshots.take((to) => engine.copy(to)),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openOrRescue(options: EmbeddedOptions, snapshots: Snapshots): Promise<EmbeddedEngine> {
  const directory = join(options.dataDir, "database");
  if (!existsSync(directory)) {
    if ((await snapshots.list()).length > 0) return rescue(options, snapshots);
    await create(directory);
  }
  try {
    return await openChecked(directory, options.warn);
  } catch {
    // Once more, in case something beside the database was at fault.
    return openChecked(directory, options.warn).catch((error: unknown) => {
      options.warn("The database does not open", error);
      return rescue(options, snapshots);
    });
  }
}

/** Beside and renamed: a kill on the way leaves nothing that a later start would take for a database. */
async function create(directory: string): Promise<void> {
  const unfinished = `${directory}.tmp`;
  await rm(unfinished, { recursive: true, force: true });
  const thread = await startEmbeddedThread({ directory: unfinished, template: undefined });
  await thread.close();
  await rename(unfinished, directory);
}

/** Reads a little of every table: what cannot be read now would fail later, under somebody's eyes. */
async function openChecked(directory: string, warn: EmbeddedOptions["warn"]): Promise<EmbeddedEngine> {
  const engine = await createEmbeddedEngine(async () => {
    const thread = await startEmbeddedThread({ directory, template: undefined });
    void thread.ended.then((unasked) => unasked && warn("The embedded database stopped by itself; it is opened again"));
    return thread;
  });
  try {
    const [tables] = await engine.script(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'",
    );
    for (const table of tables ?? []) await engine.script(`select 1 from ${String(table["name"])} limit 1`);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** From the newest snapshot that opens. What was there is kept aside. */
async function rescue({ dataDir, clock, warn }: EmbeddedOptions, snapshots: Snapshots): Promise<EmbeddedEngine> {
  const directory = join(dataDir, "database");
  const rescued = `${directory}.tmp`;
  for (const snapshot of await snapshots.list()) {
    try {
      await snapshots.unpack(snapshot, rescued);
      await (await openChecked(rescued, warn)).close();
    } catch (error) {
      warn("A snapshot of the database is damaged too; trying the one before it", error);
      continue;
    }
    const aside = `${directory}.damaged-${new Date(clock.now()).toISOString().replaceAll(":", "-")}`;
    if (existsSync(directory)) await rename(directory, aside);
    await rename(rescued, directory);
    warn(
      `The database was damaged. Parley goes on with the snapshot of ${snapshot.takenAt.toISOString()}; what was stored after it is missing. ` +
        `The damaged database is kept in ${aside}.`,
    );
    return openChecked(directory, warn);
  }
  await rm(rescued, { recursive: true, force: true });
  throw new Fault(
    "unavailable",
    `The database in ${directory} is damaged and there is no good snapshot of it. It was left as it is. Move it away and restore a backup, or begin anew.`,
  );
}

async function assertSpace(dataDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  if (bavail * bsize < LEAST_FREE_BYTES)
    throw new Fault(
      "unavailable",
      `There is hardly any space left on the disk of ${dataDir}. Make room and start again.`,
    );
}
