import { authOptions, Fault, ownerLink } from "@parley/contracts";
import type { Config } from "@parley/server/config";
import { agentNamedBy } from "../agent-named-by.ts";
import { type Api, createApi } from "../api.ts";
import { type Call, type Command, dataOption } from "../command.ts";
import { explain } from "../explain.ts";
import { findRunning } from "../find-running.ts";
import { listenForInterrupts } from "../interrupts.ts";
import { readSite } from "../read-site.ts";
import type { Terminal } from "../terminal.ts";
import { tryListening } from "../try-listening.ts";
import { configOf } from "../with-api.ts";

export const start: Command = {
  name: "start",
  usage: "start [URL] [--port N] [--host H] [--data DIR]",
  about: "starts Parley; with the address of a site, makes an agent of it",
  words: { least: 0, most: 1 },
  options: {
    port: { type: "string", value: "N", about: "the port (PARLEY_PORT, else 3000; 0 for any free one)" },
    host: { type: "string", value: "H", about: "the address to listen on (PARLEY_HOST, else 127.0.0.1)" },
    ...dataOption,
  },
  run: (call) => serve(call, call.rest[0] ?? null),
};

/** Runs the server until it is stopped, and reads `url` meanwhile. What is wrong with the site does not end the server. */
export async function serve(call: Call, url: string | null): Promise<number> {
  const { terminal } = call;
  const config = configOf(call);
  const interrupts = listenForInterrupts();
  try {
    const running = await findRunning(config.dataDir);
    if (running) return await useRunning({ api: running, url, terminal, signal: interrupts.signal });
    await assertPortFree(config);
    const { startParley } = await import("@parley/server");
    const house = await startParley(config);
    terminal.out(`Parley is ready at ${house.url}`);
    const api = createApi(house.url, house.adminToken);
    if (config.roles.has("api")) await greetOwner(api, terminal);
    if (url !== null) await readOrTell({ api, url, terminal, signal: interrupts.signal });
    await aborted(interrupts.signal);
    terminal.note("Stopping…");
    await house.close();
    return 0;
  } finally {
    interrupts.forget();
  }
}

/** Before the database is opened, or even made: that takes seconds, and the answer would be the same. */
async function assertPortFree({ host, port }: Config): Promise<void> {
  if (port === 0 || (await tryListening(host, port)) !== "EADDRINUSE") return;
  throw new Fault("conflict", `Port ${port} is in use by another program. Choose another one with --port.`);
}

interface Reading {
  api: Api;
  url: string;
  terminal: Terminal;
  signal: AbortSignal;
}

async function useRunning({ url, ...reading }: Omit<Reading, "url"> & { url: string | null }): Promise<number> {
  const { api, terminal } = reading;
  terminal.out(`Parley is ready at ${api.url}`);
  terminal.note("It was running already, with the same data directory.");
  await greetOwner(api, terminal);
  if (url === null) return 0;
  return (await readOrTell({ ...reading, url })) ? 0 : 1;
}

/** While nobody owns this server, each start says how to: there is no password to begin with. */
async function greetOwner(api: Api, terminal: Terminal): Promise<void> {
  const { ownerExists } = await api.get("/v1/auth/options", authOptions);
  if (ownerExists) return;
  const { url } = await api.post("/v1/admin/owner-links", undefined, ownerLink);
  terminal.out(`Make your account at ${url}`);
}

async function readOrTell(reading: Reading): Promise<boolean> {
  try {
    if (agentNamedBy(reading.url) !== null)
      throw new Fault(
        "invalid_url",
        `${reading.url} names an agent. Give the address of the site that it should read.`,
      );
    await readSite(reading);
    return true;
  } catch (error) {
    if (reading.signal.aborted) return false;
    const { message } = explain(error);
    reading.terminal.note(message);
    reading.terminal.note(`Parley goes on at ${reading.api.url}. To try another address, in a second terminal:`);
    reading.terminal.note("  npm run --silent parley -- start URL");
    return false;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
