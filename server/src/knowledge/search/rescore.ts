import { analyse } from "../analyse/analyse.ts";
import { primary } from "../analyse/stop-words.ts";
import type { Passage, ScoreParts, SearchOutcome } from "../types.ts";
import { asksForFigure } from "./answer-kind.ts";
import type { Expansion } from "./expand/mend-words.ts";

/** How far apart two words of the question may stand and still say something together. */
const NEAR = 8;
/** The stretches of a passage, in terms, that should hold as much as they can of the question. */
const STRETCH = 18;
const LONG_STRETCH = 40;
/** What each adds, in the question's own weight of terms. docs/search.md has what each bought. */
const NEAR_WEIGHT = 1.4;
const SKIPPED_WEIGHT = 0.1;
const STRETCH_WEIGHT = 0.85;
const LONG_STRETCH_WEIGHT = 0.2;
/** What of the question stands in the title and the headings. */
const HEAD_WEIGHT = 2;
/** A figure in the passage, where the question asks for one. */
const FIGURE_WEIGHT = 0.23;
/** What a passage gains from the best three under its title, itself among them, of their mean. */
const COMPANY_WEIGHT = 0.2;
const COMPANY = 3;
const COMPANY_LOOKED_AT = 12;
/** What a passage gains, of its score, by being in the language of the question: names and codes are in all of them. */
const OWN_LANGUAGE = 0.15;
/** Between the title and the text: what stands on both sides of it does not stand together. */
const GAP = Array.from({ length: LONG_STRETCH + STRETCH }, () => "");
const WORDS_REMEMBERED = 30_000;
const PASSAGES_REMEMBERED = 3_000;

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Positions of the terms of a passage that the question asks for. */
type Positions = Map<string, number[]>;

/**
 * Ranks the best passages anew by where the words of the question stand in them: neighbours in the question that are
 * neighbours in the passage, how much of the question one stretch of it holds and how much its headings say, whether
 * it has a figure where one is asked for, and how well the others do that stand under the same title. Adds to the
 * scores, never takes away, so that what is not looked at keeps its place below. Measured: tools/bench/retrieval.ts.
 */
export function createRescore() {
  const read = createPassageReader();

  return function rescore(
    query: string,
    outcome: SearchOutcome & { expansions?: readonly Expansion[] },
    { most, language }: { most: number; language?: string | undefined },
  ): Passage[] {
    const { weights, stands } = weigh(outcome, outcome.expansions ?? []);
    const figure = asksForFigure(query);
    const asked = new Map<string, string[]>();
    const scored = outcome.passages.slice(0, most).map((passage) => {
      const question = asked.get(passage.language) ?? analyse(query, passage.language);
      asked.set(passage.language, question);
      const parts = partsOf(passage, read(passage), { question, weights, stands, figure });
      if (language !== undefined && primary(language) === primary(passage.language))
        parts.language = OWN_LANGUAGE * passage.score;
      return { passage, parts, sum: sumOf(parts) };
    });
    const company = meanOfBest(scored);
    const rescored = scored.map(({ passage, parts, sum }): Passage => {
      parts.company = COMPANY_WEIGHT * (company.get(passage.title) ?? 0);
      return { ...passage, score: sum + parts.company, parts };
    });
    rescored.sort((one, other) => other.score - one.score || one.chunk - other.chunk);
    return [...rescored, ...outcome.passages.slice(most)];
  };
}

interface ReadPassage {
  terms: readonly string[];
  /** So many of them are of the title and the headings. */
  head: number;
}

interface Asked {
  question: readonly string[];
  weights: Map<string, number>;
  /** What stands in for which terms of the question. */
  stands: ReadonlyMap<string, readonly string[]>;
  figure: boolean;
}

/** A word that was mended weighs what it was mended to. */
function weigh(outcome: SearchOutcome, expansions: readonly Expansion[]) {
  const weights = new Map(outcome.terms.map(({ term, passages }) => [term, idf(passages, outcome.indexSize)]));
  const stands = new Map(expansions.map(({ term, stands: terms }) => [term, terms]));
  for (const { term, weight, stands: terms, told } of expansions)
    if (told.by !== "synonym") for (const one of terms) weights.set(one, weight * (weights.get(term) ?? 0));
  return { weights, stands };
}

function partsOf(
  passage: Passage,
  { terms, head }: ReadPassage,
  { question, weights, stands, figure }: Asked,
): ScoreParts {
  const positions = find(terms, new Set(question), stands);
  let [total, above] = [0, 0];
  for (const term of new Set(question)) {
    const weight = weights.get(term) ?? 0;
    total += weight;
    if ((positions.get(term)?.[0] ?? head) < head) above += weight;
  }
  return {
    terms: passage.score,
    nearness:
      NEAR_WEIGHT * nearness(question, positions, { weights, step: 1 }) +
      SKIPPED_WEIGHT * nearness(question, positions, { weights, step: 2 }),
    stretch:
      STRETCH_WEIGHT * bestStretch(positions, weights, STRETCH) +
      LONG_STRETCH_WEIGHT * bestStretch(positions, weights, LONG_STRETCH),
    headings: HEAD_WEIGHT * above,
    figure: figure && /\p{Nd}/u.test(passage.text) ? FIGURE_WEIGHT * total : 0,
    language: 0,
    company: 0,
    meaning: 0,
  };
}

function sumOf({ terms, nearness: near, stretch, headings, figure, language, company, meaning }: ScoreParts): number {
  return terms + near + stretch + headings + figure + language + company + meaning;
}

/** By title: pages of one site share few, and parts of one long page share it. */
function meanOfBest(scored: readonly { passage: Passage; sum: number }[]): Map<string, number> {
  const sums = new Map<string, number[]>();
  for (const { passage, sum } of scored.slice(0, COMPANY_LOOKED_AT)) {
    const list = sums.get(passage.title);
    if (list) list.push(sum);
    else sums.set(passage.title, [sum]);
  }
  return new Map(
    [...sums].map(([title, list]) => {
      const best = list.toSorted((one, other) => other - one).slice(0, COMPANY);
      return [title, best.reduce((sum, one) => sum + one, 0) / COMPANY];
    }),
  );
}

function idf(df: number, n: number): number {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5));
}

function find(terms: readonly string[], wanted: ReadonlySet<string>, stands: Asked["stands"]): Positions {
  const positions: Positions = new Map();
  const add = (term: string, at: number) => {
    const list = positions.get(term);
    if (!list) positions.set(term, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? "";
    if (wanted.has(term)) add(term, at);
    else if (stands.size > 0) for (const one of stands.get(term) ?? []) if (wanted.has(one)) add(one, at);
  }
  return positions;
}

/** For each two that stand `step` apart in the question: the rarer one's weight over the least distance at which they stand. */
function nearness(
  question: readonly string[],
  positions: Positions,
  { weights, step }: { weights: Map<string, number>; step: number },
): number {
  let sum = 0;
  for (let index = 0; index + step < question.length; index += 1) {
    const [left = "", right = ""] = [question[index], question[index + step]];
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
function bestStretch(positions: Positions, weights: Map<string, number>, length: number): number {
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
    for (let first = met[from]; first && place - first.place > length; first = met[from]) {
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
  const passages = new Map<number, ReadPassage>();
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

  return ({ chunk, title, headings, text, language }: Passage): ReadPassage => {
    const found = passages.get(chunk);
    if (found) return found;
    if (passages.size > PASSAGES_REMEMBERED) passages.clear();
    const above = termsOfText([title, ...headings].join(" "), language);
    const made = { terms: [...above, ...GAP, ...termsOfText(text, language)], head: above.length };
    passages.set(chunk, made);
    return made;
  };
}
