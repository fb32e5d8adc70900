import type { CrawlSettings } from "@parley/contracts";
import type { Clock } from "../../platform/index.ts";
import type { HomeFacts } from "../extract/home-facts.ts";
import type { Renderer } from "../render/types.ts";
import type { Readers } from "../files/create-readers.ts";
import type { createFileCache } from "./file-cache.ts";
import type { Frontier } from "./frontier.ts";
import { whyUnwanted } from "./match-glob.ts";
import { siteOf } from "./normalise-url.ts";
import type { PacedFetch } from "./paced-fetch.ts";
import { tidyQuery } from "./query-rule.ts";
import type { Robots } from "./robots.ts";

/** What all steps of one crawl share. */
export interface CrawlContext {
  sourceId: string;
  startUrl: string;
  settings: CrawlSettings;
  frontier: Frontier;
  fetch: PacedFetch;
  /** The same for what pages load while they are run: each file once in a crawl. */
  fetchFile: ReturnType<typeof createFileCache>;
  renderer: Renderer;
  readers: Pick<Readers, "read" | "readPage">;
  robotsOf: (url: string) => Promise<Robots>;
  /** Hosts that are the site: that of the start address, and the one that it leads to. */
  site: Set<string>;
  /** The page that a text was first met on. */
  texts: Map<string, string>;
  /** When the sitemaps say that a page changed last, by its folded address. */
  changed: Map<string, number>;
  /** What the start page says of its language; null until it is read, or when it says nothing. */
  language: string | null;
  /** Only the addresses that were asked for are read: nothing that they name. */
  partial: boolean;
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

export function isOwn({ site, settings }: Pick<CrawlContext, "site" | "settings">, url: string): boolean {
  const host = siteOf(url);
  return site.has(host) || settings.subdomains.some((pattern) => isHostOf(pattern, host));
}

/** `*.example.com` stands for all hosts below; a pattern without a port for the usual ones. */
function isHostOf(pattern: string, host: string): boolean {
  if (pattern.startsWith("*.")) return host.endsWith(pattern.slice(1)) || host === pattern.slice(2);
  return host === siteOf(`http://${pattern}/`);
}

/** Why an address does not belong in the frontier, as a sentence; undefined when it does. */
export function whyNotPage(context: Pick<CrawlContext, "site" | "settings">, url: string): string | undefined {
  if (!isOwn(context, url)) return `It is on another site (${new URL(url).host}).`;
  if (media.test(new URL(url).pathname)) return "It is a picture, a recording or another file without text.";
  return whyUnwanted(url, context.settings);
}

/** Whether an address belongs in the frontier at all. */
export function isPageOf(context: Pick<CrawlContext, "site" | "settings">, url: string): boolean {
  return whyNotPage(context, url) === undefined;
}

/** `pdf` for an address that plainly is a file of another kind; undefined for pages. */
export function fileKind(url: string): string | undefined {
  return documents.exec(new URL(url).pathname)?.[0].slice(1).toLowerCase();
}

/** Kinds that are read where the owner wants them. */
const readable = new Set(["pdf", "docx", "pptx", "xlsx", "odt", "ods", "odp", "epub"]);

/** Whether an address is that of a file that is to be read. */
export function isReadableFile(url: string, { readFiles }: Pick<CrawlSettings, "readFiles">): boolean {
  return readFiles && readable.has(fileKind(url) ?? "");
}

/** Why an address is passed over as a file, as a sentence; undefined for pages, and for files that are read. */
export function whyNotFile(url: string, settings: Pick<CrawlSettings, "readFiles">): string | undefined {
  const kind = fileKind(url);
  if (kind === undefined || isReadableFile(url, settings)) return undefined;
  return readable.has(kind)
    ? `This is a file (${kind}), and the settings say that files are not read.`
    : `This is a file (${kind}), not a web page.`;
}

/** An address as the owner's rule for queries leaves it. */
export const tidied = ({ settings }: Pick<CrawlContext, "settings">, url: string): string => tidyQuery(url, settings);

export function follow(context: CrawlContext, links: readonly string[], depth: number): void {
  if (context.partial) return;
  for (const link of links) {
    const url = tidied(context, link);
    if (isPageOf(context, url)) context.frontier.add(url, depth);
  }
}
