import type { Passage } from "../../knowledge/index.ts";
import type { RankedUnit } from "./rank-units.ts";

/** A run of text from one passage, and the words in it that its page is opened at. */
export interface Segment {
  passage: Passage;
  text: string;
  quote: string;
  units: RankedUnit[];
}

export interface PickLimits {
  /** Sentences, rows, or whole lists. */
  units: number;
  words: number;
}

/** The best few units that make a short answer, the best first, grouped by the passage they come from. */
export function pickUnits(ranked: readonly RankedUnit[], limits: PickLimits, asksForList: boolean): Segment[] {
  const top = ranked[0];
  if (top === undefined) return [];
  const picked: RankedUnit[] = [];
  let words = 0;
  const take = (unit: RankedUnit) => {
    picked.push(unit);
    words += countWords(unit.unit.text);
  };
  take(top);
  if (top.unit.kind === "item" && asksForList) {
    for (const item of siblings(top, ranked)) if (words + countWords(item.unit.text) <= limits.words) take(item);
    return [toSegment(picked)];
  }
  for (const other of ranked.slice(1)) {
    if (picked.length >= limits.units) break;
    if (other.score < top.score - NEAR || picked.some((one) => one.unit.text === other.unit.text)) continue;
    if (words + countWords(other.unit.text) <= limits.words) take(other);
  }
  return group(picked);
}

/** Each passage's units in the order in which the page has them; passages by their best unit. */
function group(picked: readonly RankedUnit[]): Segment[] {
  const groups = new Map<number, RankedUnit[]>();
  for (const one of picked) groups.set(one.passage.chunk, [...(groups.get(one.passage.chunk) ?? []), one]);
  return [...groups.values()].map(toSegment);
}

function toSegment(units: readonly RankedUnit[]): Segment {
  const best = units[0];
  if (best === undefined) throw new RangeError("A segment needs at least one unit.");
  const ordered = [...units].sort((one, other) => one.place - other.place);
  return { passage: best.passage, text: render(ordered), quote: best.unit.quote, units: ordered };
}

function render(units: readonly RankedUnit[]): string {
  let text = "";
  for (const [at, { unit }] of units.entries()) {
    const before = units[at - 1]?.unit;
    const lead = before?.lead === unit.lead || before?.text === unit.lead ? "" : unit.lead;
    if (unit.kind === "code") text += `${gap(text, "\n\n")}${lead === "" ? "" : `${lead}\n`}\`\`\`\n${unit.text}\n\`\`\``;
    else if (unit.kind === "item") text += `${gap(text, "\n")}${lead === "" ? "" : `${lead}\n`}- ${unit.text}`;
    else text += `${gap(text, before?.kind === "sentence" && unit.kind === "sentence" ? " " : "\n")}${unit.text}`;
  }
  return text;
}

function gap(text: string, between: string): string {
  return text === "" ? "" : between;
}

function siblings(top: RankedUnit, ranked: readonly RankedUnit[]): RankedUnit[] {
  return ranked
    .filter(({ unit, passage, place }) => unit.kind === "item" && passage.chunk === top.passage.chunk && unit.lead === top.unit.lead && place !== top.place)
    .sort((one, other) => one.place - other.place);
}

/** Words as a reader counts them; two signs of Chinese, Japanese or Thai are about one. */
export function countWords(text: string): number {
  const signs = text.match(SIGNS)?.length ?? 0;
  const rest = signs > 0 ? text.replace(SIGNS, " ") : text;
  return Math.ceil(signs / 2) + (rest.match(/\S+/gu)?.length ?? 0);
}

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** How far below the best a unit may lie and still be worth reading. */
const NEAR = 6;
