import { UsageError } from "./arguments.ts";

const HOUR_MS = 3_600_000;
const units: Readonly<Record<string, number>> = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };

/** `12h`, `30d`, `6w` from `now` on, or the end of a day such as `2027-01-31` (UTC). @throws UsageError */
export function readExpiry(text: string, now: Date): Date {
  const [, number, unit = ""] = /^(\d{1,4})([hdw])$/.exec(text) ?? [];
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T23:59:59Z`) : null;
  const when = number === undefined ? date : new Date(now.getTime() + Number(number) * (units[unit] ?? 0));
  if (!when || Number.isNaN(when.getTime()))
    throw new UsageError(`"${text}" is no time to expire at: write 12h, 30d, 6w or a date such as 2027-01-31.`);
  if (when <= now) throw new UsageError(`"${text}" lies in the past.`);
  return when;
}
