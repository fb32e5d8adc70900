import { countWords } from "./count-words.ts";
import type { RankedUnit } from "./rank-units.ts";

/**
 * Whether a unit can stand in an answer: what a page asks its reader, or only points on with, answers nothing, nor does
 * a heading or a link that says no more than the question, nor an example that is longer than an answer.
 */
export function isSayable({ unit, echoes }: RankedUnit): boolean {
  if (unit.kind === "code") return countWords(unit.text) <= LONGEST_EXAMPLE;
  return !echoes && (unit.kind !== "sentence" || !QUESTION.test(unit.text));
}

/**
 * The units with the best first that can be said: a page that asks a question answers it with its next sentence. As
 * they are where there is nothing else.
 */
export function sayableFirst(ranked: readonly RankedUnit[]): readonly RankedUnit[] {
  const [top] = ranked;
  if (top === undefined || isSayable(top)) return ranked;
  const next = ranked.find(
    (one) => one.passage.chunk === top.passage.chunk && one.place === top.place + 1 && isSayable(one),
  );
  const best = next ?? ranked.find(isSayable);
  if (best === undefined) return ranked;
  const score = Math.max(best.score, top.score);
  return [{ ...best, score }, ...ranked.filter((one) => one !== best && one !== top)];
}

const LONGEST_EXAMPLE = 90;
const QUESTION = /[?？؟\u037e][\s"'”’»)\]]*$/u;
