import { primary } from "../../texts/texts.ts";

/** Whether a text holds one of the words, or what begins with one. */
export type HoldsWord = (text: string) => boolean;

const known = new Map<string, HoldsWord>();

/** `list`: parted by commas, as topic-words.ts has them. Compiled once. */
export function holdsWord(list: string, language: string): HoldsWord {
  const key = `${primary(language)} ${list}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const words = list.split(",").filter((word) => word.trim() !== "");
  const either = words.map((word) => word.toLowerCase().replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("|");
  const pattern = new RegExp(isUnspaced(language) ? either : `(?<![\\p{L}\\p{M}\\p{N}])(?:${either})`, "u");
  const made: HoldsWord = either === "" ? () => false : (text) => pattern.test(` ${lower(text)} `);
  known.set(key, made);
  return made;
}

/** Lower case, where a Turkish "İ" is an "i" like any other. */
export function lower(text: string): string {
  return text.toLowerCase().replaceAll("i\u0307", "i");
}

/** Written without spaces between words, or with small words joined to the next. */
export function isUnspaced(language: string): boolean {
  return UNSPACED.has(primary(language));
}

const UNSPACED: ReadonlySet<string> = new Set(["zh", "ja", "th", "ko", "ar", "he"]);
