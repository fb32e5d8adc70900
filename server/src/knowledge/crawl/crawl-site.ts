import type { CrawlSettings, Fault } from "@parley/contracts";
import { isLoopback } from "../../platform/index.ts";
import type { HomeFacts } from "../extract/home-facts.ts";
import type { Readers } from "../files/create-readers.ts";
import type { Renderer } from "../render/types.ts";
import { follow, isOwn, tidied, type CrawlContext } from "./crawl-context.ts";
import { findSitemaps } from "./find-sitemaps.ts";
import { createFrontier, foldReasons, type Frontier } from "./frontier.ts";
import { foldUrl, siteOf } from "./normalise-url.ts";
import { openSite, type OpenSiteDeps } from "./open-site.ts";
import type { PacedFetch } from "./paced-fetch.ts";
import type { PageRecord } from "./page-row.ts";
import type { AccessHeaders } from "./site-access.ts";
import { visitPage, type Visit } from "./visit-page.ts";

export interface CrawlJob {
  sourceId: string;
  url: string;
  run: number;
  settings: CrawlSettings;
  /** Rows of this run and of earlier ones. */
  rows: readonly PageRecord[];
  trustedOrigins: readonly string[];
  /** What goes with each request to the site's own origin. */
  access: AccessHeaders;
  /** Only addresses that are queued already are read. */
  partial: boolean;
  storedLinks: (url: string) => Promise<string[]>;
  /** The site may be crawled: how to fetch from it in turn. */
  onReady: (fetch: PacedFetch) => void;
  onHome: (home: HomeFacts) => void;
  /** Stores what was visited; false ends the crawl. Never called twice at a time. */
  store: (visits: readonly Visit[], frontier: Frontier) => Promise<boolean>;
  signal: AbortSignal;
}

export type CrawlDeps = OpenSiteDeps & { renderer: Renderer; readers: Pick<Readers, "read" | "readPage"> };

export interface CrawlOutcome {
  /** False: stopped from outside before its end. */
  complete: boolean;
  /** Pages that no longer lead anywhere may be taken for gone: everything that names pages could be read. */
  seenAll: boolean;
  /** The page limit left addresses unread. */
  limited: boolean;
  /** Why the start address could not be read. */
  fault: Fault | null;
  frontier: Frontier;
}

/** More are fetched at a time where nobody has to be spared. */
const AT_ONCE = 4;
const AT_ONCE_ON_LOOPBACK = 8;
const LISTS_FIRST_MS = 10_000;
/** Visits that wait to be stored. */
const MOST_WAITING = 24;

/** Reads a site from its start address, its sitemaps and its links, until all is read or the limit is reached. */
export async function crawlSite(deps: CrawlDeps, job: CrawlJob): Promise<CrawlOutcome> {
  const context = await prepare(deps, job);
  job.onReady(context.fetch);
  const { frontier } = context;
  const found = { faults: new Map<string, Fault>(), incomplete: false, limited: false };
  if (!job.partial && !frontier.get(job.url)) frontier.add(job.url, 0);
  const sitemaps = addSitemaps(context, job).then((incomplete) => void (found.incomplete = incomplete));
  // What a list says of changes saves requests where pages were read before.
  if (job.run > 1) await Promise.race([sitemaps.catch(() => undefined), deps.clock.sleep(LISTS_FIRST_MS, job.signal)]);
  const note = (visits: readonly Visit[]) => {
    for (const { entry, fault, result } of visits)
      if (fault && result.status !== "removed" && entry.depth === 0) found.faults.set(entry.url, fault);
  };
  const atOnce = job.settings.concurrency ?? (isLoopback(job.url) ? AT_ONCE_ON_LOOPBACK : AT_ONCE);
  const complete = await work(context, { job, sitemaps, note, atOnce });
  // Not read to their end: what they would have listed must not count as gone.
  await sitemaps.catch(() => void (found.incomplete = true));
  const limited = complete && frontier.waiting() > 0;
  const fault = [...found.faults.values()][0] ?? null;
  return {
    complete,
    seenAll: !job.partial && !found.incomplete && !limited && fault === null,
    limited,
    fault,
    frontier,
  };
}

async function prepare(deps: CrawlDeps, job: CrawlJob): Promise<CrawlContext> {
  const frontier = createFrontier(job.rows, {
    startUrl: job.url,
    run: job.run,
    most: job.settings.pageLimit * 4 + 1_000,
    maxDepth: job.settings.maxDepth,
  });
  const context: CrawlContext = {
    sourceId: job.sourceId,
    startUrl: job.url,
    settings: job.settings,
    frontier,
    ...(await openSite(deps, job)),
    renderer: deps.renderer,
    readers: deps.readers,
    site: new Set([siteOf(job.url)]),
    texts: new Map(),
    changed: new Map(),
    language: null,
    partial: job.partial,
    storedLinks: job.storedLinks,
    onHome: job.onHome,
    clock: deps.clock,
  };
  resume(context, job.rows);
  return context;
}

/** What the crawl had learnt before it was cut off, and which texts earlier runs have. */
function resume(context: CrawlContext, rows: readonly PageRecord[]): void {
  for (const row of rows) {
    if (row.contentHash !== null && row.documentId !== null) context.texts.set(row.contentHash, row.url);
    if (row.depth === 0) context.site.add(siteOf(row.url));
  }
}

/** True when a file that may name pages could not be read. */
async function addSitemaps(context: CrawlContext, job: CrawlJob): Promise<boolean> {
  if (job.partial) return false;
  const { sitemaps, useSitemaps } = job.settings;
  const { pages, incomplete, changed } = await findSitemaps(context.fetch, {
    startUrl: job.url,
    announced: useSitemaps ? (await context.robotsOf(job.url)).sitemaps : [],
    given: sitemaps,
    search: useSitemaps,
    isOwn: (url) => isOwn(context, url),
    most: job.settings.pageLimit * 2,
    signal: job.signal,
  });
  for (const [url, at] of changed) context.changed.set(foldUrl(tidied(context, url)), at);
  follow(context, pages, 1);
  return incomplete;
}

interface Work {
  job: CrawlJob;
  sitemaps: Promise<void>;
  note: (visits: readonly Visit[]) => void;
  atOnce: number;
}

/** Several fetches in flight, one write at a time with all that has come meanwhile. */
async function work(context: CrawlContext, { job, sitemaps, note, atOnce }: Work): Promise<boolean> {
  const { frontier } = context;
  const flying = new Set<Promise<void>>();
  const desk = openDesk(job, frontier);
  let listing = true;
  const listed = sitemaps.finally(() => (listing = false));
  const fly = () => {
    const entry = frontier.next();
    if (!entry) return;
    const flight = visitPage(context, entry).then((visits) => {
      note(visits);
      desk.take(visits);
    });
    const tracked: Promise<void> = flight.finally(() => flying.delete(tracked));
    flying.add(tracked);
  };
  const isFull = () => frontier.counts.indexed + desk.unsettled() + flying.size >= job.settings.pageLimit;
  try {
    for (;;) {
      job.signal.throwIfAborted();
      desk.write();
      while (
        desk.goesOn() &&
        flying.size < atOnce &&
        desk.waiting() < MOST_WAITING &&
        frontier.waiting() > 0 &&
        !isFull()
      )
        fly();
      const pending = [...flying, ...desk.writing(), ...(listing && desk.goesOn() ? [listed] : [])];
      if (pending.length > 0) await Promise.race(pending);
      else if (desk.waiting() === 0 && !(desk.goesOn() && reopenOrphans(context))) return desk.goesOn();
    }
  } finally {
    // What was fetched is kept, so that nobody has to fetch it again.
    await Promise.allSettled([...flying, ...desk.writing()]);
    await desk.clear();
  }
}

/** Where visits wait to be stored, all together, one time after the other. */
function openDesk(job: CrawlJob, frontier: Frontier) {
  let waiting: Visit[] = [];
  let written = 0;
  let writing: Promise<void> | undefined;
  let goesOn = true;
  const store = async (): Promise<void> => {
    const visits = waiting;
    waiting = [];
    written = visits.length;
    if (!(await job.store(visits, frontier))) goesOn = false;
    written = 0;
  };
  return {
    goesOn: () => goesOn,
    waiting: () => waiting.length,
    /** Visits that the frontier has not counted yet. */
    unsettled: () => waiting.length + written,
    writing: () => (writing ? [writing] : []),
    take: (visits: readonly Visit[]) => void waiting.push(...visits),
    write(): void {
      if (writing || waiting.length === 0) return;
      writing = store().finally(() => (writing = undefined));
    },
    async clear(): Promise<void> {
      if (waiting.length > 0) await store().catch(() => undefined);
    },
  };
}

/** Pages folded into one that turned out not to be there are read on their own. */
function reopenOrphans({ frontier }: CrawlContext): boolean {
  let reopened = false;
  for (const entry of frontier.entries()) {
    if (entry.status !== "duplicate" || entry.sameAs === null || entry.alone) continue;
    const target = frontier.get(entry.sameAs);
    // A redirect would only lead there again.
    const isText = entry.known?.reason?.startsWith(foldReasons.text) ?? false;
    const isThere =
      target !== undefined && ["indexed", "unchanged", "duplicate", "queued", "visiting"].includes(target.status);
    if (isThere && !(isText && target.contentHash !== entry.contentHash)) continue;
    if (entry.known?.reason?.startsWith(foldReasons.redirect)) continue;
    frontier.reopen(entry);
    reopened = true;
  }
  return reopened;
}
