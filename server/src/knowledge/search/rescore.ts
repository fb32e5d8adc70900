import { analyse } from "../analyse/analyse.ts";
import { primary } from "../analyse/stop-words.ts";
import type { Passage, SearchOutcome } from "../types.ts";

/** How far apart two words of the question may stand and still say something together. */
const NEAR = 8;
/** The stretch of a passage, in terms, that should hold as much as it can of the question. */
const STRETCH = 18;
const NEAR_WEIGHT = 0.5;
const STRETCH_WEIGHT = 0.5;
/** What a passage gains, of its score, by being in the language of the question: names and codes are in all of them. */
const OWN_LANGUAGE = 0.15;
/** Between the title and the text: what stands on both sides of it does not stand together. */
const GAP = Array.from({ length: 2 * STRETCH }, () => "");
const WORDS_REMEMBERED = 30_000;
const PASSAGES_REMEMBERED = 3_000;

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Positions of the terms of a passage that the question asks for. */
type Positions = Map<string, number[]>;

/**
 * Ranks the best passages anew by where the words of the question stand in them: neighbours in the question that are
 * neighbours in the passage, and how much of the question one stretch of it holds. Adds to the scores, never takes
 * away, so that what is not looked at keeps its place below. Measured: tools/bench/retrieval.ts.
 */
export function createRescore() {
  const read = createPassageReader();

  return function rescore(
    query: string,
    outcome: SearchOutcome,
    { most, language }: { most: number; language?: string | undefined },
  ): Passage[] {
    const weights = new Map(outcome.terms.map(({ term, passages }) => [term, idf(passages, outcome.indexSize)]));
    const asked = new Map<string, string[]>();
    const rescored = outcome.passages.slice(0, most).map((passage) => {
      const question = asked.get(passage.language) ?? analyse(query, passage.language);
      asked.set(passage.language, question);
      const positions = find(read(passage), new Set(question));
      const near = NEAR_WEIGHT * nearness(question, positions, weights);
      const stretch = STRETCH_WEIGHT * bestStretch(positions, weights);
      const own =
        language !== undefined && primary(language) === primary(passage.language) ? OWN_LANGUAGE * passage.score : 0;
      const parts = { terms: passage.score, nearness: near, stretch, language: own };
      return { ...passage, score: passage.score + (near + stretch) + own, parts };
    });
    rescored.sort((one, other) => other.score - one.score || one.chunk - other.chunk);
    return [...rescored, ...outcome.passages.slice(most)];
  };
}

function idf(df: number, n: number): number {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5));
}

function find(terms: readonly string[], wanted: ReadonlySet<string>): Positions {
  const positions: Positions = new Map();
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? "";
    if (!wanted.has(term)) continue;
    const list = positions.get(term);
    if (list) list.push(at);
    else positions.set(term, [at]);
  }
  return positions;
}

/** For each two neighbours in the question: the rarer one's weight over the least distance at which they stand. */
function nearness(question: readonly string[], positions: Positions, weights: Map<string, number>): number {
  let sum = 0;
  for (let index = 0; index + 1 < question.length; index += 1) {
    const [left = "", right = ""] = [question[index], question[index + 1]];
    if (left === right) continue;
    const distance = leastDistance(positions.get(left), positions.get(right));
    if (distance <= NEAR) sum += Math.min(weights.get(left) ?? 0, weights.get(right) ?? 0) / distance;
  }
  return sum;
}

/** In the order of the question; the other way round counts as one further. Both lists ascend. */
function leastDistance(left: readonly number[] | undefined, right: readonly number[] | undefined): number {
  if (!left || !right) return Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const place of left) {
    while (at < right.length && (right[at] ?? 0) < place) at += 1;
    if (at > 0) least = Math.min(least, place - (right[at - 1] ?? 0) + 1);
    if (at < right.length) least = Math.min(least, (right[at] ?? 0) - place);
  }
  return least;
}

/** The most of the question's weight that stands within one stretch of the passage. */
function bestStretch(positions: Positions, weights: Map<string, number>): number {
  const met = [...positions].flatMap(([term, places]) => places.map((place) => ({ term, place })));
  met.sort((one, other) => one.place - other.place);
  const inside = new Map<string, number>();
  let from = 0;
  let sum = 0;
  let best = 0;
  for (const { term, place } of met) {
    const count = inside.get(term) ?? 0;
    inside.set(term, count + 1);
    if (count === 0) sum += weights.get(term) ?? 0;
    for (let first = met[from]; first && place - first.place > STRETCH; first = met[from]) {
      const left = (inside.get(first.term) ?? 1) - 1;
      inside.set(first.term, left);
      if (left === 0) sum -= weights.get(first.term) ?? 0;
      from += 1;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/**
 * The terms of title, headings and text in order, compounds as their parts only. A passage never changes under its number, and few
 * passages answer most questions, so what was read is remembered; so is each word, for the passages that are new.
 */
function createPassageReader() {
  const passages = new Map<number, readonly string[]>();
  const memo = new Map<string, Map<string, readonly string[]>>();

  function termsOfWord(word: string, language: string): readonly string[] {
    let known = memo.get(language);
    if (!known || known.size > WORDS_REMEMBERED) memo.set(language, (known = new Map()));
    const found = known.get(word);
    if (found) return found;
    const terms = analyse(word, language);
    if (word.length <= 40) known.set(word, terms);
    return terms;
  }

  const termsOfText = (text: string, language: string) =>
    (text.match(words) ?? []).flatMap((word) => termsOfWord(word, language));

  return ({ chunk, title, headings, text, language }: Passage): readonly string[] => {
    const found = passages.get(chunk);
    if (found) return found;
    if (passages.size > PASSAGES_REMEMBERED) passages.clear();
    const above = termsOfText([title, ...headings].join(" "), language);
    const terms = [...above, ...GAP, ...termsOfText(text, language)];
    passages.set(chunk, terms);
    return terms;
  };
}
