import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { Trouble, say } from "./say.mjs";

const BEAT_MS = 1_000;
const SILENT_MS = 15_000;
const GIVE_UP_MS = 15 * 60_000;

/**
 * Runs `work(noteChild)` while no other boot in this directory does, also one in another container.
 * The lock is a file that its holder touches every second; one left behind by a killed boot is taken over.
 * `noteChild(pid)` makes the lock outlive the boot for as long as that child (an orphaned npm) still runs.
 */
export async function withLock(path, work) {
  await take(path);
  const beat = setInterval(() => touch(path), BEAT_MS);
  beat.unref();
  try {
    return await work((pid) => writeFileSync(path, claim(pid)));
  } finally {
    clearInterval(beat);
    rmSync(path, { force: true });
  }
}

async function take(path) {
  const since = Date.now();
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(path, claim(null), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw unwritable(path, error);
    }
    if (takeOverIfLeftBehind(path)) continue;
    if (!waited) say("Another start is preparing Parley, waiting for it…");
    if (Date.now() - since > GIVE_UP_MS)
      throw new Trouble(`Another start has been preparing Parley for too long. If none runs, delete ${path}.`);
    await wait(200);
  }
}

function claim(child) {
  return JSON.stringify({ pid: process.pid, host: hostname(), child });
}

function touch(path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // The lock was removed by hand: nothing is gained by stopping.
  }
}

function takeOverIfLeftBehind(path) {
  try {
    const text = readFileSync(path, "utf8");
    if (!leftBehind(text, Date.now() - statSync(path).mtimeMs)) return false;
    const aside = `${path}.${process.pid}`;
    renameSync(path, aside);
    // Another boot may have taken over between reading and renaming: then what we hold is its lock, so give it back.
    const ours = readFileSync(aside, "utf8") === text;
    if (ours) rmSync(aside);
    else renameSync(aside, path);
    return ours;
  } catch (error) {
    if (error.code === "ENOENT") return true;
    throw error;
  }
}

function leftBehind(text, silentMs) {
  let holder;
  try {
    holder = JSON.parse(text);
  } catch {
    return silentMs > SILENT_MS;
  }
  if (holder.host !== hostname()) return silentMs > SILENT_MS;
  if (holder.child && runs(holder.child)) return false;
  return !runs(holder.pid) || silentMs > SILENT_MS;
}

function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function unwritable(path, error) {
  return new Trouble(`Parley cannot write to ${path} (${error.code}). Make its directory writable and start again.`);
}
