import type { Lexicon } from "../../texts/types.ts";
import { splitSentences } from "../split-sentences.ts";

/** The questions of a message, each with the statements that lead up to it; at most `limit`. */
export function splitQuestions(message: string, lexicon: Lexicon, limit: number): string[] {
  const sentences = message.split(/\n+/u).flatMap((line) => splitSentences(line.trim()));
  const questions: string[] = [];
  let lead = "";
  for (const sentence of sentences) {
    if (!QUESTION.test(sentence)) {
      lead = lead === "" ? sentence : `${lead} ${sentence}`;
      continue;
    }
    const parts = splitJoined(sentence, lexicon);
    questions.push(lead === "" ? (parts[0] ?? sentence) : `${lead} ${parts[0] ?? sentence}`, ...parts.slice(1));
    lead = "";
  }
  if (lead !== "") {
    if (questions.length === 0) questions.push(...splitJoined(lead, lexicon));
    else questions.push(`${questions.pop() ?? ""} ${lead}`);
  }
  return questions.length <= limit
    ? questions
    : [...questions.slice(0, limit - 1), questions.slice(limit - 1).join(" ")];
}

/** "What does it cost and where can I buy it?" asks two things; "salt and pepper" is one. */
function splitJoined(sentence: string, lexicon: Pick<Lexicon, "and" | "openers">): string[] {
  const first = new Set(lexicon.openers.split(" "));
  const words = sentence.split(" ");
  if (!first.has(bare(words[0] ?? ""))) return [sentence];
  for (let at = MIN_WORDS; at + MIN_WORDS <= words.length; at += 1) {
    if (bare(words[at] ?? "") !== lexicon.and || !first.has(bare(words[at + 1] ?? ""))) continue;
    const head = words.slice(0, at).join(" ").replace(/[,;]$/u, "");
    return [`${head}?`, ...splitJoined(words.slice(at + 1).join(" "), lexicon)];
  }
  return [sentence];
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{M}']/gu, "");
}

const MIN_WORDS = 3;
const QUESTION = /[?\uff1f\u061f\u037e][\s"'\u201d\u2019)]*$/u;
