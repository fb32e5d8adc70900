import type { CrawlSettings } from "@parley/contracts";
import type { Clock } from "../../platform/index.ts";
import type { HomeFacts } from "../extract/home-facts.ts";
import type { Frontier } from "./frontier.ts";
import { isWanted } from "./match-glob.ts";
import { siteOf } from "./normalise-url.ts";
import type { PacedFetch } from "./paced-fetch.ts";
import type { Robots } from "./robots.ts";

/** What all steps of one crawl share. */
export interface CrawlContext {
  sourceId: string;
  startUrl: string;
  settings: CrawlSettings;
  frontier: Frontier;
  fetch: PacedFetch;
  robotsOf: (url: string) => Promise<Robots>;
  /** Hosts that are the site: that of the start address, and the one that it leads to. */
  site: Set<string>;
  /** The page that a text was first met on. */
  texts: Map<string, string>;
  /** Links of a page as they were stored, for pages that are the same as before. */
  storedLinks: (url: string) => Promise<string[]>;
  /** Told once, when the start page is read. */
  onHome: (home: HomeFacts) => void;
  clock: Clock;
  signal: AbortSignal;
}

/** Files that are no pages, and worth a line in the log. */
const documents = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|epub|csv|ics|xml|json|rss|atom|txt|md)$/i;
/** Files that nobody would ask for as a page. */
const media =
  /\.(?:jpe?g|png|gif|svg|webp|avif|bmp|ico|tiff?|mp[34]|m4[av]|webm|og[gv]|wav|flac|avi|mov|wmv|zip|gz|tgz|bz2|xz|7z|rar|dmg|exe|msi|apk|iso|jar|css|m?js|map|wasm|woff2?|ttf|otf|eot|swf|psd)$/i;

export function isOwn(context: Pick<CrawlContext, "site">, url: string): boolean {
  return context.site.has(siteOf(url));
}

/** Whether an address belongs in the frontier at all. */
export function isPageOf(context: CrawlContext, url: string): boolean {
  return isOwn(context, url) && !media.test(new URL(url).pathname) && isWanted(url, context.settings);
}

/** `pdf` for an address that plainly is a file of another kind; undefined for pages. */
export function fileKind(url: string): string | undefined {
  return documents.exec(new URL(url).pathname)?.[0].slice(1).toLowerCase();
}

export function follow(context: CrawlContext, links: readonly string[], depth: number): void {
  for (const link of links) if (isPageOf(context, link)) context.frontier.add(link, depth);
}
