import { silentPairs } from "./silent-pairs.ts";
import { stem } from "./stem.ts";
import { primary, stopWords } from "./stop-words.ts";
import { tokenise } from "./tokenise.ts";

/** The longest term that is kept; what is longer is cut off. */
export const TERM_LIMIT = 64;
/** A question has at most so many different terms; the rest says nothing new. */
const QUERY_TERMS = 96;
const MEMO_LIMIT = 50_000;

/** A pure function remembered: stemming is most of the work, and few words make up most of a text. */
const memo = new Map<string, Map<string, string>>();

/**
 * The terms of a running text in order, repeated as often as they occur, without stop words. `language` is the
 * text's BCP 47 tag; an unknown one is taken as it is, without stemming.
 */
export function analyse(text: string, language: string): string[] {
  return termsOf(text, primary(language), stopWords(language));
}

/** As `analyse`, but with the stop words: for titles and headings, where "Who we are" must stay searchable. */
export function analyseTitle(text: string, language: string): string[] {
  return termsOf(text, primary(language), new Set());
}

/**
 * The different terms of a question, analysed in each of the languages that an index holds. When it consists of
 * stop words alone, these are the terms: they still find titles and headings.
 */
export function analyseQuery(text: string, languages: readonly string[]): string[] {
  const terms = collect(text, languages, analyse);
  const silent = silentPairs(text);
  const telling = [...terms].filter((term) => !silent.has(term));
  if (telling.length > 0) return telling.slice(0, QUERY_TERMS);
  return [...(terms.size > 0 ? terms : collect(text, languages, analyseTitle))].slice(0, QUERY_TERMS);
}

function collect(text: string, languages: readonly string[], analyser: typeof analyse): Set<string> {
  const terms = new Set<string>();
  for (const language of languages.length > 0 ? languages : ["und"]) {
    for (const term of analyser(text, language)) terms.add(term);
  }
  return terms;
}

function termsOf(text: string, language: string, stops: ReadonlySet<string>): string[] {
  const terms: string[] = [];
  for (const { word, exact } of tokenise(text, language)) {
    if (stops.has(word)) continue;
    const term = exact ? word : stemOf(word, language);
    if (term.length > 0) terms.push(term.length > TERM_LIMIT ? cut(term) : term);
  }
  return terms;
}

function stemOf(word: string, language: string): string {
  if (word.length > TERM_LIMIT) return word;
  let known = memo.get(language);
  if (!known || known.size > MEMO_LIMIT) memo.set(language, (known = new Map()));
  const found = known.get(word);
  if (found !== undefined) return found;
  const term = stem(word, language);
  known.set(word, term);
  return term;
}

/** Never between the halves of a surrogate pair, which the database would refuse. */
function cut(term: string): string {
  return term
    .slice(0, TERM_LIMIT)
    .toWellFormed()
    .replace(/\ufffd$/u, "");
}
