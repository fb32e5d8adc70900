/** What the days of the week are called. Monday is 0. */
const known = new Map<string, readonly RegExp[]>();

/** For each day what it is called, long, short and with endings; each pattern is sticky. The surest are tried first. */
export function dayPatterns(language: string): readonly RegExp[] {
  const found = known.get(language);
  if (found) return found;
  const long = dayNames(language, "long").map(plainName);
  const short = dayNames(language, "short").map((name) => plainName(name).replace(/\.$/u, ""));
  const made = long.map((name, day) => {
    const stem = name.slice(0, Math.max(3, name.length - 3));
    const isOwn = SPACED.test(name) && !name.includes(" ") && long.filter((one) => one.startsWith(stem)).length === 1;
    const [first = ""] = name.split("-");
    const whole = [name, ...(first === name ? [] : [first])].toSorted((one, other) => other.length - one.length);
    const more = isOwn ? [`${escape(stem)}\\p{L}{0,6}`] : [];
    const shorts = [short[day] ?? "", ...(MORE[language]?.[day] ?? [])].filter((one) => one !== "");
    const ending = SPACED.test(name) ? "\\p{L}{0,3}(?!\\p{L})" : "";
    const bound = (one: string) => (SPACED.test(one) ? `${escape(one)}(?!\\p{L})\\.?` : escape(one));
    return new RegExp(
      [
        ...whole.map((one) => `${escape(one)}${ending}`),
        ...more.map((one) => `${one}(?!\\p{L})`),
        ...shorts.map(bound),
      ].join("|"),
      "uy",
    );
  });
  known.set(language, made);
  return made;
}

/** In small letters, with one kind of apostrophe. */
export const plainName = (text: string): string => text.normalize("NFC").toLowerCase().replaceAll(/[ʼ’]/gu, "'");

/** As people read them. */
export function dayNames(language: string, width: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}

/** Where a word ends where its letters end. */
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const MORE: Record<string, readonly (readonly string[])[]> = {
  en: [[], ["tues"], ["weds"], ["thur", "thurs"], [], [], []],
  zh: ["一", "二", "三", "四", "五", "六", "日"].map((one) => [
    `礼拜${one}`,
    ...(one === "日" ? ["星期天", "周天"] : []),
  ]),
};
