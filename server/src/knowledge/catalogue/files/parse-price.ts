import { currencyDigits, isCurrency } from "@parley/contracts";

export type ParsedPrice =
  /** `amount` null: it says that it tells no price. */
  { ok: true; amount: number | null; currency: string | null } | { ok: false; message: string };

/** Money of a person or a shop: `1.299,00 €`, `$1,299`, `CHF 12.-`, `free`. Whole minor units of the currency. */
export function parsePrice(text: string, given: string | null): ParsedPrice {
  const plain = asciiDigits(text.normalize("NFKC").replace(INVISIBLE, "")).replace(/\s+/gu, " ").trim();
  if (plain === "" || ASK.test(plain)) return { ok: true, amount: null, currency: null };
  if (FREE.test(plain)) return { ok: true, amount: 0, currency: given };
  const { currency: said, rest } = takeCurrency(plain);
  const currency = said ?? given;
  if (/^[-−–(]\s?\d/u.test(rest)) return fault("A price cannot be negative.");
  const found =
    /^(?:from|ab|desde|dès|da|a partir de|от|vanaf|od|de la)?\s?(\d[\d.,'’ ]*?)\s?(?:[.,]\s?[-–—]{1,2})?$/iu.exec(rest);
  const number = found?.[1];
  if (number === undefined) return fault(`“${text.slice(0, 60)}” is not a price. Write it as 49.90 or 1.299,00 €.`);
  if (currency === null) return fault("The price names no currency. Say which one all prices are in.");
  if (!isCurrency(currency)) return fault(`${currency.slice(0, 10)} is no currency that there is.`);
  const value = readNumber(number, currencyDigits(currency));
  if (value === null) return fault(`“${text.slice(0, 60)}” can be read in two ways. Write it as 1299.00.`);
  const amount = Math.round(value * 10 ** currencyDigits(currency));
  if (!Number.isSafeInteger(amount) || amount > MOST) return fault("That is more than a price can be.");
  return { ok: true, amount, currency };
}

const fault = (message: string): ParsedPrice => ({ ok: false, message });

/** Which of dot and comma parts the cents off is told by what stands behind it; null where that cannot be told. */
function readNumber(text: string, digits: number): number | null {
  const compact = text.replace(/['’ ]/gu, "").replace(/[.,]$/u, "");
  if (compact.length > 24) return null;
  const separators = compact.match(/[.,]/gu) ?? [];
  const last = Math.max(compact.lastIndexOf("."), compact.lastIndexOf(","));
  const behind = last < 0 ? "" : compact.slice(last + 1);
  const kinds = new Set(separators);
  const parts =
    separators.length === 0
      ? [compact, ""]
      : kinds.size === 2
        ? [compact.slice(0, last), behind]
        : separators.length > 1
          ? [compact, ""]
          : behind.length !== 3 || digits === 3 || compact.startsWith("0")
            ? [compact.slice(0, last), behind]
            : [compact, ""];
  const [whole = "", cents = ""] = parts;
  if (kinds.size === 2 && new Set(whole.match(/[.,]/gu)).size > 1) return null;
  if (cents.length > 4) return null;
  // Groups of three, or of two as in India, behind the first.
  if (/[.,]/u.test(whole) && !/^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/u.test(whole)) return null;
  return Number(`${whole.replace(/[.,]/gu, "")}.${cents === "" ? "0" : cents}`);
}

function takeCurrency(text: string): { currency: string | null; rest: string } {
  const code = /^([A-Za-z]{3})(?=[\s\d.,-])|(?<=[\s\d.,–-])([A-Za-z]{3})$/u.exec(text);
  const named = (code?.[1] ?? code?.[2])?.toUpperCase();
  if (named !== undefined && isCurrency(named))
    return { currency: named, rest: text.replace(code?.[0] ?? "", "").trim() };
  for (const [sign, currency] of SIGNS) {
    const found = sign.exec(text);
    if (found)
      return { currency, rest: `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim() };
  }
  return { currency: null, rest: text };
}

/** Longer signs before those that they hold. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/US\s?\$|\bdollars?\b/iu, "USD"],
  [/R\$/u, "BRL"],
  [/C\$|CA\$/u, "CAD"],
  [/A\$|AU\$/u, "AUD"],
  [/€|\beuros?\b|евро|ευρώ|欧元|ユーロ/iu, "EUR"],
  [/£|\bpounds?\b/iu, "GBP"],
  [/\bfr\.|\bsfr\.?|\bfranken\b/iu, "CHF"],
  [/₹|\brs\.?(?![\p{L}])|रुपये/iu, "INR"],
  [/₽|руб\p{L}*\.?/iu, "RUB"],
  [/₴|грн\.?/iu, "UAH"],
  [/zł/iu, "PLN"],
  [/Kč/iu, "CZK"],
  [/\blei\b/iu, "RON"],
  [/₺|(?<![\p{L}])TL(?![\p{L}])/u, "TRY"],
  [/₩|원/u, "KRW"],
  [/฿|บาท/u, "THB"],
  [/₫|đồng/u, "VND"],
  [/₪/u, "ILS"],
  [/元|人民币/u, "CNY"],
  [/¥|円/u, "JPY"],
  [/\$/u, "USD"],
];

const MOST = 100_000_000_000;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const FREE =
  /^(?:free|gratis|kostenlos|umsonst|gratuit\p{L}*|gratuito|grátis|бесплатно|δωρεάν|ücretsiz|مجاني|免费|無料|무료|ฟรี|miễn phí|मुफ़?्त|0)(?:\s.{0,12})?$/iu;
const ASK =
  /^(?:-{1,3}|–|—|n\/?a|poa|price on (?:request|application)|on request|(?:preis )?auf anfrage|sur demande|su richiesta|a consultar|sob consulta|op aanvraag|по запросу)$/iu;

const ZEROS = [0x0660, 0x06f0, 0x0966, 0x0e50];

/** Digits of Arabic, Persian, Hindi and Thai as 0 to 9; their points and commas too. */
function asciiDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((one) => code >= one && code <= one + 9);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/٫/gu, ".")
    .replace(/٬/gu, ",");
}
