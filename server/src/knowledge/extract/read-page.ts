import { normaliseUrl } from "../crawl/normalise-url.ts";
import { completeLocation } from "../crawl/parse-sitemap.ts";
import { elementsOf, findFirst, metaOf, textOf } from "./dom.ts";
import { findMain } from "./find-main.ts";
import { contactFacts } from "./contact-facts.ts";
import { readLinkedData, type LinkedData } from "./linked-data.ts";
import { measureAll } from "./measure.ts";
import { parseHtml, type Element } from "./parse-html.ts";
import type { PageProduct } from "../catalogue/page-products.ts";
import { readPageProducts } from "./page-products.ts";
import { prunePage } from "./prune-page.ts";
import type { HomeFacts } from "./home-facts.ts";
import { readHome } from "./read-home.ts";
import { type PartsOfPage, selectParts } from "./select-parts.ts";
import { toMarkdown } from "./to-markdown.ts";

export interface PageReading {
  title: string;
  /** The main content. */
  markdown: string;
  /** What the page says of its own language. */
  declaredLanguage: string | null;
  /** The page's own idea of its address. */
  canonical: string | null;
  /** Where the page only sends on to (meta refresh). */
  refresh: string | null;
  /** Addresses that may be followed, normalised, in order, each once. */
  links: string[];
  noindex: boolean;
  nofollow: boolean;
  /** The same page in other languages, by what it says of them. */
  alternates: { language: string; url: string }[];
  /** An empty shell that a script would fill. */
  needsScript: boolean;
  /** Telephone, mail, address and hours from footers and headers, as Markdown; empty when there are none. */
  contact: string;
  /** What its markup says of products and services. */
  products: PageProduct[];
  /** What a start page tells of the whole site. */
  home: HomeFacts;
}

export interface PageSource {
  /** After redirects. */
  url: string;
  html: string;
  /** The X-Robots-Tag header. */
  robotsHeader?: string | undefined;
  /** CSS selectors of what is kept and of what is left out. */
  parts?: PartsOfPage;
}

const MOST_LINKS = 2_000;

/** Reads a page: its content as Markdown, where it leads, and what it says of itself. Never throws for bad HTML. */
export async function readPage({ url, html, robotsHeader, parts }: PageSource): Promise<PageReading> {
  const root = await parseHtml(html);
  const meta = metaOf(root);
  const base = baseOf(root, url);
  const data = readLinkedData(root);
  const robots = `${meta.get("robots") ?? ""},${meta.get("parleybot") ?? ""},${directives(robotsHeader)}`.toLowerCase();
  const nofollow = /\b(nofollow|none)\b/.test(robots);
  const needsScript = isShell(root);
  const links = nofollow ? [] : linksOf(root, base);
  const title = titleOf(root, meta);
  const declaredLanguage = languageOf(root, meta);
  const home = readHome({ root, meta, base, data, title, language: declaredLanguage });
  const page = {
    title,
    declaredLanguage,
    canonical: canonicalOf(root, base),
    refresh: refreshOf(root, base),
    links,
    noindex: /\b(noindex|none)\b/.test(robots),
    nofollow,
    alternates: alternatesOf(root, base),
    needsScript,
    products: readPageProducts(root, { url, base }),
    home,
  };
  const chosen = parts ? await selectParts(root, parts) : undefined;
  const taken = prunePage(root);
  const markdown = withFaq(toMarkdown(chosen ?? findMain(root), { base }), data);
  return { ...page, markdown, contact: contactFacts(taken, { markdown, data }) };
}

/** Words of a Markdown text that are words: marks and table lines do not count. */
export function countWords(markdown: string): number {
  const words = markdown.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
  const dense = markdown.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return words + Math.floor(dense / 2);
}

function baseOf(root: Element, url: string): string {
  const href =
    findFirst(root, ({ name, attributes }) => name === "base" && "href" in attributes)?.attributes["href"] ?? "";
  const base = URL.parse(href, url);
  return base && /^https?:$/.test(base.protocol) ? base.href : url;
}

function titleOf(root: Element, meta: Map<string, string>): string {
  const title = findFirst(root, ({ name, parent }) => name === "title" && parent?.name !== "svg");
  const own = title ? squeeze(title.children.map((child) => (child.type === "text" ? child.text : "")).join("")) : "";
  const heading = findFirst(root, ({ name }) => name === "h1");
  return (own || meta.get("og:title") || (heading ? textOf(heading) : "")).slice(0, 500);
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

function languageOf(root: Element, meta: Map<string, string>): string | null {
  const html = findFirst(root, ({ name }) => name === "html")?.attributes;
  const body = findFirst(root, ({ name }) => name === "body")?.attributes;
  const said =
    html?.["lang"] ?? html?.["xml:lang"] ?? body?.["lang"] ?? meta.get("content-language") ?? meta.get("og:locale");
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(said ?? "")?.[1];
  return primary?.toLowerCase() ?? null;
}

function canonicalOf(root: Element, base: string): string | null {
  const link = findFirst(
    root,
    ({ name, attributes }) => name === "link" && /(^|\s)canonical(\s|$)/i.test(attributes["rel"] ?? ""),
  );
  const href = (link?.attributes["href"] ?? "").trim();
  const url = href === "" ? undefined : completeLocation(href, base);
  return url === undefined ? null : (normaliseUrl(url) ?? null);
}

/** A meta refresh that waits longer than this reloads a page; it does not send on. */
const SENDS_ON_WITHIN_S = 10;

function refreshOf(root: Element, base: string): string | null {
  const refresh = findFirst(
    root,
    ({ name, attributes }) => name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh",
  );
  const [, seconds, address] =
    /^\s*(\d+)?[^;,]*[;,]\s*(?:url\s*=\s*)?["']?\s*([^"']+)/i.exec(refresh?.attributes["content"] ?? "") ?? [];
  if (address === undefined || Number(seconds ?? 0) > SENDS_ON_WITHIN_S) return null;
  return normaliseUrl(address, base) ?? null;
}

function linksOf(root: Element, base: string): string[] {
  const links = new Set<string>();
  for (const { name, attributes } of elementsOf(root)) {
    if (name !== "a" && name !== "area" && name !== "frame" && name !== "iframe" && name !== "link") continue;
    const rel = attributes["rel"] ?? "";
    if (/\bnofollow\b/i.test(rel) || (name === "link" && !/\b(next|prev|alternate)\b/i.test(rel))) continue;
    // Alternates are feeds and print forms too; only other languages are pages.
    if (name === "link" && /\balternate\b/i.test(rel) && !("hreflang" in attributes)) continue;
    const href = (attributes["href"] ?? attributes["src"] ?? "").trim();
    if (href === "" || href.startsWith("#") || /^(javascript|mailto|tel|data|blob):/i.test(href)) continue;
    const url = normaliseUrl(href, base);
    if (url !== undefined) links.add(url);
    if (links.size >= MOST_LINKS) break;
  }
  return [...links];
}

function alternatesOf(root: Element, base: string): PageReading["alternates"] {
  return elementsOf(root).flatMap(({ name, attributes }) => {
    const language = (attributes["hreflang"] ?? "").trim().toLowerCase();
    if (name !== "link" || language === "" || !/\balternate\b/i.test(attributes["rel"] ?? "")) return [];
    const url = normaliseUrl((attributes["href"] ?? "").trim(), base);
    return url === undefined ? [] : [{ language, url }];
  });
}

/** `noindex`, or `parleybot: noindex`; what is said to other robots is not said to us. */
function directives(header: string | undefined): string {
  let ours = true;
  return (header ?? "")
    .split(",")
    .flatMap((part) => {
      const [, robot, rest = ""] = /^\s*([a-z0-9_-]+)\s*:\s*(.*)$/i.exec(part) ?? [];
      if (robot !== undefined && !/^(unavailable_after|max-)/i.test(robot)) {
        ours = robot.toLowerCase() === "parleybot";
        return ours ? [rest] : [];
      }
      return ours ? [part] : [];
    })
    .join(",");
}

/** A shell says so little that a script must be meant to say the rest. */
const SAYS_NOTHING = 200;
/** Even with a footer and a menu around it: the place that a script fills is empty. */
const SAYS_LITTLE = 1_200;
const mounts =
  /^(?:root|app|__next|__nuxt|___gatsby|main|app-?root|react-?root|vue-?app|q-app|svelte|gatsby|ember-?app|wrapper|container|content)$/i;

/** Hardly a word, but scripts and the element that they fill. */
function isShell(root: Element): boolean {
  const body = findFirst(root, ({ name }) => name === "body") ?? root;
  const measure = measureAll(body);
  const said = measure(body).length;
  if (said > SAYS_LITTLE) return false;
  const elements = elementsOf(root);
  const scripts = elements.some(
    ({ name, attributes, children }) =>
      name === "script" && !/json/i.test(attributes["type"] ?? "") && ("src" in attributes || children.length > 0),
  );
  if (!scripts) return false;
  const empty = elements.filter(
    (element) =>
      (element.name === "div" || element.name === "main" || element.name.includes("-")) && measure(element).length < 40,
  );
  const isMount = ({ name, attributes }: Element) =>
    mounts.test(attributes["id"] ?? "") ||
    /^(?:app-root|.+-app)$/.test(name) ||
    "ng-app" in attributes ||
    "data-reactroot" in attributes;
  if (empty.some(isMount)) return true;
  if (said > SAYS_NOTHING) return false;
  return (
    elements.some(isMount) ||
    elements.some((element) => element.name === "noscript" && /java\s?script/i.test(spokenBy(element))) ||
    // Something of its own making, or nothing but an empty box below the body.
    empty.some(({ name, parent }) => name.includes("-") || (parent === body && said === 0))
  );
}

const spokenBy = (element: Element): string => textOf({ ...element, name: "div", parent: null });

/** Questions and answers that only the page's data holds. */
function withFaq(markdown: string, data: LinkedData): string {
  const missing = data.questions.filter(({ question, answer }) => answer !== "" && !markdown.includes(question));
  return [markdown, ...missing.map(({ question, answer }) => `## ${question}\n\n${answer}`)]
    .filter((part) => part !== "")
    .join("\n\n");
}
