// `npm run bench [-- --large] [-- NAME…] [--write]`: every benchmark of this folder in a process of its own, one table.
import { fork } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./row.ts";
import { printTable } from "./table.ts";

const here = import.meta.dirname;
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith("--"));
const known = findBenchmarks();
const unknown = names.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exitCode = 2;
} else process.exitCode = await runAll(names.length > 0 ? names : known);

/** Files that export a function `measure…`. */
function findBenchmarks(): string[] {
  return readdirSync(here)
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .filter((file) => /export (async )?(function|const) measure/.test(readFileSync(join(here, file), "utf8")))
    .map((file) => file.replace(/\.ts$/, ""))
    .toSorted();
}

async function runAll(chosen: readonly string[]): Promise<number> {
  const rows: BenchRow[] = [];
  const failed: string[] = [];
  for (const name of chosen) {
    console.error(`Measuring ${name}…`);
    const found = await runOne(name);
    if (found === null) failed.push(name);
    else rows.push(...found);
  }
  const table = printTable(rows);
  console.log(`\n${table}`);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(", ")}`);
  if (args.includes("--write")) writeFileSync(join(here, "../../docs/benchmarks.md"), page(table));
  return failed.length > 0 ? 1 : 0;
}

/** Its own process, so that what one leaves in memory is not counted against the next. */
function runOne(name: string): Promise<BenchRow[] | null> {
  const child = fork(join(here, "lib/one.ts"), [join(here, `${name}.ts`), ...args.filter((arg) => arg === "--large")]);
  return new Promise((resolve) => {
    let rows: BenchRow[] | null = null;
    child.on("message", (message: BenchRow[]) => (rows = message));
    child.on("close", (code) => resolve(code === 0 ? rows : null));
  });
}

function page(table: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return [
    "# Benchmarks",
    "",
    "Written by `npm run bench -- --write`. Medians on a busy or slow machine are worth comparing with each other, not",
    `with those of another machine. Measured on ${machine}, Node ${process.version}, ${process.platform}.`,
    "",
    table,
    "",
  ].join("\n");
}
