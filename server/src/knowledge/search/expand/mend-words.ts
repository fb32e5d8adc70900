import type { Substitution } from "@parley/contracts";
import type { Database, Scope } from "../../../platform/index.ts";
import { analyse } from "../../analyse/analyse.ts";
import type { AskedWord } from "./read-question.ts";
import { mayBeMistyped, slipsBetween, spellingsAt1 } from "./near-spellings.ts";
import { probePrefix, probeTerms, runProbes } from "./probe-terms.ts";

/** A term that is looked for too, in the place of some that were asked for. */
export interface Expansion {
  term: string;
  /** Of its own weight, what it counts. */
  weight: number;
  /** The terms in whose place it stands. */
  stands: readonly string[];
  /** So surely that the question may be read so. */
  sure: boolean;
  told: Substitution;
}

interface Mending {
  index: number;
  languages: readonly string[];
  /** All words of the question, in order. */
  asked: readonly AskedWord[];
  /** Those that no passage holds in any form. */
  unknown: readonly AskedWord[];
}

/** Words of a question that are mended, at most; who mistypes more must be asked again. */
const MOST_WORDS = 3;
const LONG = 7;
/** Each split is analysed: a question that is one endless word has thousands of them. */
const LONGEST_COMPOUND = 48;
/** A shorter one may well be another word. */
const SURE = 6;
const WEIGHTS = { one: 0.8, two: 0.6, joined: 0.9, split: 0.7 };

/**
 * For words that no passage holds, the nearest that some do: one slip away, or for long words two behind the same
 * beginning; two words written as one, or one as two. One round trip, and only where there is such a word.
 */
export async function mendWords(db: Database, scope: Scope, mending: Mending): Promise<Expansion[]> {
  const tried = mending.unknown.slice(0, MOST_WORDS).map((asked) => ({
    asked,
    forms: asked.terms.filter(mayBeMistyped).slice(0, 2),
    pairs: languagesOf(mending).flatMap((language) => splitsOf(asked.word, language)),
    joined: joinedWith(asked, mending),
  }));
  const spellings = new Set<string>();
  for (const { forms, pairs, joined } of tried) {
    for (const form of forms) for (const spelling of spellingsAt1(form)) spellings.add(spelling);
    for (const { left, right } of pairs) spellings.add(left).add(right);
    for (const { term } of joined) spellings.add(term);
  }
  const prefixes = new Set(tried.flatMap(({ forms }) => forms.filter(isLong).map((form) => form.slice(0, 3))));
  if (spellings.size === 0 && prefixes.size === 0) return [];
  const held = await runProbes(db, scope, [
    probeTerms(scope, mending.index, [...spellings]),
    ...[...prefixes].map((prefix) => probePrefix(scope, mending.index, prefix)),
  ]);
  // "Our" stands in titles and is nobody's "hour".
  for (const term of held.keys())
    if (mending.languages.some((language) => analyse(term, language).length === 0)) held.delete(term);
  return tried.flatMap((one) => choose(one, held));
}

interface Tried {
  asked: AskedWord;
  forms: readonly string[];
  pairs: readonly { left: string; right: string }[];
  joined: readonly { term: string; word: string; stands: readonly string[] }[];
}

function choose({ asked, forms, pairs, joined }: Tried, held: ReadonlyMap<string, number>): Expansion[] {
  const { word, terms } = asked;
  const whole = joined.find(({ term }) => held.has(term));
  if (whole !== undefined)
    return [{ ...expansion(whole.term, WEIGHTS.joined, whole.stands), told: told(whole.word, whole.term, "joined") }];
  const near = nearest(forms, held);
  if (near?.slips === 1) return [{ ...expansion(near.term, WEIGHTS.one, terms), told: told(word, near.term, "typo") }];
  const pair = pairs.find(({ left, right }) => held.has(left) && held.has(right));
  if (pair !== undefined)
    return [pair.left, pair.right].map((term) => ({
      ...expansion(term, WEIGHTS.split, terms),
      told: told(word, `${pair.left} ${pair.right}`, "split"),
    }));
  return near === undefined
    ? []
    : [{ ...expansion(near.term, WEIGHTS.two, terms), told: told(word, near.term, "typo") }];
}

const expansion = (term: string, weight: number, stands: readonly string[]) => ({
  term,
  weight,
  stands,
  sure: weight !== WEIGHTS.two && term.length >= SURE,
});
const told = (word: string, instead: string, by: Substitution["by"]): Substitution => ({ word, instead, by });
const isLong = (form: string) => form.length >= LONG;

/** The fewest slips; then the same first letter, which is seldom wrong; then what more passages hold. */
function nearest(
  forms: readonly string[],
  held: ReadonlyMap<string, number>,
): { term: string; slips: number } | undefined {
  let best: { term: string; slips: number; rank: number } | undefined;
  for (const form of forms)
    for (const [term, passages] of held) {
      const slips = slipsBetween(form, term, isLong(form) ? 2 : 1);
      if (slips > (isLong(form) ? 2 : 1) || slips === 0 || (slips === 2 && term.length < LONG - 1)) continue;
      const rank = slips * 10 + (term[0] === form[0] ? 0 : 5) - Math.min(4, Math.log10(passages + 1));
      if (best === undefined || rank < best.rank) best = { term, slips, rank };
    }
  return best;
}

/** A word as two, in the order of how even they are: compounds whose parts the pages write apart. */
function splitsOf(word: string, language: string): { left: string; right: string }[] {
  if (word.length < LONG || word.length > LONGEST_COMPOUND || !/^\p{L}+$/u.test(word)) return [];
  const splits: { left: string; right: string; uneven: number }[] = [];
  for (let at = 3; at <= word.length - 3; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    const right = analyse(tail, language);
    // The s between the parts of German and Scandinavian compounds belongs to neither.
    for (const one of head.endsWith("s") ? [head, head.slice(0, -1)] : [head]) {
      const left = analyse(one, language);
      if (left.length === 1 && right.length === 1 && (left[0] ?? "").length > 2 && (right[0] ?? "").length > 2)
        splits.push({ left: left[0] ?? "", right: right[0] ?? "", uneven: Math.abs(2 * at - word.length) });
    }
  }
  return splits.toSorted((one, other) => one.uneven - other.uneven);
}

/** Those that most passages are in. */
function languagesOf({ languages }: Mending): readonly string[] {
  return languages.length === 0 ? ["und"] : languages.slice(0, 3);
}

/** With the word before or behind it written together. */
function joinedWith({ word, terms }: AskedWord, mending: Mending): Tried["joined"] {
  const { asked } = mending;
  const at = asked.findIndex((one) => one.word === word);
  return [
    [asked[at - 1], asked[at]],
    [asked[at], asked[at + 1]],
  ].flatMap(([first, second]) => {
    if (first === undefined || second === undefined) return [];
    if (first.word.length + second.word.length > LONGEST_COMPOUND) return [];
    const stands = [...new Set([...first.terms, ...second.terms, ...terms])];
    return languagesOf(mending).flatMap((language) => {
      const [term, ...more] = analyse((first.word + second.word).toLowerCase(), language);
      return term === undefined || more.length > 0 ? [] : [{ term, word: `${first.word} ${second.word}`, stands }];
    });
  });
}
