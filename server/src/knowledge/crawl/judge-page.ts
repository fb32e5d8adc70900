import { createHash } from "node:crypto";
import { Fault, type CrawlSettings } from "@parley/contracts";
import type { PublicResponse } from "../../platform/index.ts";
import { decodeHtml, unpackBody } from "../extract/decode-body.ts";
import { countWords, readPage, type PageReading, type PageSource } from "../extract/read-page.ts";
import { ParseFault } from "../files/parse/types.ts";
import { detectLanguage } from "../language.ts";
import { contactHeading } from "./contact-heading.ts";
import { judgeFile } from "./judge-file.ts";
import { fileKind, isOwn, isPageOf, tidied, type CrawlContext } from "./crawl-context.ts";
import { foldReasons, type Entry } from "./frontier.ts";
import { isFile, otherKind } from "./kind-of-answer.ts";
import { foldUrl, normaliseUrl } from "./normalise-url.ts";
import { type PageText, readerOf, titleFrom, withoutSite } from "./page-text.ts";

export interface Judgement {
  text: PageText | null;
  /** Why there is no text. */
  reason: string | null;
  fault: Fault | null;
  /** The page that this one is folded into. */
  sameAs: string | null;
  /** That belong to the site. */
  links: string[];
  /** All of them, also to where nobody goes. */
  allLinks: string[];
  etag: string | null;
  lastModified: string | null;
  contentHash: string | null;
  httpStatus: number;
  /** It was run in a browser. */
  rendered: boolean;
}

interface Arrived {
  entry: Entry;
  response: PublicResponse;
  /** As fetched. */
  url: string;
}

/** Reads an answer and says what becomes of the page. Faults: response_too_large, http_error for damaged bytes. */
export async function judgePage(context: CrawlContext, arrived: Arrived): Promise<Judgement> {
  const { entry, response } = arrived;
  const body = await unpackBody(response.body);
  const none: Judgement = {
    text: null,
    reason: null,
    fault: null,
    sameAs: null,
    links: [],
    allLinks: [],
    etag: response.headers["etag"] ?? null,
    lastModified: response.headers["last-modified"] ?? null,
    contentHash: null,
    httpStatus: response.status,
    rendered: false,
  };
  if (context.settings.readFiles && isFile(response.headers["content-type"], body)) {
    const { text, reason } = await judgeFile(context, { url: arrived.url, entryUrl: entry.url, bytes: body });
    return { ...none, text, reason, contentHash: text?.contentHash ?? null };
  }
  const kind = otherKind(response.headers["content-type"], body);
  if (kind !== undefined) return { ...none, reason: `This is ${kind}, not a web page.` };
  const html = decodeHtml(body, response.headers["content-type"]);
  const { page, url, rendered, trouble } = await readArrived(context, { ...arrived, html });
  // What a server says of a shell says nothing of what scripts put into it.
  const seen: Judgement = {
    ...none,
    rendered,
    allLinks: page.links,
    ...(rendered && { etag: null, lastModified: null }),
  };
  if (isHome(context, entry)) {
    context.language ??= page.declaredLanguage;
    context.onHome(page.home);
  }
  const links = page.links.map((link) => tidied(context, link)).filter((link) => isPageOf(context, link));
  const sameAs = movedByScript(context, arrived, url) ?? foldedInto(context, { ...arrived, url }, page);
  if (sameAs) return { ...seen, ...sameAs, links };
  if (page.noindex) return { ...seen, links, reason: "The page asks not to be read (noindex)." };
  return judgeText(context, { arrived: { ...arrived, url }, page, trouble, none: { ...seen, links } });
}

interface ReadArrived {
  page: PageReading;
  /** After what its scripts did. */
  url: string;
  rendered: boolean;
  /** Why it could not be run in a browser although it should have been. */
  trouble: Fault | null;
}

/** The page as it came, or as its scripts make it where it needs them. */
async function readArrived(
  context: CrawlContext,
  { url, html, response }: Arrived & { html: string },
): Promise<ReadArrived> {
  const { settings, signal } = context;
  const parts = { keep: settings.keepSelectors, drop: settings.dropSelectors };
  const read = (of: { url: string; html: string }) =>
    readAside(context, { ...of, robotsHeader: response.headers["x-robots-tag"], parts });
  const page = await read({ url, html });
  const asItCame = { page, url, rendered: false, trouble: null };
  const isWanted = settings.rendering === "always" || (settings.rendering === "auto" && page.needsScript);
  if (!isWanted || page.noindex) return asItCame;
  try {
    const isOwnHere = (address: string) => isOwn(context, address);
    const run = await context.renderer.render({ url, html, fetch: context.fetchFile, isOwn: isOwnHere, signal });
    const at = normaliseUrl(run.url);
    const seen = at !== undefined && isOwn(context, at) ? at : url;
    return { page: await read({ url: seen, html: run.html }), url: seen, rendered: true, trouble: null };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Fault)) throw error;
    return { ...asItCame, trouble: error };
  }
}

/** Larger pages are read in a thread of their own, so that nobody else waits for them. */
const SMALL = 400_000;

/** Faults: response_too_large for a page that takes too long or too much to read. */
async function readAside({ readers, signal }: CrawlContext, source: PageSource): Promise<PageReading> {
  if (source.html.length <= SMALL) return readPage(source);
  return readers.readPage(source, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    if (!(error instanceof ParseFault)) throw error;
    const own = "The page takes longer or more memory to read than a page may.";
    throw new Fault("response_too_large", error.code === "damaged" ? error.message : own, { cause: error });
  });
}

/** A page whose script leads to another page of the site. */
function movedByScript(context: CrawlContext, { entry, url }: Arrived, at: string): Partial<Judgement> | undefined {
  const target = tidied(context, at);
  if (foldUrl(target) === foldUrl(tidied(context, url)) || foldUrl(target) === foldUrl(entry.url) || entry.alone)
    return undefined;
  if (!isPageOf(context, target)) return undefined;
  if (!context.partial) context.frontier.add(target, entry.depth);
  return context.frontier.get(target) ? { sameAs: target, reason: `${foldReasons.redirect} ${target}` } : undefined;
}

function judgeText(
  context: CrawlContext,
  { arrived, page, trouble, none }: { arrived: Arrived; page: PageReading; trouble: Fault | null; none: Judgement },
): Judgement {
  const { entry, url } = arrived;
  const language = detectLanguage(page.markdown, page.declaredLanguage);
  const withContact = page.contact !== "" && tellsContact(context, arrived);
  const markdown = withContact
    ? `${page.markdown}\n\n## ${contactHeading(language)}\n\n${page.contact}`.trim()
    : page.markdown;
  if (countWords(markdown) === 0) {
    // What it said is kept for a while when only the browser failed, as when the site does.
    if (trouble && entry.known && entry.known.documentId !== null) throw trouble;
    const reason = whyEmpty({ page, trouble, rendered: none.rendered, settings: context.settings });
    return { ...none, reason, fault: new Fault("no_pages", reason) };
  }
  const contentHash = `${readerOf(context.settings)}-${createHash("sha256").update(`${page.title}\n${markdown}`).digest("base64url").slice(0, 32)}`;
  const first = context.texts.get(contentHash);
  if (first !== undefined && foldUrl(first) !== foldUrl(entry.url) && !entry.alone) {
    return { ...none, contentHash, sameAs: first, reason: `${foldReasons.text} ${first}` };
  }
  context.texts.set(contentHash, entry.url);
  const title = page.title === "" ? titleFrom(url) : withoutSite(page.title, page.home.name);
  return { ...none, contentHash, text: { title, url, language, markdown, contentHash, products: page.products } };
}

function whyEmpty({
  page,
  trouble,
  rendered,
  settings,
}: Pick<ReadArrived, "page" | "trouble" | "rendered"> & { settings: CrawlSettings }): string {
  if (rendered) return "There is no text on the page, also after its scripts have run.";
  if (trouble) return `The page is empty without JavaScript. ${trouble.message}`;
  if (page.needsScript && settings.rendering === "never")
    return "The page is empty without JavaScript, and its settings say that no browser is to run it.";
  return settings.keepSelectors.length > 0
    ? "None of the parts that you chose is on the page, and there is no other text."
    : "There is no text on the page.";
}

/** A page that sends on, or that names another page of the site as the one to read. */
function foldedInto(context: CrawlContext, { entry, url }: Arrived, page: PageReading): Partial<Judgement> | undefined {
  const isOther = (target: string) => foldUrl(target) !== foldUrl(entry.url) && foldUrl(target) !== foldUrl(url);
  if (page.refresh !== null && isOther(page.refresh) && countWords(page.markdown) < 80) {
    if (!isOwn(context, page.refresh)) return { reason: `It leads to another site (${new URL(page.refresh).host}).` };
    if (!context.partial) context.frontier.add(page.refresh, entry.depth);
    return { sameAs: page.refresh, reason: `${foldReasons.redirect} ${page.refresh}` };
  }
  const translated = context.settings.foldLanguages ? translationOf(context, page, isOther) : undefined;
  if (translated !== undefined && !entry.alone) {
    if (!context.partial) context.frontier.add(translated, entry.depth);
    if (context.frontier.get(translated))
      return { sameAs: translated, reason: `${foldReasons.language} ${translated}` };
  }
  const canonical = page.canonical === null ? null : tidied(context, page.canonical);
  if (
    canonical === null ||
    !context.settings.foldCanonical ||
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
  if (!context.partial) context.frontier.add(canonical, entry.depth);
  return context.frontier.get(canonical)
    ? { sameAs: canonical, reason: `${foldReasons.canonical} ${canonical}` }
    : undefined;
}

/** The page in the start page's language, where this one is in another and says where that is. */
function translationOf(
  context: CrawlContext,
  page: PageReading,
  isOther: (url: string) => boolean,
): string | undefined {
  const primary = (language: string) => language.split(/[-_]/, 1)[0];
  const { language } = context;
  if (language === null || page.declaredLanguage === null || primary(page.declaredLanguage) === primary(language))
    return undefined;
  const target = page.alternates.find((one) => primary(one.language) === primary(language))?.url;
  const url = target === undefined ? undefined : tidied(context, target);
  return url !== undefined && isOther(url) && isPageOf(context, url) ? url : undefined;
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
