import { analyse } from "../../analyse/analyse.ts";
import type { Passage, SearchOutcome } from "../../types.ts";
import type { Expansion } from "./mend-words.ts";

const words = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The question with its mistyped words as the passages spell them, for whoever reads it on. A word that no passage
 * holds gives way to its synonym; one that they do hold stays, and so does one that no passage at hand spells out.
 */
export function spellOut(
  query: string,
  expansions: readonly Expansion[],
  { passages, terms }: Pick<SearchOutcome, "passages" | "terms">,
): string {
  const held = new Set(terms.filter((one) => one.passages > 0).map(({ term }) => term));
  // In whichever language of the index: each has terms of its own for a word.
  const known = expansions.filter(({ told, stands }) => told.by === "synonym" && stands.some((one) => held.has(one)));
  const done = new Set(known.map(({ told }) => told.word));
  let corrected = query;
  for (const { term, sure, told } of expansions) {
    if (!sure || done.has(told.word) || !held.has(term)) continue;
    const spelled = told.by === "split" || told.by === "synonym" ? told.instead : findSpelling(term, passages);
    if (spelled === undefined) continue;
    done.add(told.word);
    corrected = replaceWord(corrected, told.word, spelled);
  }
  return corrected;
}

function findSpelling(term: string, passages: readonly Passage[]): string | undefined {
  for (const { title, headings, text, language } of passages.slice(0, 5))
    for (const [word] of [title, ...headings, text].join("\n").matchAll(words))
      if (word.length < 40 && analyse(word, language).includes(term)) return word;
  return undefined;
}

/** Synonyms are written as the owner did, questions as the visitor does. */
function replaceWord(text: string, word: string, by: string): string {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + word.length);
}
