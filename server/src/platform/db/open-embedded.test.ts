import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pass } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestClock } from "../../testing/index.ts";
import { SYSTEM } from "../scope.ts";
import { openDatabase } from "./open-database.ts";
import type { Database } from "./types.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-embedded-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("keeps what was stored, and refuses a second process with the address of the first", async () => {
  const dataDir = join(folder, "kept");
  const db = await open(dataDir);
  await addOrganization(db, "org_1");
  await writeFile(join(dataDir, "run.json"), JSON.stringify({ url: "http://127.0.0.1:4711" }));
  const refused = startWriter(dataDir);
  expect(await refused.errors()).toContain("The Parley at http://127.0.0.1:4711 is using the data directory");
  await expect(open(dataDir)).rejects.toMatchObject({ code: "conflict" });
  await db.close();
  const again = await open(dataDir);
  expect(await organizations(again)).toEqual(["org_1"]);
  await again.close();
});

it("opens after a kill at any moment of the first start", async () => {
  for (const [at, ms] of [200, 900, 1_800].entries()) {
    const dataDir = join(folder, `first-${at}`);
    const writer = startWriter(dataDir);
    await Promise.race([pass(ms), writer.said("open")]);
    await writer.kill();
    const db = await open(dataDir);
    expect(await organizations(db)).toEqual(expect.any(Array));
    await db.close();
    await rm(dataDir, { recursive: true });
  }
}, 120_000);

it("loses nothing that was acknowledged when it is killed while writing", async () => {
  const dataDir = join(folder, "killed");
  let acknowledged = 0;
  for (const rows of [40, 150]) {
    const writer = startWriter(dataDir);
    await writer.said(`stored ${rows}`);
    await writer.kill();
    acknowledged = writer.stored();
    const db = await open(dataDir);
    const found = new Set(await organizations(db));
    for (let row = 1; row <= acknowledged; row += 1)
      expect([found.has(`org_${row}_a`), found.has(`org_${row}_b`)]).toEqual([true, true]);
    expect(found.size % 2).toBe(0);
    await db.batch(SYSTEM, [{ text: "delete from organizations", values: [] }]);
    await db.close();
  }
  expect(acknowledged).toBeGreaterThanOrEqual(150);
}, 120_000);

it("goes on with the newest good snapshot when the directory is damaged, keeps the damaged one, and says so", async () => {
  const dataDir = join(folder, "damaged");
  const clock = createTestClock();
  const first = await openDatabase({ dataDir, clock, warn: () => {} });
  await addOrganization(first, "org_before");
  await first.snapshot();
  await clock.advance(1_000);
  await addOrganization(first, "org_after");
  await first.snapshot();
  await first.close();
  // The newest snapshot is cut off, and the control file of the database is gone.
  const [, newest = ""] = (await readdir(join(dataDir, "snapshots"))).sort();
  await truncate(join(dataDir, "snapshots", newest), 100_000);
  await rm(join(dataDir, "database", "global", "pg_control"));

  const warnings: string[] = [];
  const db = await openDatabase({ dataDir, clock, warn: (message) => warnings.push(message) });
  expect(await organizations(db)).toEqual(["org_before"]);
  await addOrganization(db, "org_new");
  await db.close();
  expect(warnings.at(-1)).toContain("goes on with the snapshot of 2026-01-01T00:00:00.000Z");
  expect((await readdir(dataDir)).filter((name) => name.startsWith("database.damaged-"))).toHaveLength(1);

  const again = await openDatabase({ dataDir, clock, warn: (message) => warnings.push(message) });
  expect(await organizations(again)).toEqual(["org_before", "org_new"]);
  await again.close();
}, 120_000);

it("leaves a damaged directory without snapshots as it is, and says what to do", async () => {
  const dataDir = join(folder, "hopeless");
  await mkdir(join(dataDir, "database"), { recursive: true });
  await writeFile(join(dataDir, "database", "PG_VERSION"), "18\n");
  await expect(open(dataDir)).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("no good snapshot"),
  });
  expect(await readdir(dataDir)).toContain("database");
}, 120_000);

it("takes a snapshot every hour in which something was written, and none in the others", async () => {
  const dataDir = join(folder, "scheduled");
  const clock = createTestClock();
  const db = await openDatabase({ dataDir, clock, warn: () => {} });
  const snapshots = async () =>
    (await readdir(join(dataDir, "snapshots")).catch(() => [])).filter((name) => name.endsWith(".snapshot")).length;
  const arrived = (count: number) => vi.waitFor(async () => expect(await snapshots()).toBe(count), { timeout: 20_000 });
  await clock.advance(3_600_000);
  await arrived(1);
  await addOrganization(db, "org_1");
  await clock.advance(3_600_000);
  await arrived(2);
  await clock.advance(3_600_000);
  // Waits for what is under way.
  await db.close();
  expect(await snapshots()).toBe(2);
}, 120_000);

const open = (dataDir: string) => openDatabase({ dataDir, clock: createTestClock(), warn: () => {} });

async function addOrganization(db: Database, id: string): Promise<void> {
  await db.batch(SYSTEM, [{ text: "insert into organizations (id, name) values ($1, 'x')", values: [id] }]);
}

async function organizations(db: Database): Promise<string[]> {
  const [rows] = await db.batch(SYSTEM, [{ text: "select id from organizations order by number", values: [] }]);
  return (rows ?? []).map((row) => String(row["id"]));
}

function startWriter(dataDir: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL("kill-fixture.ts", import.meta.url)), dataDir],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const waiting = new Map<string, () => void>();
  let stored = 0;
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  if (child.stdout) {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("stored ")) stored = Number(line.slice(7));
      waiting.get(line)?.();
    });
  }
  return {
    said: (line: string) => Promise.race([new Promise<void>((resolve) => waiting.set(line, resolve)), ended]),
    stored: () => stored,
    async errors() {
      await ended;
      return errors;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
