import { stopWords } from "./stop-words.ts";

/**
 * Pairs of characters of a Chinese question that say nothing: those of its small words and those that two words happen to
 * make between them, as in "有|多少|不同|种类". A word of one character is only found with its neighbours, so these stay.
 * Japanese and what else is written in these characters with others between them is left as it is.
 */
export function silentPairs(text: string): ReadonlySet<string> {
  const silent = new Set<string>();
  const telling = new Set<string>();
  for (const [run] of text.normalize("NFKC").matchAll(RUN)) {
    if (!HAN_ONLY.test(run)) continue;
    const words = wordsOf(run);
    for (const [at, word] of words.entries()) {
      const isSmall = isSmallWord(word);
      for (const pair of pairs(word)) (isSmall ? silent : telling).add(pair);
      const next = words[at + 1];
      if (next === undefined) continue;
      const isBound = !isSmall && !isSmallWord(next) && (isSingle(word) || isSingle(next));
      (isBound ? telling : silent).add(`${[...word].at(-1) ?? ""}${[...next][0] ?? ""}`);
    }
  }
  for (const pair of telling) silent.delete(pair);
  return silent;
}

function wordsOf(run: string): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

function pairs(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ""}${character}`);
}

function isSingle(word: string): boolean {
  return [...word].length === 1;
}

function isSmallWord(word: string): boolean {
  return stopWords("zh").has(word) || ASKING.has(word);
}

/** Made when first needed; it holds nothing but the dictionary. */
let segmenter: Intl.Segmenter | undefined;
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const HAN_ONLY = /^\p{Script=Han}+$/u;
/** Words that only ask, beside the stop words. */
const ASKING = new Set(
  "什么时候 哪位 哪些 哪种 哪家 哪儿 哪 何 何为 为何 因何 几点 是否 有没有 能否 可否 多久 多长 请问 怎样 怎么样 被 由 所 则 并 且 中 里 上 下 时 后 前 将 会 能 可 可以 做 用 叫 叫做 称为 位于".split(
    " ",
  ),
);
