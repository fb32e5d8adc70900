import type { Passage } from "../../knowledge/index.ts";
import type { AskKind } from "../texts/types.ts";
import { plainText } from "./plain-text.ts";
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
export function pickUnits(ranked: readonly RankedUnit[], limits: PickLimits, kinds: readonly AskKind[]): Segment[] {
  const top = ranked[0];
  if (top === undefined) return [];
  const picked: RankedUnit[] = [];
  let words = 0;
  const take = (unit: RankedUnit) => {
    if (picked.includes(unit) || (picked.length > 0 && words + countWords(unit.unit.text) > limits.words)) return;
    picked.push(unit);
    words += countWords(unit.unit.text);
  };
  take(top);
  if (top.unit.kind === "item" && kinds.includes("list")) {
    for (const item of siblings(top, ranked)) take(item);
    return [toSegment(picked)];
  }
  for (const next of introducedBy(top, ranked, kinds)) take(next);
  for (const other of ranked.slice(1)) {
    if (sentencesIn(picked) >= limits.units) break;
    if (other.score < top.score - NEAR || picked.some((one) => one.unit.text === other.unit.text)) continue;
    take(other);
  }
  return group(picked);
}

/** A list or an example counts as one with the sentence that leads it in. */
function sentencesIn(picked: readonly RankedUnit[]): number {
  return picked.filter(({ unit }, at) => at === 0 || unit.kind === "sentence" || unit.kind === "row").length;
}

/** "You need:" says nothing without the list that follows, nor "install it so" without the example. */
function introducedBy(top: RankedUnit, ranked: readonly RankedUnit[], kinds: readonly AskKind[]): RankedUnit[] {
  const follows = ranked
    .filter(({ passage, place }) => passage.chunk === top.passage.chunk && place > top.place)
    .sort((one, other) => one.place - other.place);
  const next = follows[0];
  if (next === undefined || top.unit.kind !== "sentence") return [];
  if (next.unit.kind === "code") return LEADS_IN.test(top.unit.text) || kinds.includes("way") ? [next] : [];
  if (kinds.includes("list")) {
    const first = follows.find(({ unit }) => unit.kind === "item");
    return follows.filter(({ unit }) => unit.kind === "item" && unit.lead === first?.unit.lead);
  }
  if (!LEADS_IN.test(top.unit.text)) return [];
  return follows.filter(({ unit }) => unit.kind === "item" && unit.lead === top.unit.text);
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
  for (const [at, { unit, passage }] of units.entries()) {
    const before = units[at - 1]?.unit;
    const lead = before?.lead === unit.lead || before?.text === unit.lead ? "" : unit.lead;
    if (unit.kind === "code")
      text += `${gap(text, "\n\n")}${lead === "" ? "" : `${lead}\n`}\`\`\`\n${unit.text}\n\`\`\``;
    else if (unit.kind === "item") text += `${gap(text, "\n")}${lead === "" ? "" : `${lead}\n`}- ${unit.text}`;
    else {
      const isRunning = unit.kind === "sentence" && before?.kind === "sentence" && ENDED.test(before.text);
      text += gap(text, isRunning ? " " : "\n") + (at === 0 ? named(unit.text, passage) : unit.text);
    }
  }
  return text;
}

/** "7 East 7th Street" alone says nothing: a scrap of a page is led in by the name of what it stands under. */
function named(text: string, passage: Passage): string {
  if (ENDED.test(text) || LEADS_IN.test(text) || countWords(text) > SCRAP) return text;
  const own = passage.title.split(/\s[|\u2013\u2014\u00b7-]\s/u, 1)[0] ?? "";
  const name = plainText(passage.headings.at(-1) ?? own).replace(/[\s#¶:]+$/gu, "");
  const plain = text.toLowerCase();
  const names = [own, name].filter(
    (one, at, all) =>
      one !== "" && !/[?？]$/u.test(one) && !plain.includes(one.toLowerCase()) && all.indexOf(one) === at,
  );
  return names.length === 0 ? text : `${names.join(", ")}: ${text}`;
}

function gap(text: string, between: string): string {
  return text === "" ? "" : between;
}

function siblings(top: RankedUnit, ranked: readonly RankedUnit[]): RankedUnit[] {
  return ranked
    .filter(
      ({ unit, passage, place }) =>
        unit.kind === "item" &&
        passage.chunk === top.passage.chunk &&
        unit.lead === top.unit.lead &&
        place !== top.place,
    )
    .sort((one, other) => one.place - other.place);
}

/** Words as a reader counts them; two signs of Chinese, Japanese or Thai are about one. */
export function countWords(text: string): number {
  const signs = text.match(SIGNS)?.length ?? 0;
  const rest = signs > 0 ? text.replace(SIGNS, " ") : text;
  return Math.ceil(signs / 2) + (rest.match(/\S+/gu)?.length ?? 0);
}

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const LEADS_IN = /[:：]$/u;
const ENDED = /[.!?…。！？।॥؟][\s"'”’»)\]]*$/u;
/** Words of a line that is no sentence. */
const SCRAP = 25;
/** How far below the best a unit may lie and still be worth reading. */
const NEAR = 6;
