import { numbersIn } from "./numbers-in.ts";

/** How many words of a text are figures, or names, that a question has not said itself. */
export interface News {
  numbers: number;
  names: number;
}

/** What of a text may be an answer by its look: figures also in words, and words with a capital that do not begin it. */
export interface Telling {
  /** Lower case. */
  numbers: readonly string[];
  names: readonly string[];
}

export function readTelling(text: string): Telling {
  const numbers: string[] = [];
  const names: string[] = [];
  let isFirst = true;
  for (const [word] of text.matchAll(WORD)) {
    const found = numbersIn(word.toLowerCase());
    if (found.length > 0) numbers.push(...found);
    else if (!isFirst && CAPITAL.test(word)) names.push(word.toLowerCase());
    isFirst = false;
  }
  return { numbers, names };
}

export function newsFor({ numbers, names }: Telling, said: ReadonlySet<string>): News {
  return { numbers: countNew(numbers, said), names: countNew(names, said) };
}

/** The words of a question, lower case. */
export function wordsSaid(question: string): ReadonlySet<string> {
  const words = question.toLowerCase().match(WORD) ?? [];
  return new Set(words.flatMap((word) => [word, ...numbersIn(word)]));
}

function countNew(words: readonly string[], said: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (!said.has(word)) count += 1;
  return count;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const CAPITAL = /^\p{Lu}/u;
