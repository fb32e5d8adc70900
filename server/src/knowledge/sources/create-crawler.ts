import { randomUUID } from "node:crypto";
import { SYSTEM, type Jobs, type Scope, type Tx } from "../../platform/index.ts";
import type { PacedFetch } from "../crawl/paced-fetch.ts";
import { runCrawl, type RunCrawlDeps } from "../crawl/run-crawl.ts";
import { runSource, type RunSourceDeps } from "./run-source.ts";
import type { SourceRunners } from "./runner.ts";
import type { HomeFacts } from "../extract/home-facts.ts";
import { findLooks, profileSite, type ProfileSiteDeps, type SiteLooks } from "../profile/profile-site.ts";
import { findOpen, voidLeases } from "./source-leases.ts";
import type { WebsiteRow } from "./source-row.ts";
import type { SiteProfile } from "../types.ts";

export interface CrawlerDeps
  extends Omit<RunCrawlDeps, "profile">, Omit<RunSourceDeps, "runners">, Omit<ProfileSiteDeps, "signal" | "fetch"> {
  jobs: Pick<Jobs, "define" | "send">;
  /** Of the types that are no websites. */
  runners: SourceRunners;
}

export type SaveProfile = (scope: Scope, agentId: string, profile: SiteProfile) => Promise<void>;

interface CrawlEnvelope {
  organization: number;
  organizationId: string;
  sourceId: string;
}

const QUEUE = "knowledge.crawl";
/** Sites that one process reads at a time. */
const AT_ONCE = 4;
const SWEEP_MS = 5_000;
/** A crawl has no end of its own: it is the lease that tells whether somebody works on it. */
const EXPIRE_S = 23 * 3_600;

/** Reads sources in this process: those sent as jobs, and those that another process left behind. */
export function createCrawler(deps: CrawlerDeps) {
  const { db, clock, jobs, log } = deps;
  const processId = randomUUID();
  const crawling = new Map<string, { stop: AbortController; done: Promise<void> }>();
  // Fetched once a run: a run reads the start page once.
  const looks = new WeakMap<HomeFacts, Promise<SiteLooks>>();
  let saveProfile: SaveProfile = async () => {};
  const runners: SourceRunners = { ...deps.runners, website: (run) => runCrawl({ ...deps, profile }, run) };

  async function crawl(scope: Scope, sourceId: string, signal?: AbortSignal): Promise<void> {
    const here = crawling.get(sourceId);
    if (here) return here.done;
    const stop = new AbortController();
    const running = runSource({ ...deps, runners }, scope, {
      sourceId,
      owner: `${processId} ${randomUUID()}`,
      signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    });
    const done = running.finally(() => crawling.delete(sourceId));
    crawling.set(sourceId, { stop, done });
    return done;
  }

  async function profile(
    scope: Scope,
    source: WebsiteRow,
    by: { fetch: PacedFetch; signal: AbortSignal },
  ): Promise<void> {
    const { home } = source;
    if (!home) return;
    const found = looks.get(home) ?? findLooks({ ...deps, ...by }, { ...source, home });
    looks.set(home, found);
    await saveProfile(scope, source.agentId, await profileSite(deps, scope, { ...source, home, looks: await found }));
  }

  jobs.define<CrawlEnvelope>(QUEUE, { concurrency: AT_ONCE, retryLimit: 2, expireInS: EXPIRE_S }, (envelope, signal) =>
    crawl(scopeOf(envelope), envelope.sourceId, signal),
  );

  async function sweep(): Promise<void> {
    const free = AT_ONCE - crawling.size;
    if (free <= 0) return;
    const [rows = []] = await db.batch(SYSTEM, [findOpen(clock.now(), free)]);
    for (const row of rows) {
      const envelope = {
        organization: Number(row["organization"]),
        organizationId: String(row["organization_id"]),
        sourceId: String(row["id"]),
      };
      crawl(scopeOf(envelope), envelope.sourceId).catch((err: unknown) =>
        log.warn({ err, sourceId: envelope.sourceId }, "a crawl broke off and will be taken up again"),
      );
    }
  }

  return {
    crawl,

    /** Within the transaction that opens the source. */
    send: ({ organization, organizationId }: Scope, tx: Tx, sourceId: string): Promise<void> =>
      jobs.send<CrawlEnvelope>(QUEUE, { organization, organizationId, sourceId }, { tx }),

    /** Ends a crawl of this process where it is. */
    async halt(sourceId: string): Promise<void> {
      const here = crawling.get(sourceId);
      here?.stop.abort();
      await here?.done.catch(() => undefined);
    },

    onProfile(save: SaveProfile): void {
      saveProfile = save;
    },

    /** Takes up what was cut off, now and from time to time. Call the result to stop; crawls end where they are. */
    async start(): Promise<() => Promise<void>> {
      // Nobody else can be there: what is lent out to others is lent to the dead.
      if (db.engine === "embedded") await db.batch(SYSTEM, [voidLeases(processId)]);
      const sweeping = () => sweep().catch((err: unknown) => log.warn({ err }, "open crawls could not be looked for"));
      await sweeping();
      const stop = clock.every(SWEEP_MS, () => void sweeping());
      return async () => {
        stop();
        const open = [...crawling.values()];
        for (const one of open) one.stop.abort();
        await Promise.allSettled(open.map(({ done }) => done));
      };
    },
  };
}

function scopeOf({ organization, organizationId }: CrawlEnvelope): Scope {
  return { organization, organizationId, actor: { type: "job", id: QUEUE }, permissions: new Set() };
}
