import { type CrawlPreview, type CrawlSettings, Fault } from "@parley/contracts";
import type { Clock, PublicResponse } from "../../platform/index.ts";
import { isOwn } from "../crawl/crawl-context.ts";
import { findSitemaps, type SitemapFindings } from "../crawl/find-sitemaps.ts";
import { createFrontier } from "../crawl/frontier.ts";
import { judgePage, type Judgement } from "../crawl/judge-page.ts";
import { normaliseUrl, siteOf } from "../crawl/normalise-url.ts";
import { openSite, type OpenSiteDeps } from "../crawl/open-site.ts";
import { ROBOT, type Robots } from "../crawl/robots.ts";
import type { AccessHeaders } from "../crawl/site-access.ts";
import { createMeeting, MOST_MET } from "./meet-addresses.ts";
import type { Readers } from "../files/create-readers.ts";
import { countWords } from "../extract/read-page.ts";
import type { Renderer } from "../render/types.ts";

export interface PreviewDeps extends OpenSiteDeps {
  clock: Clock;
  renderer: Renderer;
  readers: Pick<Readers, "read" | "readPage">;
}

export interface SiteToPreview {
  url: string;
  settings: CrawlSettings;
  trustedOrigins: readonly string[];
  access: AccessHeaders;
  signal: AbortSignal;
}

const WITHIN_MS = 20_000;
const SITEMAPS_WITHIN_MS = 8_000;
/** Beside what a page that is run in a browser loads. */
const MOST_REQUESTS = 12;
const MOST_HOPS = 5;
const LONGEST_TEXT = 1_500;
const PAGE = { maxBytes: 12_000_000, timeoutMs: 12_000 };

/** What reading a site would fetch, told by robots.txt, its sitemaps and its start page. Stores nothing. */
export async function previewSite(deps: PreviewDeps, site: SiteToPreview): Promise<CrawlPreview> {
  const over = AbortSignal.any([site.signal, AbortSignal.timeout(WITHIN_MS)]);
  const state = { requests: 0, cut: false };
  const counted: PreviewDeps = {
    ...deps,
    fetchPublic: (url, request) => {
      state.requests += 1;
      return deps.fetchPublic(url, request);
    },
  };
  const empty: CrawlPreview = {
    url: site.url,
    problem: null,
    robots: { crawlDelayS: null, sitemaps: [] },
    sitemaps: [],
    start: null,
    addresses: [],
    counts: { read: 0, skipped: 0 },
    seconds: null,
    requests: 0,
    cut: false,
  };
  try {
    return {
      ...empty,
      ...(await look(counted, { ...site, signal: over }, state)),
      requests: state.requests,
      cut: state.cut,
    };
  } catch (error) {
    site.signal.throwIfAborted();
    const fault = error instanceof Fault ? error : over.aborted ? tooSlow(site.url) : undefined;
    if (!fault) throw error;
    return { ...empty, problem: { code: fault.code, message: fault.message }, requests: state.requests };
  }
}

const tooSlow = (url: string): Fault =>
  new Fault("timed_out", `${new URL(url).host} took too long to answer for a dry run.`);

interface State {
  requests: number;
  cut: boolean;
}

async function look(deps: PreviewDeps, site: SiteToPreview, state: State): Promise<Partial<CrawlPreview>> {
  const { url, settings } = site;
  const { paceOf, ...opened } = await openSite(deps, site);
  const robots = await opened.robotsOf(url);
  const hosts = { site: new Set([siteOf(url)]), settings };
  const frontier = createFrontier([], { startUrl: url, run: 1, most: MOST_MET, maxDepth: settings.maxDepth });
  const entry = frontier.add(url, 0);
  if (!entry) throw new Fault("invalid_url", "This address cannot be read.", { field: "url" });
  const context = {
    ...opened,
    ...hosts,
    sourceId: "",
    startUrl: url,
    frontier,
    renderer: deps.renderer,
    readers: deps.readers,
    texts: new Map<string, string>(),
    changed: new Map<string, number>(),
    language: null,
    // Nothing is followed: what is met is only told.
    partial: true,
    storedLinks: async () => [],
    onHome: () => {},
    clock: deps.clock,
  };
  const lists = readLists({ opened, site, robots, hosts, clock: deps.clock }, state);
  const robotsShown = { crawlDelayS: robots.crawlDelayS, sitemaps: robots.sitemaps.slice(0, 20) };
  if (!robots.allows(url)) {
    const message = `The site's robots.txt does not allow ${new URL(url).pathname} to be read. If the site is yours, allow "${ROBOT}" there.`;
    return { robots: robotsShown, problem: { code: "robots_forbidden", message } };
  }
  const first = await openStart({ url, fetch: opened.fetch, hosts });
  const judged = first.response && (await judgePage(context, { entry, response: first.response, url: first.url }));
  const { pages, files } = await lists;
  const meet = createMeeting({ robots, hosts });
  meet.add([{ url, from: "start" }]);
  meet.add(pages.map((page) => ({ url: page, from: "sitemap" as const })));
  meet.add((judged?.allLinks ?? []).map((link) => ({ url: link, from: "link" as const })));
  const { addresses, counts } = meet.end(settings);
  const pace = paceOf(url);
  return {
    robots: robotsShown,
    sitemaps: files.slice(0, 50),
    problem: first.problem,
    start: judged ? showStart(judged) : null,
    addresses,
    counts,
    seconds: pace === undefined ? null : Math.ceil(counts.read / pace),
  };
}

interface Lists {
  opened: Omit<Awaited<ReturnType<typeof openSite>>, "paceOf">;
  site: SiteToPreview;
  robots: Robots;
  hosts: Parameters<typeof isOwn>[0];
  clock: Clock;
}

/** Sitemaps, as many as there is time for. */
async function readLists({ opened, site, robots, hosts }: Lists, state: State): Promise<SitemapFindings> {
  const { settings, url } = site;
  const signal = AbortSignal.any([site.signal, AbortSignal.timeout(SITEMAPS_WITHIN_MS)]);
  const found: SitemapFindings = { pages: [], changed: new Map(), files: [], incomplete: false };
  if (!settings.useSitemaps && settings.sitemaps.length === 0) return found;
  const bounded: typeof opened.fetch = (address, request) => {
    if (state.requests < MOST_REQUESTS && !signal.aborted) return opened.fetch(address, request);
    state.cut = true;
    return Promise.reject(new Fault("timed_out"));
  };
  const reading = findSitemaps(bounded, {
    startUrl: url,
    announced: settings.useSitemaps ? robots.sitemaps : [],
    given: settings.sitemaps,
    search: settings.useSitemaps,
    isOwn: (address) => isOwn(hosts, address),
    most: MOST_MET,
    signal: site.signal,
    found,
  });
  const late = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  await Promise.race([reading.catch(() => undefined), late]);
  if (signal.aborted) state.cut = true;
  return found;
}

interface Start {
  response: PublicResponse | null;
  url: string;
  problem: CrawlPreview["problem"];
}

/** The start page, after the redirects that a crawl would follow. */
async function openStart({
  url: from,
  fetch,
  hosts,
}: {
  url: string;
  fetch: Lists["opened"]["fetch"];
  hosts: Lists["hosts"];
}): Promise<Start> {
  let url = from;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const response = await fetch(url, PAGE);
    const location = response.headers["location"];
    if (response.status >= 300 && response.status < 400 && location !== undefined) {
      const next = normaliseUrl(location, url);
      if (next === undefined) break;
      // Where the start address leads is the site.
      hosts.site.add(siteOf(next));
      url = next;
      continue;
    }
    if (response.status >= 200 && response.status < 300) return { response, url, problem: null };
    const message = `${new URL(url).host} answered with an error (${response.status}).`;
    return { response: null, url, problem: { code: "http_error", message } };
  }
  throw new Fault("too_many_redirects", "The address redirects without end.");
}

function showStart({ text, reason, rendered }: Judgement): NonNullable<CrawlPreview["start"]> {
  return {
    title: text?.title ?? "",
    language: text?.language ?? "",
    words: text === null ? 0 : countWords(text.markdown),
    text: text === null ? "" : text.markdown.slice(0, LONGEST_TEXT),
    rendered,
    note: reason,
  };
}
