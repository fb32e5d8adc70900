import { countWords } from "./count-words.ts";
import { isSayable } from "./is-sayable.ts";
import type { RankedUnit } from "./rank-units.ts";
import { ENDED, mayGoOn } from "./render-units.ts";

/**
 * What may follow the best, the likeliest first; a long sentence leaves no room for another. In Thai, where a sentence
 * may go on past a cut, what stands right beside the best comes before what is elsewhere.
 */
export function followers(top: RankedUnit, ranked: readonly RankedUnit[]): readonly RankedUnit[] {
  const others = ranked.slice(1).filter(({ score }) => score >= top.score - NEAR);
  const goesOn = mayGoOn(top);
  // How long a piece of Thai is, is a matter of where it was cut.
  const costs = goesOn ? 0 : WORD_COSTS;
  const worth = new Map(
    others.map((one) => [
      one,
      one.score - costs * countWords(one.unit.text) + (goesOn && isBeside(one, top) ? BESIDE : 0),
    ]),
  );
  const value = (one: RankedUnit) => worth.get(one) ?? 0;
  return others.sort((one, other) => value(other) - value(one));
}

export function isBeside(one: RankedUnit, other: RankedUnit): boolean {
  return one.passage.chunk === other.passage.chunk && Math.abs(one.place - other.place) === 1;
}

/** Whether it adds to what is picked already and reads well after it. */
export function mayFollow(other: RankedUnit, top: RankedUnit, picked: readonly RankedUnit[]): boolean {
  return (
    addsTo(top, other) &&
    isSayable(other) &&
    !isLoose(other, top) &&
    !repeats(other, picked) &&
    !isSecondExample(other, picked)
  );
}

/** One example of code shows it; beside another, or beside prose that does not lead to it, it only takes room. */
function isSecondExample({ unit }: RankedUnit, picked: readonly RankedUnit[]): boolean {
  return unit.kind === "code" && (picked.some((one) => one.unit.kind === "code") || picked.length > 1);
}

/**
 * Whether a unit is near enough to the best to be worth reading after it: nearer, where it holds nothing more of the
 * question, and where it stands in another section.
 */
function addsTo(top: RankedUnit, other: RankedUnit): boolean {
  const holdsMore = [...other.held].some((term) => !top.held.has(term));
  const isRow = other.unit.kind === "row" && top.unit.kind === "row";
  const isElsewhere = sectionOf(top) !== "" && sectionOf(top) !== sectionOf(other);
  if (isElsewhere && other.held.size === 0) return false;
  const near = holdsMore ? NEAR : isRow ? ROW_NEAR : NEARER;
  return other.score >= top.score - (isElsewhere ? Math.min(near, ELSEWHERE_NEAR) : near);
}

function sectionOf({ unit, passage }: RankedUnit): string {
  return unit.lead === "" ? (passage.headings.at(-1) ?? "") : unit.lead;
}

/**
 * Whether it is a line of a page, no sentence, that only stands near: it must tell more of what was asked. A whole
 * list run together tells nothing that one could read.
 */
function isLoose(other: RankedUnit, top: RankedUnit): boolean {
  const { kind, text } = other.unit;
  if (kind === "code" || mayGoOn(other) || ENDED.test(text) || LEADS_IN.test(text)) return false;
  if (kind === "sentence" && countWords(text) > LONGEST_LINE) return true;
  if (kind !== "sentence" && isOfSameList(other, top)) return false;
  return other.fact !== true && ![...other.held].some((term) => !top.held.has(term));
}

function isOfSameList(one: RankedUnit, other: RankedUnit): boolean {
  return (
    one.unit.kind === other.unit.kind && one.passage.chunk === other.passage.chunk && one.unit.lead === other.unit.lead
  );
}

/** Whether all but a few of its words are said already, as where a page and its footer give the address. */
export function repeats({ unit }: RankedUnit, picked: readonly RankedUnit[]): boolean {
  const said = new Set(saidBy(picked).flatMap((text) => text.toLowerCase().match(WORD) ?? []));
  const words = unit.text.toLowerCase().match(WORD) ?? [];
  return words.filter((word) => said.has(word)).length >= words.length * REPEATED;
}

export function wordsIn(units: readonly RankedUnit[]): number {
  return saidBy(units).reduce((sum, text) => sum + countWords(text), 0);
}

/** What stands in the answer: the units, and once what leads in lists and examples. */
function saidBy(units: readonly RankedUnit[]): readonly string[] {
  const led = units.filter(({ unit }) => (unit.kind === "item" || unit.kind === "code") && !ENDED.test(unit.lead));
  const leads = led.map(({ unit }) => unit.lead);
  return [...new Set([...leads, ...units.map(({ unit }) => unit.text)])];
}

/** How far below the best a unit may lie: with something of the question that the best lacks, without, in a table. */
const NEAR = 6;
const NEARER = 5;
const ROW_NEAR = 1.5;
const ELSEWHERE_NEAR = 2.5;
/** How much nearer it must lie for each of its words. */
const WORD_COSTS = 0.03;
const BESIDE = 1;
/** Words of a line that is one thing said, and not a list without its marks. */
const LONGEST_LINE = 25;
const LEADS_IN = /[:：]$/u;
const REPEATED = 0.8;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
