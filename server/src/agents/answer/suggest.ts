import { fill } from "../texts/texts.ts";
import type { LanguageTexts } from "../texts/types.ts";
import type { Passage } from "../../knowledge/index.ts";
import { plainText } from "./plain-text.ts";

/**
 * What the visitor could ask next: questions that the site itself answers near what was found, then the headings of
 * the passages beside the one that answered. `used`: the passages of the answer.
 */
export function suggest(
  passages: readonly Passage[],
  used: ReadonlySet<number>,
  { asked, texts }: { asked: string; texts: LanguageTexts },
): string[] {
  const questions: string[] = [];
  const topics: string[] = [];
  const known = new Set([key(asked)]);
  for (const passage of passages) {
    const heading = plainText(passage.headings.at(-1) ?? "").replace(EDGES, "");
    if (known.has(key(heading)) || heading.length > LONGEST) continue;
    known.add(key(heading));
    if (QUESTION.test(heading)) questions.push(heading);
    else if (isTopic(heading) && !used.has(passage.chunk) && passage.language.startsWith(texts.code))
      topics.push(heading);
  }
  const more = topics.map((topic) => fill(texts.phrases.more, { topic }));
  return [...questions, ...more].slice(0, MOST);
}

function isTopic(heading: string): boolean {
  const words = heading.split(/\s+/u);
  return (
    heading.length >= SHORTEST &&
    words.length <= MOST_WORDS &&
    /^\p{L}/u.test(heading) &&
    !/[:;.!,|<>{}()[\]=_]/u.test(heading)
  );
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

const MOST = 3;
const SHORTEST = 5;
const LONGEST = 90;
const MOST_WORDS = 6;
const QUESTION = /[?\uff1f\u061f\u037e]$/u;
const EDGES = /^[\s\d.#¶§)-]+(?=\p{L})|[\s¶#]+$/gu;
