// Runs the benchmarks of one file and sends their rows to run.ts.
import { pathToFileURL } from "node:url";
import type { BenchRow, Measure } from "../row.ts";

const [file = "", ...flags] = process.argv.slice(2);
const module: Record<string, Measure> = await import(pathToFileURL(file).href);
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(module))
  if (name.startsWith("measure")) rows.push(...(await measure({ large: flags.includes("--large") })));
if (process.send) process.send(rows, () => process.exit(0));
else console.log(rows);
