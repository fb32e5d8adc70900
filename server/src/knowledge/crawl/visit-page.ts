import { Fault } from "@parley/contracts";
import type { PublicResponse } from "../../platform/index.ts";
import { follow, isReadableFile, isOwn, tidied, whyNotFile, type CrawlContext } from "./crawl-context.ts";
import { foldReasons, type Entry } from "./frontier.ts";
import { judgePage, type Judgement } from "./judge-page.ts";
import { type PageText, readerOf } from "./page-text.ts";
import { foldUrl, normaliseUrl, siteOf } from "./normalise-url.ts";
import type { PageResult } from "./page-store.ts";
import { isPassing } from "./paced-fetch.ts";

/** A visited page, with its text when that is to be indexed. */
export interface Visit {
  entry: Entry;
  result: PageResult;
  text: PageText | null;
  /** Set when the address could not be reached or refused: why a crawl without pages failed. */
  fault: Fault | null;
}

const MOST_HOPS = 10;
const REQUEST = { maxBytes: 12_000_000, timeoutMs: 25_000 };
const FILE_REQUEST = { maxBytes: 40_000_000, timeoutMs: 90_000 };
const limitsOf = ({ settings }: CrawlContext, url: string) => (isReadableFile(url, settings) ? FILE_REQUEST : REQUEST);
/** For so long a page that fails keeps the place that its last reading gave it. */
const GRACE_MS = 7 * 86_400_000;

/** Fetches a page, follows where it leads within the site, and judges what comes. Several lines for a redirect. */
export async function visitPage(context: CrawlContext, entry: Entry): Promise<Visit[]> {
  const way: Visit[] = [];
  let at: Hop = { entry, url: entry.url };
  const seen = new Set<string>();
  try {
    for (let hop = 0; ; hop += 1) {
      const stop = await mayVisit(context, at);
      if (stop !== undefined)
        return [...way, visitOf(at.entry, { status: "skipped", reason: stop.reason }, { fault: stop.fault })];
      if (seen.has(at.url) || hop > MOST_HOPS)
        throw new Fault("too_many_redirects", "The address redirects without end.");
      seen.add(at.url);
      if (hop === 0 && isKnownUnchanged(context, entry)) return [await unchanged(context, entry, null)];
      const response = await context.fetch(at.url, {
        ...limitsOf(context, at.url),
        headers: conditions(context, at.entry),
      });
      const next = redirectOf(response, at.url);
      if (next === undefined) return [...way, await settle(context, at, response)];
      if (seen.has(next)) throw new Fault("too_many_redirects", "The address redirects in a circle.");
      const turned = turn(context, at, next);
      if (turned.visit) way.push(turned.visit);
      if (!turned.hop) return way;
      at = turned.hop;
    }
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof Fault)) throw error;
    return [...way, await fail(context, at.entry, { fault: error, httpStatus: null })];
  }
}

interface Hop {
  entry: Entry;
  /** What is fetched: after a redirect within one page, another spelling of it. */
  url: string;
}

async function mayVisit(
  context: CrawlContext,
  { url }: Hop,
): Promise<{ reason: string; fault: Fault | null } | undefined> {
  const file = whyNotFile(url, context.settings);
  if (file !== undefined) return { reason: file, fault: null };
  const robots = await context.robotsOf(url);
  if (robots.allows(url)) return undefined;
  const fault = new Fault(
    "robots_forbidden",
    `The site's robots.txt does not allow ${new URL(url).pathname} to be read. If the site is yours, allow "ParleyBot" there.`,
  );
  return { reason: "The site's robots.txt does not allow it.", fault };
}

/** Its text is there, made by the same rules as it would be now. */
function isReadLikeThis({ settings }: CrawlContext, { known, alone }: Entry): boolean {
  if (!known || known.documentId === null || alone) return false;
  return known.contentHash?.startsWith(`${readerOf(settings)}-`) === true;
}

/** Lists are wrong at times: what they call unchanged is asked for all the same when so much time has gone by. */
const TRUSTED_FOR_MS = 7 * 86_400_000;

/** The sitemap says that the page has not changed since it was read. */
function isKnownUnchanged(context: CrawlContext, entry: Entry): boolean {
  const changed = context.changed.get(foldUrl(entry.url));
  const fetchedAt = entry.known?.fetchedAt ?? null;
  if (changed === undefined || fetchedAt === null || context.partial || entry.depth === 0) return false;
  const isFresh = context.clock.now() - fetchedAt < TRUSTED_FOR_MS;
  return changed < fetchedAt && isFresh && isReadLikeThis(context, entry);
}

/** Asked for again only if it changed, where it was read by these rules. */
function conditions(context: CrawlContext, entry: Entry): Record<string, string> {
  const headers: Record<string, string> = { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1" };
  const { known } = entry;
  if (!known || !isReadLikeThis(context, entry)) return headers;
  if (known.etag !== null) headers["if-none-match"] = known.etag;
  if (known.lastModified !== null) headers["if-modified-since"] = known.lastModified;
  return headers;
}

function redirectOf({ status, headers }: PublicResponse, url: string): string | undefined {
  const location = headers["location"];
  if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  const next = URL.parse(location, url);
  if (!next) return undefined;
  next.hash = "";
  return next.href;
}

/** Where a redirect leads: on with the same page, on with another one, or to an end. */
function turn(context: CrawlContext, { entry, url }: Hop, to: string): { visit?: Visit; hop?: Hop } {
  const normal = normaliseUrl(to);
  const next = normal === undefined ? undefined : tidied(context, normal);
  const isStart = entry.depth === 0 && foldUrl(entry.url) === foldUrl(context.startUrl);
  if (next === undefined)
    return { visit: visitOf(entry, { status: "skipped", reason: "It leads to an address that cannot be read." }) };
  // Where the start address leads is the site, whatever it is called.
  if (isStart || (entry.depth === 0 && isOwn(context, url))) context.site.add(siteOf(next));
  if (!isOwn(context, next))
    return {
      visit: visitOf(entry, { status: "skipped", reason: `It leads to another site (${new URL(next).host}).` }),
    };
  if (foldUrl(next) === foldUrl(entry.url)) return { hop: { entry, url: to } };
  entry.sameAs = next;
  const visit = visitOf(entry, { status: "duplicate", reason: `${foldReasons.redirect} ${next}`, httpStatus: 301 });
  const claimed = context.frontier.claim(next, entry.depth);
  return claimed ? { visit, hop: { entry: claimed, url: to } } : { visit };
}

async function settle(context: CrawlContext, { entry, url }: Hop, response: PublicResponse): Promise<Visit> {
  const { status } = response;
  if (status === 304 && entry.known) return unchanged(context, entry, 304);
  if (status < 200 || status >= 300) {
    const host = new URL(url).host;
    const sentence =
      status === 404 || status === 410
        ? `${host} has no such page (${status}).`
        : `${host} answered with an error (${status}).`;
    return fail(context, entry, { fault: new Fault("http_error", sentence), httpStatus: status });
  }
  const judgement = await judgePage(context, { entry, response, url });
  return finish(context, entry, judgement);
}

/** @param httpStatus null where nobody was asked: the sitemap said so. */
async function unchanged(context: CrawlContext, entry: Entry, httpStatus: 304 | null): Promise<Visit> {
  const links = await context.storedLinks(entry.url);
  follow(context, links, entry.depth + 1);
  const { words = null, documentId = null, etag = null, lastModified = null, contentHash = null } = entry.known ?? {};
  return visitOf(entry, {
    status: "unchanged",
    httpStatus,
    reason: httpStatus === null ? "The sitemap says that it has not changed." : null,
    words,
    documentId,
    etag,
    lastModified,
    contentHash,
    // What was not asked for was not read: so the list is believed for a while only.
    fetchedAt: httpStatus === null ? (entry.known?.fetchedAt ?? null) : context.clock.now(),
    rendered: entry.known?.rendered ?? false,
  });
}

function finish(context: CrawlContext, entry: Entry, judgement: Judgement): Visit {
  const { etag, lastModified, links, httpStatus, contentHash, rendered } = judgement;
  follow(context, links, entry.depth + 1);
  entry.contentHash = contentHash;
  const found = { etag, lastModified, links, httpStatus, contentHash, rendered, fetchedAt: context.clock.now() };
  if (judgement.text)
    return visitOf(
      entry,
      { ...found, status: "indexed", documentId: entry.known?.documentId ?? null },
      { text: judgement.text },
    );
  entry.sameAs = judgement.sameAs;
  return visitOf(
    entry,
    { ...found, status: judgement.sameAs === null ? "skipped" : "duplicate", reason: judgement.reason },
    { fault: judgement.fault },
  );
}

/** A page that is gone leaves; one that only cannot be had just now stays for a while, and its links with it. */
async function fail(
  context: CrawlContext,
  entry: Entry,
  { fault, httpStatus }: { fault: Fault; httpStatus: number | null },
): Promise<Visit> {
  const { known } = entry;
  const hadText = known !== undefined && known.documentId !== null;
  const isPassingFailure =
    httpStatus === null
      ? fault.code !== "too_many_redirects" && fault.code !== "response_too_large"
      : isPassing(httpStatus);
  if (hadText && isPassingFailure && context.clock.now() - (known.fetchedAt ?? 0) < GRACE_MS) {
    follow(context, await context.storedLinks(entry.url), entry.depth + 1);
    const { etag, lastModified, contentHash, documentId, words } = known;
    return visitOf(
      entry,
      {
        status: "failed",
        reason: `${fault.message} What was read last time is kept for now.`,
        httpStatus,
        etag,
        lastModified,
        contentHash,
        documentId,
        words,
      },
      { fault },
    );
  }
  const status = hadText ? "removed" : "failed";
  return visitOf(entry, { status, reason: fault.message, httpStatus, fetchedAt: context.clock.now() }, { fault });
}

function visitOf(
  entry: Entry,
  result: Partial<PageResult> & Pick<PageResult, "status">,
  more: { text?: PageText; fault?: Fault | null } = {},
): Visit {
  const empty = {
    httpStatus: null,
    reason: null,
    words: null,
    etag: null,
    lastModified: null,
    contentHash: null,
    documentId: null,
    fetchedAt: null,
    rendered: false,
    links: null,
  };
  return {
    entry,
    result: { ...empty, ...result, url: entry.url, depth: entry.depth },
    text: more.text ?? null,
    fault: more.fault ?? null,
  };
}
