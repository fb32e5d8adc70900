import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPage } from "../../server/src/knowledge/extract/read-page.ts";
import { plainText } from "../../server/src/knowledge/plain-text.ts";
import type { BenchRow } from "./row.ts";

interface Item {
  file: string;
  kind: string;
  expected?: string;
}

const data = join(process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../shared"), "data");

/** How much of what a page is about is kept, and how little beside it: token F1 against texts that people agreed on. */
export async function measureMainContent(): Promise<BenchRow[]> {
  const manifest = join(data, "files/manifest.jsonl");
  if (!existsSync(manifest)) {
    console.error("  The pages are not there (PARLEY_TEST_DATA): main content is not measured.");
    return [];
  }
  const lines = readFileSync(manifest, "utf8").split("\n").filter(Boolean);
  const items = lines.map((line): Item => JSON.parse(line)).filter(({ kind }) => kind === "readability-html");
  const scores: { file: string; f1: number }[] = [];
  const since = performance.now();
  for (const { file, expected } of items) {
    if (expected === undefined) continue;
    const html = readFileSync(join(data, file), "utf8");
    const page = await readPage({ url: "https://site.example/page", html });
    const f1 = tokenF1(plainText(page.markdown), readFileSync(join(data, expected), "utf8"));
    scores.push({ file, f1 });
    if (process.env["PARLEY_BENCH_DETAIL"]) console.error(`  ${f1.toFixed(3)} ${file}`);
  }
  const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, scores.length);
  const ms = (performance.now() - since) / Math.max(1, scores.length);
  const lowest = scores.toSorted((a, b) => a.f1 - b.f1)[0];
  return [
    {
      name: "main content of pages, token F1",
      value: Math.round(mean * 1_000) / 1_000,
      unit: "",
      target: 0.92,
      better: "higher",
      note: `${scores.length} pages, the lowest ${lowest?.f1.toFixed(2) ?? "-"}`,
    },
    { name: "main content, time a page", value: Math.round(ms), unit: "ms", target: null, better: "lower" },
  ];
}

function tokenF1(found: string, expected: string): number {
  const [ours, theirs] = [countTokens(found), countTokens(expected)];
  let both = 0;
  for (const [token, count] of ours) both += Math.min(count, theirs.get(token) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sum = total(ours) + total(theirs);
  return sum === 0 ? 1 : (2 * both) / sum;
}

function countTokens(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [token] of text.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
