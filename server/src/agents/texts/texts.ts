import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { el } from "./el.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { hi } from "./hi.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { th } from "./th.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";
import type { LanguageTexts } from "./types.ts";

/** Every language that Parley speaks and understands without a model. */
export const languages: readonly LanguageTexts[] = [
  ar,
  de,
  el,
  en,
  es,
  fr,
  he,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ro,
  ru,
  th,
  tr,
  uk,
  vi,
  zh,
];

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
