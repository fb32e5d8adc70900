import type { SearchOutcome } from "../../knowledge/index.ts";
import type { RankedUnit } from "./rank-units.ts";
import type { QuestionTerms } from "./weigh-terms.ts";

/**
 * How likely the knowledge holds the answer, as log odds against the line at which nine of ten questions that can be
 * answered are answered: below 0, Parley says that it does not know. A logistic model over how much of the question's
 * weight was found, where, and how rare the words are that were found; fitted on questions about articles inside and
 * outside an index (tools/bench/answers.ts measures it).
 */
export function judge(ranked: readonly RankedUnit[], asked: QuestionTerms, outcome: SearchOutcome): number {
  const top = ranked[0];
  if (top === undefined || asked.total === 0) return -Infinity;
  const features = measureMatch(ranked, top, { asked, outcome });
  return features.reduce((sum, value, at) => sum + value * (WEIGHTS[at] ?? 0), BIAS);
}

/** Exported for the fitting of the weights. */
export function measureMatch(
  ranked: readonly RankedUnit[],
  top: RankedUnit,
  { asked, outcome }: { asked: QuestionTerms; outcome: SearchOutcome },
): number[] {
  const passage = new Set<string>();
  for (const other of ranked) if (other.passage.chunk === top.passage.chunk) for (const term of other.held) passage.add(term);
  const weight = (terms: Iterable<string>) => {
    let sum = 0;
    for (const term of terms) sum += asked.weights.get(term) ?? 0;
    return sum;
  };
  const rarest = Math.log(1 + (outcome.indexSize + 0.5) / 0.5);
  const best = outcome.passages[0]?.score ?? 0;
  return [
    top.cover,
    top.reach,
    weight(passage) / asked.total,
    weight(asked.missing) / asked.total,
    best / (asked.total * SATURATION),
    Math.log(1 + asked.order.length),
    top.adjacent,
    weight(top.held) / rarest,
  ];
}

/** The most that BM25 with k1 = 1.2 gives a term, as a multiple of its weight. */
const SATURATION = 2.2;
const BIAS = -3;
const WEIGHTS = [0.9, 1.8, 1.2, -3.5, 2.3, -1.7, 4, 1.75];
