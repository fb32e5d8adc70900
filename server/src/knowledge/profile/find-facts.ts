import type { BusinessFact, BusinessFacts } from "@parley/contracts";
import { hours, mail, phone, postal } from "../extract/contact-facts.ts";
import { plainText } from "../plain-text.ts";

/** A page that may say how a business is reached, and when. */
export interface FactPage {
  url: string | null;
  title: string;
  language: string;
  /** Markdown. */
  content: string;
  isStart: boolean;
}

interface Line {
  text: string;
  /** The nearest heading above it. */
  heading: string;
  /** The line just above, in the same block; empty where there is none. */
  above: string;
  page: FactPage;
}

const MOST_HOURS = 8;
const MOST_OTHERS = 3;
const LONGEST = 200;

/** Of pages whose address or title says that they tell it. */
export const factTitles =
  /contact|kontakt|impressum|imprint|find-?us|visit|location|about|hours|opening|öffnungszeit|oeffnungszeit|anfahrt|standort|horaire|nous-trouver|contacto|horario|dónde|donde|contatt|orari|dove|contato|horário|onde|openingstijd|bereikbaar|kontakty|godziny|контакт|часы|お問い合わせ|営業時間|アクセス|联系|營業時間|营业时间|연락처|영업시간|iletişim|liên-hệ|liên hệ|επικοινωνία|ωράριο|اتصل|צור קשר|संपर्क|ติดต่อ/iu;

const hoursTitle =
  /open|hours|öffnungszeit|geöffnet|sprechzeit|horaire|ouvert|horario|abierto|orari|apert|horário|aberto|openingstijd|godziny|otwarte|часы|режим|営業|営業時間|営業日|营业|營業|개관|영업|çalışma|giờ|ωράριο|ساعات|שעות|समय|เวลา|öppet|åbning|åpning|aukiolo|nyitvatart|otevírací|program/iu;

const daily =
  /\b(?:every day|daily|weekdays?|weekends?|täglich|jeden tag|werktags|tous les jours|cada día|todos los días|diario|ogni giorno|tutti i giorni|todos os dias|dagelijks|elke dag|codziennie|zilnic|her gün|dagligen|hver dag)\b|ежедневно|毎日|每天|매일|كل يوم|כל יום|हर दिन|ทุกวัน|hàng ngày|hằng ngày|καθημερινά/iu;
/** Two times of the clock that belong together. */
const clocks = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)[^\d\n]{1,14}\d{1,2}[:.h]\d{2}(?!\d)/u;
const closed =
  /\b(?:closed|geschlossen|fermé|cerrado|chiuso|fechado|gesloten|nieczynne|zamknięte|închis|kapalı|stängt)\b|закрыто|выходной|休業|休み|休息|휴무/iu;
const fax = /\bfax|telefax|факс/iu;
const nobody = /^(?:no-?reply|do-?not-?reply|example|name|you|user|mail)@|@(?:example|domain|sentry|wixpress)\./iu;

/** Opening hours, addresses, telephone numbers and mail addresses of a business, each with the page that says so. */
export function findFacts(pages: readonly FactPage[]): BusinessFacts {
  const lines = ranked(pages).flatMap(linesOf);
  return {
    hours: findHours(lines),
    address: pick(lines, addressIn, { isSame: isSamePlace, shortestFirst: true }),
    phone: pick(lines, phonesIn, { isSame: (one, other) => digitsOf(one).slice(-8) === digitsOf(other).slice(-8) }),
    email: pick(lines, mailsIn, { isSame: (one, other) => fold(one) === fold(other) }),
  };
}

/** Pages that name themselves for it first, then the start page. */
function ranked(pages: readonly FactPage[]): FactPage[] {
  const rank = ({ url, title, isStart }: FactPage) =>
    (factTitles.test(title) ? 2 : 0) + (url !== null && factTitles.test(decode(url)) ? 2 : 0) + (isStart ? 1 : 0);
  return [...pages].sort((one, other) => rank(other) - rank(one));
}

function decode(url: string): string {
  try {
    return decodeURI(new URL(url).pathname);
  } catch {
    return url;
  }
}

function linesOf(page: FactPage): Line[] {
  const lines: Line[] = [];
  let heading = page.title;
  let above = "";
  for (const raw of page.content.split("\n")) {
    const head = /^#{1,6}\s+(.*)$/u.exec(raw)?.[1];
    if (head !== undefined) heading = plainText(head);
    else if (/^\s*\|?\s*:?-{3,}/u.test(raw)) continue;
    else {
      const text = tidy(raw);
      if (text !== "" && text.length <= LONGEST * 2) lines.push({ text, heading, above, page });
      above = text;
    }
  }
  return lines;
}

/** A row of a table as one line: "Monday: 9:00–17:00". */
function tidy(raw: string): string {
  const cells = /^\s*\|/u.test(raw)
    ? raw
        .split("|")
        .map((cell) => cell.trim())
        .filter((cell) => cell !== "")
    : [raw];
  const [first = "", ...rest] = cells.map((cell) => plainText(cell.replace(/^\s*(?:[-*+]|\d+\.)\s+/u, "")).trim());
  return (rest.length > 0 ? `${first.replace(/:$/u, "")}: ${rest.join(", ")}` : first).replace(/\s+/gu, " ").trim();
}

/** The lines of the one page that says most about it. */
function findHours(lines: readonly Line[]): BusinessFact[] {
  const byPage = Map.groupBy(lines.filter(isHours), ({ page }) => page);
  let best: Line[] = [];
  for (const [, own] of byPage) if (weight(own) > weight(best)) best = own;
  const seen = new Set<string>();
  const short = best.filter(({ text }) => rangesIn(text) < 2);
  // A line that says all of a week at once says nothing more than the table beside it.
  const distinct = (short.length >= 3 ? short : best).filter(
    ({ text }) => !seen.has(fold(text)) && seen.add(fold(text)),
  );
  return distinct.slice(0, MOST_HOURS).map(factOf);
}

const rangesIn = (text: string): number => text.match(new RegExp(clocks.source, "gu"))?.length ?? 0;

function weight(lines: readonly Line[]): number {
  const told = lines.filter(({ heading, page }) => hoursTitle.test(heading) || hoursTitle.test(page.title)).length;
  return Math.min(lines.length, MOST_HOURS) + told * 2;
}

function isHours({ text, heading, page }: Line): boolean {
  if (text.length > LONGEST) return false;
  const names = weekdays(page.language);
  const hasDay = names.test(text) || daily.test(text);
  const hasTime = hours.test(text) || clocks.test(text);
  if (hasDay && hasTime) return true;
  const isUnderHours = hoursTitle.test(heading);
  return isUnderHours && text.length <= 80 && (hasTime || (hasDay && closed.test(text)));
}

const known = new Map<string, RegExp>();

/** Names of the days in a language and in English, whole and cut short. */
function weekdays(language: string): RegExp {
  const found = known.get(language);
  if (found) return found;
  const words = new Set<string>();
  for (const one of [language, "en"]) {
    for (const style of ["long", "short"] as const) {
      const format = formatOf(one, style);
      for (let day = 1; day <= 7; day += 1) words.add(format.format(Date.UTC(2024, 0, day)).replace(/\.$/u, ""));
    }
  }
  const either = [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("|");
  const made = new RegExp(`(?<![\\p{L}\\p{M}])(?:${either})(?:s|en)?(?![\\p{L}\\p{M}])`, "iu");
  known.set(language, made);
  return made;
}

function formatOf(language: string, weekday: "long" | "short"): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
  } catch {
    return new Intl.DateTimeFormat("en", { weekday, timeZone: "UTC" });
  }
}

interface Picking {
  isSame: (one: string, other: string) => boolean;
  /** What says the same in fewer words comes first. */
  shortestFirst?: boolean;
}

function pick(lines: readonly Line[], read: (line: Line) => string[], picking: Picking): BusinessFact[] {
  const all = lines.flatMap((line) => read(line).map((text) => factOf({ ...line, text })));
  if (picking.shortestFirst) all.sort((one, other) => rankOf(one.text) - rankOf(other.text));
  const found: BusinessFact[] = [];
  for (const fact of all)
    if (found.length < MOST_OTHERS && !found.some(({ text }) => picking.isSame(text, fact.text))) found.push(fact);
  return found;
}

/** A whole address before a street without its town, and then what is not much longer than it must be. */
const rankOf = (text: string): number => (postal.test(text) ? 0 : 10) + Math.ceil(text.length / 60);

/** The same numbers: house and postal code. */
function isSamePlace(one: string, other: string): boolean {
  const [few, many] = [one, other].map((text) => new Set(text.match(/\d+/gu) ?? [])).sort((a, b) => a.size - b.size);
  return few !== undefined && many !== undefined && [...few].every((number) => many.has(number));
}

const digitsOf = (text: string): string => text.replace(/\D/gu, "");

function mailsIn({ text }: Line): string[] {
  const all = text.match(new RegExp(mail.source, "gu")) ?? [];
  return all.map((one) => one.replace(/\.$/u, "")).filter((one) => !nobody.test(one));
}

function phonesIn({ text }: Line): string[] {
  if (/\d{4}-\d\d-\d\d/u.test(text) || clocks.test(text)) return [];
  const beforeFax = text.split(fax)[0] ?? "";
  const number = phone.exec(beforeFax)?.[1]?.trim();
  const digits = number?.match(/\d/gu)?.length ?? 0;
  const isTold =
    /tel|phone|call|fon|ruf|☎|📞|тел|電話|电话|전화|هاتف|τηλ/iu.test(text) || /^\+|^\(?0/u.test(number ?? "");
  return number !== undefined && digits >= 8 && digits <= 15 && isTold ? [number] : [];
}

function addressIn({ text, page, heading, above }: Line): string[] {
  if (text.length > LONGEST || hours.test(text) || clocks.test(text)) return [];
  const isContact = factTitles.test(heading) || factTitles.test(page.title) || page.isStart;
  // A town in a line of its own belongs to the street above it.
  const isTown = postal.test(text) && text.length <= 40 && above.length <= 60 && /\d/u.test(above);
  const line = withoutContacts(isTown ? `${above.replace(/,$/u, "")}, ${text}` : text);
  const isAddress = postal.test(line) || street.test(line);
  const isShort = line.length >= 10 && line.split(/[.!?]\s/u).length <= 2;
  return isContact && isAddress && isShort && /\d/u.test(line) ? [line] : [];
}

/** Where an address ends and the ways to reach it begin, in the languages that sites are written in. */
const contactWords =
  /(?:[,;·|–-]\s*)?(?:(?<![\p{L}\p{M}])(?:t[eé]l(?:[eé](?:ph|f)[oóòô]+n[eo]?|efon[eou]?|ef)?|phone|mobil[e]?|handy|puh(?:elin)?|gsm|тел(?:ефон)?|факс|почта|τηλ(?:[έε]φωνο)?|φαξ|هاتف|تلفون|تليفون|فاكس|फ़ोन|फोन|दूरभाष|điện thoại|đt|e-?mail|courriel|correo|posta|fax|t[eé]l[eé]copie)(?![\p{L}\p{M}])|โทร(?:ศัพท์)?|电话|電話|传真|傳真|전화|팩스)[\s\S]*$/iu;

const withoutContacts = (text: string): string =>
  text
    .replace(/^[\p{L}\s]{2,20}:\s+/u, "")
    .replace(contactWords, "")
    .replace(new RegExp(mail.source, "gu"), "")
    .replace(/(?<![\p{L}\d])(?:\+|\(0|0)[\d\s()/-]{7,}\d/gu, "")
    .replace(/[\s.,;·|–-]+$/u, "");

/** A house number with the name of a street. */
const street =
  /\p{Lu}[\p{L}-]*(?:straße|strasse|gasse|weg|platz|allee|ufer|damm|ring|laan|straat|gatan|vej|veien)\s+\d{1,4}|(?:straße|str\.|rue|calle|via|piazza|rua|avenida|ul\.|ulica|улица|ул\.)\s[\p{L}\s.'’-]{2,40},?\s\d{1,4}|\b\d{1,5},?\s(?:rue|avenue|boulevard|place)\s|\b\d{1,5}\s(?:[\p{L}\d.'’-]+\s){1,4}(?:street|st|lane|road|rd|avenue|ave|drive|square|way|court|plaza|boulevard|blvd)\b/iu;

const factOf = ({ text, page }: Line): BusinessFact => ({ text: text.slice(0, 500), url: page.url });

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@]+/gu, "");
