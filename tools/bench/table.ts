import type { BenchRow } from "./row.ts";

/** The rows as a Markdown table that also reads well in a terminal. */
export function printTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${round(row.value)} ${row.unit}`,
    targetOf(row),
    verdictOf(row),
    row.note ?? "",
  ]);
  const table = [["what", "measured", "target", "", "note"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(3, ...table.map((line) => line[column]?.length ?? 0)));
  const print = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  const [head = [], ...body] = table;
  return [print(head), rule, ...body.map(print)].join("\n");
}

function targetOf({ target, unit, better }: BenchRow): string {
  return target === null ? "" : `${better === "lower" ? "≤" : "≥"} ${round(target)} ${unit}`;
}

function verdictOf({ value, target, better }: BenchRow): string {
  if (target === null) return "";
  return (better === "lower" ? value <= target : value >= target) ? "met" : "missed";
}

function round(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return String(Number(value.toFixed(digits)));
}
