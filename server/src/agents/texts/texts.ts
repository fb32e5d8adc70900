import { en } from "./en.ts";
import type { LanguageTexts } from "./types.ts";

/** Every language that Parley speaks and understands without a model. */
export const languages: readonly LanguageTexts[] = [en];

const byCode = new Map(languages.map((texts) => [texts.code, texts]));

/** The texts of a BCP 47 tag; English where the language is not spoken. */
export function textsOf(language: string): LanguageTexts {
  return byCode.get(primary(language)) ?? en;
}

export function primary(language: string): string {
  const code = language.toLowerCase().split(/[-_]/u, 1)[0] ?? "";
  return code === "iw" ? "he" : code;
}

/** Fills in `{name}` and the like; what is filled in may hold braces itself. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
