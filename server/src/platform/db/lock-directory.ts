/** One process at a time on a data directory: SQLite's file lock holds across containers and is free after a kill. */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Fault } from "@parley/contracts";

/** Resolves with the way to unlock. Throws `conflict`, naming who holds it where that is known. */
export async function lockDirectory(dataDir: string): Promise<() => void> {
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new Fault(
      "unavailable",
      `The data directory ${dataDir} cannot be made. Check its path and permissions, or choose another with --data.`,
      { cause: error },
    );
  });
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(dataDir, "lock"));
    lock.exec("begin exclusive");
  } catch (error) {
    lock?.close();
    throw await refusal(dataDir, error);
  }
  const held = lock;
  return () => held.close();
}

const SQLITE_BUSY = 5;

async function refusal(dataDir: string, error: unknown): Promise<Fault> {
  const busy = typeof error === "object" && error !== null && Reflect.get(error, "errcode") === SQLITE_BUSY;
  if (!busy) {
    return new Fault(
      "unavailable",
      `The data directory ${dataDir} cannot be written to. Check its permissions and the space left, or choose another with --data.`,
      {
        cause: error,
      },
    );
  }
  const address = await addressOf(dataDir);
  const who = address === undefined ? "Another Parley" : `The Parley at ${address}`;
  return new Fault(
    "conflict",
    `${who} is using the data directory ${dataDir}. Stop it first, or choose another directory with --data.`,
  );
}

/** As the running server wrote it down for others. */
async function addressOf(dataDir: string): Promise<string | undefined> {
  try {
    const run: unknown = JSON.parse(await readFile(join(dataDir, "run.json"), "utf8"));
    const address: unknown = typeof run === "object" && run !== null ? Reflect.get(run, "url") : undefined;
    return typeof address === "string" ? address : undefined;
  } catch {
    return undefined;
  }
}
