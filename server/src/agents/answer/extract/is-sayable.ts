import type { RankedUnit } from "./rank-units.ts";

/** Whether a unit can stand in an answer: what a page asks its reader, or only points on with, answers nothing. */
export function isSayable({ unit }: RankedUnit): boolean {
  return unit.kind !== "sentence" || !QUESTION.test(unit.text);
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

const QUESTION = /[?？؟\u037e][\s"'”’»)\]]*$/u;
