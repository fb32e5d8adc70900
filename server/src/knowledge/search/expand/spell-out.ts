import { analyse } from "../../analyse/analyse.ts";
import type { Passage } from "../../types.ts";
import type { Expansion } from "./mend-words.ts";

const words = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The question with its mistyped words as the passages spell them, for whoever reads it on. Synonyms stay as they
 * were asked; a word whose mending no passage at hand spells out stays too.
 */
export function spellOut(query: string, expansions: readonly Expansion[], passages: readonly Passage[]): string {
  let corrected = query;
  for (const { term, told } of expansions) {
    if (told.by === "synonym") continue;
    const spelled = told.by === "split" ? told.instead : findSpelling(term, passages);
    if (spelled !== undefined) corrected = replaceWord(corrected, told.word, spelled);
  }
  return corrected;
}

function findSpelling(term: string, passages: readonly Passage[]): string | undefined {
  for (const { title, headings, text, language } of passages.slice(0, 5))
    for (const [word] of [title, ...headings, text].join("\n").matchAll(words))
      if (word.length < 40 && analyse(word, language).includes(term)) return word;
  return undefined;
}

function replaceWord(text: string, word: string, by: string): string {
  const at = text.indexOf(word);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + word.length);
}
