import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { Trouble } from "./say.mjs";

const KEPT_OUTPUT = 20_000;

/**
 * Runs npm under `node` in `cwd`, quietly. A failure is told with npm's own last lines.
 * @param {{ node: string, cwd: string, args: string[], noteChild: (pid: number) => void, failed: string }} run
 */
export function runNpm({ node, cwd, args, noteChild, failed }) {
  const child = spawn(node, [findNpm(), ...args, "--loglevel=error", "--no-audit", "--no-fund", "--no-progress"], {
    cwd,
    env: cleanEnvironment(node),
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid) noteChild(child.pid);
  return new Promise((resolve, reject) => {
    let output = "";
    const keep = (data) => (output = (output + data).slice(-KEPT_OUTPUT));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(new Trouble(`${failed}\n${error.message}`)));
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Trouble(explain(failed, output)))));
  });
}

function explain(failed, output) {
  const lines = output.trim().split("\n").filter(Boolean);
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output);
  const advice = offline ? ["The package registry could not be reached: check the network and start again."] : [];
  return [failed, ...advice, ...essence(lines).map((line) => `  ${line}`)].join("\n");
}

function findNpm() {
  const given = process.env.npm_execpath ?? "";
  const beside = dirname(process.execPath);
  const places = [
    ...(given.endsWith("npm-cli.js") ? [given] : []),
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
    ...(process.env.PATH ?? "")
      .split(delimiter)
      .flatMap((folder) => [
        join(folder, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
        join(folder, "node_modules", "npm", "bin", "npm-cli.js"),
      ]),
  ];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Trouble("Parley needs npm, which comes with Node. Install Node 24 from https://nodejs.org.");
  return found;
}

/** The environment without what the outer `npm run --silent` set for itself, with `node` first on the path. */
function cleanEnvironment(node) {
  const own =
    /^npm_(config_(loglevel|silent|omit|include|only|production|workspace|workspaces|local_prefix|prefix|global|ignore_scripts)$|lifecycle_|package_)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !own.test(key) && key !== "NODE_ENV"));
  return { ...env, PATH: [dirname(node), process.env.PATH ?? ""].join(delimiter) };
}

/** npm says what is wrong first, and where its log lies last; its help in between is of no use here. */
function essence(lines) {
  return lines.length <= 8 ? lines : [...lines.slice(0, 7), ...lines.slice(-1)];
}
