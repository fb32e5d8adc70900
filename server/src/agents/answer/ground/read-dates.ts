/** Every date of a text, each as the set of its readings, and the text without them. */
export type ReadDates = (text: string) => { dates: Set<string>[]; rest: string };

/** Knows the names of the months in each of the languages. */
export function createReadDates(languages: readonly string[]): ReadDates {
  const months = monthNames(languages);
  const name = [...months.keys()]
    .sort((one, other) => other.length - one.length)
    .map(escape)
    .join("|");
  const dayFirst = new RegExp(
    `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|\\.|º|er|-го)?(?:\\s|-)(?:of |de |d')?(${name})\\.?(?:,?\\s(?:de |del )?(\\d{4}))?(?![\\p{L}\\d])`,
    "giu",
  );
  const monthFirst = new RegExp(
    `(?<![\\p{L}])(${name})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(\\d{4}))?(?![\\d:.,]*\\d)`,
    "giu",
  );
  return (text) => {
    const dates: Set<string>[] = [];
    const keep = (...readings: (string | null)[]) => {
      const valid = readings.filter((reading) => reading !== null);
      if (valid.length > 0) dates.push(new Set(valid));
      return valid.length > 0;
    };
    const monthOf = (word: string) => months.get(word.toLowerCase()) ?? 0;
    const rest = text
      .replace(ISO, (whole, year: string, month: string, day: string) =>
        keep(dateKey(year, month, day)) ? " " : whole,
      )
      .replace(EAST, (whole, year: string | undefined, month: string, day: string) =>
        keep(dateKey(year, month, day)) ? " " : whole,
      )
      .replace(NUMERIC, (whole, one: string, other: string, year: string) => {
        const full = year.length === 2 ? `20${year}` : year;
        return keep(dateKey(full, other, one), dateKey(full, one, other)) ? " " : whole;
      })
      .replace(dayFirst, (whole, day: string, month: string, year?: string) =>
        keep(dateKey(year, monthOf(month), day)) ? " " : whole,
      )
      .replace(monthFirst, (whole, month: string, day: string, year?: string) =>
        keep(dateKey(year, monthOf(month), day)) ? " " : whole,
      );
    return { dates, rest };
  };
}

function dateKey(year: string | undefined, month: string | number, day: string): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  const short = `${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  return year === undefined ? short : `${year}-${short}`;
}

function monthNames(languages: readonly string[]): Map<string, number> {
  const months = new Map<string, number>();
  for (const language of languages) {
    for (const style of ["long", "short"] as const) {
      const inDate = new Intl.DateTimeFormat(language, { day: "numeric", month: style, timeZone: "UTC" });
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      for (let month = 0; month < 12; month += 1) {
        const at = new Date(Date.UTC(2024, month, 5));
        const named = inDate.formatToParts(at).find(({ type }) => type === "month")?.value ?? "";
        for (const name of [named, alone.format(at)]) {
          const bare = name.toLowerCase().replace(/\.$/u, "");
          if (bare.length > 2 && !/\d/u.test(bare) && !months.has(bare)) months.set(bare, month + 1);
        }
      }
    }
  }
  return months;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

const ISO = /(?<![\d.,-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/gu;
const EAST = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu;
const NUMERIC = /(?<![\d.,/-])(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?![\d.]*\d)/gu;
