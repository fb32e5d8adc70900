import type { Passage } from "../../../knowledge/index.ts";
import type { AskKind } from "../../texts/types.ts";
import { countWords } from "./count-words.ts";
import { findAntecedents, pointsBack } from "./find-antecedents.ts";
import { sayableFirst } from "./is-sayable.ts";
import { followers, isBeside, mayFollow, repeats, wordsIn } from "./may-follow.ts";
import type { RankedUnit } from "./rank-units.ts";
import { mayGoOn, renderUnits } from "./render-units.ts";

/** A run of text from one passage, and the words in it that its page is opened at. */
export interface Segment {
  passage: Passage;
  text: string;
  quote: string;
  units: RankedUnit[];
  /** Items of its list that had no room. */
  left: number;
}

export interface PickLimits {
  /** Sentences, rows, or whole lists. */
  units: number;
  words: number;
}

/** The best unit, and the few others that add to it, the best first, grouped by the passage they come from. */
export function pickUnits(all: readonly RankedUnit[], limits: PickLimits, kinds: readonly AskKind[]): Segment[] {
  const ranked = sayableFirst(all);
  const top = ranked[0];
  if (top === undefined) return [];
  if (top.unit.kind === "item" && kinds.includes("list")) return [wholeList(top, siblings(top, ranked), limits)];
  const isAnyRow = top.unit.kind === "row" && !top.named && limits.units > 1;
  const rows = isAnyRow ? siblings(top, ranked).filter(isSame(top)) : [];
  if (rows.length > 0) return [wholeList(top, rows, limits)];
  const picked: RankedUnit[] = [];
  let left = 0;
  const take = (units: readonly RankedUnit[], listed: readonly RankedUnit[] = []) => {
    const fresh = units.filter((unit) => !picked.includes(unit));
    const items = listed.filter((unit) => !picked.includes(unit) && !repeats(unit, picked));
    const fitting = fitted([...picked, ...fresh], items, limits);
    const isWhole = picked.length === 0 || wordsIn([...picked, ...fresh]) <= limits.words;
    if (fresh.length === 0 || !isWhole || (picked.length > 0 && listed.length > 0 && fitting.length === 0)) return;
    picked.push(...fresh, ...fitting);
    left += items.length - fitting.length;
  };
  const introduced = introducedBy(top, ranked, kinds);
  // One sentence alone is the one that answers, whatever it points back to.
  take(limits.units > 1 ? [...findAntecedents(top, ranked), top] : [top], introduced);
  const most = top.fact === true && CONTACT_KINDS.has(kinds[0] ?? "") ? 1 : limits.units;
  for (const other of followers(top, ranked)) {
    if (sentencesIn(picked) >= most) break;
    if (!mayFollow(other, top, picked)) continue;
    const listed = introducedBy(other, ranked, kinds);
    if (LEADS_IN.test(other.unit.text) && listed.length === 0) continue;
    if (!pointsBack(other) || picked.some((one) => isBefore(one, other))) take([other], listed);
    else if (sentencesIn(picked) + 2 <= most) take([...findAntecedents(other, ranked), other], listed);
  }
  const segments = group(picked);
  return segments.map((segment, at) => (at === 0 ? { ...segment, left } : segment));
}

/** What of a list has room beside what stands in the answer: none, where that would be a stump of it. */
function fitted(
  before: readonly RankedUnit[],
  listed: readonly RankedUnit[],
  { words }: PickLimits,
): readonly RankedUnit[] {
  let room = words - wordsIn(before);
  const fitting: RankedUnit[] = [];
  for (const one of listed) {
    room -= countWords(one.unit.text);
    if (room < 0) break;
    fitting.push(one);
  }
  return fitting.length === listed.length || fitting.length >= FEWEST_ITEMS ? fitting : [];
}

/** All of a list; of a table, all rows that the question does not tell apart: a week without its Saturday would be wrong. */
function wholeList(top: RankedUnit, others: readonly RankedUnit[], limits: PickLimits): Segment {
  const items: RankedUnit[] = [top];
  for (const item of others) if (wordsIn([...items, item]) <= limits.words) items.push(item);
  return { ...toSegment(items.sort(byPlace)), left: others.length + 1 - items.length };
}

/** Near enough before another to be what that points back to. */
function isBefore(one: RankedUnit, other: RankedUnit): boolean {
  const distance = other.place - one.place;
  const together = one.passage.chunk === other.passage.chunk && one.unit.lead === other.unit.lead;
  return together && distance > 0 && distance <= POINTS_PAST;
}

function byPlace(one: RankedUnit, other: RankedUnit): number {
  return one.place - other.place;
}

/** A list or an example counts as one with the sentence that leads it in. */
function sentencesIn(picked: readonly RankedUnit[]): number {
  return picked.filter(({ unit }, at) => at === 0 || unit.kind !== "item").length;
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

/** Passages by their best unit; in each the best first with what leads in to it, then the others as the page has them. */
function group(picked: readonly RankedUnit[]): Segment[] {
  const groups = new Map<number, RankedUnit[]>();
  for (const one of picked) groups.set(one.passage.chunk, [...(groups.get(one.passage.chunk) ?? []), one]);
  return [...groups.values()].map((units) => {
    const best = units.reduce((one, other) => (other.score > one.score ? other : one));
    const lead = units.slice(0, units.indexOf(best) + 1);
    const rest = units.filter((unit) => !lead.includes(unit));
    const led = lead.at(0)?.place ?? 0;
    if (mayGoOn(best)) return toSegment(withRunFirst(best, units));
    // What a page says right after its best sentence, or before it in a table, stays where the page has it.
    return toSegment(best.unit.kind === "sentence" ? [...lead, ...rest.sort(byPlace)] : sortRows(units, led));
  });
}

/** The best with what stands right before and after it, then the others, each as the page has them. */
function withRunFirst(best: RankedUnit, units: readonly RankedUnit[]): RankedUnit[] {
  const sorted = [...units].sort(byPlace);
  const run = sorted.filter((unit) => unit === best || isBeside(unit, best));
  return [...run, ...sorted.filter((unit) => !run.includes(unit))];
}

function sortRows(units: readonly RankedUnit[], first: number): RankedUnit[] {
  const [leading, others] = [
    units.filter(({ place }) => place === first),
    units.filter(({ place }) => place !== first),
  ];
  return [...leading, ...others.sort(byPlace)];
}

function toSegment(units: readonly RankedUnit[]): Segment {
  const [first] = units;
  if (first === undefined) throw new RangeError("A segment needs at least one unit.");
  const best = units.reduce((one, other) => (other.score > one.score ? other : one));
  return { passage: first.passage, text: renderUnits(units), quote: best.unit.quote, units: [...units], left: 0 };
}

/** Whether a unit holds as much of the question as the best does. */
function isSame(top: RankedUnit): (other: RankedUnit) => boolean {
  return ({ held }) => held.size === top.held.size && [...held].every((term) => top.held.has(term));
}

function siblings(top: RankedUnit, ranked: readonly RankedUnit[]): RankedUnit[] {
  return ranked
    .filter(
      ({ unit, passage, place }) =>
        unit.kind === top.unit.kind &&
        passage.chunk === top.passage.chunk &&
        unit.lead === top.unit.lead &&
        place !== top.place,
    )
    .sort((one, other) => one.place - other.place);
}

/** Fewer items of a list that is cut are no list. */
const FEWEST_ITEMS = 3;
const LEADS_IN = /[:：]$/u;
/** One address is enough. */
const CONTACT_KINDS: ReadonlySet<string> = new Set(["email", "phone", "address"]);
const POINTS_PAST = 4;
