/** Starts Parley as a person would, as a process of its own, so that it can be killed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { z } from "zod";

const PARLEY = resolve(import.meta.dirname, "../../cli/src/parley.ts");

export interface Launched {
  url: string;
  adminToken: string;
  /** What it printed, line by line. */
  lines: string[];
  /** Resolves with the first line that matches, printed before or after the call. */
  line(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** A call of its API with the admin's token. */
  api(method: string, path: string, body?: unknown): Promise<Response>;
  /** What the API answers to a GET, checked. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
}

export interface LaunchOptions {
  dataDir: string;
  args?: string[];
  env?: Record<string, string>;
  port?: number;
}

export async function launch({ dataDir, args = [], env = {}, port = 0 }: LaunchOptions): Promise<Launched> {
  const child = spawn(process.execPath, [PARLEY, "start", ...args, "--data", dataDir, "--port", String(port)], {
    env: { ...surroundings(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const hear = (text: string) => {
    lines.push(text);
    for (const listener of listeners) listener();
  };
  createInterface({ input: child.stdout }).on("line", hear);
  createInterface({ input: child.stderr }).on("line", hear);
  let over = false;
  const exited = once(child, "exit").then(() => {
    over = true;
    for (const listener of listeners) listener();
  });

  function line(pattern: RegExp): Promise<string> {
    return new Promise((done, fail) => {
      const look = () => {
        const found = lines.find((text) => pattern.test(text));
        if (found === undefined && !over) return;
        listeners.delete(look);
        if (found === undefined) fail(new Error(`Parley ended without printing ${pattern}:\n${lines.join("\n")}`));
        else done(found);
      };
      listeners.add(look);
      look();
    });
  }

  const ready = await line(/Parley is ready at http/);
  const url = /http:\/\/\S+/.exec(ready)?.[0] ?? "";
  const run: { adminToken: string } = JSON.parse(await readFile(join(dataDir, "run.json"), "utf8"));
  const api: Launched["api"] = (method, path, body) =>
    fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${run.adminToken}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  return {
    url,
    adminToken: run.adminToken,
    lines,
    line,
    async kill(signal) {
      child.kill(signal);
      await exited;
    },
    api,
    get: async (path, schema) => schema.parse(await (await api("GET", path)).json()),
  };
}

/** Without what configures Parley on this machine: a test must never work on somebody's own database. */
function surroundings(): Record<string, string | undefined> {
  const configures = /^(PARLEY_|DATABASE_URL$|REDIS_URL$|(GROQ|OPENAI|ANTHROPIC|COMPATIBLE)_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !configures.test(name)));
}

/** A new directory, and its removal. */
export async function temporaryDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "parley-e2e-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Asks until the answer is good; the one way to wait for another process. */
export async function eventually<T>(ask: () => Promise<T | undefined>, withinMs = 60_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error("it did not come about in time");
    await new Promise((wait) => setTimeout(wait, 50));
  }
}
