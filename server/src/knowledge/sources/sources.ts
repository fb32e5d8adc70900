import {
  crawlSettings,
  Fault,
  type CatalogueInput,
  type CrawlAccessInput,
  type CrawlSettings,
  type Source,
  type SourceChange,
  type SourceSchedule,
  type WebsiteSource,
} from "@parley/contracts";
import type { Live, Log, Scope, Secrets } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { checkSelectors } from "../crawl/check-selectors.ts";
import { findStartUrl } from "../crawl/find-start-url.ts";
import { createCrawler, type CrawlerDeps } from "./create-crawler.ts";
import { foldUrl, hasScheme, readStartUrl } from "../crawl/normalise-url.ts";
import { sealAccess } from "../crawl/site-access.ts";
import { createSchedule } from "../schedule/create-schedule.ts";
import { createSourceHooks } from "../schedule/source-hooks.ts";
import { type ChangeSourceDeps, changeSource, removeSource } from "./change-source.ts";
import { createSourceRemoval } from "./remove-source.ts";
import { countSourceLog, type LogQuery, readSourceLog } from "./source-log.ts";
import { nameOf, presentSource, presentWebsite, type SourceRow } from "./source-row.ts";
import { insertSource, type NewSource, readSource, readSources } from "./source-store.ts";
import { createSteering } from "./steer-source.ts";

export interface SourcesDeps extends CrawlerDeps, Pick<ChangeSourceDeps, "checkSelection"> {
  audit: Audit;
  live: Live;
  secrets: Secrets;
  log: Pick<Log, "info" | "warn">;
  /** What else belongs to a source, such as files, when it is taken away. */
  alsoRemove?: (scope: Scope, sourceId: string) => Promise<void>;
  /** Products that it brought. */
  forgetProducts?: (scope: Scope, sourceId: string) => Promise<void>;
}

export interface NewWebsite {
  type: "website";
  url: string;
  settings?: Partial<CrawlSettings> | undefined;
  access?: CrawlAccessInput | undefined;
  schedule?: SourceSchedule;
  /** Only for what the server's admin typed: its origin may be a private address. */
  trusted?: boolean;
}

export type Sources = ReturnType<typeof createSources>;

/** What agents read: how sources are added, how their reading goes on, and their log. */
export function createSources(deps: SourcesDeps) {
  const { db, clock, events } = deps;
  const crawler = createCrawler(deps);
  const steering = createSteering({ ...deps, crawler });
  let moved: ChangeSourceDeps["moved"] = async () => {};
  const { send, halt } = crawler;
  const { removeDocuments } = deps.indexing;
  const removal = createSourceRemoval({
    db,
    jobs: deps.jobs,
    removeDocuments,
    halt,
    alsoRemove: deps.alsoRemove,
    forgetProducts: deps.forgetProducts,
  });
  const changing: ChangeSourceDeps = { ...deps, removal, send, halt, moved: (...move) => moved(...move) };

  const schedule = createSchedule({ ...deps, send });
  const hooks = createSourceHooks({ ...deps, begin: schedule.begin });

  async function find(scope: Scope, agentId: string, url: string): Promise<SourceRow | undefined> {
    const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
    return rows.find((row) => row.type === "website" && row.url !== null && foldUrl(row.url) === foldUrl(url));
  }

  async function open(scope: Scope, source: NewSource): Promise<SourceRow> {
    const row = await db.transaction(scope, async (tx) => {
      const made = await insertSource(tx, scope, { source, clock });
      await events.publish(tx, scope, "source.created", { agentId: made.agentId, sourceId: made.id });
      await crawler.send(scope, tx, made.id);
      const { url, settings } = made;
      await deps.audit.record(tx, scope, {
        action: "source.created",
        target: { type: "source", id: made.id, name: nameOf(made) },
        after: { url, settings },
      });
      return made;
    });
    events.wake();
    deps.live.changed(scope, { resource: "sources", id: row.id, agentId: row.agentId });
    return row;
  }

  return {
    /** As `readStartUrl`: `shop.example` is enough. */
    readStartUrl,

    /** See `findStartUrl`: https or http, whichever answers. */
    findStartUrl: (typed: string, by: { trusted: boolean }): Promise<string> => findStartUrl(deps, typed, by),

    /** The same address twice is read again. Faults: invalid_url, not_found. */
    async create(scope: Scope, agentId: string, input: NewWebsite): Promise<WebsiteSource> {
      const typed = readStartUrl(input.url);
      const known = await find(scope, agentId, typed);
      if (known) return presentWebsite(await steering.recrawl(scope, known.id));
      const url = hasScheme(input.url)
        ? typed
        : await findStartUrl(deps, input.url, { trusted: input.trusted === true });
      const trustedOrigin = input.trusted ? new URL(url).origin : null;
      const settings = crawlSettings.parse(input.settings ?? {});
      await checkSelectors(settings);
      const access = input.access ? sealAccess(deps.secrets, scope, { typed: input.access, before: null }) : null;
      const schedule = input.schedule ?? "1d";
      return presentWebsite(
        await open(scope, { agentId, type: "website", name: "", url, settings, access, schedule, trustedOrigin }),
      );
    },

    /** Adds a source of any type and has its runner begin. Throws `not_found` for a foreign or unknown agent. */
    open: async (scope: Scope, source: NewSource): Promise<Source> => presentSource(await open(scope, source)),

    /** A feed of products; the same address twice is read again. Faults: invalid_url, not_found. */
    async openFeed(
      scope: Scope,
      agentId: string,
      { url, name = "", settings, schedule }: CatalogueInput,
    ): Promise<Source> {
      const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
      const known = rows.find((row) => row.type === "catalogue" && row.url === url);
      if (known) return presentSource(await steering.recrawl(scope, known.id));
      const given = {
        agentId,
        type: "catalogue" as const,
        name,
        url,
        settings,
        schedule,
        access: null,
        trustedOrigin: null,
      };
      return presentSource(await open(scope, given));
    },

    async find(scope: Scope, agentId: string, url: string): Promise<WebsiteSource | undefined> {
      const row = await find(scope, agentId, url);
      return row && presentWebsite(row);
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

    /** The log: a line for each address, in the order in which they were met or the newest first. */
    pages: (scope: Scope, id: string, query: LogQuery) => readSourceLog(db, scope, { ...query, id }),

    pageCounts: (scope: Scope, id: string) => countSourceLog(db, scope, id),

    /** See `changeSource`. Faults: stale, already_exists, invalid_url, private_address, host_not_found. */
    async change(scope: Scope, id: string, change: { revision: number | null; change: SourceChange }): Promise<Source> {
      const changed = await changeSource(changing, scope, { ...change, id });
      if (change.change.selection === undefined) return presentSource(changed);
      // What is being read was chosen before.
      if (OPEN.has(changed.status)) await steering.cancel(scope, id);
      return presentSource(await steering.recrawl(scope, id));
    },

    remove: (scope: Scope, id: string): Promise<void> => removeSource(changing, scope, id),

    /** Told within the transaction when a source gets another address; may throw to refuse. */
    onMoved(told: ChangeSourceDeps["moved"]): void {
      moved = told;
    },

    pause: async (scope: Scope, id: string): Promise<Source> => presentSource(await steering.pause(scope, id)),

    resume: async (scope: Scope, id: string): Promise<Source> => presentSource(await steering.resume(scope, id)),

    cancel: async (scope: Scope, id: string): Promise<Source> => presentSource(await steering.cancel(scope, id)),

    /** Reads the site again: only what changed is indexed anew. One that is being read is left to it. */
    recrawl: async (scope: Scope, id: string): Promise<Source> => presentSource(await steering.recrawl(scope, id)),

    /** Told what a site says of itself. The rooms above keep it. */
    onProfile: crawler.onProfile,

    /** Crawls now what nobody else does; resolves at its end. For jobs, and for whoever wants to wait. */
    crawl: crawler.crawl,

    /** Begins a source whose time has come, or that was pinged; true when this process did. */
    beginDue: schedule.begin,

    /** Addresses that have a source read again. */
    hooks,

    /** Takes up what was cut off and begins what is due, now and from time to time. Call the result to stop. */
    async start(): Promise<() => Promise<void>> {
      const stopCrawls = await crawler.start();
      const stopSchedule = schedule.start();
      return async () => {
        stopSchedule();
        await stopCrawls();
      };
    },
  };
}

const OPEN: ReadonlySet<string> = new Set(["queued", "running", "paused"]);
