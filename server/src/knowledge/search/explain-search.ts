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
const NO_PARTS = { nearness: 0, stretch: 0, headings: 0, figure: 0, language: 0, company: 0, meaning: 0 };
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
    const [postings = [], sizes = [], labels = []] = await db.batch(scope, [
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
      {
        text: `select d.id, d.tags || coalesce(s.tags, '{}') as tags, coalesce(d.audience, s.audience) as audience
          from knowledge_documents d
          left join knowledge_sources s on s.organization = d.organization and s.id = d.source_id
          where d.organization = $1::int and d.id = any($2::text[])`,
        values: [scope.organization, outcome.passages.map(({ documentId }) => documentId)],
      },
    ]);
    const labelled = new Map(labels.map((row) => [String(row["id"]), row]));
    const inverse = Number(sizes[0]?.["inverse"] ?? 0);
    const held = Map.groupBy(postings, (row) => Number(row["chunk"]));
    return outcome.passages.map((passage) => {
      const counts = new Map(
        (held.get(passage.chunk) ?? []).map((row) => [
          String(row["term"]),
          { frequency: Number(row["tf"]), length: Number(row["len"]) },
        ]),
      );
      const label = labelled.get(passage.documentId);
      const tags = Array.isArray(label?.["tags"]) ? [...new Set(label["tags"].map(String))] : [];
      const audience = typeof label?.["audience"] === "string" ? label["audience"] : null;
      return { ...explain(passage, { query, outcome, counts, inverse }), tags, audience };
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

function explain(
  passage: Passage,
  { query, outcome, counts, inverse }: Known,
): Omit<PassageExplanation, "tags" | "audience"> {
  const instead = new Map(
    (outcome.substitutions ?? []).flatMap(({ word, instead: other }) =>
      [other, ...analyse(other, passage.language)].map((term) => [term, word] as const),
    ),
  );
  const wanted = new Set([...analyse(query, passage.language), ...instead.keys()]);
  const terms = outcome.terms.flatMap(({ term, passages, beside = 1 }) => {
    const held = counts.get(term);
    if (held === undefined) return [];
    const { frequency, length } = held;
    const weight = Math.log(1 + (outcome.indexSize - passages + 0.5) / (passages + 0.5));
    const score = (beside * weight * SATURATION * frequency) / (frequency + BASE + LENGTH * inverse * length);
    const insteadOf = beside === 1 ? null : (instead.get(term) ?? null);
    return [{ term, weight, frequency, passages, score, insteadOf }];
  });
  const parts = passage.parts ?? { ...NO_PARTS, terms: passage.score };
  return {
    headings: passage.headings,
    language: passage.language,
    terms: terms.sort((one, other) => other.score - one.score),
    parts,
    nearness: passage.nearness ?? null,
    reranked: passage.reranked ?? null,
    marks: marksIn(plainText(passage.text), wanted, passage.language),
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
