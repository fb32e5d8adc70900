import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Config } from "@parley/server/config";
import { findRunning, readRunFile } from "./find-running.ts";
import { tryListening } from "./try-listening.ts";

export interface Finding {
  what: string;
  state: "ok" | "warn" | "fail";
  detail: string;
  /** What to do about it; null where nothing is wrong. */
  advice: string | null;
}

type Look = (config: Config) => Promise<Finding>;

const MB = 1_000_000;
const LITTLE_SPACE = 1_000 * MB;
const NO_SPACE = 100 * MB;
const LEAST_NODE = 24;
const TRIED_POSTGRES = 17;

const ok = (what: string, detail: string): Finding => ({ what, state: "ok", detail, advice: null });

const node: Look = async () => {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= LEAST_NODE) return ok("Node", process.version);
  return { what: "Node", state: "fail", detail: process.version, advice: `Parley needs Node ${LEAST_NODE} or later.` };
};

const dataDirectory: Look = async ({ dataDir }) => {
  const what = "Data directory";
  let place = dataDir;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable)
    return {
      what,
      state: "fail",
      detail: `${dataDir} cannot be written to`,
      advice: "Change its permissions, or choose another with --data.",
    };
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const detail = `${dataDir}, ${Math.round(free / MB).toLocaleString("en")} MB free`;
  if (free < NO_SPACE)
    return { what, state: "fail", detail, advice: "Make room on this disk: a full one stops Parley." };
  if (free < LITTLE_SPACE) return { what, state: "warn", detail, advice: "Make room on this disk soon." };
  return ok(what, place === dataDir ? detail : `${detail}; it is made at the first start`);
};

const server: Look = async ({ dataDir }) => {
  const running = await findRunning(dataDir);
  if (running) return ok("Server", `runs at ${running.url}`);
  const left = await readRunFile(dataDir);
  return ok("Server", left ? "does not run (it was not stopped in order, which does no harm)" : "does not run");
};

const port: Look = async ({ dataDir, host, port: number }) => {
  const what = "Port";
  const running = await findRunning(dataDir);
  if (running) return ok(what, `${new URL(running.url).port}, in use by Parley itself`);
  if (number === 0) return ok(what, "any free one");
  const problem = await tryListening(host, number);
  if (problem === null) return ok(what, `${number} on ${host} is free`);
  const inUse = problem === "EADDRINUSE";
  const detail = inUse ? `${number} is in use by another program` : `cannot listen on ${host}:${number} (${problem})`;
  return { what, state: "fail", detail, advice: "Choose another with --port (PARLEY_PORT) or --host (PARLEY_HOST)." };
};

const database: Look = async ({ databaseUrl }) => {
  const what = "Database";
  if (databaseUrl === null) return ok(what, "embedded, in the data directory");
  const where = placeOf(databaseUrl);
  try {
    const { inspectPostgres } = await import("@parley/server/inspect");
    const { version, major, mayHaveRole, migrations } = await inspectPostgres(databaseUrl);
    const detail = `PostgreSQL ${version} at ${where}, ${migrations === 0 ? "empty" : `${migrations} migrations applied`}`;
    if (!mayHaveRole)
      return {
        what,
        state: "fail",
        detail,
        advice: "Let an administrator run: create role parley_app nologin; grant parley_app to this user.",
      };
    if (major < TRIED_POSTGRES)
      return { what, state: "warn", detail, advice: `Parley is tried on PostgreSQL ${TRIED_POSTGRES}.` };
    return ok(what, detail);
  } catch (error) {
    return {
      what,
      state: "fail",
      detail: `${where}: ${messageOf(error)}`,
      advice: "Check DATABASE_URL, and that the server runs and lets this machine in.",
    };
  }
};

const redis: Look = async ({ redisUrl }) => {
  if (redisUrl === null) return ok("Redis", "not used (one process, or PostgreSQL between several)");
  const where = placeOf(redisUrl);
  try {
    const { inspectRedis } = await import("@parley/server/inspect");
    return ok("Redis", `${await inspectRedis(redisUrl)} at ${where}`);
  } catch (error) {
    return {
      what: "Redis",
      state: "fail",
      detail: `${where}: ${messageOf(error)}`,
      advice: "Check REDIS_URL, and that the server runs.",
    };
  }
};

const secret: Look = async ({ secret: given, dataDir }) =>
  ok("Secret", given === null ? `kept in ${dataDir}; back it up with the rest` : "set by PARLEY_SECRET");

const models: Look = async ({ models: chain }) =>
  ok(
    "Language models",
    chain.length === 0
      ? "none: answers are taken from the site's own sentences"
      : chain.map(({ vendor, name }) => `${vendor}/${name}`).join(", "),
  );

const publicAddress: Look = async ({ publicUrl, host }) => {
  const what = "Public address";
  if (publicUrl?.startsWith("https:")) return ok(what, publicUrl);
  const open = !["127.0.0.1", "::1", "localhost"].includes(host);
  if (publicUrl === null && !open) return ok(what, "none: reachable from this machine alone");
  return {
    what,
    state: "warn",
    detail: publicUrl ?? `listens on ${host}`,
    advice: "Set PARLEY_PUBLIC_URL to an https:// address, so that nobody on the way can read along.",
  };
};

/** Looks at one thing after another; never throws. */
export async function lookAround(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const look of [node, dataDirectory, server, port, database, redis, secret, models, publicAddress])
    findings.push(await look(config));
  return findings;
}

/** Host, port and path of an address, without the password in it. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
