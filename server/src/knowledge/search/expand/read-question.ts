import { analyse, analyseQuery } from "../../analyse/analyse.ts";

/** A word of a question, and what it is called in the index: in each language that the index holds. */
export interface AskedWord {
  /** As it was written. */
  word: string;
  terms: readonly string[];
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a question that carry meaning, in order, each once. */
export function readQuestion(query: string, languages: readonly string[]): AskedWord[] {
  const found = new Map<string, AskedWord>();
  for (const [word] of query.normalize("NFKC").matchAll(words)) {
    if (found.has(word) || isSmall(word, languages)) continue;
    const terms = analyseQuery(word, languages);
    if (terms.length > 0) found.set(word, { word, terms });
  }
  return [...found.values()];
}

/** A stop word of one of the languages is nobody's mistyping. */
function isSmall(word: string, languages: readonly string[]): boolean {
  return languages.some((language) => analyse(word, language).length === 0);
}
