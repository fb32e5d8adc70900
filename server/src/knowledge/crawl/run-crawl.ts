import { Fault } from "@parley/contracts";
import type { Clock, Database, Events, FetchPublic, Limits, Log, Realtime, Scope } from "../../platform/index.ts";
import { releaseLease, renewLease, takeLease } from "../sources/source-leases.ts";
import type { SourceRow } from "../sources/source-row.ts";
import { finishSource, saveHome } from "../sources/source-store.ts";
import type { TellSource } from "../sources/tell-source.ts";
import { crawlSite, type CrawlOutcome } from "./crawl-site.ts";
import type { Frontier } from "./frontier.ts";
import { findUnmet, loadPages, markRemoved, readLinks, skipQueued, type Holder } from "./page-store.ts";
import type { PacedFetch } from "./paced-fetch.ts";
import { storeVisits, type Indexing } from "./store-visits.ts";

export interface RunCrawlDeps {
  db: Database;
  clock: Clock;
  events: Pick<Events, "publish" | "wake">;
  realtime: Pick<Realtime, "publish">;
  limits: Pick<Limits, "take">;
  log: Pick<Log, "warn">;
  fetchPublic: FetchPublic;
  indexing: Indexing;
  /** For members' screens. */
  tell: TellSource;
  /** Called when the first pages are in, whenever there are twice as many, and at the end. */
  profile: (scope: Scope, source: SourceRow, by: { fetch: PacedFetch; signal: AbortSignal }) => Promise<void>;
}

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
const PROFILE_APART_MS = 1_500;

export const sourceTopic = (scope: Scope, sourceId: string): string => `source:${scope.organization}:${sourceId}`;

/**
 * Crawls a source to its end, if it is open and nobody else does. Cut off at any moment it goes on where it was, in
 * this process or another one, when it is called again after the lease has run out.
 */
export async function runCrawl(
  deps: RunCrawlDeps,
  scope: Scope,
  { sourceId, owner, signal }: { sourceId: string; owner: string; signal: AbortSignal },
): Promise<void> {
  const now = deps.clock.now();
  const source = await takeLease(deps.db, scope, { sourceId, owner, now, until: now + LEASE_MS });
  if (!source) return;
  const holder: Holder = { scope, sourceId, run: source.run, owner };
  const lost = new AbortController();
  const stopRenewing = deps.clock.every(RENEW_MS, () => {
    const renewed = deps.db.batch(scope, [renewLease(scope, { sourceId, owner, until: deps.clock.now() + LEASE_MS })]);
    renewed
      .then(([rows]) => rows?.length === 0 && lost.abort())
      .catch((err: unknown) => deps.log.warn({ err, sourceId }, "a crawl's lease could not be renewed"));
  });
  try {
    await crawl(deps, {
      source,
      holder,
      signal: AbortSignal.any([signal, lost.signal]),
      profiling: Promise.resolve(),
      profiled: { pages: 0, at: 0 },
      fetch: undefined,
    });
  } finally {
    stopRenewing();
    await deps.db.batch(scope, [releaseLease(scope, { sourceId, owner })]);
  }
}

interface Running {
  source: SourceRow;
  holder: Holder;
  signal: AbortSignal;
  profiling: Promise<void>;
  /** How much of the site the last profile knew, and when it was begun. */
  profiled: { pages: number; at: number };
  fetch: PacedFetch | undefined;
}

async function profile(deps: RunCrawlDeps, { source, holder, signal, fetch }: Running): Promise<void> {
  if (!source.home || !fetch || signal.aborted) return;
  await deps.profile(holder.scope, source, { fetch, signal }).catch((err: unknown) => {
    if (!signal.aborted) deps.log.warn({ err, sourceId: source.id }, "the profile of a site could not be made");
  });
}

async function crawl(deps: RunCrawlDeps, running: Running): Promise<void> {
  const { source, signal } = running;
  try {
    const outcome = await crawlSite(deps, await jobOf(deps, running));
    if (outcome.complete) await conclude(deps, running, outcome);
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof Fault)) deps.log.warn({ err: error, sourceId: source.id }, "a crawl failed on our side");
    const fault =
      error instanceof Fault
        ? error
        : new Fault("internal", "Reading the site failed on our side. Try again; what was read is kept.");
    await finish(deps, running, {
      status: "failed",
      code: fault.code,
      message: fault.message,
      progress: source.progress,
    });
  } finally {
    await running.profiling;
  }
  announce(deps, running, { ended: true });
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
    storedLinks: (url: string) => readLinks(deps.db, scope, { sourceId, url }),
    onReady: (fetch: PacedFetch) => void (running.fetch = fetch),
    onHome(home: NonNullable<SourceRow["home"]>) {
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
        leaseUntil: deps.clock.now() + LEASE_MS,
        tellSearchable: !searchable,
      };
      const { goesOn, told } = await storeVisits(deps, visits, storing);
      searchable ||= told;
      source.progress = { ...frontier.counts };
      announce(deps, running, { status: "running", progress: source.progress });
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

async function conclude(deps: RunCrawlDeps, running: Running, outcome: CrawlOutcome): Promise<void> {
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
    return finish(deps, running, { status: "failed", code, message, progress });
  }
  await running.profiling;
  await profile(deps, running);
  const message = outcome.limited
    ? `The limit of ${limit} pages was reached. Raise it to read the rest of the site.`
    : null;
  await finish(deps, running, { status: "done", code: null, message, progress });
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
function nothingFound({ fault, frontier }: CrawlOutcome, source: SourceRow): { code: string; message: string } {
  if (fault) return { code: fault.code, message: fault.message };
  const reason = frontier.get(source.url)?.known?.reason;
  const host = new URL(source.url).host;
  const { found } = frontier.counts;
  const message = `No page with text was found on ${host}${found > 1 ? ` among ${found} addresses` : ""}. ${reason ?? "Check the address in a browser."}`;
  return { code: "no_pages", message };
}

async function finish(
  deps: RunCrawlDeps,
  running: Running,
  end: { status: "done" | "failed"; code: string | null; message: string | null; progress: SourceRow["progress"] },
): Promise<void> {
  const { holder, source } = running;
  const { scope, sourceId, owner } = holder;
  await deps.db.transaction(scope, async (tx) => {
    const [rows] = await tx.batch([finishSource(scope, { sourceId, owner, now: deps.clock.now(), ...end })]);
    if (rows?.length)
      await deps.events.publish(tx, scope, "source.finished", {
        agentId: source.agentId,
        sourceId,
        status: end.status,
      });
  });
  deps.events.wake();
  announce(deps, running, end);
}

/** For screens that follow a crawl: `{ sourceId, status?, progress?, ended? }`. */
function announce(deps: RunCrawlDeps, { holder, source }: Pick<Running, "holder" | "source">, news: object): void {
  const { scope, sourceId } = holder;
  deps.realtime.publish(sourceTopic(scope, sourceId), { sourceId, ...news });
  deps.tell(scope, { id: sourceId, agentId: source.agentId });
}
