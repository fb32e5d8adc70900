import { analyse, analyseTitle } from "../../analyse/analyse.ts";
import { primary } from "../../analyse/stop-words.ts";
import type { Expansion } from "./mend-words.ts";

/** What an owner said to mean the same. */
export interface SynonymRule {
  words: readonly string[];
  meanings: readonly string[];
  direction: "both" | "one-way";
  language: string | null;
}

const WEIGHT = 0.8;
/** More would drown what was asked. */
const MOST = 24;

/** The terms that the owner's synonyms add to a question, in each of the languages that the index holds. */
export function useSynonyms(query: string, languages: readonly string[], rules: readonly SynonymRule[]): Expansion[] {
  if (rules.length === 0) return [];
  const found: Expansion[] = [];
  for (const language of languages.length > 0 ? languages : ["und"]) {
    const asked = analyseTitle(query, language);
    for (const rule of rules) {
      if (rule.language !== null && primary(rule.language) !== primary(language)) continue;
      found.push(...expand(rule.words, rule.meanings, { asked, language }));
      if (rule.direction === "both") found.push(...expand(rule.meanings, rule.words, { asked, language }));
    }
  }
  const once = new Map(found.map((one) => [`${one.term} ${one.told.word}`, one]));
  return [...once.values()].slice(0, MOST);
}

function expand(
  from: readonly string[],
  to: readonly string[],
  { asked, language }: { asked: readonly string[]; language: string },
): Expansion[] {
  return from.flatMap((word) => {
    const terms = analyseTitle(word, language);
    if (!holdsInOrder(asked, terms)) return [];
    return to.flatMap((meaning) => {
      const wanted = analyse(meaning, language);
      return (wanted.length > 0 ? wanted : analyseTitle(meaning, language))
        .filter((term) => !terms.includes(term))
        .map((term): Expansion => ({
          term,
          weight: WEIGHT / Math.sqrt(Math.max(1, wanted.length)),
          stands: terms,
          sure: true,
          told: { word, instead: meaning, by: "synonym" },
        }));
    });
  });
}

/** All of `terms`, one behind the other. */
function holdsInOrder(asked: readonly string[], terms: readonly string[]): boolean {
  if (terms.length === 0) return false;
  for (let from = 0; from + terms.length <= asked.length; from += 1)
    if (terms.every((term, at) => asked[from + at] === term)) return true;
  return false;
}
