import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { Redis } from "ioredis";
import { until } from "./until.ts";

const url = process.env["REDIS_URL"] ?? "redis://127.0.0.1:56379";

/** Where Redis or Valkey answers, or undefined, with a word on what is skipped. */
export const redisUrl = (await answers(url)) ? url : undefined;
if (!redisUrl) process.stderr.write("Skipped: no Redis answers. Set REDIS_URL to run these tests on it too.\n");

async function answers(at: string): Promise<boolean> {
  const probe = new Redis(at, { lazyConnect: true, retryStrategy: () => null });
  probe.on("error", () => {});
  try {
    await probe.connect();
    return true;
  } catch {
    return false;
  } finally {
    probe.disconnect();
  }
}

export interface OwnRedis {
  url: string;
  /** Kills it; what it knew is gone. */
  stop(): Promise<void>;
  /** At the same address again. */
  start(): Promise<void>;
}

/** The program of Redis or Valkey on this machine: tests that end a server end one of their own. */
export const redisProgram = ["valkey-server", "redis-server"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
if (!redisProgram) process.stderr.write("Skipped: neither valkey-server nor redis-server is on PATH.\n");

export async function startOwnRedis(program: string): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let running: ChildProcess | undefined;
  const own: OwnRedis = {
    url,
    async start() {
      const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      running = spawn(program, options, { stdio: "ignore" });
      await until(() => answers(url));
    },
    async stop() {
      const ending = running;
      running = undefined;
      if (!ending || ending.exitCode !== null) return;
      const ended = new Promise((resolve) => ending.once("exit", resolve));
      ending.kill("SIGKILL");
      await ended;
    },
  };
  await own.start();
  return own;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
