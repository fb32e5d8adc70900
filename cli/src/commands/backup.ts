import { createWriteStream } from "node:fs";
import { access, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Fault } from "@parley/contracts";
import { type Command, dataOption, jsonOption } from "../command.ts";
import { listenForInterrupts } from "../interrupts.ts";
import { configOf, withApi } from "../with-api.ts";

export const backup: Command = {
  name: "backup",
  usage: "backup FILE [--force] [--data DIR]",
  about: "writes everything Parley knows into one file, while it runs",
  words: { least: 1, most: 1 },
  options: { force: { type: "boolean", about: "replace FILE if it exists" }, ...jsonOption, ...dataOption },
  async run({ rest: [file = ""], options, terminal }) {
    if (!options.force && (await exists(file)))
      throw new Fault("conflict", `${file} exists already. Choose another name, or add --force to replace it.`);
    const { signal, forget } = listenForInterrupts();
    const partial = `${file}.partial`;
    try {
      await withApi(configOf({ options }), async (api) => {
        const body = await api.stream("/v1/admin/backup", signal);
        await pipeline(Readable.from(body), createWriteStream(partial, { mode: 0o600 }), { signal });
      });
      await rename(partial, file);
    } finally {
      forget();
      await rm(partial, { force: true });
    }
    const { size } = await stat(file);
    if (options.json) terminal.out(JSON.stringify({ file, bytes: size }));
    else
      terminal.note(`Backed up to ${file} (${(size / 1_000_000).toFixed(1)} MB). It holds everything: keep it safe.`);
    return 0;
  },
};

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
