const STEPS = [
  ["year", 365 * 24 * 3_600],
  ["month", 30 * 24 * 3_600],
  ["week", 7 * 24 * 3_600],
  ["day", 24 * 3_600],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "2 hours ago", in the language of the messenger. */
export function ago(at: string, now: number, language: string): string {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1_000);
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, length] of STEPS) if (seconds >= length) return words.format(-Math.floor(seconds / length), unit);
  return words.format(0, "minute");
}
