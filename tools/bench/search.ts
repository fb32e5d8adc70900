// How long a search takes as an index grows, by words and with vectors; storing, embedding and comparing its passages.
import { comparePassages } from "../../server/src/knowledge/overlaps/compare-passages.ts";
import { createSeenPassages } from "../../server/src/knowledge/overlaps/seen-passages.ts";
import { createIndexes } from "../../server/src/knowledge/indexes.ts";
import { createClock } from "../../server/src/platform/index.ts";
import { openKnowledge, type KnowledgeBench } from "./lib/knowledge.ts";
import { createQuickEmbedding } from "./lib/quick-embedding.ts";
import { hasData, manyPassages, squad } from "./lib/questions.ts";
import { engines, type EngineName } from "./lib/server.ts";
import { load, median, percentile } from "./lib/statistics.ts";
import type { BenchOptions, BenchRow } from "./row.ts";

const QUESTIONS = 400;
const MEDIAN = 15;
const P95 = 40;
/** Passages a second: 20,000 in a minute. */
const COMPARED = 333;
const COMPARED_AT_MOST = 20_000;
const COPIES = 9;

/** Measured by words at each size, and with vectors at the last. */
const growth: { engine: EngineName; sizes: number[] }[] = [
  { engine: "embedded", sizes: [10_000, 20_000] },
  { engine: "postgres", sizes: [10_000, 100_000] },
];

export async function measureSearch({ large }: BenchOptions): Promise<BenchRow[]> {
  if (!hasData()) return [];
  const there = engines();
  const rows: BenchRow[] = [];
  for (const { engine, sizes } of growth) {
    if (!there.includes(engine)) continue;
    const bench = await openKnowledge(engine, createQuickEmbedding());
    try {
      rows.push(...(await measureGrowth(bench, { engine, sizes, large })));
    } finally {
      await bench.close();
    }
  }
  return rows;
}

async function measureGrowth(
  bench: KnowledgeBench,
  { engine, sizes, large }: { engine: EngineName; sizes: readonly number[]; large: boolean },
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const { agentId } = await bench.makeAgent([]);
  const items = manyPassages(Math.max(...sizes));
  let passages = 0;
  let from = 0;
  const about = (many = passages) => `${many.toLocaleString("en")} passages, ${engine}`;
  for (const size of sizes) {
    const stored = await bench.store(agentId, items.slice(from, size));
    from = size;
    passages += stored.passages;
    rows.push(
      rowOf(`Storing a passage, up to ${about()}`, stored.ms / stored.passages, null),
      ...(await measureQuestions(bench, agentId, about())),
    );
  }
  const embedding = await bench.embed(agentId);
  rows.push(
    rowOf(`Storing a vector, ${about()}`, embedding / passages, null),
    ...(await measureQuestions(bench, agentId, `with vectors, ${about()}`)),
    ...(await measureComparing(bench, agentId, about())),
    { ...rowOf(`Memory of the process after it, ${engine}`, process.memoryUsage().rss / 2 ** 20, null), unit: "MB" },
  );
  if (large && engine === "postgres") {
    await bench.copy(agentId, COPIES);
    rows.push(...(await measureQuestions(bench, agentId, about(passages * (COPIES + 1)))));
  }
  return rows;
}

const questions = () => squad().questions.filter((_, at) => at % 13 === 0);

function asking(bench: KnowledgeBench, agentId: string): (index: number) => Promise<unknown> {
  const asked = questions();
  return (index) =>
    bench.knowledge.search(bench.scope, { agentId, query: asked[index % asked.length]?.text ?? "", limit: 8 });
}

async function measureQuestions(bench: KnowledgeBench, agentId: string, about: string): Promise<BenchRow[]> {
  const ask = asking(bench, agentId);
  await load(50, 1, ask);
  // Not those that warmed it up.
  const alone = await load(QUESTIONS, 1, (index) => ask(index + 50));
  const together = await load(QUESTIONS, 8, ask);
  return [
    rowOf(`Search, median, ${about}`, median(alone.took), MEDIAN),
    rowOf(`Search, 95th percentile, ${about}`, percentile(alone.took, 0.95), P95),
    rowOf(`Search with 8 at once, median, ${about}`, median(together.took), null),
  ];
}

/** What is a duplicate of what, and how long a search takes meanwhile. */
async function measureComparing(bench: KnowledgeBench, agentId: string, about: string): Promise<BenchRow[]> {
  const { db, scope } = bench;
  const { number: index } = await createIndexes({ db }).find(scope, agentId);
  const place = { scope, agentId, index, seen: createSeenPassages() };
  const ask = asking(bench, agentId);
  let compared = 0;
  const done = new AbortController();
  const compare = async () => {
    for (let some = 1; some > 0 && compared < COMPARED_AT_MOST; compared += some)
      some = await comparePassages({ db, clock: createClock() }, place);
    done.abort();
  };
  const began = performance.now();
  const comparing = compare();
  const took: number[] = [];
  for (let at = 0; !done.signal.aborted; at += 1) {
    took.push(...(await load(1, 1, () => ask(at))).took);
    // As visitors ask: now and then, not without a pause.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await comparing;
  const rate = (compared / (performance.now() - began)) * 1_000;
  return [
    { ...rowOf(`Comparing passages with each other, ${about}`, rate, COMPARED), unit: "a second", better: "higher" },
    rowOf(`Search while they are compared, 95th percentile, ${about}`, percentile(took, 0.95), null),
  ];
}

const rowOf = (name: string, value: number, target: number | null): BenchRow => ({
  name,
  value: Math.round(value * 100) / 100,
  unit: "ms",
  target,
  better: "lower",
});
