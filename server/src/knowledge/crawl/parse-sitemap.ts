/** What a sitemap lists: pages, or further sitemaps. */
export interface Sitemap {
  pages: string[];
  sitemaps: string[];
  /** When a page changed last, in milliseconds; a day without an hour counts to its end. */
  changed: Map<string, number>;
}

/** The protocol allows so many in one file. */
const MOST_ENTRIES = 50_000;

/**
 * Reads a sitemap of any kind: XML (also broken), an index, RSS or Atom, or a text file with a line for each address.
 * Entities beyond the five of XML are left alone, never expanded. `base` is the sitemap's own address.
 */
export function parseSitemap(text: string, base: string): Sitemap {
  const plain = text.replace(/^\ufeff/, "").trimStart();
  const found: Sitemap = { pages: [], sitemaps: [], changed: new Map() };
  if (plain.startsWith("<")) readXml(plain, found);
  else readLines(plain, found);
  const absolute = (raw: string[]) => [...new Set(raw.flatMap((loc) => completeLocation(loc, base) ?? []))];
  const changed = [...found.changed].flatMap(([loc, at]): [string, number][] => {
    const url = completeLocation(loc, base);
    return url === undefined ? [] : [[url, at]];
  });
  return { pages: absolute(found.pages), sitemaps: absolute(found.sitemaps), changed: new Map(changed) };
}

/** `example.com/page` without a scheme is an address here, not a path; `/page` and `page.html` are paths. */
export function completeLocation(raw: string, base: string): string | undefined {
  const text = raw.trim();
  if (text === "" || text.length > 4_000 || /[\s<>"]/.test(text)) return undefined;
  const { protocol, host } = new URL(base);
  const first = text.split(/[/?#]/, 1)[0] ?? "";
  const isHost =
    first.toLowerCase() === host.toLowerCase() ||
    (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?$/i.test(first) && text.length > first.length);
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : isHost ? `${protocol}//${text}` : text;
  return URL.parse(url, base)?.href;
}

function readXml(text: string, found: Sitemap): void {
  const entry =
    /<(?:[\w-]+:)?(sitemap|url)\b[^>]*>|<(?:[\w-]+:)?loc\b[^>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]*)|<link>\s*(?:<!\[CDATA\[)?([^<\]]*)|<link\b[^>]*\bhref=["']([^"']*)["'][^>]*>|<(?:[\w-]+:)?lastmod\b[^>]*>\s*([^<]*)/gi;
  const isFeed = /<(?:rss|feed|rdf:RDF)\b/i.test(text.slice(0, 2_000));
  let inSitemap = false;
  let count = 0;
  let page: string | undefined;
  for (const [, container, loc, link, href, lastmod] of text.matchAll(entry)) {
    if (container !== undefined) {
      inSitemap = container.toLowerCase() === "sitemap";
      page = undefined;
    }
    const at = lastmod === undefined || page === undefined ? undefined : timeOf(lastmod.trim());
    if (at !== undefined && page !== undefined) found.changed.set(page, at);
    const address = loc ?? (isFeed ? (link ?? href) : undefined);
    if (address === undefined || address.trim() === "") continue;
    page = inSitemap ? undefined : decodeFive(address);
    (inSitemap ? found.sitemaps : found.pages).push(decodeFive(address));
    count += 1;
    if (count >= MOST_ENTRIES) return;
  }
}

const DAY_MS = 86_400_000;

function timeOf(text: string): number | undefined {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) ? time + DAY_MS : time;
}

function readLines(text: string, found: Sitemap): void {
  for (const line of text.split(/\r\n|\r|\n/, MOST_ENTRIES))
    if (/^(https?:\/\/|\/|[\w-]+(\.[\w-]+)+[:/])/i.test(line.trim())) found.pages.push(line);
}

const five: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#38;": "&",
  "&#x26;": "&",
};

const decodeFive = (text: string): string =>
  text.trim().replace(/&(?:amp|lt|gt|quot|apos|#38|#x26);/gi, (entity) => five[entity.toLowerCase()] ?? entity);
