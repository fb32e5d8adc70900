import { crawlSettings, Fault, type CrawledPage, type CrawlSettings, type Source } from "@parley/contracts";
import type { Scope, Tx } from "../platform/index.ts";
import { checkAddress } from "./crawl/check-address.ts";
import { createCrawler, type CrawlerDeps } from "./create-crawler.ts";
import { foldUrl, readStartUrl } from "./crawl/normalise-url.ts";
import { listPages } from "./crawl/page-store.ts";
import { sourceTopic } from "./crawl/run-crawl.ts";
import {
  beginRun,
  changeStatus,
  insertSource,
  presentSource,
  readSource,
  readSources,
  type SourceRow,
} from "./source-store.ts";

export type SourcesDeps = CrawlerDeps;

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

  async function find(scope: Scope, agentId: string, url: string): Promise<SourceRow | undefined> {
    const { rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
    return rows.find((row) => foldUrl(row.url) === foldUrl(url));
  }

  async function recrawl(scope: Scope, id: string): Promise<SourceRow> {
    const row = await change(scope, id, async (tx) => {
      const begun = await beginRun(tx, scope, id);
      if (begun) await crawler.send(scope, tx, id);
      return begun;
    });
    return row.status === "paused" ? resume(scope, id) : row;
  }

  async function resume(scope: Scope, id: string): Promise<SourceRow> {
    return change(scope, id, async (tx) => {
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
      await crawler.halt(id);
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
