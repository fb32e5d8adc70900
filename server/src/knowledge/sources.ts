import { crawlSettings, Fault, type CrawlSettings, type Source, type SourceChange } from "@parley/contracts";
import type { Live, Scope, Tx } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { checkAddress } from "./crawl/check-address.ts";
import { createCrawler, type CrawlerDeps } from "./create-crawler.ts";
import { foldUrl, readStartUrl } from "./crawl/normalise-url.ts";
import { sourceTopic } from "./crawl/run-crawl.ts";
import { type ChangeSourceDeps, changeSource, removeSource } from "./change-source.ts";
import { createSourceRemoval } from "./remove-source.ts";
import { countSourceLog, type LogQuery, readSourceLog } from "./source-log.ts";
import {
  beginRun,
  changeStatus,
  insertSource,
  presentSource,
  readSource,
  readSources,
  type SourceRow,
} from "./source-store.ts";

export interface SourcesDeps extends CrawlerDeps {
  audit: Audit;
  live: Live;
}

export interface NewWebsite {
  type: "website";
  url: string;
  settings?: Partial<CrawlSettings> | undefined;
  /** Only for what the server's admin typed: its origin may be a private address. */
  trusted?: boolean;
}

export type Sources = ReturnType<typeof createSources>;

/** Websites that agents read: how they are added, how their reading goes on, and their log. */
export function createSources(deps: SourcesDeps) {
  const { db, clock, events } = deps;
  const crawler = createCrawler(deps);
  let moved: ChangeSourceDeps["moved"] = async () => {};
  const { send, halt } = crawler;
  const { removeDocuments } = deps.indexing;
  const removal = createSourceRemoval({ db, jobs: deps.jobs, removeDocuments, halt });
  const changing: ChangeSourceDeps = { ...deps, removal, send, halt, moved: (...move) => moved(...move) };

  /** What a member does with a source goes into the audit log, with the change itself. */
  const record = (tx: Tx, scope: Scope, { action, row }: { action: string; row: SourceRow }) =>
    deps.audit.record(tx, scope, {
      action: `source.${action}`,
      target: { type: "source", id: row.id, name: row.url },
      after: { status: row.status },
    });

  async function change(
    scope: Scope,
    { id, action }: { id: string; action: string },
    work: (tx: Tx) => Promise<SourceRow | undefined>,
  ): Promise<SourceRow> {
    const row = await db.transaction(scope, async (tx) => {
      const changed = await work(tx);
      if (changed) await record(tx, scope, { action, row: changed });
      return changed;
    });
    events.wake();
    const now = row ?? (await readSource(db, scope, id));
    deps.realtime.publish(sourceTopic(scope, id), { sourceId: id, status: now.status, progress: now.progress });
    deps.live.changed(scope, { resource: "sources", id, agentId: now.agentId });
    return now;
  }

  async function find(scope: Scope, agentId: string, url: string): Promise<SourceRow | undefined> {
    const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
    return rows.find((row) => foldUrl(row.url) === foldUrl(url));
  }

  async function recrawl(scope: Scope, id: string): Promise<SourceRow> {
    const row = await change(scope, { id, action: "read-again" }, async (tx) => {
      const begun = await beginRun(tx, scope, id);
      if (begun) await crawler.send(scope, tx, id);
      return begun;
    });
    return row.status === "paused" ? resume(scope, id) : row;
  }

  async function resume(scope: Scope, id: string): Promise<SourceRow> {
    return change(scope, { id, action: "resumed" }, async (tx) => {
      const row = await changeStatus(tx, scope, { id, from: ["paused"], to: "queued", now: clock.now() });
      if (row) await crawler.send(scope, tx, id);
      return row;
    });
  }

  return {
    /** As `readStartUrl`: `shop.example` is enough. */
    readStartUrl,

    /** Faults private_address and host_not_found, with `field` url. A site that is only down just now passes. */
    checkAddress: (url: string): Promise<void> => checkAddress(deps.fetchPublic, url),

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
        await crawler.send(scope, tx, made.id);
        await deps.audit.record(tx, scope, {
          action: "source.created",
          target: { type: "source", id: made.id, name: url },
          after: { url, settings },
        });
        return made;
      });
      events.wake();
      deps.live.changed(scope, { resource: "sources", id: row.id, agentId });
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

    /** The log: a line for each address, in the order in which they were met or the newest first. */
    pages: (scope: Scope, id: string, query: LogQuery) => readSourceLog(db, scope, { ...query, id }),

    pageCounts: (scope: Scope, id: string) => countSourceLog(db, scope, id),

    /** See `changeSource`. Faults: stale, already_exists, invalid_url, private_address, host_not_found. */
    async change(scope: Scope, id: string, change: { revision: number | null; change: SourceChange }): Promise<Source> {
      return presentSource(await changeSource(changing, scope, { ...change, id }));
    },

    remove: (scope: Scope, id: string): Promise<void> => removeSource(changing, scope, id),

    /** Told within the transaction when a source gets another address; may throw to refuse. */
    onMoved(told: ChangeSourceDeps["moved"]): void {
      moved = told;
    },

    async pause(scope: Scope, id: string): Promise<Source> {
      const row = await change(scope, { id, action: "paused" }, (tx) =>
        changeStatus(tx, scope, { id, from: ["queued", "running"], to: "paused", now: clock.now() }),
      );
      await crawler.halt(id);
      return presentSource(asked(row, ["paused"], "paused"));
    },

    async resume(scope: Scope, id: string): Promise<Source> {
      return presentSource(asked(await resume(scope, id), ["queued", "running"], "resumed"));
    },

    async cancel(scope: Scope, id: string): Promise<Source> {
      const row = await change(scope, { id, action: "cancelled" }, async (tx) => {
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
      await crawler.halt(id);
      return presentSource(asked(row, ["cancelled"], "cancelled"));
    },

    /** Reads the site again: only what changed is indexed anew. One that is being read is left to it. */
    recrawl: async (scope: Scope, id: string): Promise<Source> => presentSource(await recrawl(scope, id)),

    /** Told what a site says of itself. The rooms above keep it. */
    onProfile: crawler.onProfile,

    /** Crawls now what nobody else does; resolves at its end. For jobs, and for whoever wants to wait. */
    crawl: crawler.crawl,

    start: crawler.start,
  };
}

/** Asked for twice is no fault; asked for what cannot be is one. */
function asked(row: SourceRow, wanted: readonly string[], verb: string): SourceRow {
  if (wanted.includes(row.status)) return row;
  throw new Fault("conflict", `This source is ${row.status} and cannot be ${verb}.`);
}
