import { textsOf } from "../../texts/texts.ts";
import { holdsWord, isUnspaced, lower } from "./match-words.ts";
import { type TopicKind, type TopicWords, topicWordsOf } from "./topic-words.ts";

/**
 * What a question asks of the whole business and of nothing in it: "What does it cost?", "How can I pay?". Null for
 * every question that names something: "What does a puncture cost?".
 */
export function readTopic(question: string, { language, name }: { language: string; name: string }): TopicKind | null {
  const words = topicWordsOf(language);
  if (words === undefined || question.length > LONGEST) return null;
  if (asksFree(question, { words, language, name })) return "price";
  for (const kind of KINDS) {
    const own = asking(kind, words);
    if (holdsWord(own, language)(question) && saysOnly(question, own, { words, language, name })) return kind;
  }
  return null;
}

/** "Is it free?", and not "Is a return free?". */
function asksFree(question: string, asker: { words: TopicWords; language: string; name: string }): boolean {
  const { words, language } = asker;
  if (!holdsWord(FREE, language)(question) || !saysOnly(question, FREE, asker)) return false;
  return !KINDS.some((kind) => kind !== "price" && holdsWord(asking(kind, words), language)(question));
}

/** The words that ask for a topic. */
export function asking(kind: TopicKind, words: TopicWords): string {
  if (kind === "cancel") return [words.asks?.cancel, words.cancel, words.returns].filter(Boolean).join(",");
  return kind === "book" ? `${words.asks?.book ?? ""},${words.book}` : words[kind];
}

/** Whether a question says nothing but some words, the business's name and small words. */
export function saysOnly(
  question: string,
  own: string,
  { words, language, name }: { words: TopicWords; language: string; name: string },
): boolean {
  if (isUnspaced(language))
    return (
      leftOver(question, [...own.split(","), ...words.beside.split(" "), name]) <= (HAN.test(question) ? 1 : MOST_LEFT)
    );
  const isSmall = isSmallWord(words, { language });
  const named = new Set(wordsOf(name));
  const isAsking = holdsWord(own, language);
  return wordsOf(withoutPhrases(question, own)).every((word) => isSmall(word) || named.has(word) || isAsking(word));
}

/** Of the words that leave a question what it is. */
export function isSmallWord(words: TopicWords, { language }: { language: string }): (word: string) => boolean {
  const { openers, common, pointing, light, filler } = textsOf(language).lexicon;
  const small = new Set(
    `${words.beside} ${openers} ${common} ${pointing} ${light} ${filler}`.toLowerCase().split(/\s+/u),
  );
  return (word) => small.has(word);
}

/** Without the phrases of several words: "money back". */
function withoutPhrases(question: string, own: string): string {
  const phrases = own.split(",").filter((word) => /[\s-]/u.test(word.trim()));
  return phrases.reduce((rest, phrase) => rest.replaceAll(phrase, " "), lower(question));
}

export function wordsOf(text: string): string[] {
  return (
    lower(text)
      .replace(/’/gu, "'")
      .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? []
  );
}

function leftOver(text: string, known: readonly string[]): number {
  let rest = lower(text);
  const words = known.map((word) => word.trim().toLowerCase()).filter((word) => word !== "");
  for (const word of words.sort((one, other) => other.length - one.length)) rest = rest.replaceAll(word, " ");
  return rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

const KINDS = ["price", "pay", "book", "cancel"] as const satisfies readonly TopicKind[];
/** "Is it free?" asks for the prices; on a page the word means too much to prove anything. */
const FREE =
  "free,kostenlos,umsonst,gratuit,gratis,gratuito,gratuita,gratuiti,darmow,бесплатн,безкоштовн,δωρεάν,ücretsiz,bedava,miễn phí,مجان,חינם,मुफ़्त,मुफ्त,免费,免費,無料,무료,ฟรี";
const LONGEST = 90;
/** Two signs are a word. */
const HAN = /\p{Script=Han}/u;
/** Endings that no list holds. */
const MOST_LEFT = 2;
