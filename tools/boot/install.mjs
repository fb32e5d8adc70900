import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./npm.mjs";
import { say } from "./say.mjs";

/**
 * Makes node_modules hold what package-lock.json says. A stamp inside node_modules says for which lock file,
 * system and Node it was last done; it is taken away first and written last, so that a broken-off install is redone.
 * @param {{ root: string, node: string, dev: boolean, lock: Function }} wanted
 */
export async function installPackages({ root, node, dev, lock }) {
  if (isInstalled(root, dev)) return;
  await lock(async (noteChild) => {
    if (isInstalled(root, dev)) return;
    rmSync(stampFile(root), { force: true });
    // A developer's own `npm install` has the development packages too.
    const byHand = installedByHand(root);
    if (!byHand) {
      say(dev ? "Installing Parley and its test tools…" : "Installing Parley (first start only)…");
      const failed = "Parley's packages could not be installed.";
      const args = ["ci", "--ignore-scripts", dev ? "--include=dev" : "--omit=dev"];
      await runNpm({ node, cwd: root, args, noteChild, failed });
    }
    mkdirSync(join(root, "node_modules"), { recursive: true });
    writeFileSync(stampFile(root), stamp(root, dev || byHand));
  });
}

function stampFile(root) {
  return join(root, "node_modules", ".boot-stamp");
}

function isInstalled(root, dev) {
  const found = read(stampFile(root));
  return found !== null && (found === stamp(root, true) || (!dev && found === stamp(root, false)));
}

function stamp(root, dev) {
  const key = createHash("sha256").update(read(join(root, "package-lock.json")) ?? "");
  return key.update(`${process.platform} ${process.arch} 24 ${dev ? "dev" : "production"}`).digest("hex");
}

/** True when somebody's own `npm install` has already brought node_modules to what the lock file says. */
function installedByHand(root) {
  const wanted = packagesOf(read(join(root, "package-lock.json")));
  const present = packagesOf(read(join(root, "node_modules", ".package-lock.json")));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") || !needed(entry)) return true;
    return present[path] !== undefined && present[path].version === entry.version;
  });
}

/** Optional packages count only if they are made for exactly this system. */
function needed(entry) {
  if (!entry.optional) return true;
  return Boolean(entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && !entry.libc);
}

function packagesOf(text) {
  try {
    return text === null ? null : JSON.parse(text).packages;
  } catch {
    return null;
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
