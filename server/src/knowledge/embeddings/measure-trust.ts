import type { EmbeddingModel } from "@parley/contracts";
import type { Database, Scope } from "../../platform/index.ts";
import { plainText } from "../plain-text.ts";
import { cosine, toUnit } from "./quantise.ts";
import type { VectorSet } from "./vector-store.ts";

/** Passages that are asked for, and among so many others they are looked for. */
const ASKED = 24;
const AMONG = 400;
const FIRST_WORDS = 12;
const RANK = 5;

/**
 * How far the vectors of an index can be trusted, 0 to 1: passages are asked for by some words from their middle, and
 * the share is counted that comes among the first five of four hundred. A model that does not fit the language, or
 * that mixes everything up, finds few, and then words alone decide.
 */
export async function measureTrust(
  db: Database,
  {
    scope,
    set,
    model,
    signal,
  }: { scope: Scope; index: number; set: VectorSet; model: EmbeddingModel; signal: AbortSignal },
): Promise<number> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select v.chunk, v.vector, c.text from (select chunk, vector from knowledge_chunk_vectors
          where organization = $1::int and set_number = $2::int order by hashint4(chunk) limit $3::int) v
        join knowledge_chunks c on c.organization = $1::int and c.number = v.chunk`,
      values: [scope.organization, set.number, AMONG],
    },
  ]);
  const all = rows.flatMap((row) => {
    const vector = row["vector"];
    return vector instanceof Uint8Array ? [{ chunk: Number(row["chunk"]), vector, text: String(row["text"]) }] : [];
  });
  const asked = all.map((one) => ({ ...one, words: middleWords(one.text) })).filter(({ words }) => words !== "");
  const some = asked.slice(0, ASKED);
  if (some.length < 3) return 1;
  const vectors: Float32Array[] = [];
  for (let from = 0; from < some.length; from += model.atOnce) {
    const texts = some.slice(from, from + model.atOnce).map(({ words }) => words);
    vectors.push(...(await model.embed(texts, { kind: "query", signal })).vectors);
  }
  let found = 0;
  for (const [at, { chunk, vector }] of some.entries()) {
    const query = toUnit(vectors[at] ?? new Float32Array());
    const own = cosine(query, vector);
    const better = all.filter((other) => other.chunk !== chunk && cosine(query, other.vector) > own).length;
    if (better < RANK) found += 1;
  }
  const chance = Math.min(1, RANK / all.length);
  return all.length <= RANK * 2 ? 1 : Math.max(0, (found / some.length - chance) / (1 - chance));
}

function middleWords(text: string): string {
  const words = plainText(text).split(/\s+/u).filter(Boolean);
  if (words.length < FIRST_WORDS) return words.length < 3 ? "" : words.join(" ");
  const from = Math.floor((words.length - FIRST_WORDS) / 2);
  return words.slice(from, from + FIRST_WORDS).join(" ");
}
