import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BenchRow } from "./row.ts";

const MB = 1_000_000;
const root = join(import.meta.dirname, "../..");

/** What a server needs on its disk beside Node: the sources and the production packages, installed into a copy. */
export async function measureInstallSize(): Promise<BenchRow[]> {
  const copy = mkdtempSync(join(tmpdir(), "parley-install-"));
  try {
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
      .split("\0")
      .filter((file) => file !== "" && existsSync(join(root, file)));
    for (const file of files) cpSync(join(root, file), join(copy, file), { recursive: true });
    const npm = process.env.npm_execpath;
    const args = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const env = {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      npm_config_local_prefix: copy,
    };
    execFileSync(npm ? process.execPath : "npm", npm ? [npm, ...args] : args, {
      cwd: copy,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const total = sizeOf(copy) / MB;
    const packages = sizeOf(join(copy, "node_modules")) / MB;
    const note = `of that ${Math.round(packages)} MB packages`;
    return [{ name: "production install, without Node", value: total, unit: "MB", target: 200, better: "lower", note }];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Bytes of all files below, links not followed. */
function sizeOf(path: string): number {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
