import { Fault } from "@parley/contracts";
import { type Command, dataOption, jsonOption } from "../command.ts";
import { findRunning } from "../find-running.ts";
import { configOf } from "../with-api.ts";

export const restore: Command = {
  name: "restore",
  usage: "restore FILE [--data DIR]",
  about: "puts a backup in place, in an empty data directory or database",
  words: { least: 1, most: 1 },
  options: { ...jsonOption, ...dataOption },
  async run(call) {
    const [file = ""] = call.rest;
    const config = configOf(call);
    const running = await findRunning(config.dataDir);
    if (running) throw new Fault("conflict", `Parley runs at ${running.url} with this data directory. Stop it first.`);
    const { restoreParley } = await import("@parley/server/maintain");
    await restoreParley(config, file);
    if (call.options.json) call.terminal.out(JSON.stringify({ restored: true }));
    else call.terminal.note(`${file} is restored. Start Parley as usual.`);
    return 0;
  },
};
