import { stem } from "../analyse/stem.ts";
import { primary, stopWords } from "../analyse/stop-words.ts";
import { tokenise } from "../analyse/tokenise.ts";
import { freeWords, meaninglessWords, withoutAccents } from "./small-words.ts";

export interface QuestionWord {
  /** The stem; small words, figures and signs as they are. */
  term: string;
  /** As it was written, in small letters. */
  word: string;
  /** `free`: a small word that may stand anywhere; `bound`: one whose place counts, such as "not", "from", "without". */
  kind: "content" | "free" | "bound";
  /** A letter may be wrong in it. */
  mayBeMistyped: boolean;
}

const SIGNS = /[\p{Sc}%+=<>°]/gu;
/** Roman ones too: XLVII is not a mistyped XLVIII. */
const FIGURES = /\p{N}|^[ivxlcdm]+$/iu;
const SHORTEST_MISTYPED = 5;
const MOST_WORDS = 60;

/** What a question says, word for word, without what changes nothing. Two that read the same ask the same. */
export function readQuestion(text: string, language: string): QuestionWord[] {
  const all = wordsOf(text, language);
  const skipped = meaninglessWords(language);
  const told = all.filter(({ word }) => !skipped.has(word));
  // "Do you have it?" has nothing else.
  const words = (told.length > 0 ? told : all).map((one) => one.read);
  const signs = [...text.matchAll(SIGNS)].map(([term]): QuestionWord => ({
    term,
    word: term,
    kind: "content",
    mayBeMistyped: false,
  }));
  return [...words, ...signs].slice(0, MOST_WORDS);
}

function wordsOf(text: string, language: string): { word: string; read: QuestionWord }[] {
  const code = primary(language);
  const stops = stopWords(language);
  const free = freeWords(language);
  return tokenise(text, code).map(({ word, exact }) => {
    const plain = withoutAccents(word);
    if (free.has(plain)) return { word, read: { term: plain, word, kind: "free", mayBeMistyped: false } };
    if (stops.has(word)) return { word, read: { term: word, word, kind: "bound", mayBeMistyped: false } };
    const term = exact ? word : stem(word, code);
    const mayBeMistyped = !exact && word.length >= SHORTEST_MISTYPED && !FIGURES.test(word);
    return { word, read: { term, word, kind: "content", mayBeMistyped } };
  });
}

/** As it is written, but for case, marks and spaces: the same in every language. Empty where there is no word. */
export function foldQuestion(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}%+=<>°#]+/gu, " ")
    .trim();
}

export interface QuestionMatch {
  kind: "words" | "mistyped";
  /** The word of the first question that is not in the other one. */
  mistyped: string | null;
}

/**
 * Whether two questions ask the same: the same words in any order; with a small word that carries meaning ("not",
 * "from") in the same order; one word may be off by a letter. Never for another figure, and never for a "not" more.
 */
export function compareQuestions(one: readonly QuestionWord[], other: readonly QuestionWord[]): QuestionMatch | null {
  if (one.length === 0 || other.length === 0) return null;
  const ours = new Set(one.map(({ term }) => term));
  const theirs = new Set(other.map(({ term }) => term));
  const missing = one.filter(({ term }) => !theirs.has(term));
  const extra = other.filter(({ term }) => !ours.has(term));
  const [wrong] = missing;
  const [right] = extra;
  if (wrong === undefined && right === undefined)
    return isInPlace(one, other) ? { kind: "words", mistyped: null } : null;
  if (wrong === undefined || right === undefined || new Set(missing.map(({ term }) => term)).size > 1) return null;
  if (new Set(extra.map(({ term }) => term)).size > 1) return null;
  if (!wrong.mayBeMistyped || !right.mayBeMistyped || !isOneOff(wrong.word, right.word)) return null;
  const mended = one.map((word) => (word.term === wrong.term ? right : word));
  return isInPlace(mended, other) ? { kind: "mistyped", mistyped: wrong.term } : null;
}

/** With a bound word in it, what is said depends on the order. */
function isInPlace(one: readonly QuestionWord[], other: readonly QuestionWord[]): boolean {
  if (![...one, ...other].some(({ kind }) => kind === "bound")) return true;
  const order = (words: readonly QuestionWord[]) =>
    words.flatMap(({ kind, term }) => (kind === "free" ? [] : [term])).join(" ");
  return order(one) === order(other);
}

/** One letter wrong, missing, too many, or two changed over; never the first, which turns "legal" into "illegal". */
export function isOneOff(one: string, other: string): boolean {
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || long.length - short.length > 1 || short[0] !== long[0]) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (letters: readonly string[], from: number) => letters.slice(from).join("");
  if (short.length < long.length) return rest(short, start) === rest(long, start + 1);
  if (rest(short, start + 1) === rest(long, start + 1)) return true;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    rest(short, start + 2) === rest(long, start + 2)
  );
}
