import type { PassageExplanation } from "@parley/contracts";
import type { Database, Scope } from "../../platform/index.ts";
import { analyse } from "../analyse/analyse.ts";
import type { Indexes } from "../indexes.ts";
import { plainText } from "../plain-text.ts";
import type { Passage, SearchOutcome } from "../types.ts";

/** As in `findPassages`: k1 1.2 and b 0.75. */
const SATURATION = 2.2;
const BASE = 0.3;
const LENGTH = 0.9;
const words = /[\p{L}\p{M}\p{N}]+/gu;

export type ExplainSearch = (
  scope: Scope,
  request: { agentId: string; query: string },
  outcome: SearchOutcome,
) => Promise<PassageExplanation[]>;

/** Why each passage of an outcome stands where it stands, in its order. */
export function createExplainSearch({ db, indexes }: { db: Database; indexes: Indexes }): ExplainSearch {
  return async (scope, { agentId, query }, outcome) => {
    const { number } = await indexes.find(scope, agentId);
    const [postings = [], sizes = []] = await db.batch(scope, [
      {
        text: `select chunk, term, tf, len from knowledge_postings
          where organization = $1::int and index_number = $2::int and term = any($3::text[]) and chunk = any($4::int[])`,
        values: [
          scope.organization,
          number,
          outcome.terms.map(({ term }) => term),
          outcome.passages.map(({ chunk }) => chunk),
        ],
      },
      {
        text: `select coalesce(sum(chunks), 0)::float8 / greatest(sum(tokens), 1)::float8 as inverse
          from knowledge_index_statistics where organization = $1::int and index_number = $2::int`,
        values: [scope.organization, number],
      },
    ]);
    const inverse = Number(sizes[0]?.["inverse"] ?? 0);
    const held = Map.groupBy(postings, (row) => Number(row["chunk"]));
    return outcome.passages.map((passage) => {
      const counts = new Map(
        (held.get(passage.chunk) ?? []).map((row) => [
          String(row["term"]),
          { frequency: Number(row["tf"]), length: Number(row["len"]) },
        ]),
      );
      return explain(passage, { query, outcome, counts, inverse });
    });
  };
}

interface Known {
  query: string;
  outcome: SearchOutcome;
  counts: ReadonlyMap<string, { frequency: number; length: number }>;
  /** One over the mean length of a passage. */
  inverse: number;
}

function explain(passage: Passage, { query, outcome, counts, inverse }: Known): PassageExplanation {
  const terms = outcome.terms.flatMap(({ term, passages }) => {
    const held = counts.get(term);
    if (held === undefined) return [];
    const { frequency, length } = held;
    const weight = Math.log(1 + (outcome.indexSize - passages + 0.5) / (passages + 0.5));
    const score = (weight * SATURATION * frequency) / (frequency + BASE + LENGTH * inverse * length);
    return [{ term, weight, frequency, passages, score }];
  });
  const parts = passage.parts ?? { terms: passage.score, nearness: 0, stretch: 0, language: 0 };
  return {
    headings: passage.headings,
    language: passage.language,
    terms: terms.sort((one, other) => other.score - one.score),
    parts,
    marks: marksIn(plainText(passage.text), new Set(analyse(query, passage.language)), passage.language),
  };
}

/** Where the words stand that the question asks for. */
function marksIn(text: string, wanted: ReadonlySet<string>, language: string): [number, number][] {
  const marks: [number, number][] = [];
  for (const match of text.matchAll(words))
    if (analyse(match[0], language).some((term) => wanted.has(term)))
      marks.push([match.index, match.index + match[0].length]);
  return marks;
}
