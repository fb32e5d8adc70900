import type { SearchOutcome } from "../../knowledge/index.ts";

export interface QuestionTerms {
  /** How much each term tells: BM25's inverse document frequency. */
  weights: ReadonlyMap<string, number>;
  /** In the order asked, repeated terms once. */
  order: readonly string[];
  /** Terms that no passage holds. */
  missing: ReadonlySet<string>;
  total: number;
}

/** What each term of a question weighs in this index. `terms` are the question's, as the analyser gives them. */
export function weighTerms(terms: readonly string[], outcome: SearchOutcome): QuestionTerms {
  const counts = new Map(outcome.terms.map(({ term, passages }) => [term, passages]));
  const weights = new Map<string, number>();
  const missing = new Set<string>();
  let total = 0;
  for (const term of terms) {
    if (weights.has(term)) continue;
    const passages = counts.get(term) ?? 0;
    const weight = Math.log(1 + (Math.max(outcome.indexSize, passages) - passages + 0.5) / (passages + 0.5));
    weights.set(term, weight);
    total += weight;
    if (passages === 0) missing.add(term);
  }
  return { weights, order: [...weights.keys()], missing, total };
}
