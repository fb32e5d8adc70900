import type { SearchOutcome } from "../../../knowledge/index.ts";

export interface QuestionTerms {
  /** How much each term tells: BM25's inverse document frequency. */
  weights: ReadonlyMap<string, number>;
  /** In the order asked, repeated terms once. */
  order: readonly string[];
  /** Terms that no passage holds. */
  missing: ReadonlySet<string>;
  total: number;
}

/** How a question is put, apart from what it is about. */
export interface Wording {
  /** Terms that count only where a passage holds them. */
  light: ReadonlySet<string>;
  /** Terms that count little, as they stand for what is asked: "long" in "how long". */
  faint: ReadonlySet<string>;
}

/** What each term of a question weighs in this index. `terms` are the question's, as the analyser gives them. */
export function weighTerms(terms: readonly string[], outcome: SearchOutcome, wording = PLAIN): QuestionTerms {
  const counts = new Map(outcome.terms.map(({ term, passages }) => [term, passages]));
  const weights = new Map<string, number>();
  const missing = new Set<string>();
  let total = 0;
  for (const term of terms) {
    if (weights.has(term)) continue;
    const passages = counts.get(term) ?? 0;
    if (passages === 0 && wording.light.has(term)) continue;
    const rarity = Math.log(1 + (Math.max(outcome.indexSize, passages) - passages + 0.5) / (passages + 0.5));
    const weight = wording.faint.has(term) ? rarity * FAINT : rarity;
    weights.set(term, weight);
    total += weight;
    if (passages === 0) missing.add(term);
  }
  return { weights, order: [...weights.keys()], missing, total };
}

const PLAIN: Wording = { light: new Set(), faint: new Set() };
const FAINT = 0.3;
