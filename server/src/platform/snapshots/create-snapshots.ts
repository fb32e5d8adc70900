/** Consistent copies of the embedded database, for the day its directory is damaged. */
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { unlessMissing } from "../files.ts";
import { packDirectory, unpackDirectory } from "./pack-directory.ts";

export interface Snapshots {
  /** `copy` puts a consistent copy of the database's directory where it is told. */
  take(copy: (to: string) => Promise<void>): Promise<void>;
  /** Newest first. */
  list(): Promise<Snapshot[]>;
  /** Rejects when the snapshot is damaged. */
  unpack(snapshot: Snapshot, to: string): Promise<void>;
}

export interface Snapshot {
  takenAt: Date;
  file: string;
}

const NAME = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.snapshot$/;
const NEWEST_KEPT = 3;
const DAYS_KEPT = 4;

export function createSnapshots({ directory, clock }: { directory: string; clock: Clock }): Snapshots {
  const list = async (): Promise<Snapshot[]> => {
    const names = (await readdir(directory).catch(unlessMissing)) ?? [];
    const found = names.flatMap((name) => {
      const parts = NAME.exec(name);
      return parts ? [{ takenAt: new Date(`${parts[1]}:${parts[2]}:${parts[3]}`), file: join(directory, name) }] : [];
    });
    return found.sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
  };

  const prune = async () => {
    const snapshots = await list();
    const kept = new Set(toKeep(snapshots));
    for (const snapshot of snapshots) if (!kept.has(snapshot)) await rm(snapshot.file, { force: true });
  };

  return {
    async take(copy) {
      const name = join(directory, `${new Date(clock.now()).toISOString().replaceAll(":", "-")}.snapshot`);
      const copied = join(directory, "copy.tmp");
      await mkdir(directory, { recursive: true });
      await rm(copied, { recursive: true, force: true });
      try {
        await copy(copied);
        await packDirectory(copied, `${name}.tmp`);
        await rename(`${name}.tmp`, name);
      } finally {
        await rm(copied, { recursive: true, force: true });
        await rm(`${name}.tmp`, { force: true });
      }
      await prune();
    },
    list,
    async unpack(snapshot, to) {
      await rm(to, { recursive: true, force: true });
      await unpackDirectory(snapshot.file, to);
    },
  };
}

/** The newest, and the last one of each of the days before. `snapshots` newest first. */
export function toKeep(snapshots: readonly Snapshot[]): Snapshot[] {
  const days = new Map<string, Snapshot>();
  for (const snapshot of snapshots) {
    const day = snapshot.takenAt.toISOString().slice(0, 10);
    if (!days.has(day)) days.set(day, snapshot);
  }
  const daily = [...days.values()].slice(0, DAYS_KEPT + 1);
  return [...new Set([...snapshots.slice(0, NEWEST_KEPT), ...daily])];
}
