import { createHash } from "node:crypto";
import { Fault } from "@parley/contracts";
import type { PublicResponse } from "../../platform/index.ts";
import { decodeHtml, unpackBody } from "../extract/decode-body.ts";
import { countWords, readPage, type PageReading } from "../extract/read-page.ts";
import { detectLanguage } from "../language.ts";
import { contactHeading } from "./contact-heading.ts";
import { fileKind, isOwn, isPageOf, type CrawlContext } from "./crawl-context.ts";
import { foldReasons, type Entry } from "./frontier.ts";
import { foldUrl } from "./normalise-url.ts";

/** Texts read by another version of these rules are read again. */
export const READER = "1";

/** What is indexed of a page. */
export interface PageText {
  title: string;
  url: string;
  language: string;
  markdown: string;
  contentHash: string;
}

export interface Judgement {
  text: PageText | null;
  /** Why there is no text. */
  reason: string | null;
  fault: Fault | null;
  /** The page that this one is folded into. */
  sameAs: string | null;
  links: string[];
  etag: string | null;
  lastModified: string | null;
  contentHash: string | null;
  httpStatus: number;
}

interface Arrived {
  entry: Entry;
  response: PublicResponse;
  /** As fetched. */
  url: string;
}

/** Reads an answer and says what becomes of the page. Faults: response_too_large, http_error for damaged bytes. */
export async function judgePage(context: CrawlContext, arrived: Arrived): Promise<Judgement> {
  const { entry, response, url } = arrived;
  const body = await unpackBody(response.body);
  const none: Judgement = {
    text: null,
    reason: null,
    fault: null,
    sameAs: null,
    links: [],
    etag: response.headers["etag"] ?? null,
    lastModified: response.headers["last-modified"] ?? null,
    contentHash: null,
    httpStatus: response.status,
  };
  const kind = otherKind(response.headers["content-type"], body);
  if (kind !== undefined) return { ...none, reason: `This is ${kind}, not a web page.` };
  const html = decodeHtml(body, response.headers["content-type"]);
  const page = await readPage({ url, html, robotsHeader: response.headers["x-robots-tag"] });
  if (isHome(context, entry)) context.onHome(page.home);
  const links = page.links.filter((link) => isPageOf(context, link));
  const sameAs = foldedInto(context, arrived, page);
  if (sameAs) return { ...none, ...sameAs, links };
  if (page.noindex) return { ...none, links, reason: "The page asks not to be read (noindex)." };
  return judgeText(context, { arrived, page, none: { ...none, links } });
}

function judgeText(
  context: CrawlContext,
  { arrived, page, none }: { arrived: Arrived; page: PageReading; none: Judgement },
): Judgement {
  const { entry, url } = arrived;
  const language = detectLanguage(page.markdown, page.declaredLanguage);
  const withContact = page.contact !== "" && tellsContact(context, arrived);
  const markdown = withContact
    ? `${page.markdown}\n\n## ${contactHeading(language)}\n\n${page.contact}`.trim()
    : page.markdown;
  if (countWords(markdown) === 0) {
    const reason = page.needsScript
      ? "The page is empty without JavaScript, which is not run here."
      : "There is no text on the page.";
    return { ...none, reason, fault: new Fault("no_pages", reason) };
  }
  const contentHash = `${READER}-${createHash("sha256").update(`${page.title}\n${markdown}`).digest("base64url").slice(0, 32)}`;
  const first = context.texts.get(contentHash);
  if (first !== undefined && foldUrl(first) !== foldUrl(entry.url) && !entry.alone) {
    return { ...none, contentHash, sameAs: first, reason: `${foldReasons.text} ${first}` };
  }
  context.texts.set(contentHash, entry.url);
  const title = page.title === "" ? titleFrom(url) : withoutSite(page.title, page.home.name);
  return { ...none, contentHash, text: { title, url, language, markdown, contentHash } };
}

/** A page that sends on, or that names another page of the site as the one to read. */
function foldedInto(context: CrawlContext, { entry, url }: Arrived, page: PageReading): Partial<Judgement> | undefined {
  const isOther = (target: string) => foldUrl(target) !== foldUrl(entry.url) && foldUrl(target) !== foldUrl(url);
  if (page.refresh !== null && isOther(page.refresh) && countWords(page.markdown) < 80) {
    if (!isOwn(context, page.refresh)) return { reason: `It leads to another site (${new URL(page.refresh).host}).` };
    context.frontier.add(page.refresh, entry.depth);
    return { sameAs: page.refresh, reason: `${foldReasons.redirect} ${page.refresh}` };
  }
  const { canonical } = page;
  if (
    canonical === null ||
    entry.alone ||
    !isOther(canonical) ||
    !isPageOf(context, canonical) ||
    fileKind(canonical) !== undefined
  )
    return undefined;
  // Whole sites name their start page as the address of every page by mistake.
  if (new URL(canonical).pathname === "/" && new URL(canonical).search === "") return undefined;
  const known = context.frontier.get(canonical);
  if (known?.status === "skipped" || known?.status === "failed" || known?.status === "removed") return undefined;
  context.frontier.add(canonical, entry.depth);
  return context.frontier.get(canonical)
    ? { sameAs: canonical, reason: `${foldReasons.canonical} ${canonical}` }
    : undefined;
}

function isHome(context: CrawlContext, { depth, url }: Entry): boolean {
  return depth === 0 || foldUrl(url) === foldUrl(context.startUrl);
}

/** What a footer holds is the same on every page: it is told where people look for it, not everywhere. */
function tellsContact(context: CrawlContext, { entry, url }: Arrived): boolean {
  return (
    isHome(context, entry) ||
    /contact|kontakt|impressum|imprint|find-?us|visit|location|contatt/i.test(new URL(url).pathname)
  );
}

/** What an answer is when it is no HTML, as words; the bytes count where the type is missing or vague. */
function otherKind(contentType: string | undefined, body: Uint8Array): string | undefined {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const start = Buffer.from(body.subarray(0, 1_024))
    .toString("latin1")
    .replace(/\u0000/g, "")
    .trimStart();
  const looksHtml =
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<!--[\s\S]{0,800}?-->\s*)?<(?:!doctype html|html|head|body|title|meta|h1|div|p|article|main)\b/i.test(
      start,
    );
  if (start.startsWith("%PDF-")) return "a file (application/pdf)";
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type))
    return /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|PK\u0003\u0004)/.test(start)
      ? "a picture or a packed file"
      : undefined;
  if (
    looksHtml &&
    /^(?:|text\/plain|application\/octet-stream|application\/(?:x-)?gzip|application\/xml|text\/xml|binary\/octet-stream|unknown\/unknown)$/.test(
      type,
    )
  )
    return undefined;
  return type === "" ? "of no known kind" : `a file (${type})`;
}

/** "Prices | The Shop" is "Prices" where the site itself says that it is "The Shop". */
function withoutSite(title: string, site: string | null): string {
  if (site === null || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  const own = title.slice(0, -site.length).replace(/\s*[|–—·•»:~-]\s*$/, "");
  return own.length >= 2 && own.length < title.length - site.length ? own : title;
}

/** `/opening-hours/` says more than nothing. */
function titleFrom(url: string): string {
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
