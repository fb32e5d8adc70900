import { DIGITS } from "./number-shape.ts";

/** Signs, codes and words of currencies; the words as they begin, in the languages that are spoken. */
const CURRENCIES: readonly (readonly [string, string])[] = [
  ["USD", "us\\$|\\$|usd|dollars?|dólar(?:es)?|dollari|долл\\p{L}*|دولار|डॉलर|ดอลลาร์|美元|ドル|달러"],
  ["EUR", "€|eur|euros?|евро|євро|ευρώ|يورو|यूरो|ยูโร|欧元|ユーロ|유로"],
  ["GBP", "£|gbp|pounds?(?: sterling)?|pfund|livres? sterling"],
  ["CHF", "chf|sfr\\.?|franken|francs? suisses?"],
  ["JPY", "¥|jpy|yen|円|엔"],
  ["CNY", "cny|rmb|yuan|元|人民币"],
  ["INR", "₹|inr|rs\\.?|rupees?|रुपये|रुपए"],
  ["RUB", "₽|rub|руб\\p{L}*\\.?"],
  ["UAH", "₴|uah|грн\\.?|грив\\p{L}*"],
  ["PLN", "zł|pln|złot\\p{L}*"],
  ["RON", "ron|lei"],
  ["TRY", "₺|tl|try|lira"],
  ["KRW", "₩|krw|원"],
  ["THB", "฿|thb|บาท"],
  ["VND", "₫|vnd|đồng"],
  ["ILS", '₪|ils|שקל\\p{L}*|ש"ח'],
  ["BRL", "r\\$|brl|reais|real"],
];

const either = CURRENCIES.map(([, forms]) => forms).join("|");
const SCALE = "(?:\\s?(thousand|million|billion|mio\\.?|mrd\\.?|k|m|bn)(?![\\p{L}]))?";

export const moneyPattern = {
  before: new RegExp(`(?<![\\p{L}])(r\\$|${either})\\s?(${DIGITS})${SCALE}`, "giu"),
  after: new RegExp(`(${DIGITS})${SCALE}\\s?(${either})(?![\\p{L}])`, "giu"),
  names: new RegExp(`(?<![\\p{L}])(${either})(?![\\p{L}])`, "giu"),
};

const exact = CURRENCIES.map(([code, forms]): [string, RegExp] => [code, new RegExp(`^(?:${forms})$`, "iu")]);

/** `$` and `dollars` are `USD`; null for anything else. */
export function currencyOf(sign: string): string | null {
  if (/^r\$$/iu.test(sign)) return "BRL";
  return exact.find(([, pattern]) => pattern.test(sign))?.[0] ?? null;
}
