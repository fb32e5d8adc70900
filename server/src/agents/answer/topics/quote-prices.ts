import type { Extract } from "../extract/answer-from-passages.ts";
import { countWords } from "../extract/count-words.ts";
import type { PickLimits, Segment } from "../extract/pick-units.ts";
import type { RankedUnit } from "../extract/rank-units.ts";
import { primary } from "../../texts/texts.ts";
import { holdsWord } from "./match-words.ts";
import { readHeading } from "./read-heading.ts";
import { topicWordsOf } from "./topic-words.ts";

/** Rows of one table, items of one list, or sentences of one passage that name amounts. */
interface PriceGroup {
  units: RankedUnit[];
  kind: "row" | "item" | "sentence";
  /** What it stands under. */
  heading: string;
  score: number;
}

/**
 * What a site says of its prices, for whoever asks for them and names nothing: its table of prices with its heading,
 * else its list, else the sentences that name amounts, as many as an answer may hold.
 */
export function quotePrices(
  all: readonly RankedUnit[],
  { limits, language }: { limits: PickLimits; language: string },
): Omit<Extract, "confidence"> {
  const groups = [...groupsOf(all).values()]
    .flatMap((units) => judge(units, language) ?? [])
    .sort((one, other) => other.score - one.score);
  const best = groups[0];
  if (best === undefined) return { ranked: [], segments: [] };
  const near = limits.units === 1 ? [] : groups.slice(1).filter(({ score }) => score >= best.score - NEAR);
  const segments: Segment[] = [];
  let left = limits.words;
  for (const group of [best, ...near]) {
    const segment = quote(group, { words: left, units: limits.units });
    if (segment === null) continue;
    segments.push(segment);
    left -= countWords(segment.text);
  }
  return { ranked: segments.flatMap(({ units }) => units), segments };
}

function groupsOf(all: readonly RankedUnit[]): Map<string, RankedUnit[]> {
  const groups = new Map<string, RankedUnit[]>();
  for (const one of all.toSorted((a, b) => a.place - b.place)) {
    const { unit, passage } = one;
    const key = `${passage.chunk} ${unit.kind} ${unit.kind === "sentence" ? "" : unit.lead}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** Null for what is no list of prices: fewer amounts than other things, or amounts of something else. */
function judge(units: RankedUnit[], language: string): PriceGroup | null {
  const [first] = units;
  const kind = first?.unit.kind;
  if (first === undefined || kind === undefined || kind === "code") return null;
  const words = topicWordsOf(first.passage.language)?.price ?? "";
  const says = holdsWord(words, first.passage.language);
  const isPriced = ({ unit }: RankedUnit) =>
    AMOUNT.test(unit.text) || (kind === "row" && says(unit.text) && /\d/u.test(unit.text));
  const heading = readHeading(first).text;
  const isHeaded = [heading, first.passage.title, ...first.passage.headings].some(says);
  const priced = units.filter((one) => isPriced(one) && (kind !== "sentence" || isHeaded || says(one.unit.text)));
  const isList = kind !== "sentence" && priced.length >= 2 && priced.length * 2 >= units.length;
  const isNamed = isHeaded || priced.some(({ unit }) => says(unit.text));
  if (priced.length === 0 || !(isNamed || (isList && priced.length >= CLEAR_LIST))) return null;
  const score =
    (isList ? 4 : 0) +
    (isHeaded ? 4 : 0) +
    (priced.some(({ unit }) => says(unit.text)) ? 1 : 0) +
    (primary(first.passage.language) === primary(language) ? 2 : 0) +
    Math.min(priced.length, 4) / 2 -
    first.rank * 0.3;
  return { units: isList ? units : priced, kind, heading, score };
}

function quote({ units, kind, heading }: PriceGroup, most: { words: number; units: number }): Segment | null {
  const lines: string[] = [];
  const used: RankedUnit[] = [];
  let left = most.words - countWords(heading);
  for (const one of units) {
    const line = kind === "sentence" ? one.unit.text : `- ${lineOf(one)}`;
    left -= countWords(line);
    if ((left < 0 && used.length > 0) || (kind === "sentence" && used.length >= most.units)) break;
    if (left < 0 && most.words < FEWEST_WORDS) return null;
    lines.push(line);
    used.push(one);
  }
  const [first] = used;
  if (first === undefined) return null;
  const text =
    kind === "sentence" ? lines.join(" ") : `${heading === "" ? "" : `${headOf(heading)}\n`}${lines.join("\n")}`;
  return {
    passage: first.passage,
    text,
    quote: first.unit.quote,
    units: used,
    left: kind === "sentence" ? 0 : units.length - used.length,
  };
}

const headOf = (heading: string): string => (/[?？؟;:：.!]$/u.test(heading) ? heading : `${heading}:`);

/** "Bread: Rye; Weight: 1 kg; Price: 4.80 €" reads better as "Rye – Weight: 1 kg; Price: 4.80 €" where many follow one another. */
function lineOf({ unit: { kind, text, quote: name } }: RankedUnit): string {
  if (kind !== "row") return text;
  const cells = text.split("; ");
  const own = cells[0]?.endsWith(name) ? name : undefined;
  if (own === undefined || cells.length < 2) return text;
  const rest = cells.slice(1);
  const [only = ""] = rest;
  return rest.length === 1 ? `${own}: ${only.replace(/^[^:]{1,30}: /u, "")}` : `${own} – ${rest.join("; ")}`;
}

const AMOUNT =
  /(?:[$€£¥₹₽₩₺₪฿₫₴]|\b(?:usd|eur|gbp|chf|cny|rmb|inr|aed|sar|jod|egp|rs\.?|kr\.?))\s?\d|\d[\d.,'’ ]*(?:[.,][-–—]+)?\s?(?:[$€£¥₹₽₩₺₪฿₫₴]|(?:usd|eur|gbp|chf|sfr|cny|rmb|inr|aed|sar|jod|egp|euros?|dollars?|dólares|dollari|pounds?|pfund|pence|cents?|francs?|franken|kr|sek|nok|dkk|kč|ft|huf|zł|pln|złot\p{L}*|ron|lei|руб\p{L}*|грн|грив\p{L}*|tl|lira|đồng|vnd|บาท|baht|rupees?|रुपये|reais|ευρώ|евро|євро|יורו|שקל\p{L}*|ש"ח|دينار|دنانير|درهم|دراهم|ريال|جنيه|يورو|دولار)(?![\p{L}])|[元円원])/iu;
const NEAR = 1.5;
/** So many amounts are a price list under any name. */
const CLEAR_LIST = 3;
/** Less is no place for a second list. */
const FEWEST_WORDS = 25;
