// How long a search for products takes by words, attributes, price and stock, and storing them.
import { productInput } from "@parley/contracts";
import { createCatalogueStore } from "../../server/src/knowledge/catalogue/catalogue.ts";
import { createIndexes } from "../../server/src/knowledge/indexes.ts";
import { createClock } from "../../server/src/platform/index.ts";
import { openKnowledge, type KnowledgeBench } from "./lib/knowledge.ts";
import { engines, type EngineName } from "./lib/server.ts";
import { load, median, percentile } from "./lib/statistics.ts";
import type { BenchRow } from "./row.ts";

const SEARCHES = 300;

const sizes: { engine: EngineName; products: number; targets: { median: number; p95: number } }[] = [
  { engine: "embedded", products: 20_000, targets: { median: 15, p95: 40 } },
  { engine: "postgres", products: 100_000, targets: { median: 15, p95: 40 } },
];

export async function measureCatalogue(): Promise<BenchRow[]> {
  const there = engines();
  const rows: BenchRow[] = [];
  for (const size of sizes) {
    if (!there.includes(size.engine)) continue;
    const bench = await openKnowledge(size.engine);
    try {
      rows.push(...(await measureSize(bench, size)));
    } finally {
      await bench.close();
    }
  }
  return rows;
}

const kinds = ["Shoes", "Jackets", "Bags", "Lamps", "Chairs", "Tables", "Clocks", "Phones", "Books", "Bikes"];
const colours = ["red", "blue", "green", "black", "white", "brown", "grey", "yellow"];
const brands = Array.from({ length: 60 }, (_, at) => `Brand${at}`);
const adjectives = ["light", "heavy", "round", "small", "large", "classic", "modern", "outdoor", "urban", "warm"];
const pick = <T>(all: readonly T[], at: number, fallback: T): T => all[Math.abs(at) % all.length] ?? fallback;

const productAt = (at: number) =>
  productInput.parse({
    externalId: `P${at}`,
    name: `${pick(adjectives, at * 7, "")} ${pick(kinds, at, "").slice(0, -1)} ${at}`,
    category: [pick(kinds, at, ""), `${pick(kinds, at, "")} ${at % 7}`],
    brand: pick(brands, at * 13, ""),
    price: 500 + ((at * 7_919) % 99_500),
    currency: "EUR",
    stock: at % 5 === 0 ? "out_of_stock" : "in_stock",
    language: "en",
    attributes: { Colour: pick(colours, at * 3, ""), Material: pick(adjectives, at * 5, "") },
  });

const queryAt = (at: number) => {
  const kind = pick(kinds, at, "");
  const base = { limit: 10, facets: false } as const;
  const queries = [
    {
      ...base,
      sort: "price" as const,
      q: `${pick(colours, at, "")} ${kind}`,
      maxPrice: 20_000,
      stock: "in_stock" as const,
    },
    { ...base, sort: "price" as const, category: kind, minPrice: 10_000, maxPrice: 50_000 },
    { ...base, sort: "newest" as const, brand: pick(brands, at, ""), attribute: [`Colour:${pick(colours, at, "")}`] },
    { ...base, sort: "-price" as const, category: `${kind} > ${kind} ${at % 7}`, stock: "available" as const },
    { ...base, sort: "price" as const },
  ];
  return pick(queries, at, queries[0] ?? { ...base, sort: "price" as const });
};

async function measureSize(
  bench: KnowledgeBench,
  { engine, products, targets }: (typeof sizes)[number],
): Promise<BenchRow[]> {
  const { scope, db } = bench;
  const nobody = { record: async () => {}, changed: () => {} };
  const detectLanguage = () => "en";
  const deps = {
    db,
    clock: createClock(),
    audit: nobody,
    live: nobody,
    indexes: createIndexes({ db }),
    detectLanguage,
  };
  const catalogue = createCatalogueStore(deps);
  const { agentId } = await bench.makeAgent([]);
  const inputs = Array.from({ length: products }, (_, at) => productAt(at));
  const began = performance.now();
  await catalogue.write(scope, { agentId, inputs, origin: "import", wrote: () => {} });
  const storing = performance.now() - began;
  await bench.db.vacuum(["knowledge_products", "knowledge_product_words"]);
  const ask = (at: number) => catalogue.search(scope, agentId, queryAt(at));
  await load(50, 1, ask);
  const alone = await load(SEARCHES, 1, ask);
  const about = `${products.toLocaleString("en")} products, ${engine}`;
  const row = (name: string, value: number, target: number | null): BenchRow => ({
    name: `${name}, ${about}`,
    value: Math.round(value * 100) / 100,
    unit: "ms",
    target,
    better: "lower",
  });
  return [
    row("Filtering products, median", median(alone.took), targets.median),
    row("Filtering products, 95th percentile", percentile(alone.took, 0.95), targets.p95),
    row("Storing a product", storing / products, null),
  ];
}
