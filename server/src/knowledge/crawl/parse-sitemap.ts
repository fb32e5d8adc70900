/** What a sitemap lists: pages, or further sitemaps. */
export interface Sitemap {
  pages: string[];
  sitemaps: string[];
  /** When a page changed last, in milliseconds; a day without an hour counts to its end. */
  changed: Map<string, number>;
}

/** The protocol allows so many in one file. */
const MOST_ENTRIES = 50_000;
const LONGEST_LINE = 4_000;

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

/** A list of pictures names many tags for each page; what goes on beyond so many is no list. */
const MOST_TAGS = 2_000_000;

/** In one pass, whatever it holds: a tag ends before the next one begins, and nothing is looked for twice. */
function readXml(text: string, found: Sitemap): void {
  const plain = text.includes("<![CDATA[") ? text.replaceAll("<![CDATA[", "") : text;
  const isFeed = /<(?:rss|feed|rdf:RDF)\b/i.test(plain.slice(0, 2_000));
  let inSitemap = false;
  let count = 0;
  let tags = 0;
  let page: string | undefined;
  for (const [, tag = "", after = ""] of plain.matchAll(/<([^<>]*)>([^<\]]*)/g)) {
    if ((tags += 1) > MOST_TAGS || count >= MOST_ENTRIES) return;
    const kind = kindOf(tag);
    if (kind === "sitemap" || kind === "url") {
      inSitemap = kind === "sitemap";
      page = undefined;
    }
    const at = kind !== "lastmod" || page === undefined ? undefined : timeOf(after.trim());
    if (at !== undefined && page !== undefined) found.changed.set(page, at);
    const address = kind === "loc" ? after : kind === "link" && isFeed ? linkOf(tag, after) : "";
    if (address.trim() === "") continue;
    page = inSitemap ? undefined : decodeFive(address);
    (inSitemap ? found.sitemaps : found.pages).push(decodeFive(address));
    count += 1;
  }
}

/** `loc` of `image:loc`, in small letters; undefined for what says nothing here. */
function kindOf(tag: string): string | undefined {
  return /^(?:[\w-]{1,100}:)?(sitemap|url|loc|link|lastmod)(?![\w-])/i.exec(tag.slice(0, 120))?.[1]?.toLowerCase();
}

/** Of a feed: RSS has it between the tags, Atom in an attribute. */
function linkOf(tag: string, after: string): string {
  return /^link\s*$/i.test(tag.slice(0, 20)) ? after : (/\shref=["']([^"']*)/i.exec(tag.slice(0, 8_000))?.[1] ?? "");
}

const DAY_MS = 86_400_000;

function timeOf(text: string): number | undefined {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) ? time + DAY_MS : time;
}

function readLines(text: string, found: Sitemap): void {
  for (const line of text.split(/\r\n|\r|\n/, MOST_ENTRIES))
    if (/^(https?:\/\/|\/|[\w-]+(\.[\w-]+)+[:/])/i.test(line.slice(0, LONGEST_LINE).trim())) found.pages.push(line);
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
