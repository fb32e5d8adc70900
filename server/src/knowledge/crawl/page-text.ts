import { createHash } from "node:crypto";
import type { CrawlSettings } from "@parley/contracts";
import type { PageProduct } from "../catalogue/page-products.ts";
import type { PlaceAt } from "../documents/place-of-chunk.ts";

/** Texts read by another version of these rules are read again. */
const READER = "2";

/** Which rules made a text: ours, and what the owner says of the parts of a page. */
export function readerOf(settings: CrawlSettings): string {
  const { keepSelectors, dropSelectors, rendering, foldCanonical, foldLanguages } = settings;
  const own = JSON.stringify([keepSelectors, dropSelectors, rendering, foldCanonical, foldLanguages]);
  if (own === USUAL) return READER;
  return `${READER}.${createHash("sha256").update(own).digest("base64url").slice(0, 8)}`;
}

const USUAL = JSON.stringify([[], [], "auto", true, false]);

/** What is indexed of a page. */
export interface PageText {
  title: string;
  url: string;
  language: string;
  markdown: string;
  contentHash: string;
  products: readonly PageProduct[];
  /** Pages, sheets or slides of a file. */
  places?: readonly PlaceAt[];
}

/** "Prices | The Shop" is "Prices" where the site itself says that it is "The Shop". */
export function withoutSite(title: string, site: string | null): string {
  if (site === null || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  const own = title.slice(0, -site.length).replace(/\s*[|–—·•»:~-]\s*$/, "");
  return own.length >= 2 && own.length < title.length - site.length ? own : title;
}

/** `/opening-hours/` says more than nothing. */
export function titleFrom(url: string): string {
  const { pathname, host } = new URL(url);
  const last =
    pathname
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? "";
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // An escape that is none stays as it is.
  }
  const words = name
    .replace(/\.[a-z]{2,5}$/i, "")
    .replace(/[-_+]+/g, " ")
    .trim();
  return words === "" ? host : words.charAt(0).toUpperCase() + words.slice(1);
}
