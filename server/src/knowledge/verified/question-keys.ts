import { createHash } from "node:crypto";
import { foldQuestion, readQuestion, type QuestionWord } from "./read-question.ts";

/** So many words of a question may each be the mistyped one. */
const MOST_LEFT_OUT = 10;

/**
 * Under what a question is found: as it is written, by its words in any order, and by all of them but one, so that
 * a mistyped word does not hide it. What is found under them is compared word for word before it counts.
 */
export function questionKeys(text: string, languages: readonly string[]): string[] {
  const keys = new Set<string>();
  const folded = foldQuestion(text);
  if (folded !== "") keys.add(short(`as written ${folded}`));
  for (const language of languages) for (const key of wordKeys(readQuestion(text, language))) keys.add(key);
  return [...keys];
}

function wordKeys(words: readonly QuestionWord[]): string[] {
  const terms = [...new Set(words.map(({ term }) => term))].sort();
  if (terms.length === 0) return [];
  const keys = [short(`words ${terms.join(" ")}`)];
  const doubtful = [...new Set(words.flatMap(({ term, mayBeMistyped }) => (mayBeMistyped ? [term] : [])))];
  // A key of one word left out and nothing else would find every question of one word.
  if (terms.length === 1) {
    const [first = ""] = doubtful;
    return first === "" ? keys : [...keys, short(`one ${first.slice(0, 2)}`)];
  }
  for (const term of doubtful.slice(0, MOST_LEFT_OUT))
    keys.push(short(`without ${terms.filter((other) => other !== term).join(" ")}`));
  return keys;
}

const short = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);
