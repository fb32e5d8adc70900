import { primary } from "../../texts/texts.ts";
import type { LanguageTexts } from "../../texts/types.ts";

/** The language of what a visitor wrote; `fallback` where the words do not tell. */
export type TellLanguage = (text: string, before: string, fallback: string) => string;

/**
 * Told by script, by letters that few languages have, and by small words. Made for messages of few words, where a
 * letter-based detector guesses: `before`, what the visitor wrote earlier, counts with less weight.
 */
export function createTellLanguage(languages: readonly LanguageTexts[]): TellLanguage {
  const words = new Map<string, string[]>();
  for (const { code, lexicon } of languages) {
    const phrases = [
      ...lexicon.greeting,
      ...lexicon.thanks,
      ...lexicon.bye,
      ...lexicon.howAreYou,
      ...lexicon.whoAreYou,
    ];
    for (const word of new Set(`${lexicon.common} ${lexicon.openers} ${phrases.join(" ")}`.split(" "))) {
      words.set(word, [...(words.get(word) ?? []), code]);
    }
  }
  return (text, before, fallback) => {
    const home = primary(fallback);
    const script = byScript(text, home);
    if (script !== null) return script;
    const scores = new Map<string, number>([[home, HOME]]);
    count(scores, words, { text, weight: 1 });
    if (before !== "") count(scores, words, { text: before, weight: 0.3 });
    let best = home;
    for (const [code, score] of scores) if (score > (scores.get(best) ?? 0)) best = code;
    return best;
  };
}

function byScript(text: string, home: string): string | null {
  for (const [code, pattern] of SCRIPTS) if (pattern.test(text)) return code;
  // "Як вас знайти" holds no letter that only Ukrainian has.
  if (/\p{Script=Cyrillic}/u.test(text)) return home === "uk" && !/[ыэъё]/iu.test(text) ? "uk" : "ru";
  if (/\p{Script=Han}/u.test(text)) return home === "ja" ? "ja" : "zh";
  return null;
}

function count(
  scores: Map<string, number>,
  words: ReadonlyMap<string, string[]>,
  { text, weight }: { text: string; weight: number },
): void {
  const add = (code: string, value: number) => scores.set(code, (scores.get(code) ?? 0) + value * weight);
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu)) {
    const known = words.get(word.replace("’", "'")) ?? [];
    for (const code of known) add(code, 1 / Math.sqrt(known.length));
  }
  for (const [code, letters] of LETTERS) if (letters.test(text)) add(code, 0.8);
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ko", /\p{Script=Hangul}/u],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["th", /\p{Script=Thai}/u],
  ["he", /\p{Script=Hebrew}/u],
  ["el", /\p{Script=Greek}{2}/u],
  ["hi", /\p{Script=Devanagari}/u],
  ["ar", /\p{Script=Arabic}/u],
  ["uk", /[іїєґ]/iu],
];
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ["de", /[äöüß]/iu],
  ["fr", /[àâçèêëîïôœùû]/iu],
  ["es", /[ñ¿¡]|[áéíóú]/iu],
  ["pt", /[ãõ]|ç/iu],
  ["pl", /[ąćęłńśźż]/iu],
  ["ro", /[ăâîșțşţ]/iu],
  ["tr", /[ğışİ]|[öüç]/u],
  ["vi", /[ăđơư\u1ea0-\u1ef9]/iu],
  ["it", /[àèìòù](?![\p{L}])/iu],
  ["nl", /ij|(?<![\p{L}])(?:een|het|van)(?![\p{L}])/iu],
];
/** What speaks for the language of the conversation before a word is read. */
const HOME = 0.6;
