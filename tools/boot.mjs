// The way in: `npm start`, `npm test` and the rest come through here. Runs on Node 20 with nothing installed,
// makes sure of Node 24, of the packages in package-lock.json and of what has to be built, then hands over.
// Whatever it says goes to standard error: standard output belongs to the command.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildStale } from "./boot/build.mjs";
import { handOver } from "./boot/hand-over.mjs";
import { installPackages } from "./boot/install.mjs";
import { withLock } from "./boot/lock.mjs";
import { findNode } from "./boot/node.mjs";
import { Trouble, say } from "./boot/say.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What each script runs, and whether it needs the development packages and the built widget. */
const targets = {
  start: { file: "cli/src/parley.ts", before: ["start"], dev: false, build: true },
  parley: { file: "cli/src/parley.ts", before: [], dev: false, build: true },
  test: { file: "tools/test.ts", before: [], dev: true, build: true },
  check: { file: "tools/check.ts", before: [], dev: true, build: true },
  bench: { file: "tools/bench/run.ts", before: [], dev: true, build: true },
  format: { file: "tools/format.ts", before: [], dev: true, build: false },
  dev: { file: "dashboard/dev.mjs", before: [], dev: true, build: false },
};

async function boot([name = "", ...rest]) {
  const target = targets[name];
  if (!target) throw new Trouble(`There is no "${name}". Known are: ${Object.keys(targets).join(", ")}.`);
  mkdirSync(join(root, ".toolchain"), { recursive: true });
  const lock = (work) => withLock(join(root, ".toolchain", "boot.lock"), work);
  const node = await findNode(root, lock);
  await installPackages({ root, node, dev: target.dev, lock });
  if (target.build) await buildStale({ root, node, lock });
  return handOver({ root, node, args: [join(root, target.file), ...target.before, ...rest] });
}

try {
  process.exitCode = await boot(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  say(error.message);
  process.exitCode = 1;
}
