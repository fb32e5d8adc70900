/** Parley as a whole: the house is opened, gets its doors, listens, and is closed again in the reverse order. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "@parley/contracts";
import { buildApp } from "./app.ts";
import type { Config } from "./config.ts";
import { openHouse } from "./house.ts";
import type { HttpServer } from "./platform/index.ts";

export { type Config, ConfigError, type ConfigOverrides, loadConfig } from "./config.ts";

export interface Running {
  /** `http://127.0.0.1:3000`, without a slash at the end. */
  url: string;
  adminToken: string;
  close(): Promise<void>;
}

const GRACE_MS = 10_000;

/** @throws Fault with a sentence that says what to do: port in use, directory in use, database not reachable. */
export async function startParley(config: Config): Promise<Running> {
  const house = await openHouse(config);
  let server: HttpServer | undefined;
  try {
    server = await buildApp(house);
    const { url } = await server.listen({ host: config.host, port: config.port });
    await house.start();
    const { adminToken } = house.tenants;
    await writeRunFile(config.dataDir, { url, adminToken });
    server.ready();
    const doors = server;
    return {
      url,
      adminToken,
      async close() {
        await removeRunFile(config.dataDir, adminToken);
        await doors.close();
        await house.stop(GRACE_MS);
      },
    };
  } catch (error) {
    await server?.close();
    await house.stop(0);
    throw error;
  }
}

const runFile = (dataDir: string) => join(dataDir, "run.json");

/** How commands beside this server find it, and may speak to it. */
async function writeRunFile(dataDir: string, running: { url: string; adminToken: string }): Promise<void> {
  const file = runFile(dataDir);
  const content = { ...running, pid: process.pid, startedAt: new Date().toISOString() };
  try {
    // A new file: one that is left over may be readable by others.
    await rm(file, { force: true });
    await writeFile(file, JSON.stringify(content), { mode: 0o600, flag: "wx" });
  } catch (cause) {
    throw new Fault("unavailable", `${file} cannot be written. Move it away and start again.`, { cause });
  }
}

/** Only our own: on PostgreSQL another process may share the directory. */
async function removeRunFile(dataDir: string, adminToken: string): Promise<void> {
  const told = await readFile(runFile(dataDir), "utf8").catch(() => "");
  if (told.includes(JSON.stringify(adminToken))) await rm(runFile(dataDir), { force: true });
}
