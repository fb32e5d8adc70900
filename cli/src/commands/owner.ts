import { ownerLink } from "@parley/contracts";
import { UsageError } from "../arguments.ts";
import { type Command, dataOption, jsonOption } from "../command.ts";
import { findRunning } from "../find-running.ts";
import { configOf } from "../with-api.ts";

export const owner: Command = {
  name: "owner",
  usage: "owner link",
  about: "prints a link that makes the owner's account, or resets it",
  words: { least: 1, most: 1 },
  options: { ...jsonOption, ...dataOption },
  async run(call) {
    if (call.rest[0] !== "link") throw new UsageError("There is owner link:");
    const config = configOf(call);
    const running = await findRunning(config.dataDir);
    const made = running
      ? await running.post("/v1/admin/owner-links", undefined, ownerLink)
      : await (await import("@parley/server/maintain")).makeOwnerLink(config);
    call.terminal.out(call.options.json ? JSON.stringify(made) : made.url);
    if (call.options.json) return 0;
    call.terminal.note(
      running
        ? "Open it in a browser within a day. It works once."
        : "Start Parley, then open it in a browser within a day. It works once.",
    );
    return 0;
  },
};
