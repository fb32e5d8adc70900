import { unpackBody } from "../extract/decode-body.ts";
import { normaliseUrl, siteOf } from "./normalise-url.ts";
import { isPassing, type PacedFetch } from "./paced-fetch.ts";
import { completeLocation, parseSitemap } from "./parse-sitemap.ts";

export interface SitemapSearch {
  /** The start page's own address. */
  startUrl: string;
  /** Named in robots.txt. */
  announced: readonly string[];
  /** Named by the owner, wherever they are. */
  given: readonly string[];
  /** Whether others are looked for than those that the owner names. */
  search: boolean;
  /** Whether an address belongs to the site. */
  isOwn: (url: string) => boolean;
  /** At most so many pages are wanted. */
  most: number;
  signal: AbortSignal;
  /** Filled as files are read, for whoever cannot wait for the last of them. */
  found?: SitemapFindings;
}

export interface SitemapFindings {
  /** Pages of the site, in the order of the files. */
  pages: string[];
  /** When pages changed last, in milliseconds, as far as the files say. */
  changed: Map<string, number>;
  /** Each file that was read or missed where it was said to be. */
  files: { url: string; pages: number; note: string | null }[];
  /** A file could not be read just now: pages that are missing may only be missing from here. */
  incomplete: boolean;
}

const MOST_FILES = 200;
const DEEPEST = 4;
const REQUEST = { maxBytes: 20_000_000, timeoutMs: 30_000 };
const LARGEST_UNPACKED = 60_000_000;

/** Reads the sitemaps of a site: those announced, else those in the usual places, at the root and below the start. */
export async function findSitemaps(fetch: PacedFetch, search: SitemapSearch): Promise<SitemapFindings> {
  const seen = new Set<string>();
  const pages = new Set<string>();
  const found: SitemapFindings = search.found ?? { pages: [], changed: new Map(), files: [], incomplete: false };
  let queue = candidates(search).map((url) => ({ url, depth: 0 }));
  while (seen.size < MOST_FILES && pages.size < search.most) {
    // What robots.txt names may be gone, and the usual place be right.
    if (queue.length === 0 && pages.size === 0 && search.search) queue = usualPlaces(search, seen);
    if (queue.length === 0) break;
    const [{ url, depth } = { url: "", depth: 0 }, ...rest] = queue;
    queue = rest;
    if (seen.has(url)) continue;
    seen.add(url);
    const read = await readSitemap(fetch, url, search.signal);
    const isNamed = search.announced.includes(url) || search.given.includes(url) || depth > 0;
    if (read === "unavailable") found.incomplete ||= isNamed;
    if (typeof read === "string") {
      if (isNamed || read === "unavailable") found.files.push({ url, pages: 0, note: notes[read] });
      continue;
    }
    const { pages: listed, sitemaps, changed: dates } = parseSitemap(read.text, read.url);
    const own = ownPages(listed, search);
    for (const page of own.values()) {
      if (pages.size >= search.most || pages.has(page)) continue;
      pages.add(page);
      found.pages.push(page);
    }
    for (const [raw, at] of dates) {
      const page = own.get(raw);
      if (page !== undefined) found.changed.set(page, at);
    }
    found.files.push({ url, pages: own.size, note: null });
    if (depth < DEEPEST)
      queue.push(
        ...sitemaps.filter((next) => isNear(next, url, search)).map((next) => ({ url: next, depth: depth + 1 })),
      );
    // The usual places name the same list twice; one of them is enough for the root.
    if (depth === 0 && (listed.length > 0 || sitemaps.length > 0))
      queue = queue.filter((next) => next.depth > 0 || !isUsualRoot(next.url));
  }
  return found;
}

const notes = {
  absent: "There is no sitemap at this address.",
  unavailable: "The sitemap could not be read just now.",
};

/** A list may lead to lists of the site, and to those that lie beside it. */
const isNear = (next: string, from: string, { isOwn }: SitemapSearch): boolean =>
  isOwn(next) || new URL(next).origin === new URL(from).origin;

const usualPlaces = ({ startUrl }: SitemapSearch, seen: ReadonlySet<string>) =>
  usual.map((path) => ({ url: new URL(path, startUrl).href, depth: 0 })).filter(({ url }) => !seen.has(url));

const usual = ["/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/sitemap.xml.gz", "/sitemap.txt"];

const isUsualRoot = (url: string): boolean => usual.slice(1).includes(new URL(url).pathname);

function candidates({ startUrl, announced, given, search, isOwn }: SitemapSearch): string[] {
  if (!search) return [...new Set(given)];
  const named = announced
    .flatMap((raw) => completeLocation(raw, startUrl) ?? [])
    .flatMap((url) => normaliseUrl(url) ?? [])
    .filter(isOwn);
  const folder = new URL(".", startUrl);
  const below =
    folder.pathname === "/" ? [] : [new URL("sitemap.xml", folder).href, new URL("sitemap_index.xml", folder).href];
  const atRoot = named.length > 0 ? [] : usual.map((path) => new URL(path, startUrl).href);
  return [...new Set([...given, ...named, ...below.slice(0, named.length > 0 ? 1 : 2), ...atRoot])];
}

const MOST_REDIRECTS = 4;

async function readSitemap(
  fetch: PacedFetch,
  from: string,
  signal: AbortSignal,
): Promise<{ text: string; url: string } | "absent" | "unavailable"> {
  let url = from;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await fetch(url, REQUEST);
      const location = response.headers["location"];
      if (response.status >= 300 && response.status < 400 && location !== undefined) {
        const next = normaliseUrl(location, url);
        if (next === undefined) return "absent";
        url = next;
        continue;
      }
      if (isPassing(response.status)) return "unavailable";
      if (response.status !== 200) return "absent";
      const text = new TextDecoder("utf-8").decode(await unpackBody(response.body, LARGEST_UNPACKED));
      return /^\s*<(?:!doctype html|html)/i.test(text.slice(0, 500)) ? "absent" : { text, url };
    }
    return "absent";
  } catch {
    signal.throwIfAborted();
    return "unavailable";
  }
}

/**
 * Pages of this site, by their address in the list. A copy of a site often serves the list of the original: where a list names one other host
 * and nothing of this one, its paths are read as paths here.
 */
function ownPages(listed: readonly string[], { startUrl, isOwn }: SitemapSearch): Map<string, string> {
  const normal = listed.flatMap((raw): [string, string][] => {
    const url = normaliseUrl(raw);
    return url === undefined ? [] : [[raw, url]];
  });
  const own = normal.filter(([, url]) => isOwn(url));
  const hosts = new Set(normal.map(([, url]) => siteOf(url)));
  if (own.length > 0 || hosts.size !== 1) return new Map(own);
  const { protocol, host } = new URL(startUrl);
  return new Map(
    normal.flatMap(([raw, url]): [string, string][] => {
      const { pathname, search } = new URL(url);
      const here = normaliseUrl(`${protocol}//${host}${pathname}${search}`);
      return here === undefined ? [] : [[raw, here]];
    }),
  );
}
