import type { SearchOutcome } from "../../../knowledge/index.ts";
import type { RankedUnit } from "./rank-units.ts";
import { primary } from "../../texts/texts.ts";
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
  const easier = (top.headed ? HEADED : 0) - (top.bare ? BARE : 0) + (LANGUAGES[primary(top.passage.language)] ?? 0);
  const line = lineFor(outcome.indexSize) - easier;
  return features.reduce((sum, value, at) => sum + value * (WEIGHTS[at] ?? 0), -line);
}

/** Exported for the fitting of the weights. */
export function measureMatch(
  ranked: readonly RankedUnit[],
  top: RankedUnit,
  { asked, outcome }: { asked: QuestionTerms; outcome: SearchOutcome },
): number[] {
  const passage = new Set<string>();
  for (const other of ranked)
    if (other.passage.chunk === top.passage.chunk) for (const term of other.held) passage.add(term);
  const weight = (terms: Iterable<string>) => {
    let sum = 0;
    for (const term of terms) sum += asked.weights.get(term) ?? 0;
    return sum;
  };
  const rarest = Math.log(1 + (outcome.indexSize + 0.5) / 0.5);
  let strength = 0;
  for (const other of ranked) strength = Math.max(strength, other.strength);
  return [
    top.cover,
    top.reach,
    weight(passage) / asked.total,
    weight(asked.missing) / asked.total,
    strength,
    Math.log(1 + asked.order.length),
    top.adjacent,
    weight(top.held) / rarest,
  ];
}

/**
 * How much lower the line lies where words change their endings or are joined, so that fewer of a question are found
 * again; higher where words are cut into syllables that stand in any text. By the articles in twelve languages, and
 * for others by their kin.
 */
const LANGUAGES: Readonly<Record<string, number>> = {
  ar: 1.1,
  de: 1.2,
  el: 0.7,
  he: 1,
  hi: 0.5,
  ja: 1,
  ko: 1,
  nl: 0.5,
  pl: 0.7,
  ru: 1,
  th: -1,
  tr: 1,
  uk: 1,
  vi: -1.95,
  zh: 0.8,
};

/** Articles, on which the weights were fitted, have no headings. */
const HEADED = 1.5;
const BARE = 3;
const WEIGHTS = [-2.5, 3.57, 1.61, -2.28, 10.89, -0.44, 2.04, 2.08];

/** The line for an index of so many passages: in a small one every word is rarer than it would be elsewhere. */
function lineFor(indexSize: number): number {
  const shift = -0.83 + 0.765 * Math.log(Math.max(indexSize, 1) / 100);
  return 6.15 + Math.min(Math.max(shift, LOWEST_SHIFT), HIGHEST_SHIFT);
}

const LOWEST_SHIFT = -2;
const HIGHEST_SHIFT = 0.4;
