// Reads the house as data for the checks: its source files as syntax trees, and its manifests.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "rolldown/utils";

/**
 * @typedef {{ path: string, text: string, program: any, lineAt: (offset: number) => number }} SourceFile
 * @typedef {{ path: string, line: number, rule: string, message: string }} Problem
 * @typedef {{ files: SourceFile[], manifests: Record<string, { name?: string, all: string[], product: string[] }> }} House
 */

const folders = ["contracts", "adapters", "sdk", "widget", "dashboard", "server", "cli", "tools", "e2e"];
const left = new Set(["node_modules", "dist", "migrations", "fixtures", ".toolchain"]);

/** @param {string} root @returns {House} */
export function readHouse(root) {
  const known = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !left.has(entry.name))
    .map((entry) => entry.name)
    .filter((name) => folders.includes(name) || existsSync(join(root, name, "package.json")));
  const files = known.flatMap((name) => sourcesUnder(root, name));
  const manifests = Object.fromEntries(
    ["", ...known]
      .filter((name) => existsSync(join(root, name, "package.json")))
      .map((name) => [name, manifestOf(readFileSync(join(root, name, "package.json"), "utf8"))]),
  );
  return { files: files.map((path) => sourceFile(path, readFileSync(join(root, path), "utf8"))), manifests };
}

/** @param {string} path @param {string} text @returns {SourceFile} */
export function sourceFile(path, text) {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lineAt = (/** @type {number} */ offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return { path, text, program, lineAt };
}

/** @param {string} text */
export function manifestOf(text) {
  const manifest = JSON.parse(text);
  const product = Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  });
  return { name: manifest.name, all: [...product, ...Object.keys(manifest.devDependencies ?? {})], product };
}

/** Calls `visit` with every node below `node` and its parents, nearest first.
 * @param {any} node @param {(node: any, parents: any[]) => void} visit @param {any[]} parents */
export function walk(node, visit, parents = []) {
  visit(node, parents);
  const inside = [node, ...parents];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (item && typeof item.type === "string") walk(item, visit, inside);
    } else if (value && typeof value.type === "string") walk(value, visit, inside);
  }
}

/** @param {string} root @param {string} folder @returns {string[]} */
function sourcesUnder(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesUnder(root, path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}
