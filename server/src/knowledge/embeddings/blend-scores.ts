import type { Passage, ScoreParts, SearchOutcome } from "../types.ts";

export interface BlendInput {
  /** Of each passage that has a vector, how near it is to the question. */
  cosines: ReadonlyMap<number, number>;
  /** How well the model finds passages of this index, 0 to 1. */
  trust: number;
  terms: Pick<SearchOutcome, "terms" | "indexSize">;
}

/** What the nearest passage gains, of the best score by words: hardly anything where the words have found enough. */
const LEAST = 0.04;
/** And so much more where they have found nothing; in between by what is lacking. */
const MOST = 0.8;
/** Of the question's weight: so much is enough. */
const ENOUGH = 0.5;
/** Where no word was met at all, the nearest counts so much. */
const ALONE = 8;
const NOTHING: ScoreParts = {
  terms: 0,
  nearness: 0,
  stretch: 0,
  headings: 0,
  figure: 0,
  language: 0,
  company: 0,
  meaning: 0,
};

/**
 * Adds to each score how near the passage is in meaning, between the middle of all that were looked at (nothing) and
 * the nearest (all). The more of the question's weight the words have found, the less meaning counts, and a model that
 * finds little counts little; with no trust the order by words stays as it is. Never takes anything away.
 */
export function blendScores(passages: readonly Passage[], { cosines, trust, terms }: BlendInput): Passage[] {
  const best = passages.reduce((most, { score }) => Math.max(most, score), 0);
  const sorted = [...cosines.values()].toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const nearest = sorted.at(-1) ?? 0;
  const span = nearest - middle;
  const lacking = Math.max(0, 1 - found(passages, terms) / ENOUGH);
  const share = trust * trust * (LEAST + MOST * lacking);
  const whole = share * (best > 0 ? best : ALONE);
  const blended = passages.map((passage): Passage => {
    const near = cosines.get(passage.chunk);
    const part = near === undefined || span <= 0 ? 0 : Math.max(0, (near - middle) / span) ** 2;
    const meaning = whole * part;
    const parts = { ...(passage.parts ?? { ...NOTHING, terms: passage.score }), meaning };
    return { ...passage, score: passage.score + meaning, parts, ...(near === undefined ? {} : { nearness: near }) };
  });
  return whole <= 0 ? blended : blended.toSorted((one, other) => other.score - one.score || one.chunk - other.chunk);
}

/** How much of the question's weight the best passage holds by its words, 0 to 1. */
function found(passages: readonly Passage[], { terms, indexSize }: BlendInput["terms"]): number {
  const weight = (passages: number) => Math.log(1 + (indexSize - passages + 0.5) / (passages + 0.5));
  const asked = terms.filter(({ beside }) => beside === undefined);
  const total = asked.reduce((sum, one) => sum + weight(one.passages), 0);
  const top = passages.reduce((most, one) => Math.max(most, one.parts?.terms ?? one.score), 0);
  // A term that is said once in a passage of usual length counts about its weight; more often, up to 2.2 times.
  return total === 0 ? 0 : Math.min(1, top / (1.3 * total));
}
