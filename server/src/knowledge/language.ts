import { guessLanguage } from "./language/read-profiles.ts";

/** Enough to be sure, and quick. */
const SAMPLE = 2_000;

/** A smaller lead leaves the word to the page. */
const LEAD = 0.05;

/** Scripts that one language writes, or that one stands for. */
const scripts: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Bengali}/gu, "bn"],
  [/\p{Script=Tamil}/gu, "ta"],
  [/\p{Script=Telugu}/gu, "te"],
  [/\p{Script=Gujarati}/gu, "gu"],
  [/\p{Script=Gurmukhi}/gu, "pa"],
  [/\p{Script=Kannada}/gu, "kn"],
  [/\p{Script=Malayalam}/gu, "ml"],
  [/\p{Script=Sinhala}/gu, "si"],
  [/\p{Script=Khmer}/gu, "km"],
  [/\p{Script=Lao}/gu, "lo"],
  [/\p{Script=Myanmar}/gu, "my"],
  [/\p{Script=Ethiopic}/gu, "am"],
];

/** Codes that mean the same. */
const names: Record<string, string> = { no: "nb", iw: "he", in: "id", fil: "tl" };

/**
 * The language of a text as a BCP 47 primary tag. `hint` is what the text is said to be (a page's `lang`): it counts
 * where the text is too short or too mixed to tell. "en" when nothing tells.
 */
export function detectLanguage(text: string, hint?: string | null): string {
  const said = hint ? nameOf(hint) : null;
  const sample = sampleOf(text);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return said ?? "en";
  const own = byScript(sample, letters);
  if (own !== undefined) return own;
  const found = guessLanguage(sample);
  // The data knows Malay and Indonesian as one; the second is the commoner.
  const language = found.language === null ? null : found.language === "ms" ? "id" : nameOf(found.language);
  // Malay and Indonesian, Bosnian, Croatian and Serbian: the page knows better.
  if (said !== null && (language === null || letters < 60 || found.lead < LEAD || areAlike(said, language)))
    return said;
  return language ?? said ?? "en";
}

function nameOf(code: string): string {
  const primary = code.toLowerCase().split(/[-_]/, 1)[0] ?? "";
  return names[primary] ?? primary;
}

/** From the middle too: pages begin with menus. Code, addresses and figures tell nothing. */
function sampleOf(text: string): string {
  const start = text.length > SAMPLE * 3 ? Math.floor(text.length / 4) : 0;
  return text
    .slice(start, start + SAMPLE * 3)
    .replace(/```[\s\S]*?```|`[^`\n]*`|https?:\/\/\S+|\S+@\S+|[\d|#*_>[\]()-]+/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, SAMPLE)
    .toWellFormed();
}

function byScript(sample: string, letters: number): string | undefined {
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  // Dense scripts say more with each letter, and borrow Latin names.
  if ((kana + han) * 2 > letters) return kana * 12 > han ? "ja" : "zh";
  for (const [script, language] of scripts.slice(3))
    if ((sample.match(script)?.length ?? 0) * 3 > letters) return language;
  return (sample.match(/\p{Script=Hangul}/gu)?.length ?? 0) * 3 > letters ? "ko" : undefined;
}

const families = [
  ["id", "ms"],
  ["hr", "bs", "sr", "sh"],
  ["nb", "nn", "da"],
  ["cs", "sk"],
  ["hi", "mr", "ne"],
  ["pt", "gl"],
  ["af", "nl"],
];

function areAlike(one: string, other: string): boolean {
  return families.some((family) => family.includes(one) && family.includes(other));
}
