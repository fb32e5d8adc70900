import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { el } from "./el.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { hi } from "./hi.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { sv } from "./sv.ts";
import { th } from "./th.ts";
import { tr } from "./tr.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";
import { fill } from "./fill.ts";
import type { Texts } from "./types.ts";

export type { Texts } from "./types.ts";
export { fill };

const CATALOGUE: Record<string, Texts> = {
  ar,
  de,
  el,
  en,
  es,
  fr,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ro,
  ru,
  sv,
  th,
  tr,
  vi,
  zh,
};

/** The languages that the messenger speaks. */
export const languages: readonly string[] = Object.keys(CATALOGUE);

export function textsFor(language: string): Texts {
  return CATALOGUE[language] ?? en;
}

export function directionOf(language: string): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

export interface LanguageWishes {
  /** What the host page says of itself, or asks for. */
  page?: string | null;
  /** The request's `Accept-Language`. */
  accept?: string | null;
  agent?: string | null;
}

/**
 * The language of the messenger's own words: the host page's; else the agent's, if the visitor's browser knows it, so
 * that chrome and answers match; else the visitor's first that we speak; else the agent's; else English.
 */
export function chooseLanguage({ page, accept, agent }: LanguageWishes): string {
  const wished = known(page);
  if (wished !== null) return wished;
  const read = accepted(accept ?? "");
  const own = known(agent);
  if (own !== null && read.includes(own)) return own;
  return read[0] ?? own ?? "en";
}

function accepted(header: string): string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [tag = "", ...settings] = entry.trim().split(";");
      const quality = settings.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find((value) => value !== undefined);
      return { language: known(tag), quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ language }) => (language === null ? [] : [language]));
}

function known(tag: string | null | undefined): string | null {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
  return Object.hasOwn(CATALOGUE, language) ? language : null;
}
