/** What a sentence must hold to tell when a business is open, where it is, or how it is reached. */
import { languages } from "../../texts/texts.ts";
import { createHoldsFact } from "../extract/fact-shapes.ts";
import { readNumberWords } from "../ground/number-words.ts";
import { lower } from "./match-words.ts";

const holdsFact = createHoldsFact([]);

/** A time of the day, if in words ("nine in the morning"), a weekday, a day of the year, or "every day". */
export function holdsHours(text: string): boolean {
  const all = lower(text);
  const { days, periods } = times();
  return (
    CLOCK.test(text) ||
    days.some((day) => all.includes(day)) ||
    (holdsNumber(text) && periods.some((period) => all.includes(period)))
  );
}

/** In digits or in words. */
export const holdsNumber = (text: string): boolean => /\p{N}/u.test(text) || readNumberWords(text).length > 0;

/** A street with a number, or a postal code with a place. */
export function holdsAddress(text: string): boolean {
  return AFTER_NUMBER.test(text) || STREET.test(text) || POSTAL.test(text);
}

/** A number to call, or an address to write to. */
export function holdsContact(text: string): boolean {
  return holdsFact("email", text) === true || holdsFact("phone", text) === true;
}

let known: { days: readonly string[]; periods: readonly string[] } | null = null;

/** How all languages call the days of the week, the months and the parts of a day. */
function times() {
  known ??= {
    days: unique(languages.flatMap(({ code }) => [...weekdaysIn(code), ...monthsIn(code)])),
    periods: unique(languages.flatMap(({ code }) => periodsIn(code))),
  };
  return known;
}

const unique = (words: readonly string[]): string[] => [...new Set(words.map(lower))];

function weekdaysIn(code: string): string[] {
  const day = new Intl.DateTimeFormat(code, { weekday: "long", timeZone: "UTC" });
  return [1, 2, 3, 4, 5, 6, 7].map((at) => day.format(Date.UTC(2024, 0, at)));
}

/** Short ones are words of their own in other languages. */
function monthsIn(code: string): string[] {
  const date = new Intl.DateTimeFormat(code, { month: "long", timeZone: "UTC" });
  return [...Array(12).keys()].map((at) => date.format(Date.UTC(2024, at, 1))).filter((name) => name.length > 4);
}

function periodsIn(code: string): string[] {
  const hour = new Intl.DateTimeFormat(code, { hour: "numeric", dayPeriod: "long", hour12: true, timeZone: "UTC" });
  return [...Array(24).keys()].flatMap((at) =>
    hour.formatToParts(Date.UTC(2024, 0, 1, at)).flatMap(({ type, value }) => (type === "dayPeriod" ? [value] : [])),
  );
}

const CLOCK =
  /\b\d{1,2}\s?[:.h]\s?\d{2}\b|\b\d{1,2}\s?(?:a\.?m\b|p\.?m\b|uhr|o'clock|h\b|時|시|点|點|โมง|น\.)|24\/7|24 hours/iu;
const NAMES =
  "[Ss]treet|St|[Aa]venue|Ave|[Rr]oad|Rd|[Ll]ane|Ln|[Bb]oulevard|Blvd|Drive|Square|Plaza|Place|Suite|Quay|Row|Hill|Yard|Way|Court|Close|Crescent|Terrace|Mews|Parade";
const WORDS_AFTER =
  "rue|avenue|boulevard|place|quai|chemin|calle|avenida|plaza|paseo|via|viale|piazza|corso|rua|praça|largo|ulica|ul\\.|aleja|al\\.|plac|strada|str\\.|bulevardul|улица|ул\\.|проспект|пр\\.|переулок|вулиця|вул\\.|οδός|οδος|شارع|طريق|רחוב|דרך|đường|phố|ถนน|ซอย|मार्ग|रोड";
const WORDS_BEFORE =
  "\\p{L}*(?:straße|strasse|str\\.|gasse|weg|platz|allee|damm|ufer|ring|laan|straat|gracht|kade|plein|dreef|caddesi|cad\\.|sokak|sokağı|sok\\.|bulvarı|gatan|vägen|gate|vej)";
const AFTER_NUMBER = new RegExp(
  `\\b\\d{1,5}[a-z]?,?\\s(?:[\\p{Lu}\\d][\\p{L}\\d.'’-]*\\s){0,4}(?:${NAMES})(?![\\p{L}])`,
  "u",
);
const STREET = new RegExp(
  `\\b\\d{1,4}(?:\\s?(?:bis|ter|[a-d]))?,?\\s(?:rue|avenue|boulevard|place|quai|chemin|route|allée|impasse|cours)\\s\\p{L}|(?<![\\p{L}])(?:${WORDS_AFTER})\\s[^.;:!?]{0,40}?\\d|(?<![\\p{L}])${WORDS_BEFORE}\\s(?:no:?\\s?)?\\d|\\d\\s?(?:ถนน|ซอย|หมู่|ตรอก)|(?:ถนน|ซอย)[\\u0e00-\\u0e7f]+[^.;:!?]{0,40}?\\d|丁目|番地|\\d号|\\d號|[市区區]\\p{Script=Han}{0,8}[路街道町]|[시구군읍]\\s\\p{Script=Hangul}+[로길동]\\s?\\d`,
  "iu",
);
const POSTAL =
  /(?<![\d-])(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?\s(?:[A-Z]{2}\s)?\p{Lu}\p{L}{2,}|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}\b|〒\d/u;
