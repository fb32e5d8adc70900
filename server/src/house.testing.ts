/** The whole house in this process, on the engine of this run, with or without a port of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import { type Config, loadConfig } from "./config.ts";
import { type House, openHouse } from "./house.ts";
import { startEmbeddedThread } from "./platform/db/embedded-thread.ts";
import { embeddedTemplate, openTestDatabase, testEngine } from "./testing/index.ts";

export const SECRET = "a-secret-that-only-tests-know-of";

export interface TestHouse {
  house: House;
  config: Config;
  app: FastifyInstance;
  /** Empty when it does not listen. */
  url: string;
  /** Where its data lies. */
  directory: string;
  close(): Promise<void>;
}

export interface DataPlace {
  directory: string;
  /** PostgreSQL's address; undefined on the embedded engine. */
  url: string | undefined;
}

export interface TestHouseOptions {
  /** The environment beside what the engine needs. Limits are wide unless said here. */
  env?: Record<string, string>;
  /** Takes a free port. */
  listen?: boolean;
  /** Over data that is there already, and stays; else over an empty database of its own. */
  at?: DataPlace;
  /** Parts as the doors (requests and sockets) see them; what works in the background keeps the real ones. */
  replace?: (house: House) => Partial<House>;
}

export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const { env = {}, listen = false, replace } = options;
  const place = options.at ? { ...options.at, remove: async () => {} } : await makePlace();
  const { directory } = place;
  const config = loadConfig(
    {
      PARLEY_SECRET: SECRET,
      PARLEY_LOG_LEVEL: "silent",
      PARLEY_LIMIT_KEY_PER_MINUTE: "1000000",
      PARLEY_LIMIT_SESSION_PER_MINUTE: "1000000",
      PARLEY_LIMIT_ORGANIZATION_PER_MINUTE: "1000000",
      PARLEY_LIMIT_ADDRESS_REQUESTS_PER_MINUTE: "1000000",
      PARLEY_LIMIT_ANONYMOUS_PER_MINUTE: "1000000",
      PARLEY_LIMIT_VISITOR_PER_MINUTE: "1000000",
      PARLEY_LIMIT_ADDRESS_PER_MINUTE: "1000000",
      PARLEY_LIMIT_AGENT_PER_MINUTE: "1000000",
      PARLEY_LIMIT_SIGN_IN: "1000000",
      ...(place.url === undefined ? {} : { DATABASE_URL: place.url }),
      ...env,
    },
    { dataDir: directory },
  );
  const house = await openHouse(config);
  const server = await buildApp({ ...house, ...replace?.(house) });
  await house.start();
  const url = listen ? (await server.listen({ host: "127.0.0.1", port: 0 })).url : "";
  server.ready();
  await server.app.ready();
  return {
    house,
    config,
    app: server.app,
    url,
    directory,
    async close() {
      await server.close();
      await house.stop(1_000);
      await place.remove();
    },
  };
}

async function makePlace(): Promise<DataPlace & { remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "parley-house-"));
  const database = testEngine === "postgres" ? await openTestDatabase() : undefined;
  if (testEngine === "embedded") await unpackDatabase(join(directory, "database"));
  return {
    directory,
    url: database?.url,
    async remove() {
      await database?.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** As a first start leaves it, in a fraction of the time. */
export async function unpackDatabase(directory: string): Promise<void> {
  const thread = await startEmbeddedThread({ directory, template: await embeddedTemplate() });
  await thread.close();
}
