import { textsOf } from "../../texts/texts.ts";
import type { RankedUnit } from "./rank-units.ts";

/**
 * The sentences that one cannot be understood without, in the order of the page: what "It costs 12 euros" speaks of,
 * and the "No." with which a page begins to answer the question of its heading.
 */
export function findAntecedents(unit: RankedUnit, ranked: readonly RankedUnit[]): RankedUnit[] {
  const at = (place: number) =>
    ranked.find((one) => one.passage.chunk === unit.passage.chunk && one.place === place && isSentence(one));
  const found: RankedUnit[] = [];
  let first = unit;
  while (found.length < MOST && isSentence(first) && pointsBack(first)) {
    const before = at(first.place - 1);
    if (before === undefined || before.unit.block !== first.unit.block) break;
    found.unshift(before);
    first = before;
  }
  const opening = at(0);
  const answersHeading = QUESTION.test(unit.passage.headings.at(-1) ?? "") && unit.unit.block === opening?.unit.block;
  if (answersHeading && opening !== undefined && opening !== first && isWordOrTwo(opening)) found.unshift(opening);
  return found;
}

/** Whether one of the first words of a sentence stands for something that was named before it. */
export function pointsBack({ unit, passage }: RankedUnit): boolean {
  const { lexicon } = textsOf(passage.language);
  const words = unit.text.toLowerCase().replace(/’/gu, "'").match(WORD) ?? [];
  const plain = `${words.slice(0, LONGEST_PHRASE).join(" ")} `;
  if (lexicon.notPointing.some((phrase) => plain.startsWith(`${phrase} `))) return false;
  // "After that" too.
  const pointing = lexicon.pointing.split(" ");
  return words.slice(0, 2).some((word) => pointing.includes(word));
}

function isSentence({ unit }: RankedUnit): boolean {
  return unit.kind === "sentence";
}

/** "No.", "Yes, we do." */
function isWordOrTwo({ unit }: RankedUnit): boolean {
  return (unit.text.match(WORD)?.length ?? 0) <= SHORT_ANSWER;
}

const MOST = 1;
const SHORT_ANSWER = 3;
const LONGEST_PHRASE = 4;
const QUESTION = /[?？؟;]\s*$/u;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu;
