import { crawlSettings, Fault, type CrawledPage, type CrawlSettings, type Source } from "@parley/contracts";
import {
  SYSTEM,
  type Clock,
  type Database,
  type Events,
  type Jobs,
  type Log,
  type Scope,
  type Tx,
} from "../platform/index.ts";
import { foldUrl, readStartUrl } from "./crawl/normalise-url.ts";
import { listPages } from "./crawl/page-store.ts";
import type { PacedFetch } from "./crawl/paced-fetch.ts";
import { runCrawl, sourceTopic, type RunCrawlDeps } from "./crawl/run-crawl.ts";
import type { HomeFacts } from "./extract/home-facts.ts";
import { findLooks, profileSite, type ProfileSiteDeps, type SiteLooks } from "./profile/profile-site.ts";
import {
  beginRun,
  changeStatus,
  findOpen,
  insertSource,
  presentSource,
  readSource,
  readSources,
  voidLeases,
  type SourceRow,
} from "./source-store.ts";
import type { SiteProfile } from "./types.ts";

export interface SourcesDeps extends Omit<RunCrawlDeps, "profile">, Omit<ProfileSiteDeps, "signal" | "fetch"> {
  db: Database;
  clock: Clock;
  events: Pick<Events, "publish" | "wake">;
  jobs: Pick<Jobs, "define" | "send">;
  log: Pick<Log, "warn">;
}

export interface NewWebsite {
  type: "website";
  url: string;
  settings?: Partial<CrawlSettings> | undefined;
  /** Only for what the server's admin typed: its origin may be a private address. */
  trusted?: boolean;
}

export type SaveProfile = (scope: Scope, agentId: string, profile: SiteProfile) => Promise<void>;
export type Sources = ReturnType<typeof createSources>;

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

/** Websites that agents read: how they are added, how their reading goes on, and their log. */
export function createSources(deps: SourcesDeps) {
  const { db, clock, events, jobs, log } = deps;
  const crawling = new Map<string, { stop: AbortController; done: Promise<void> }>();
  let saveProfile: SaveProfile = async () => {};

  async function crawl(scope: Scope, sourceId: string, signal?: AbortSignal): Promise<void> {
    if (crawling.has(sourceId)) return crawling.get(sourceId)?.done;
    const stop = new AbortController();
    const running = runCrawl({ ...deps, profile }, scope, {
      sourceId,
      signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    });
    const done = running.finally(() => crawling.delete(sourceId));
    crawling.set(sourceId, { stop, done });
    return done;
  }

  // Fetched once a run: a run reads the start page once.
  const looks = new WeakMap<HomeFacts, Promise<SiteLooks>>();

  async function profile(
    scope: Scope,
    source: SourceRow,
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

  const send = (tx: Tx, scope: Scope, sourceId: string) =>
    jobs.send<CrawlEnvelope>(
      QUEUE,
      { organization: scope.organization, organizationId: scope.organizationId, sourceId },
      { tx },
    );

  /** Takes up what nobody works on: crawls of processes that were killed, and jobs that were lost. */
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
      crawl(scopeOf(envelope), envelope.sourceId).catch(() =>
        log.warn({ sourceId: envelope.sourceId }, "a crawl broke off and will be taken up again"),
      );
    }
  }

  async function change(
    scope: Scope,
    id: string,
    work: (tx: Tx) => Promise<SourceRow | undefined>,
  ): Promise<SourceRow> {
    const row = await db.transaction(scope, work);
    events.wake();
    const now = row ?? (await readSource(db, scope, id));
    deps.realtime.publish(sourceTopic(scope, id), { sourceId: id, status: now.status, progress: now.progress });
    return now;
  }

  async function stopHere(id: string): Promise<void> {
    const here = crawling.get(id);
    here?.stop.abort();
    await here?.done.catch(() => undefined);
  }

  async function find(scope: Scope, agentId: string, url: string): Promise<SourceRow | undefined> {
    const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
    return rows.find((row) => foldUrl(row.url) === foldUrl(url));
  }

  async function recrawl(scope: Scope, id: string): Promise<SourceRow> {
    const row = await change(scope, id, async (tx) => {
      const begun = await beginRun(tx, scope, id);
      if (begun) await send(tx, scope, id);
      return begun;
    });
    return row.status === "paused" ? resume(scope, id) : row;
  }

  async function resume(scope: Scope, id: string): Promise<SourceRow> {
    return change(scope, id, async (tx) => {
      const row = await changeStatus(tx, scope, { id, from: ["paused"], to: "queued", now: clock.now() });
      if (row) await send(tx, scope, id);
      return row;
    });
  }

  return {
    /** As `readStartUrl`: `shop.example` is enough. */
    readStartUrl,

    /** The same address twice is read again. Faults: invalid_url, not_found. */
    async create(scope: Scope, agentId: string, input: NewWebsite): Promise<Source> {
      const url = readStartUrl(input.url);
      const known = await find(scope, agentId, url);
      if (known) return presentSource(await recrawl(scope, known.id));
      const trustedOrigin = input.trusted ? new URL(url).origin : null;
      const settings = crawlSettings.parse(input.settings ?? {});
      const row = await db.transaction(scope, async (tx) => {
        const made = await insertSource(tx, scope, { source: { agentId, url, settings, trustedOrigin }, clock });
        await events.publish(tx, scope, "source.created", { agentId, sourceId: made.id });
        await send(tx, scope, made.id);
        return made;
      });
      events.wake();
      return presentSource(row);
    },

    async find(scope: Scope, agentId: string, url: string): Promise<Source | undefined> {
      const row = await find(scope, agentId, url);
      return row && presentSource(row);
    },

    async get(scope: Scope, id: string): Promise<Source> {
      return presentSource(await readSource(db, scope, id));
    },

    async list(scope: Scope, agentId: string, page: { limit: number; cursor?: string | undefined }) {
      const { known, rows } = await readSources(db, scope, {
        agentId,
        limit: page.limit + 1,
        after: page.cursor ?? null,
      });
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const shown = rows.slice(0, page.limit);
      return { data: shown.map(presentSource), next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
    },

    /** The log: a line for each address, in the order in which they were met. */
    async pages(
      scope: Scope,
      id: string,
      page: { limit: number; cursor?: string | undefined; status?: CrawledPage["status"] | undefined },
    ) {
      await readSource(db, scope, id);
      const after = Number(page.cursor ?? 0);
      if (!Number.isSafeInteger(after) || after < 0)
        throw new Fault("invalid_request", "This cursor is not one of ours.", { field: "cursor" });
      const rows = await listPages(db, scope, {
        sourceId: id,
        limit: page.limit + 1,
        after,
        status: page.status ?? null,
      });
      const shown = rows.slice(0, page.limit);
      return {
        data: shown.map(presentPage),
        next: rows.length > page.limit ? String(shown.at(-1)?.number ?? "") : null,
      };
    },

    async pause(scope: Scope, id: string): Promise<Source> {
      const row = await change(scope, id, (tx) =>
        changeStatus(tx, scope, { id, from: ["queued", "running"], to: "paused", now: clock.now() }),
      );
      await stopHere(id);
      return presentSource(asked(row, ["paused"], "paused"));
    },

    async resume(scope: Scope, id: string): Promise<Source> {
      return presentSource(asked(await resume(scope, id), ["queued", "running"], "resumed"));
    },

    async cancel(scope: Scope, id: string): Promise<Source> {
      const row = await change(scope, id, async (tx) => {
        const cancelled = await changeStatus(tx, scope, {
          id,
          from: ["queued", "running", "paused"],
          to: "cancelled",
          now: clock.now(),
        });
        if (cancelled)
          await events.publish(tx, scope, "source.finished", {
            agentId: cancelled.agentId,
            sourceId: id,
            status: "cancelled",
          });
        return cancelled;
      });
      await stopHere(id);
      return presentSource(asked(row, ["cancelled"], "cancelled"));
    },

    /** Reads the site again: only what changed is indexed anew. One that is being read is left to it. */
    recrawl: async (scope: Scope, id: string): Promise<Source> => presentSource(await recrawl(scope, id)),

    /** Told what a site says of itself. The rooms above keep it. */
    onProfile(save: SaveProfile): void {
      saveProfile = save;
    },

    /** Crawls now what nobody else does; resolves at its end. For jobs, and for whoever wants to wait. */
    crawl,

    /** Takes up what was cut off, now and from time to time. Call the result to stop; crawls end where they are. */
    async start(): Promise<() => Promise<void>> {
      if (db.engine === "embedded") await db.batch(SYSTEM, [voidLeases]);
      const sweeping = () => sweep().catch(() => log.warn({}, "open crawls could not be looked for"));
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

/** Asked for twice is no fault; asked for what cannot be is one. */
function asked(row: SourceRow, wanted: readonly string[], verb: string): SourceRow {
  if (wanted.includes(row.status)) return row;
  throw new Fault("conflict", `This source is ${row.status} and cannot be ${verb}.`);
}

function presentPage(page: Awaited<ReturnType<typeof listPages>>[number]): CrawledPage {
  const { url, status, httpStatus, reason, words, documentId, fetchedAt } = page;
  return {
    url,
    status,
    httpStatus,
    reason,
    words,
    documentId,
    fetchedAt: fetchedAt === null ? null : new Date(fetchedAt).toISOString(),
  };
}
