// How long a search takes, and storing what is searched, as an index grows.
import { createScriptEmbedding } from "../../adapters/src/index.ts";
import { openKnowledge, type KnowledgeBench } from "./lib/knowledge.ts";
import { hasData, manyPassages, squad } from "./lib/questions.ts";
import { engines, type EngineName } from "./lib/server.ts";
import { load, median, percentile } from "./lib/statistics.ts";
import type { BenchOptions, BenchRow } from "./row.ts";

const QUESTIONS = 400;

interface Size {
  engine: EngineName;
  passages: number;
  /** With the vectors of the scripted model too. */
  hybrid?: boolean;
  targets: { median: number; p95: number };
}

const sizes: Size[] = [
  { engine: "embedded", passages: 10_000, targets: { median: 15, p95: 40 } },
  { engine: "embedded", passages: 20_000, targets: { median: 15, p95: 40 } },
  { engine: "embedded", passages: 20_000, hybrid: true, targets: { median: 15, p95: 40 } },
  { engine: "postgres", passages: 20_000, hybrid: true, targets: { median: 15, p95: 40 } },
  { engine: "postgres", passages: 100_000, targets: { median: 15, p95: 40 } },
  { engine: "postgres", passages: 100_000, hybrid: true, targets: { median: 15, p95: 40 } },
  { engine: "postgres", passages: 1_000_000, targets: { median: 15, p95: 40 } },
];

export async function measureSearch({ large }: BenchOptions): Promise<BenchRow[]> {
  if (!hasData()) return [];
  const there = engines();
  const rows: BenchRow[] = [];
  for (const size of sizes) {
    if (!there.includes(size.engine) || (size.passages > 20_000 && !large)) continue;
    const bench = await openKnowledge(size.engine, size.hybrid ? createScriptEmbedding() : undefined);
    try {
      rows.push(...(await measureSize(bench, size)));
    } finally {
      await bench.close();
    }
  }
  return rows;
}

async function measureSize(
  bench: KnowledgeBench,
  { engine, passages: wanted, hybrid, targets }: Size,
): Promise<BenchRow[]> {
  const { agentId, indexingMs, embeddingMs, passages } = await bench.makeAgent(manyPassages(wanted));
  const questions = squad().questions.filter((_, at) => at % 13 === 0);
  const ask = (index: number) =>
    bench.knowledge.search(bench.scope, { agentId, query: questions[index % questions.length]?.text ?? "", limit: 8 });
  await load(50, 1, ask);
  const alone = await load(QUESTIONS, 1, ask);
  const together = await load(QUESTIONS, 8, ask);
  const about = `${passages.toLocaleString("en")} passages${hybrid ? " with vectors" : ""}, ${engine}`;
  const row = (name: string, value: number, target: number | null): BenchRow => ({
    name: `${name}, ${about}`,
    value: Math.round(value * 100) / 100,
    unit: "ms",
    target,
    better: "lower",
  });
  return [
    row("Search, median", median(alone.took), targets.median),
    row("Search, 95th percentile", percentile(alone.took, 0.95), targets.p95),
    row("Search with 8 at once, median", median(together.took), null),
    row("Storing a passage", indexingMs / passages, null),
    ...(hybrid ? [row("Making and storing a vector, by the scripted model", embeddingMs / passages, null)] : []),
    { ...row("Memory of the process after it", process.memoryUsage().rss / 2 ** 20, null), unit: "MB" },
  ];
}
