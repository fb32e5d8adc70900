/** Amounts as people type them, and as the API has them: whole minor units. */
export function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export function writeAmount(amount: number | null, currency: string | null): string {
  if (amount === null) return "";
  const digits = digitsOf(currency ?? "EUR");
  return (amount / 10 ** digits).toFixed(digits);
}

/** Undefined for what is no amount. */
export function readAmount(text: string, currency: string): number | null | undefined {
  const plain = text
    .trim()
    .replace(/\s/gu, "")
    .replace(/,(?=\d{1,2}$)/u, ".")
    .replace(/,(?=\d{3})/gu, "");
  if (plain === "") return null;
  if (!/^\d{1,10}(?:\.\d{1,4})?$/u.test(plain)) return undefined;
  return Math.round(Number(plain) * 10 ** digitsOf(currency));
}

export function showMoney(amount: number, currency: string): string {
  try {
    const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
    return format.format(amount / 10 ** digitsOf(currency));
  } catch {
    return `${writeAmount(amount, currency)} ${currency}`;
  }
}
