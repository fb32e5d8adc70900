import { dayPatterns, plainName } from "./name-days.ts";

/** Minutes from midnight; what goes on past it ends after 1,440. */
export interface Interval {
  from: number;
  to: number;
}

/** Monday first. A day without an interval is closed. */
export type Week = readonly (readonly Interval[])[];

export const DAY = 1_440;

/**
 * Opening hours as a page writes them: "Mon–Fri 9 am–5 pm, Sunday closed". Null when there is a word in them that is not
 * understood, a day has two different hours, or too few days are named: then nothing is computed from them.
 */
export function readHours(lines: readonly string[], language: string): Week | null {
  const week: (Interval[] | undefined)[] = Array.from({ length: 7 });
  for (const line of lines) {
    const tokens = lex(plainName(line), language);
    if (tokens === null || !readLine(tokens, week)) return null;
  }
  const named = week.filter((day) => day !== undefined).length;
  return named >= LEAST ? week.map((day) => day ?? []) : null;
}

/** Fewer are part of something, such as the hours of a kitchen. */
const LEAST = 5;

type Half = "am" | "pm" | null;
type Token =
  | { kind: "day"; day: number }
  | { kind: "daily" }
  | { kind: "time"; hour: number; minute: number; half: Half; isExact: boolean }
  | { kind: "to" }
  | { kind: "closed" };

function readLine(tokens: readonly Token[], week: (Interval[] | undefined)[]): boolean {
  let days: number[] = [];
  let since: Token | null = null;
  let isSet = false;
  let isClosedFirst = false;
  const set = (interval: Interval | null): boolean => {
    if (days.length === 0) return false;
    for (const day of days) {
      if (week[day] !== undefined && !isSet) return false;
      week[day] = [...(week[day] ?? []), ...(interval === null ? [] : [interval])];
    }
    isSet = true;
    return true;
  };
  const begin = () => {
    if (isSet) days = [];
    isSet = false;
  };
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (token.kind === "daily") {
      begin();
      days = ALL;
    } else if (token.kind === "day") {
      begin();
      const from = before?.kind === "to" ? days.at(-1) : undefined;
      days = [...days, ...(from === undefined ? [token.day] : range(from, token.day))];
    } else if (token.kind === "closed") {
      if (days.length > 0 && !isSet) {
        if (!set(null)) return false;
      } else {
        isClosedFirst = true;
        days = [];
        isSet = false;
      }
    } else if (token.kind === "time") {
      if (isClosedFirst) return false;
      if (since === null) since = token;
      else {
        const interval = before?.kind === "to" ? between(since, token) : null;
        if (interval === null || !set(interval)) return false;
        since = null;
      }
    } else if (before?.kind !== "day" && before?.kind !== "time") return false;
  }
  if (isClosedFirst && !set(null)) return false;
  return since === null && isSet;
}

const ALL = [0, 1, 2, 3, 4, 5, 6];

/** After the first up to the last: Friday to Monday goes over the weekend. */
function range(from: number, to: number): number[] {
  const length = (to - from + 7) % 7;
  return Array.from({ length }, (_, at) => (from + at + 1) % 7);
}

function between(one: Token, other: Token): Interval | null {
  if (one.kind !== "time" || other.kind !== "time") return null;
  let from = minutesOf(one);
  let to = minutesOf(other);
  if (other.half === "pm" && one.half === null && one.hour <= 12 && !one.isExact) {
    // "1–5 pm" is in the afternoon, "9–5 pm" is not; "9–11 pm" may be either.
    if (one.hour < other.hour % 12 && one.hour > 6) return null;
    if (one.hour < other.hour % 12) from += DAY / 2;
  }
  // "9–5" is until the afternoon.
  const isBare = one.half === null && other.half === null && !other.isExact && other.hour < 12;
  if (to <= from && isBare && one.hour < 12) to += DAY / 2;
  if (to <= from) to += DAY;
  return from < DAY && to <= 2 * DAY ? { from, to } : null;
}

/** Minutes from midnight. */
export function minutesOf({ hour, minute, half }: { hour: number; minute: number; half: Half }): number {
  const whole = half === null ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return whole * 60 + minute;
}

function lex(text: string, language: string): Token[] | null {
  const days = [...new Set([language.split("-", 1)[0] ?? "en", "en"])].flatMap((code) =>
    dayPatterns(code).map((pattern, day) => ({ pattern, day })),
  );
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const start = at;
    const match = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = start;
      const found = pattern.exec(text);
      if (found === null || found[0] === "") return null;
      at = start + found[0].length;
      return found;
    };
    const isWord = start === 0 || !/\p{L}/u.test(text[start - 1] ?? "") || !SPACED_LETTER.test(text[start] ?? "");
    if (!isWord) return null;
    if (match(PUNCTUATION)) continue;
    if (match(DAILY)) tokens.push({ kind: "daily" });
    else {
      const day = days
        .map(({ pattern, day: number }) => ({ number, length: lengthAt(pattern, text, start) }))
        .reduce((best, one) => (one.length > best.length ? one : best), { number: -1, length: 0 });
      if (day.length > 0) {
        at = start + day.length;
        tokens.push({ kind: "day", day: day.number });
        continue;
      }
      const time = match(TIME);
      if (time) {
        const token = timeOf(time);
        if (token === null) return null;
        tokens.push(token);
      } else if (match(CLOSED)) tokens.push({ kind: "closed" });
      else if (match(TO)) {
        if (tokens.at(-1)?.kind !== "to") tokens.push({ kind: "to" });
      } else if (!match(FILLER)) return null;
    }
  }
  return tokens;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function timeOf(found: RegExpExecArray): (Token & { kind: "time" }) | null {
  const [, early, hours = "", minutes, later] = found;
  const [hour, minute] = [Number(hours), Number(minutes ?? "0")];
  const half = halfOf(early ?? later ?? "");
  if (hour > 24 || minute > 59 || (half !== null && hour > 12)) return null;
  return { kind: "time", hour, minute, half, isExact: half !== null || minutes !== undefined || hour > 12 };
}

function halfOf(mark: string): Half {
  if (/^(?:a|午前|上午|오전|π)/u.test(mark)) return "am";
  return /^(?:p|午後|下午|오후|μ)/u.test(mark) ? "pm" : null;
}

/** An hour as it is written: the half of the day before it, hours, minutes, the half of the day after it. */
export const TIME =
  /(午前|上午|오전|午後|下午|오후)?\s*(\d{1,2})(?:\s*(?:[:.時点點시]|h(?=\d))\s*(\d{2})(?!\d)\s*(?:分|분)?|\s*(?:時|点|點|시|h(?!\p{L})))?(?!\d)\s*(a\.?m\.?(?!\p{L})|p\.?m\.?(?!\p{L})|π\.?μ\.?|μ\.?μ\.?)?/uy;
const SPACED_LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const PUNCTUATION = /[\s:,;|()•·*"'’.&/、，。：]+/uy;
const DAILY =
  /(?:every ?day|daily|täglich|tous les jours|todos los días|diario|tutti i giorni|ogni giorno|dagelijks|codziennie|todos os dias|diariamente|zilnic|ежедневно|каждый день|щодня|καθημερινά|her gün|يوميا|يوميًا|كل يوم|בכל יום|प्रतिदिन|रोज़|毎日|每天|每日|매일|ทุกวัน|hàng ngày|hằng ngày)(?!\p{Script=Latin})/uy;
const CLOSED =
  /(?:closed|geschlossen|ruhetag|fermée?|cerrado|chiuso|gesloten|zamknięte|nieczynne|fechado|encerrado|închis|закрыто|выходной|зачинено|вихідний|κλειστά|κλειστό|kapalı|مغلق|סגור|बंद|定休日|休み|休業|休息|휴무|휴일|ปิด|đóng cửa|nghỉ)(?!\p{Script=Latin})/uy;
const TO =
  /[-–—‑~〜～至到]|(?:to|until|till|through|thru|bis|au|à|al|alle|a|até|ate|às|as|tot|t\/m|do|до|по|έως|μέχρι|ως|kadar|la|până la|ile|đến|tới|إلى|حتى|עד|से|から|부터|ถึง)(?!\p{L})|から|부터|ถึง/uy;
const FILLER =
  /(?:open|opening|hours?|from|on|and|between|o'clock|hrs?|h|uhr|und|von|ab|geöffnet|am|du|de|des|et|le|les|heures?|ouvert|y|los|las|el|horas?|hs|abierto|dal|dalle|e|ore|aperto|en|van|uur|maandag t|i|od|w|godz|das|das|às|da|si|și|orele|с|со|и|в|часов|ч|з|та|і|από|και|τις|ve|saat|arası|من|و|ו|מ|तक|बजे|और|まで|時|営業|까지|และ|น|từ|và|giờ)(?!\p{L})|まで|까지/uy;
