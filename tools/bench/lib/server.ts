import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { memorySettings, nodeFlags } from "../../boot/hand-over.mjs";

export type EngineName = "embedded" | "postgres";

export interface RunningServer {
  url: string;
  token: string;
  readyMs: number;
  /** Resident memory of the server's process, in MB. */
  memory(): number;
  /** Processor time that it has used so far, in ms. */
  cpu(): number;
  /** POST or GET with the admin token; the parsed answer. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export interface Place {
  engine: EngineName;
  env: Record<string, string>;
  dataDir: string;
  remove(): Promise<void>;
}

const root = join(import.meta.dirname, "../../..");
const TICKS_PER_SECOND = 100;
const READY_WITHIN_MS = 60_000;

/** Engines that can be measured here: PostgreSQL only where `DATABASE_URL` says where it is. */
export function engines(): EngineName[] {
  if (process.env.DATABASE_URL) return ["postgres", "embedded"];
  console.error("  DATABASE_URL is not set: only the embedded engine is measured.");
  return ["embedded"];
}

/** A new data directory, and for PostgreSQL a database of its own. */
export async function makePlace(engine: EngineName): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const { DATABASE_URL } = process.env;
  const env: Record<string, string> = {
    ...plainEnvironment(),
    ...benchSettings,
    PARLEY_SECRET: randomBytes(24).toString("hex"),
  };
  const removeFolder = async () => rmSync(dataDir, { recursive: true, force: true });
  if (engine === "embedded" || !DATABASE_URL) return { engine, env, dataDir, remove: removeFolder };
  const name = `parley_test_bench_${randomBytes(6).toString("hex")}`;
  await administer(DATABASE_URL, `create database ${name}`);
  const url = new URL(DATABASE_URL);
  url.pathname = `/${name}`;
  const remove = async () => {
    await administer(DATABASE_URL, `drop database if exists ${name} with (force)`);
    await removeFolder();
  };
  return { engine, env: { ...env, DATABASE_URL: url.href }, dataDir, remove };
}

const benchSettings: Record<string, string> = {
  PARLEY_LOG_LEVEL: "error",
  PARLEY_LIMIT_VISITOR_PER_MINUTE: "100000000",
  PARLEY_LIMIT_ADDRESS_PER_MINUTE: "100000000",
  PARLEY_LIMIT_AGENT_PER_MINUTE: "100000000",
  PARLEY_LIMIT_KEY_PER_MINUTE: "100000000",
  PARLEY_LIMIT_SESSION_PER_MINUTE: "100000000",
  PARLEY_LIMIT_ORGANIZATION_PER_MINUTE: "100000000",
  PARLEY_LIMIT_ADDRESS_REQUESTS_PER_MINUTE: "100000000",
  PARLEY_LIMIT_ANONYMOUS_PER_MINUTE: "100000000",
  PARLEY_LIMIT_SOCKETS_PER_ADDRESS: "100000",
  PARLEY_VISITOR_TOKENS_PER_DAY: "1000000000",
  PARLEY_AGENT_TOKENS_PER_DAY: "1000000000",
  NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled"),
};

/** The environment without what would lead the server elsewhere. */
function plainEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([key]) => !/^(PARLEY_.*|DATABASE_URL|REDIS_URL|.*_API_KEY)$/.test(key),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, value ?? ""]));
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Starts the real server as its users do, but for npm and the bootstrap. */
export async function startServer({ env, dataDir }: Place, more: Record<string, string> = {}): Promise<RunningServer> {
  const since = performance.now();
  const command = [...nodeFlags, join(root, "cli/src/parley.ts"), "start", "--port", "0", "--data", dataDir];
  const child = spawn(process.execPath, command, {
    env: { ...memorySettings, ...env, ...more },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await readyLine(child);
  const readyMs = performance.now() - since;
  const { url, adminToken: token }: { url: string; adminToken: string } = JSON.parse(
    readFileSync(join(dataDir, "run.json"), "utf8"),
  );
  const pid = child.pid ?? 0;
  return {
    url,
    token,
    readyMs,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024,
    cpu: () => cpuOf(pid),
    call: (method, path, body) => call({ url, token, method, path, body }),
    stop: () => stop(child),
  };
}

function readyLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const late = setTimeout(() => reject(new Error(`The server was not ready in time:\n${output}`)), READY_WITHIN_MS);
    child.stdout?.on("data", (data: Buffer) => {
      output += data.toString();
      if (!output.includes("Parley is ready at")) return;
      clearTimeout(late);
      resolve();
    });
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`The server ended with code ${code}:\n${output}`));
    });
  });
}

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1_000;
}

async function call<T>(request: {
  url: string;
  token: string;
  method: string;
  path: string;
  body: unknown;
}): Promise<T> {
  const { url, token, method, path, body } = request;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text || "null");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const killed = wait(10_000, undefined, { ref: false }).then(() => child.kill("SIGKILL"));
  await Promise.race([ended, killed]);
  await ended;
}

/** A place with a server on it, for as long as `work` takes. */
export async function withServer<T>(
  engine: EngineName,
  work: (server: RunningServer, place: Place) => Promise<T>,
): Promise<T> {
  const place = await makePlace(engine);
  try {
    const server = await startServer(place, { PARLEY_MODELS: "script" });
    try {
      return await work(server, place);
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}
