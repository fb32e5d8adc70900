/** Money is whole minor units of a currency: 4990 with EUR is 49.90 €, 4990 with JPY is 4,990 ¥. Without zod. */
const digits = new Map<string, number>();
let known: ReadonlySet<string> | undefined;

/** Whether it is a currency that there is, such as EUR. */
export function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf("currency"));
  return known.has(code);
}

/** Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  const found = digits.get(currency) ?? digitsOf(currency);
  digits.set(currency, found);
  return found;
}

function digitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** As people of a language write it. */
export function formatMoney(amount: number, currency: string, language: string): string {
  const value = amount / 10 ** currencyDigits(currency);
  const options = { style: "currency", currency } as const;
  try {
    return new Intl.NumberFormat(language, options).format(value);
  } catch {
    return new Intl.NumberFormat("en", options).format(value);
  }
}
