import type { AskKind } from "../../texts/types.ts";

/** Whether a text holds something of the shape that a kind of question asks for. */
export type HoldsFact = (kind: AskKind, text: string) => boolean | null;

/** Null where a kind has no shape that could be told. */
export function createHoldsFact(languages: readonly string[]): HoldsFact {
  const calendar = calendarWords(languages);
  const units = unitWords(languages);
  const digits = /\p{N}/u;
  const number = new RegExp(`\\p{N}|${edge(NUMBER_WORDS)}`, "iu");
  const time = new RegExp(
    `${CLOCK}|\\b1\\d{3}\\b|\\b20\\d{2}\\b|\\d{1,2}(?:st|nd|rd|th) centur|${edge(calendar)}|24/7`,
    "iu",
  );
  const duration = new RegExp(
    `(?:\\p{N}|${edge(NUMBER_WORDS)}).{0,12}?(?:${units.join("|")})|(?:${units.join("|")}).{0,4}\\p{N}`,
    "iu",
  );
  const shapes: Partial<Record<AskKind, (text: string) => boolean>> = {
    email: (text) => EMAIL.test(text),
    phone: (text) => PHONE.test(text),
    link: (text) => URL_SHAPE.test(text),
    address: (text) => digits.test(text) && ADDRESS.test(text),
    percent: (text) => PERCENT.test(text),
    money: (text) => MONEY.test(text),
    count: (text) => number.test(text),
    duration: (text) => duration.test(text),
    year: (text) => YEAR.test(text),
    time: (text) => time.test(text),
    person: (text) => NAME.test(text),
    place: (text) => PLACE.test(text),
    reason: (text) => REASON.test(text),
  };
  return (kind, text) => shapes[kind]?.(text) ?? null;
}

function calendarWords(languages: readonly string[]): string[] {
  const words = new Set<string>();
  for (const language of languages) {
    const names = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    const days = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    for (let month = 0; month < 12; month += 1) words.add(names.format(Date.UTC(2024, month, 1)).toLowerCase());
    for (let day = 1; day <= 7; day += 1) words.add(days.format(Date.UTC(2024, 0, day)).toLowerCase());
  }
  return [...words].filter((word) => !/^\p{N}/u.test(word)).map(escape);
}

function unitWords(languages: readonly string[]): string[] {
  const words = new Set<string>();
  for (const language of languages) {
    for (const unit of ["second", "minute", "hour", "day", "week", "month", "year"]) {
      for (const many of [1, 2, 5]) {
        const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
        const part = format.formatToParts(many).find(({ type }) => type === "unit");
        if (part !== undefined && part.value.trim().length > 0) words.add(escape(part.value.trim().toLowerCase()));
      }
    }
  }
  return [...words].sort((one, other) => other.length - one.length);
}

/** Whole words only; scripts without spaces need no edge. */
function edge(words: readonly string[]): string {
  return `(?<![\\p{L}\\p{M}])(?:${words.join("|")})(?![\\p{L}\\p{M}])`;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

const NUMBER_WORDS =
  "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion dozen half twice once several first second third ein eine zwei drei vier fünf sechs sieben acht neun zehn hundert tausend million deux trois quatre cinq sept huit neuf dix cent mille dos tres cuatro cinco seis siete ocho nueve diez cien mil due tre quattro cinque sei sette otto nove dieci cento dois quatro oito nove dez".split(
    " ",
  );
const CLOCK = "\\b\\d{1,2}[:.h]\\d{2}\\b|\\b\\d{1,2}(?::\\d{2})?\\s?(?:a\\.?m|p\\.?m|uhr|o'clock|noon|midnight)\\b";
// Bounds keep what no name or address is from being read again from each of its signs.
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u;
const PHONE = /(?:\+\d|\(\d{2,5}\)|(?<![\d.,])0\d|(?<![\d.,])\d{3}(?=[\s./-]))[\d\s()\u2013./-]{4,}\d{2}/u;
const URL_SHAPE = /https?:\/\/|www\.|\b[a-z0-9-]+\.(?:com|org|net|io|de|fr|eu|co|edu|gov)\b/iu;
const ADDRESS =
  /\b(?:street|st\.|avenue|ave\.?|road|rd\.|lane|boulevard|blvd|drive|square|floor|place|plaza|suite|rue|calle|via|piazza|rua|ulica|ul\.)(?![\p{L}])|(?:straße|strasse|str\.|platz|weg|allee|laan|straat|gasse)|\b\d{5}\b|улица|ул\.|пл\.|丁目|号|路|街|شارع|โทร|ถนน/iu;
const PERCENT = /\d\s?%|\bper ?cent\b|prozent|pour ?cent|por ciento|por cento|percento|процент|%/iu;
const MONEY =
  /[$€£¥₹₽₩₺₪฿₫]\s?\d|\d[\d.,]*\s?(?:[$€£¥₹₽₩₺₪฿₫]|usd|eur|gbp|chf|euros?|dollars?|pounds?|cents?|francs?|zł|pln|ron|lei|руб\p{L}*|грн|грив\p{L}*|евро|доллар\p{L}*|євро|долар\p{L}*|ευρώ|δολάρια|avro|euro\p{L}*|dolar\p{L}*|lira|tl|dólares|dollari|dolarów|kr|kč|ft|元|円|원|유로|달러|欧元|美元|ユーロ|ドル|บาท|ยูโร|ดอลลาร์|đồng|đô la|यूरो|रुपये|रुपए|रुपया|डॉलर|يورو|دولار|ريال|درهم|دينار|جنيه|יורו|שקל\p{L}*|דולר)|\bfree\b|kostenlos|gratuit|gratis|бесплатно|免费|無料|무료|ฟรี|miễn phí|ücretsiz|δωρεάν|مجان|חינם|मुफ़्त/iu;
const YEAR = /\b(?:1\d{3}|20\d{2})\b|\b\d{1,2}(?:st|nd|rd|th)[- ]century|\b\d{2,4}\s?(?:BC|AD|BCE|CE)\b|\b1?\d{2}0s\b/u;
const NAME =
  /\p{Lu}[\p{L}\p{M}'’-]{1,40}(?:\s(?:[a-z]{1,3}\s)?\p{Lu}[\p{L}\p{M}.'’-]{0,40})+|(?<=[\p{L},]\s)\p{Lu}\p{Ll}{2,}/u;
const PLACE =
  /(?:\b(?:in|at|near|from|to|on|of|im|am|bei|à|au|en|dans|nel|a|em|na|в|на|στη|στο)\s)(?:the\s)?\p{Lu}|\d+\s\p{Lu}\p{Ll}+/u;
const REASON =
  /\b(?:because|due to|since|so that|in order to|reason|as a result|caused|therefore|to avoid|to prevent|weil|damit|denn|da|parce|car|porque|perché|omdat|ponieważ|потому)\b/iu;
