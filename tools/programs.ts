import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The programs of the house, run by the Node that runs this: no shell, no `.bin` link between. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const packages = createRequire(import.meta.url);

function program(name: string, file: string): string {
  return join(dirname(packages.resolve(`${name}/package.json`)), file);
}

export const formatter = program("oxfmt", "bin/oxfmt");
export const linter = program("oxlint", "bin/oxlint");
export const compiler = program("typescript", "bin/tsc");
export const testRunner = program("vitest", "vitest.mjs");
