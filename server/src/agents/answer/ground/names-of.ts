import { plainText } from "../plain-text.ts";

/**
 * The words of a sentence that are names by their look: capitals inside a sentence, or after its first word. Not in
 * German, where every noun has one, and not in scripts without capitals: there the words are compared instead.
 */
export function namesOf(sentence: string, language: string): string[] {
  if (language === "de") return [];
  const names: string[] = [];
  for (const clause of plainText(sentence).split(/(?<=[.!?:;\u2026\u201c"(\n-])\s+|^\s*[-*]\s+|\n/u)) {
    const words = clause.match(WORD) ?? [];
    for (const [at, word] of words.entries()) {
      const capital = /^\p{Lu}/u.test(word);
      if (!capital || (at === 0 && !/^\p{Lu}/u.test(words[1] ?? "")) || PLAIN.has(word.toLowerCase())) continue;
      // The first word has a capital anyway; before another name it is taken for a part of it only if it is no small word.
      if (at === 0 && word.length < 4) continue;
      names.push(word);
    }
  }
  return names;
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*/gu;
/** Capital in English whatever they mean, and what sentences begin with. */
const PLAIN = new Set(
  (
    "i i'm i'll i've i'd ai ok yes no monday tuesday wednesday thursday friday saturday sunday january february march april may june july " +
    "august september october november december english german french spanish italian am pm faq url pdf you your we they this that these those " +
    "there here when where what which who how from with according however also both each every some most many please visit call contact " +
    "open opening hours after before during between under over unfortunately"
  ).split(" "),
);
