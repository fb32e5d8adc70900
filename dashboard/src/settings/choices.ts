import type { Option } from "../ui/index.ts";

/** All that the browser knows, with what the clock shows there now. */
export function timeZoneOptions(now = new Date()): Option[] {
  return Intl.supportedValuesOf("timeZone").map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    hint: new Intl.DateTimeFormat("en", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).format(now),
  }));
}

/** Those in which Parley can greet and say that it does not know. */
const tags = "en ar de el es fr he hi it ja ko nl pl pt ro ru th tr uk vi zh".split(" ");

/** Each in its own words, and in English. */
export function languageOptions(): Option[] {
  const english = new Intl.DisplayNames("en", { type: "language" });
  return tags.map((tag) => {
    const own = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
    return { value: tag, label: english.of(tag) ?? tag, hint: own };
  });
}
