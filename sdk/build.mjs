// `npm run build`: what is published, in sdk/dist: JavaScript, declarations, and a package.json of its own.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const here = import.meta.dirname;

/** @param {string} [into] */
export function buildSdk(into = join(here, "dist")) {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, "-p", join(here, "tsconfig.build.json"), "--outDir", into],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`The sdk does not compile:\n${stdout}`);
  const { name, version, description, license, type, dependencies } = JSON.parse(
    readFileSync(join(here, "package.json"), "utf8"),
  );
  const manifest = {
    name,
    version,
    description,
    license,
    type,
    sideEffects: false,
    exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
    engines: { node: ">=20" },
    dependencies,
  };
  writeFileSync(join(into, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(here, "README.md"), join(into, "README.md"));
  copyFileSync(join(here, "../LICENSE"), join(into, "LICENSE"));
}

if (process.argv[1] === import.meta.filename) buildSdk();
