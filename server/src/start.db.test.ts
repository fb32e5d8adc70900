/** Starts that cannot work: each says what to do, holds nothing open, and the next one works. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Fault } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { unpackDatabase } from "./house.testing.ts";
import { loadConfig, type Running, startParley } from "./main.ts";
import {
  describeDatabase,
  describePostgres,
  openTestDatabase,
  type TestDatabase,
  testEngine,
} from "./testing/index.ts";

const PARLEY = resolve(import.meta.dirname, "../../cli/src/parley.ts");

let database: TestDatabase | undefined;
let base: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "parley-start-"));
  database = testEngine === "postgres" ? await openTestDatabase() : undefined;
  await mkdir(usedDirectory());
  if (testEngine === "embedded") await unpackDatabase(join(usedDirectory(), "database"));
});
afterAll(async () => {
  await database?.close();
  await rm(base, { recursive: true, force: true });
});

let count = 0;
/** One that a start has used before: making a database takes a while. */
const usedDirectory = () => join(base, "used");
const newDirectory = () => join(base, `data-${(count += 1)}`);

function configOf(dataDir: string, env: Record<string, string> = {}) {
  const url = database?.url === undefined ? {} : { DATABASE_URL: database.url };
  return loadConfig(
    { PARLEY_LOG_LEVEL: "silent", PARLEY_SECRET: "a-secret-for-the-start-tests", PARLEY_PORT: "0", ...url, ...env },
    { dataDir },
  );
}

async function start(dataDir: string, env: Record<string, string> = {}): Promise<Running> {
  const running = await startParley(configOf(dataDir, env));
  onTestFinished(() => running.close());
  return running;
}

async function refused(dataDir: string, env: Record<string, string> = {}): Promise<Fault> {
  const error: unknown = await startParley(configOf(dataDir, env)).then(
    async (running) => {
      await running.close();
      return undefined;
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw new Error(`expected a fault, got ${String(error)}`, { cause: error });
  return error;
}

/** A port that somebody else has, and what they say to who calls. */
async function takePort(greeting = ""): Promise<number> {
  const server = createServer((socket) => socket.on("error", () => {}).end(greeting));
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** A port that nobody has. Below 32,768 no system hands one out, so that no other test is given it meanwhile. */
async function findPort(port = 20_000 + (process.pid % 10_000)): Promise<number> {
  const server = createServer();
  const free = await new Promise<boolean>((done) => {
    server.on("error", () => done(false)).listen(port, "127.0.0.1", () => done(true));
  });
  if (!free) return findPort(port + 1);
  await new Promise((done) => server.close(done));
  return port;
}

describeDatabase("a start", () => {
  test("writes down for the command line how to reach it, for its owner alone, and takes that back", async () => {
    const dataDir = usedDirectory();
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, "run.json"), '{"url":"http://127.0.0.1:1","adminToken":"left over","pid":1}', {
      mode: 0o644,
    });
    const running = await startParley(configOf(dataDir));
    const file = join(dataDir, "run.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const told: unknown = JSON.parse(await readFile(file, "utf8"));
    expect(told).toMatchObject({ url: running.url, adminToken: running.adminToken, pid: process.pid });
    const get = (token: string) => fetch(`${running.url}/v1/agents`, { headers: { authorization: `Bearer ${token}` } });
    expect((await get(running.adminToken)).status).toBe(200);
    expect((await get("left over")).status).toBe(401);
    await running.close();
    expect(existsSync(file)).toBe(false);
  });

  test("on a port that is taken, or at an address that is not this machine's, says so and lets go of everything", async () => {
    const dataDir = usedDirectory();
    const port = await takePort();
    const taken = await refused(dataDir, { PARLEY_PORT: String(port) });
    expect([taken.code, taken.message]).toEqual([
      "conflict",
      expect.stringMatching(new RegExp(`^Port ${port} is already in use.*--port`)),
    ]);
    for (const PARLEY_HOST of ["203.0.113.7"]) {
      const away = await refused(dataDir, { PARLEY_HOST });
      expect([away.code, away.message]).toEqual(["invalid_request", expect.stringContaining("--host")]);
    }
    const running = await start(dataDir);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  }, 60_000);

  test("whose address cannot be written down ends with nothing left listening", async () => {
    const dataDir = usedDirectory();
    await mkdir(join(dataDir, "run.json", "in-the-way"), { recursive: true });
    onTestFinished(() => rm(join(dataDir, "run.json"), { recursive: true }));
    const port = await findPort();
    const fault = await refused(dataDir, { PARLEY_PORT: String(port) });
    expect(fault.message).toContain(join(dataDir, "run.json"));
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow(/fetch failed/);
  }, 60_000);

  test("in a place that is no directory or takes no files says which and what to do", async () => {
    const file = newDirectory();
    await writeFile(file, "");
    const loop = newDirectory();
    await symlink(loop, loop);
    for (const dataDir of [file, join(file, "below"), loop]) {
      const fault = await refused(dataDir);
      expect([fault.code, fault.message], dataDir).toEqual(["unavailable", expect.stringContaining(dataDir)]);
      expect(fault.message).toContain("--data");
    }
  });

  test("with a log file that cannot be opened says which", async () => {
    const fault = await refused(newDirectory(), { PARLEY_LOG_FILE: "/proc/parley.log" });
    expect(fault.message).toMatch(/\/proc\/parley\.log.*PARLEY_LOG_FILE/);
  });

  test("with a secret that is damaged says which file", async () => {
    const dataDir = newDirectory();
    await mkdir(dataDir);
    await writeFile(join(dataDir, "secret"), "short");
    const config = { ...configOf(dataDir), secret: null };
    await expect(startParley(config)).rejects.toThrow(new RegExp(`${join(dataDir, "secret")}`));
  });
});

describe.skipIf(testEngine !== "embedded")("the embedded engine", () => {
  test("lets one process at a time on a directory", async () => {
    const dataDir = usedDirectory();
    const running = await start(dataDir);
    const fault = await refused(dataDir);
    expect([fault.code, fault.message]).toEqual(["conflict", expect.stringContaining(running.url)]);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect(existsSync(join(dataDir, "run.json"))).toBe(true);
  }, 60_000);

  test("that was killed during its first start starts again", async () => {
    const dataDir = newDirectory();
    for (const when of ["lock", "database.tmp", "database"].map((name) => () => existsSync(join(dataDir, name)))) {
      const child = spawn(process.execPath, [PARLEY, "start", "--data", dataDir, "--port", "0"], {
        env: { ...process.env, DATABASE_URL: "" },
        stdio: "ignore",
      });
      const exited = new Promise((done) => child.on("exit", done));
      await expect.poll(when, { interval: 5, timeout: 30_000 }).toBe(true);
      child.kill("SIGKILL");
      await exited;
    }
    const running = await start(dataDir);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect((await readdir(dataDir)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  }, 120_000);
});

describePostgres("PostgreSQL", () => {
  const url = (change: (url: URL) => void) => {
    const changed = new URL(database?.url ?? "postgres://127.0.0.1/none");
    change(changed);
    return changed.href;
  };

  test("that is not there, is another program, or does not let us in says what to check", async () => {
    const other = await takePort("HTTP/1.1 400 Bad Request\r\n\r\n");
    const silent = await takePort();
    const urls = [
      url((at) => (at.port = "1")),
      url((at) => (at.port = String(other))),
      url((at) => (at.port = String(silent))),
      url((at) => (at.hostname = "no-such-host.invalid")),
      url((at) => (at.pathname = "/parley_test_that_is_not_there")),
      url((at) => (at.username = "nobody-of-that-name")),
    ];
    for (const DATABASE_URL of urls) {
      const fault = await refused(newDirectory(), { DATABASE_URL });
      expect([fault.code, fault.message], DATABASE_URL).toEqual([
        "unavailable",
        expect.stringContaining("DATABASE_URL"),
      ]);
      expect(fault.message).not.toContain(DATABASE_URL);
    }
  }, 60_000);
});

describeDatabase("the command", () => {
  test("ends with 1 and a sentence, without a stack, when it cannot start", async () => {
    const file = newDirectory();
    await writeFile(file, "");
    const port = await takePort();
    const cases: [string[], Record<string, string>, RegExp][] = [
      [["--data", join(file, "below"), "--port", "0"], {}, /--data/],
      [["--data", newDirectory(), "--port", String(port)], {}, /--port/],
      [
        ["--data", newDirectory(), "--port", "0"],
        { DATABASE_URL: "postgres://user:hunter2@127.0.0.1:1/x", PARLEY_SECRET: "a-long-enough-secret" },
        /DATABASE_URL/,
      ],
      [
        ["--data", newDirectory(), "--port", "0"],
        { DATABASE_URL: "postgres://127.0.0.1:1/x", PARLEY_SECRET: "" },
        /PARLEY_SECRET/,
      ],
    ];
    for (const [args, env, told] of cases) {
      const { code, said } = await run(["start", ...args], env);
      expect([code, said], args.join(" ")).toEqual([1, expect.stringMatching(told)]);
      expect(said).not.toMatch(/\n\s+at |node:internal|hunter2/);
    }
  }, 60_000);
});

function run(args: readonly string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [PARLEY, ...args], {
    env: { ...process.env, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (said += data.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, said })));
}
