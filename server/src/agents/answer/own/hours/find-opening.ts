/** "Are you open now?", "On Sunday?", "Tomorrow at six?": computed from the hours that the business has. */
import type { BusinessFact, FactSettings } from "@parley/contracts";
import { localTime } from "../../../behaviour/open-hours.ts";
import { fill, primary } from "../../../texts/texts.ts";
import type { AskedQuestion } from "../../understand/understand.ts";
import { type Asker, kindAsked } from "../find-fact.ts";
import { factWordsOf } from "../fact-words.ts";
import { ASKING, CLOSING, type HoursWords, hoursWordsOf, NOUNS, VAGUE } from "./hours-words.ts";
import { dayNames, dayPatterns, plainName } from "./name-days.ts";
import { DAY, type Interval, minutesOf, readHours, TIME, type Week } from "./read-hours.ts";

export interface Opening {
  text: string;
  /** For the source. */
  label: string;
  lines: readonly BusinessFact[];
}

export interface OpeningAsked {
  question: AskedQuestion;
  facts: FactSettings | undefined;
  asker: Asker;
  /** Of the site, in which its hours are written. */
  siteLanguage: string;
  /** Of the business; null where it is not known: then only days that are named can be told. */
  timeZone: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** Null for every other question, and where the hours are not understood: then they are told as they are written. */
export function findOpening(asked: OpeningAsked): Opening | null {
  const { question, facts, asker, timeZone, now } = asked;
  const lines = facts?.hours ?? [];
  const words = hoursWordsOf(asker.language);
  if (lines.length === 0 || words === undefined || question.followUp || VAGUE.test(question.text)) return null;
  const when = readWhen(question.text, asker.language);
  if (when === null || kindAsked({ ...question, text: when.rest }, asker) !== "hours") return null;
  const texts = lines.map(({ text }) => text);
  const week = readHours(texts, asked.siteLanguage);
  if (week === null) return null;
  const here = timeZone === null ? null : localTime(timeZone, now);
  const isYesNo = [ASKING, NOUNS, CLOSING].every((pattern) => !pattern.test(question.text));
  const say = { words, language: asker.language, clock: clockOf(texts) };
  const text =
    when.day === null && when.ahead === null && when.minutes === null
      ? here && isYesNo && tellNow(week, here, say)
      : tellDay(week, { when, here, isYesNo }, say);
  return text ? { text, label: factWordsOf(asker.language).labels.hours, lines } : null;
}

interface Say {
  words: HoursWords;
  language: string;
  /** As the page writes its hours. */
  clock: "9 am" | "9:00" | "09:00";
}

interface Here {
  day: number;
  minute: number;
}

function tellNow(week: Week, here: Here, say: Say): string | null {
  const end = openUntil(week, here.day, here.minute);
  if (end !== null) return end >= here.minute + DAY ? null : fill(say.words.until, { time: sayTime(end % DAY, say) });
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const starts = (week[(here.day + ahead) % 7] ?? [])
      .map(({ from }) => from)
      .filter((from) => ahead > 0 || from > here.minute);
    if (starts.length === 0) continue;
    const day = ahead < 2 ? relative(ahead, say.language) : onDay((here.day + ahead) % 7, say);
    return fill(say.words.again, { day, time: sayTime(Math.min(...starts), say) });
  }
  return null;
}

function tellDay(
  week: Week,
  { when, here, isYesNo }: { when: When; here: Here | null; isYesNo: boolean },
  say: Say,
): string | null {
  const day = when.day ?? (here === null ? null : (here.day + (when.ahead ?? 0)) % 7);
  if (day === null) return null;
  const intervals = week[day] ?? [];
  const open = (when.minutes ?? []).map((minute) => openUntil(week, day, minute) !== null);
  const isOpen = when.minutes === null ? intervals.length > 0 : open.every(Boolean);
  // "At six" may be in the morning or in the evening: where that makes a difference the hours themselves tell.
  const isSure = when.minutes === null || isOpen || !open.some(Boolean);
  const name =
    when.day === null ? relative(when.ahead ?? 0, say.language) : (dayNames(say.language, "long")[day] ?? "");
  const times = intervals.length === 0 ? say.words.closed : intervals.map((one) => sayInterval(one, say)).join(", ");
  const isWide = ["zh", "ja"].includes(primary(say.language));
  const [stop, colon] = isWide ? ["。", "："] : [". ", ": "];
  const answer = isYesNo && isSure ? `${isOpen ? say.words.yes : say.words.no}${stop}` : "";
  return `${answer}${name.charAt(0).toLocaleUpperCase(say.language)}${name.slice(1)}${colon}${times}${stop.trimEnd()}`;
}

/** When what is open at a minute of a day closes, in minutes of that day; null when it is closed. */
function openUntil(week: Week, day: number, minute: number): number | null {
  const ends = [
    ...(week[day] ?? []).filter(({ from, to }) => minute >= from && minute < to).map(({ to }) => to),
    // What began the day before may go on past midnight.
    ...(week[(day + 6) % 7] ?? []).filter(({ to }) => minute < to - DAY).map(({ to }) => to - DAY),
  ];
  return ends.length === 0 ? null : Math.max(...ends);
}

interface When {
  day: number | null;
  /** 0 for today, 1 for tomorrow. */
  ahead: number | null;
  /** Which minutes of the day may be meant. */
  minutes: number[] | null;
  /** The question without the hour. */
  rest: string;
}

/** Null where more than one day or hour is named. */
function readWhen(text: string, language: string): When | null {
  const lower = plainName(text);
  const code = primary(language);
  const days = dayPatterns(code).flatMap((pattern, day) => (isNamed(lower, pattern, code) ? [day] : []));
  if (days.length > 1) return null;
  const isToday = lower.includes(plainName(relative(0, code))) || EXTRA_TODAY.test(lower);
  const isTomorrow = !isToday && (lower.includes(plainName(relative(1, code))) || EXTRA_TOMORROW.test(lower));
  const hours = [...lower.matchAll(new RegExp(TIME.source, "gu"))];
  const [hour] = hours;
  if (hours.length > 1) return null;
  return {
    day: days[0] ?? null,
    ahead: isToday ? 0 : isTomorrow ? 1 : null,
    minutes: hour === undefined ? null : minutesMeant(hour),
    rest: hour === undefined ? text : `${lower.slice(0, hour.index)} ${lower.slice(hour.index + hour[0].length)}`,
  };
}

/** Whole names only: a short one such as "so" or "do" is a word of its own. */
function isNamed(text: string, pattern: RegExp, language: string): boolean {
  const long = pattern.source
    .split("|")
    .filter((one) => one.replaceAll(/\\p\{L\}|\{\d,\d\}|\(\?!.*?\)|\\\.\?/gu, "").length > 3);
  const isUnspaced = ["zh", "ja", "ko", "th", "he", "ar", "hi"].includes(language);
  const source = isUnspaced ? pattern.source : long.map((one) => `(?<!\\p{L})(?:${one})`).join("|");
  const whole = language === "ja" || language === "ko" ? pattern.source.split("|")[0] : source;
  return whole !== undefined && whole !== "" && new RegExp(whole, "u").test(text);
}

function minutesMeant(found: RegExpExecArray | RegExpMatchArray): number[] {
  const [, early, hours = "", minutes, later] = found;
  const mark = early ?? later ?? "";
  const half = /^(?:a|午前|上午|오전|π)/u.test(mark) ? "am" : /^(?:p|午後|下午|오후|μ)/u.test(mark) ? "pm" : null;
  const at = minutesOf({ hour: Number(hours), minute: Number(minutes ?? "0"), half });
  const isBare = half === null && Number(hours) <= 12 && !hours.startsWith("0");
  return isBare ? [at % DAY, (at + DAY / 2) % DAY] : [at % DAY];
}

function relative(ahead: number, language: string): string {
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(ahead, "day");
}

function onDay(day: number, { words, language }: Say): string {
  const name = dayNames(language, "long")[day] ?? "";
  return words.on === undefined ? name : fill(words.on, { day: name });
}

const sayInterval = ({ from, to }: Interval, say: Say): string => `${sayTime(from, say)}–${sayTime(to % DAY, say)}`;

function sayTime(minute: number, { language, clock }: Say): string {
  const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60];
  if (clock !== "9 am") return `${String(hour).padStart(clock.indexOf(":"), "0")}:${String(rest).padStart(2, "0")}`;
  const options = { hour: "numeric", minute: "2-digit", hourCycle: "h12", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, options).format(Date.UTC(1970, 0, 1, 0, minute));
}

function clockOf(lines: readonly string[]): Say["clock"] {
  if (lines.some((line) => /\d\s*[ap]\.?m\b/iu.test(line))) return "9 am";
  return lines.some((line) => /(?<!\d)0\d[:.h]/u.test(line)) ? "09:00" : "9:00";
}

const EXTRA_TODAY = /\baujourd.?hui\b|\bdziś|\bastăzi\b|hôm nay/u;
const EXTRA_TOMORROW = /ngày mai|\bmorgen\b|غدا/u;
