import { type Command, dataOption, jsonOption } from "../command.ts";
import { findRunning } from "../find-running.ts";
import { configOf } from "../with-api.ts";

export const migrate: Command = {
  name: "migrate",
  usage: "migrate [--data DIR]",
  about: "brings the database up to date, as a start does by itself",
  words: { least: 0, most: 0 },
  options: { ...jsonOption, ...dataOption },
  async run(call) {
    const config = configOf(call);
    const running = await findRunning(config.dataDir);
    if (!running) {
      const { migrateParley } = await import("@parley/server/maintain");
      await migrateParley(config);
    }
    if (call.options.json) call.terminal.out(JSON.stringify({ migrated: true }));
    else call.terminal.note(`The database is up to date${running ? `: Parley runs on it at ${running.url}` : ""}.`);
    return 0;
  },
};
