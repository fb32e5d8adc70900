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
  for (const kind of KINDS) {
    const own = asking(kind, words);
    if (holdsWord(own, language)(question) && saysOnly(question, own, { words, language, name })) return kind;
  }
  return null;
}

/** The words that ask for a topic. */
export function asking(kind: TopicKind, words: TopicWords): string {
  if (kind === "cancel") return [words.asks?.cancel, words.cancel, words.returns].filter(Boolean).join(",");
  return kind === "book" ? `${words.asks?.book ?? ""},${words.book}` : words[kind];
}

function saysOnly(
  question: string,
  own: string,
  { words, language, name }: { words: TopicWords; language: string; name: string },
): boolean {
  if (isUnspaced(language))
    return (
      leftOver(question, [...own.split(","), ...words.beside.split(" "), name]) <= (HAN.test(question) ? 1 : MOST_LEFT)
    );
  const { openers, common, pointing, light, filler } = textsOf(language).lexicon;
  const small = new Set(
    `${words.beside} ${openers} ${common} ${pointing} ${light} ${filler} ${name}`.toLowerCase().split(/\s+/u),
  );
  const isAsking = holdsWord(own, language);
  return wordsOf(withoutPhrases(question, own)).every((word) => small.has(word) || isAsking(word));
}

/** Without the phrases of several words: "money back". */
function withoutPhrases(question: string, own: string): string {
  const phrases = own.split(",").filter((word) => /[\s-]/u.test(word.trim()));
  return phrases.reduce((rest, phrase) => rest.replaceAll(phrase, " "), lower(question));
}

function wordsOf(text: string): string[] {
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
const LONGEST = 90;
/** Two signs are a word. */
const HAN = /\p{Script=Han}/u;
/** Endings that no list holds. */
const MOST_LEFT = 2;
