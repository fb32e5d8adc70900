// `npm run check`: form, lint, types, map and budgets, in one go. `-- --write` prints docs/map.md anew.
import { spawn } from "node:child_process";
import { checkDead } from "./check-dead.mjs";
import { checkDashboard, readStyles } from "./check-dashboard.mjs";
import { checkMap, checkPrintedMap } from "./check-map.mjs";
import { checkQuality } from "./check-quality.mjs";
import { readHouse } from "./house.mjs";
import { compiler, formatter, linter, root } from "./programs.ts";

interface Outcome {
  name: string;
  seconds: number;
  faults: string | null;
}

/** True if all is well; prints what is not. */
export async function check({ write }: { write: boolean }): Promise<boolean> {
  const outcomes = await Promise.all([
    timed("form", () => run([formatter, "--check", "."])),
    timed("lint", () => run([linter, "--quiet"])),
    timed("types", () => run([compiler, "-p", "."])),
    timed("dashboard types", () => run([compiler, "-p", "dashboard"])),
    timed("widget types", () => run([compiler, "-p", "widget"])),
    timed("widget tests types", () => run([compiler, "-p", "widget/tsconfig.node.json"])),
    timed("map and budgets", async () => house(write)),
  ]);
  for (const { name, seconds, faults } of outcomes) {
    console.log(`${faults === null ? "ok  " : "FAIL"} ${name} (${seconds.toFixed(1)} s)`);
    if (faults !== null) console.log(faults.replaceAll(/^/gm, "     "));
  }
  return outcomes.every((outcome) => outcome.faults === null);
}

async function timed(name: string, work: () => Promise<string | null>): Promise<Outcome> {
  const since = performance.now();
  const faults = await work();
  return { name, seconds: (performance.now() - since) / 1_000, faults };
}

function house(write: boolean): string | null {
  const read = readHouse(root);
  const problems = [
    ...checkMap(read),
    ...checkPrintedMap(root, { write }),
    ...checkQuality(read),
    ...checkDead(read),
    ...checkDashboard(read, readStyles(root)),
  ];
  if (problems.length === 0) return null;
  return problems.map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`).join("\n");
}

/** What a program prints if it fails, else null. */
function run(args: string[]): Promise<string | null> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let output = "";
    const keep = (data: Buffer) => (output += data.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? null : output.trim() || `ended with code ${code}`));
  });
}

if (import.meta.main) process.exitCode = (await check({ write: process.argv.includes("--write") })) ? 0 : 1;
