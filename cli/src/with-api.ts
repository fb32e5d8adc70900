import { type Config, loadConfig } from "@parley/server/config";
import { type Api, createApi } from "./api.ts";
import { type Call, textOf } from "./command.ts";
import { findRunning } from "./find-running.ts";

/** The configuration, with what the command line says over it. @throws ConfigError */
export function configOf(call: Pick<Call, "options">): Config {
  return loadConfig(undefined, {
    ...named("dataDir", textOf(call, "data")),
    ...named("host", textOf(call, "host")),
    ...named("port", textOf(call, "port")),
  });
}

function named(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value };
}

/** Works over the server that runs on this data directory, or else over one started for just that long. */
export async function withApi<T>(config: Config, work: (api: Api) => Promise<T>): Promise<T> {
  const running = await findRunning(config.dataDir);
  if (running) return work(running);
  const { startParley } = await import("@parley/server");
  const house = await startParley(quiet(config));
  try {
    return await work(createApi(house.url, house.adminToken));
  } finally {
    await house.close();
  }
}

/** For a command's own short-lived server: any free port, reachable from this machine alone, and silent. */
export function quiet(config: Config): Config {
  return { ...config, host: "127.0.0.1", port: 0, log: { ...config.log, level: "silent" } };
}
