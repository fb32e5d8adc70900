import { DIGITS } from "./number-shape.ts";
import { createReadDates, type ReadDates } from "./read-dates.ts";
import { moneyPattern, currencyOf } from "./currencies.ts";
import { readNumberWords } from "./number-words.ts";

/** Everything in a text that can be right or wrong to the digit, in one spelling, so that two texts can be compared. */
export interface Figures {
  /** Values such as `1000` or `2.5`, and the digits of codes and versions as they stand. */
  numbers: Set<string>;
  /** `USD 5`. */
  money: Set<string>;
  currencies: Set<string>;
  /** `5` for five per cent. */
  percents: Set<string>;
  /** `2024-03-01`, `03-01` without a year; both readings of one that is ambiguous. */
  dates: Set<string>[];
  /** Minutes since midnight; both readings of one without am or pm. */
  times: Set<number>[];
}

export type ReadFigures = (text: string) => Figures;

export function createReadFigures(languages: readonly string[]): ReadFigures {
  const readDates = createReadDates(languages);
  return (text) => readFigures(text, readDates);
}

function readFigures(original: string, readDates: ReadDates): Figures {
  const figures: Figures = {
    numbers: new Set(),
    money: new Set(),
    currencies: new Set(),
    percents: new Set(),
    dates: [],
    times: [],
  };
  let text = asciiDigits(original);
  if (HAS_DIGIT.test(text)) {
    const { dates, rest } = readDates(text);
    figures.dates = dates;
    text = readTimes(rest, figures);
    text = readMoney(text, figures);
    for (const [, number = "", scale] of text.matchAll(PERCENT)) figures.percents.add(valueOf(number, scale));
    for (const [, number = "", scale] of text.matchAll(NUMBER)) figures.numbers.add(valueOf(number, scale));
  }
  for (const [, name = ""] of text.matchAll(moneyPattern.names)) figures.currencies.add(currencyOf(name) ?? name);
  for (const value of readNumberWords(text)) figures.numbers.add(String(value));
  return figures;
}

/** Takes times out of the text, so that "8:30" is not read as two numbers. */
function readTimes(text: string, figures: Figures): string {
  return text.replace(TIME, (whole: string, hours: string, ...found: (string | undefined)[]) => {
    const [colon, half, dot, halfAfterDot, halfAlone, french] = found;
    const minutes = colon ?? dot;
    const [hour, minute] = [Number(hours), Number(minutes ?? french ?? "0")];
    if (hour > 24 || minute > 59) return whole;
    const readings = new Set<number>();
    const afternoon = (half ?? halfAfterDot ?? halfAlone)?.toLowerCase().startsWith("p");
    if (afternoon === undefined) readings.add((hour % 24) * 60 + minute);
    else readings.add(((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute);
    if (afternoon === undefined && hour < 13 && minutes !== undefined) readings.add(((hour % 12) + 12) * 60 + minute);
    figures.times.push(readings);
    return " ";
  });
}

function readMoney(text: string, figures: Figures): string {
  const add = (whole: string, { sign, number, scale }: { sign: string; number: string; scale: string | undefined }) => {
    const currency = currencyOf(sign);
    if (currency === null) return whole;
    figures.currencies.add(currency);
    figures.money.add(`${currency} ${valueOf(number, scale)}`);
    return " ";
  };
  return text
    .replace(moneyPattern.before, (whole, sign: string, number: string, scale?: string) =>
      add(whole, { sign, number, scale }),
    )
    .replace(moneyPattern.after, (whole, number: string, scale: string | undefined, sign: string) =>
      add(whole, { sign, number, scale }),
    );
}

/** `1,000`, `1.000` and `1 000` are a thousand; `12,50` is 12.5; `2.59.0` is a version and stays as it is. */
export function valueOf(number: string, scale?: string): string {
  const joined = number.replace(/[\s\u00a0\u202f'’]/gu, "");
  const value = plainNumber(joined);
  if (value === null) return joined;
  return String(Number((value * scaleOf(scale)).toPrecision(15)));
}

function plainNumber(joined: string): number | null {
  const marks = joined.match(/[.,]/gu) ?? [];
  if (marks.length === 0) return /^0\d/u.test(joined) || joined.length > 15 ? null : Number(joined);
  const kinds = new Set(marks);
  const last = marks.at(-1) ?? "";
  const grouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/u.test(joined);
  if (kinds.size === 2 && joined.split(last).length === 2)
    return Number(joined.replace(last === "," ? /\./gu : /,/gu, "").replace(",", "."));
  if (kinds.size === 2) return null;
  if (grouped) return Number(joined.replace(/[.,]/gu, ""));
  return marks.length === 1 ? Number(joined.replace(",", ".")) : null;
}

function scaleOf(scale: string | undefined): number {
  if (scale === undefined) return 1;
  const word = scale.trim().toLowerCase();
  for (const [factor, pattern] of SCALES) if (pattern.test(word)) return factor;
  return 1;
}

/** Digits of every script as those of ours. */
export function asciiDigits(text: string): string {
  if (!FOREIGN_DIGIT.test(text)) return text;
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\uff10-\uff19]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x0660, 0x06f0, 0x0966, 0x0e50, 0xff10].find((start) => code >= start && code <= start + 9) ?? code;
    return String(code - zero);
  });
}

const SCALES: readonly (readonly [number, RegExp])[] = [
  [1e6, /^(?:million|mio|millones|millón|milion|miljoen|milhões|milhão|млн|мільй|милли|milyon|m)/u],
  [1e9, /^(?:billion|bn|milliard|mrd|miliard|млрд|bilhões|milyar)/u],
  [1e3, /^(?:thousand|tsd|tausend|mille|mil|duizend|tysi|тыс|тис|bin|k)/u],
];
const SCALE =
  "(?:\\s?(thousand|tsd\\.?|tausend|mille|mil|duizend|tysięcy|тыс\\.?|тис\\.?|bin|million(?:s|en|i)?|mio\\.?|millones|millón|milion(?:y|ów)?|miljoen|milhões|milhão|млн\\.?|milyon|billion(?:s)?|bn|milliards?|milliarden|mrd\\.?|miliard(?:y|ów|i)?|млрд\\.?|bilhões|milyar)(?![\\p{L}]))?";

const NUMBER = new RegExp(`(${DIGITS})${SCALE}`, "giu");
const PERCENT = new RegExp(
  `(${DIGITS})${SCALE}\\s?(?:%|per ?cent|prozent|pour ?cent|por ?cien|por ?cento|per ?cento|procent|процент|відсот)`,
  "giu",
);
const TIME =
  /(?<![\d.,:])(\d{1,2})(?::(\d{2})(?::\d{2})?(?:\s?([ap])\.?m\.?(?!\p{L}))?|\.(\d{2})\s?(?:([ap])\.?m\.?|uhr|h)(?!\p{L})|\s?([ap])\.?m\.?(?!\p{L})|\s?(?:uhr|h|godz|ч)(?:\s?(\d{2}))?(?![\p{L}\d]))/giu;
const HAS_DIGIT = /\d/u;
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\uff10-\uff19]/u;
