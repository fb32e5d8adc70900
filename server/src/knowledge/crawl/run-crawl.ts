import type { Clock, Database, Events, FetchPublic, Limits, Log, Scope, Secrets } from "../../platform/index.ts";
import type { Readers } from "../files/create-readers.ts";
import type { SourceEnd, SourceRun } from "../sources/runner.ts";
import { websiteOf, type WebsiteRow } from "../sources/source-row.ts";
import { saveHome } from "../sources/source-store.ts";
import { crawlSite, type CrawlOutcome } from "./crawl-site.ts";
import type { Frontier } from "./frontier.ts";
import { findUnmet, loadPages, markRemoved, readLinks, skipQueued, type Holder } from "./page-store.ts";
import type { PacedFetch } from "./paced-fetch.ts";
import type { Renderer } from "../render/types.ts";
import { openAccess } from "./site-access.ts";
import { storeVisits, type Indexing } from "./store-visits.ts";

export interface RunCrawlDeps {
  db: Database;
  clock: Clock;
  events: Pick<Events, "publish" | "wake">;
  limits: Pick<Limits, "take">;
  log: Pick<Log, "warn">;
  fetchPublic: FetchPublic;
  indexing: Indexing;
  secrets: Pick<Secrets, "open">;
  renderer: Renderer;
  readers: Pick<Readers, "read" | "readPage">;
  /** Called when the first pages are in, whenever there are twice as many, and at the end. */
  profile: (scope: Scope, source: WebsiteRow, by: { fetch: PacedFetch; signal: AbortSignal }) => Promise<void>;
}

const PROFILE_APART_MS = 1_500;

/** Reads a website to its end; see `SourceRunner`. */
export async function runCrawl(deps: RunCrawlDeps, run: SourceRun): Promise<SourceEnd | undefined> {
  const running: Running = {
    ...run,
    source: websiteOf(run.source),
    profiling: Promise.resolve(),
    profiled: { pages: 0, at: 0 },
    fetch: undefined,
  };
  try {
    const outcome = await crawlSite(deps, await jobOf(deps, running));
    return outcome.complete ? await conclude(deps, running, outcome) : undefined;
  } finally {
    await running.profiling;
  }
}

interface Running extends SourceRun {
  source: WebsiteRow;
  profiling: Promise<void>;
  /** How much of the site the last profile knew, and when it was begun. */
  profiled: { pages: number; at: number };
  fetch: PacedFetch | undefined;
}

async function profile(deps: RunCrawlDeps, { source, holder, signal, fetch }: Running): Promise<void> {
  if (!source.home || !fetch || signal.aborted || source.partial) return;
  await deps.profile(holder.scope, source, { fetch, signal }).catch((err: unknown) => {
    if (!signal.aborted) deps.log.warn({ err, sourceId: source.id }, "the profile of a site could not be made");
  });
}

async function jobOf(deps: RunCrawlDeps, running: Running) {
  const { source, holder, signal } = running;
  const { scope, sourceId, run } = holder;
  const rows = await loadPages(deps.db, scope, sourceId);
  let searchable = source.progress.indexed > 0;
  let homeSaved: Promise<unknown> = Promise.resolve();
  return {
    sourceId,
    url: source.url,
    run,
    settings: source.settings,
    rows,
    trustedOrigins: source.trustedOrigin === null ? [] : [source.trustedOrigin],
    access: openAccess(deps.secrets, scope, source.access),
    partial: source.partial,
    storedLinks: (url: string) => readLinks(deps.db, scope, { sourceId, url }),
    onReady: (fetch: PacedFetch) => void (running.fetch = fetch),
    onHome(home: NonNullable<WebsiteRow["home"]>) {
      source.home = home;
      homeSaved = deps.db.batch(scope, [saveHome(scope, { sourceId, home })]);
      homeSaved.catch(() => undefined);
    },
    async store(visits: Parameters<typeof storeVisits>[1], frontier: Frontier): Promise<boolean> {
      await homeSaved;
      const storing = {
        holder,
        agentId: source.agentId,
        frontier,
        leaseUntil: running.leaseUntil(),
        tellSearchable: !searchable,
      };
      const { goesOn, told } = await storeVisits(deps, visits, storing);
      searchable ||= told;
      running.tell({ ...frontier.counts });
      if (isProfileDue(running, { told, now: deps.clock.now() }))
        running.profiling = running.profiling.then(() => profile(deps, running));
      return goesOn;
    },
    signal,
  };
}

/** While the site is still being read, its owner looks on: what is known of it grows with the pages. */
function isProfileDue(running: Running, { told, now }: { told: boolean; now: number }): boolean {
  const { profiled, source } = running;
  const pages = source.progress.indexed;
  const isDue = told || (profiled.pages > 0 && pages >= profiled.pages * 2 && now - profiled.at >= PROFILE_APART_MS);
  if (isDue) running.profiled = { pages, at: now };
  return isDue;
}

async function conclude(deps: RunCrawlDeps, running: Running, outcome: CrawlOutcome): Promise<SourceEnd> {
  const { holder, source } = running;
  const { frontier } = outcome;
  if (outcome.seenAll && holder.run > 1) await removeUnmet(deps, holder);
  const limit = source.settings.pageLimit.toLocaleString("en");
  if (outcome.limited)
    await deps.db.batch(holder.scope, [skipQueued(holder, `The limit of ${limit} pages was reached.`)]);
  const progress = { ...frontier.counts };
  if (outcome.limited) progress.fetched = progress.found;
  if (progress.indexed === 0) {
    const { code, message } = nothingFound(outcome, source);
    return { status: "failed", code, message, progress };
  }
  await running.profiling;
  await profile(deps, running);
  const message = outcome.limited
    ? `The limit of ${limit} pages was reached. Raise it to read the rest of the site.`
    : // What stood in the way of the whole is not mended by reading a part of it again.
      source.partial
      ? source.message
      : null;
  return { status: "done", code: null, message, progress };
}

async function removeUnmet(deps: RunCrawlDeps, holder: Holder): Promise<void> {
  const unmet = await findUnmet(deps.db, holder);
  if (unmet.length === 0) return;
  const documents = unmet.flatMap(({ documentId }) => documentId ?? []);
  if (documents.length > 0) await deps.indexing.removeDocuments(holder.scope, documents);
  await deps.db.batch(holder.scope, [
    markRemoved(
      holder,
      unmet.map(({ url }) => url),
    ),
  ]);
}

/** Never "done" with no pages: what stood in the way, as far as it is known. */
function nothingFound({ fault, frontier }: CrawlOutcome, source: WebsiteRow): { code: string; message: string } {
  if (fault) return { code: fault.code, message: fault.message };
  const reason = frontier.get(source.url)?.known?.reason;
  const host = new URL(source.url).host;
  const { found } = frontier.counts;
  const message = `No page with text was found on ${host}${found > 1 ? ` among ${found} addresses` : ""}. ${reason ?? "Check the address in a browser."}`;
  return { code: "no_pages", message };
}
