/** Prices, times, dates, phone numbers, shares and quantities in a text, written the same way whatever the page writes. */
export interface Figure {
  kind: "price" | "time" | "date" | "phone" | "percent" | "quantity";
  value: string;
  start: number;
  end: number;
}

const NUMBER = String.raw`\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const CURRENCY = String.raw`€|\$|£|¥|₹|zł|kr\.?|CHF|EUR|USD|GBP|JPY|SEK|NOK|DKK|PLN|euros?|dollars?|pounds?|francs?`;
const MONTH = String.raw`jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?`;

const figure = new RegExp(
  [
    String.raw`(?<date>\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.?\s(?:${MONTH})\b\.?(?:,?\s\d{4})?|\b(?:${MONTH})\.?\s\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s\d{4})?)`,
    String.raw`(?<phone>(?:\+|\b0)\d[\d\s()/-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b)`,
    String.raw`(?<time>\b\d{1,2}[:h]\d{2}\b(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.?m\b\.?|Uhr\b))`,
    String.raw`(?<price>(?:${CURRENCY})\s?(?:${NUMBER})|(?:${NUMBER})\s?(?:(?:${CURRENCY})(?![\p{L}])))`,
    String.raw`(?<percent>(?:${NUMBER})\s?%)`,
    String.raw`(?<quantity>(?<![\p{L}\d.,:/-])(?:${NUMBER})(?=[\s-]\p{L}{2,}))`,
  ].join("|"),
  "giu",
);

/** A number after one of these names a thing. */
const NAMING =
  /(?:\b(?:version|chapter|page|figure|fig|step|section|room|platform|line|part|level|no|nr|number|table|article|windows|python|node|kapitel|seite|abbildung|schritt|abschnitt|raum|linie|teil|nummer|tabelle|artikel)\.?|[#§v])\s?$/iu;
const YEAR = /^(?:19|20)\d\d$/u;

export function findFigures(text: string): Figure[] {
  return Array.from(text.matchAll(figure)).flatMap((match): Figure[] => {
    const [written] = match;
    const start = match.index;
    const kind = kindOf(match.groups ?? {});
    if (kind === undefined || (kind === "quantity" && (YEAR.test(written) || NAMING.test(text.slice(0, start)))))
      return [];
    const value = valueOf(kind, written);
    return value === "" ? [] : [{ kind, value, start, end: start + written.length }];
  });
}

const kinds = ["date", "phone", "time", "price", "percent", "quantity"] as const;
const kindOf = (groups: Record<string, string | undefined>) => kinds.find((kind) => groups[kind] !== undefined);

function valueOf(kind: Figure["kind"], written: string): string {
  if (kind === "phone") return written.replaceAll(/\D/gu, "").slice(-7);
  if (kind === "time") return timeOf(written);
  if (kind === "date")
    return written
      .toLowerCase()
      .replaceAll(/[.,\s]+|(?<=\d)(?:st|nd|rd|th)\b/gu, " ")
      .trim();
  const number = /\d[\d.,'’\u00a0\u202f]*/u.exec(written)?.[0] ?? "";
  return numberOf(number);
}

function timeOf(written: string): string {
  const [hour = "0", minute = "0"] = written.match(/\d+/gu) ?? [];
  const afternoon = /p\.?m/iu.test(written) && Number(hour) < 12;
  const midnight = /a\.?m/iu.test(written) && Number(hour) === 12;
  const hours = Number(hour) + (afternoon ? 12 : 0) - (midnight ? 12 : 0);
  return `${hours}:${minute.padStart(2, "0")}`;
}

/** A mark before the last one or two digits begins the fraction; all others part thousands. */
function numberOf(written: string): string {
  const [, integer = "", fraction = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(written.replace(/[.,]$/u, "")) ?? [];
  const digits = integer.replaceAll(/\D/gu, "");
  return String(Number(`${digits || "0"}.${fraction || "0"}`));
}
