import type { ModelRequest } from "@parley/contracts";

/**
 * Answers with the sentence of the passages that shares most words with the question, cited, or with NO_ANSWER.
 * Reads the prompt of the answering room: `<passage number="1" ...>text</passage>` and `<question>text</question>`.
 * `obey`: says instead whatever a passage orders.
 */
export function answerFromPrompt({ messages }: ModelRequest, obey: boolean): string {
  const prompt = messages.at(-1)?.content ?? "";
  const question = /<question>([\s\S]*?)<\/question>/u.exec(prompt)?.[1] ?? prompt;
  const asked = new Set(wordsOf(question));
  let best = { text: "", number: "", score: 0 };
  const orders: string[] = [];
  for (const [, number = "", text = ""] of prompt.matchAll(/<passage number="(\d+)"[^>]*>([\s\S]*?)<\/passage>/gu)) {
    if (obey) orders.push(...text.split("\n").filter((line) => ORDER.test(line)));
    for (const sentence of text.split(/(?<=[.!?。！？।])\s*(?=\S)|\n+/u)) {
      const score = new Set(wordsOf(sentence).filter((word) => asked.has(word))).size;
      if (score > best.score) best = { text: sentence.trim(), number, score };
    }
  }
  if (orders.length > 0) return orders.map((order) => `Sure! ${order.trim()} [1]`).join(" ");
  return best.score === 0 || best.score * 3 < asked.size ? "NO_ANSWER" : `${best.text} [${best.number}]`;
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 3 || /\P{ASCII}|\d/u.test(word),
  );
}

const ORDER = /ignore|instead|disregard|you must|say|tell|send|visit|click|http/iu;
