import type { CrawlProgress } from "@parley/contracts";
import type { Database, Scope, Statement } from "../../platform/index.ts";
import { likePart } from "../like-part.ts";
import { pageOf, type PageRecord, type PageStatus, statusOf, textOrNull } from "./page-row.ts";

/** What a visit made of a page. `links` null leaves those stored. */
export interface PageResult extends Omit<PageRecord, "run"> {
  links: readonly string[] | null;
}

/** Whose crawl it is: statements of somebody who has lost the lease change nothing. */
export interface Holder {
  scope: Scope;
  sourceId: string;
  run: number;
  owner: string;
}

const held = `exists (select 1 from knowledge_sources s where s.organization = $1::int and s.id = $2::text and s.lease_owner = $3::text)`;

export async function loadPages(db: Database, scope: Scope, sourceId: string): Promise<PageRecord[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select url, run, depth, status, http_status, reason, words, etag, last_modified, content_hash, document_id, fetched_at, rendered
        from knowledge_crawl_pages where organization = $1::int and source_id = $2::text order by number`,
      values: [scope.organization, sourceId],
    },
  ]);
  return rows.map(pageOf);
}

/** Links as stored at the last reading. */
export async function readLinks(
  db: Database,
  scope: Scope,
  page: { sourceId: string; url: string },
): Promise<string[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: "select links from knowledge_crawl_pages where organization = $1::int and source_id = $2::text and url = $3::text",
      values: [scope.organization, page.sourceId, page.url],
    },
  ]);
  const links = rows[0]?.["links"];
  return Array.isArray(links) ? links.filter((link): link is string => typeof link === "string") : [];
}

/** New addresses to visit; those of an earlier run are queued again. */
export function queuePages(
  { scope, sourceId, owner, run }: Holder,
  pages: readonly { url: string; depth: number }[],
): Statement {
  return {
    text: `insert into knowledge_crawl_pages as p (organization, source_id, url, depth, run, status)
      select $1::int, $2::text, x.url, x.depth, $4::int, 'queued' from unnest($5::text[], $6::int[]) as x(url, depth)
      where ${held}
      on conflict (organization, source_id, url) do update set run = excluded.run, depth = excluded.depth, status = 'queued', reason = null, changed_at = now()
      where p.run < excluded.run`,
    values: [scope.organization, sourceId, owner, run, pages.map(({ url }) => url), pages.map(({ depth }) => depth)],
  };
}

export function saveResults({ scope, sourceId, owner, run }: Holder, results: readonly PageResult[]): Statement {
  const column = <K extends keyof PageResult>(key: K) => results.map((result) => result[key]);
  return {
    text: saveRows,
    values: [
      scope.organization,
      sourceId,
      owner,
      run,
      column("url"),
      column("depth"),
      column("status"),
      column("httpStatus"),
      column("reason"),
      column("words"),
      column("etag"),
      column("lastModified"),
      column("contentHash"),
      column("documentId"),
      results.map(({ links }) => (links === null ? null : JSON.stringify(links))),
      results.map(({ fetchedAt }) => (fetchedAt === null ? null : new Date(fetchedAt).toISOString())),
      column("rendered"),
    ],
  };
}

const saveRows = `
insert into knowledge_crawl_pages as p (organization, source_id, run, url, depth, status, http_status, reason, words,
  etag, last_modified, content_hash, document_id, links, fetched_at, rendered)
select $1::int, $2::text, $4::int, x.url, x.depth, x.status, x.http_status, x.reason, x.words, x.etag, x.last_modified,
  x.content_hash, x.document_id, x.links::jsonb, x.fetched_at, x.rendered
from unnest($5::text[], $6::int[], $7::text[], $8::int[], $9::text[], $10::int[], $11::text[], $12::text[], $13::text[],
  $14::text[], $15::text[], $16::timestamptz[], $17::boolean[])
  as x(url, depth, status, http_status, reason, words, etag, last_modified, content_hash, document_id, links, fetched_at, rendered)
where ${held}
on conflict (organization, source_id, url) do update set run = excluded.run, depth = excluded.depth,
  status = excluded.status, http_status = excluded.http_status, reason = excluded.reason, words = excluded.words,
  etag = excluded.etag, last_modified = excluded.last_modified, content_hash = excluded.content_hash,
  document_id = excluded.document_id, links = coalesce(excluded.links, p.links),
  fetched_at = coalesce(excluded.fetched_at, p.fetched_at), rendered = excluded.rendered, changed_at = now()`;

/** Keeps the lease and tells how far it is; a row comes back only while the crawl may go on. */
export function saveProgress(holder: Holder, progress: CrawlProgress, leaseUntil: number): Statement {
  return {
    text: `update knowledge_sources set progress = $4::text::jsonb, lease_until = $5::timestamptz
      where organization = $1::int and id = $2::text and lease_owner = $3::text and status = 'running' returning id`,
    values: [
      holder.scope.organization,
      holder.sourceId,
      holder.owner,
      JSON.stringify(progress),
      new Date(leaseUntil).toISOString(),
    ],
  };
}

/** What the limit left over. */
export function skipQueued({ scope, sourceId, owner, run }: Holder, reason: string): Statement {
  return {
    text: `update knowledge_crawl_pages set status = 'skipped', reason = $5::text, changed_at = now()
      where organization = $1::int and source_id = $2::text and run = $4::int and status = 'queued' and ${held}`,
    values: [scope.organization, sourceId, owner, run, reason],
  };
}

/** Pages of earlier runs that this one has not met, with their documents. */
export async function findUnmet(
  db: Database,
  { scope, sourceId, run }: Holder,
): Promise<{ url: string; documentId: string | null }[]> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select url, document_id from knowledge_crawl_pages
        where organization = $1::int and source_id = $2::text and run < $3::int and status <> 'removed'`,
      values: [scope.organization, sourceId, run],
    },
  ]);
  return rows.map((row) => ({ url: String(row["url"]), documentId: textOrNull(row["document_id"]) }));
}

export function markRemoved({ scope, sourceId, owner }: Holder, urls: readonly string[]): Statement {
  return {
    text: `update knowledge_crawl_pages set status = 'removed', document_id = null, words = null, reason = 'No page leads here any more.', changed_at = now()
      where organization = $1::int and source_id = $2::text and url = any($4::text[]) and ${held}`,
    values: [scope.organization, sourceId, owner, urls],
  };
}

/** Lines that this run has not written again. */
export function forgetOlder({ scope, sourceId, owner, run }: Holder): Statement {
  return {
    text: `delete from knowledge_crawl_pages
      where organization = $1::int and source_id = $2::text and run < $4::int and ${held}`,
    values: [scope.organization, sourceId, owner, run],
  };
}

export interface LogPage {
  sourceId: string;
  limit: number;
  status: PageStatus | null;
  /** Part of the address. */
  q: string | null;
  /** `met`: as addresses were met, after this number. `newest`: what was written last comes first. */
  order: "met" | "newest";
  after: { number: number; changedAt: string | null } | null;
}

export type LogLine = PageRecord & { number: number; changedAt: string; title: string | null; opensAt: string | null };

export async function listPages(db: Database, scope: Scope, page: LogPage): Promise<LogLine[]> {
  const { after, order } = page;
  const [rows = []] = await db.batch(scope, [
    {
      text: `select number, title, opens_at, url, run, depth, status, http_status, reason, words, etag, last_modified, content_hash, document_id,
          fetched_at, rendered, to_char(changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_at
        from knowledge_crawl_pages where organization = $1::int and source_id = $2::text
        and ($3::text is null or status = $3::text) and ($4::text is null or url ilike $4::text or title ilike $4::text)
        and ${order === "met" ? "($5::bigint is null or number > $5::bigint) and $6::text is null" : "($5::bigint is null or (changed_at, number) < ($6::text::timestamptz, $5::bigint))"}
        order by ${order === "met" ? "number" : "changed_at desc, number desc"} limit $7::int`,
      values: [
        scope.organization,
        page.sourceId,
        page.status,
        page.q === null ? null : likePart(page.q),
        after?.number ?? null,
        order === "met" ? null : (after?.changedAt ?? null),
        page.limit,
      ],
    },
  ]);
  return rows.map((row) => ({
    ...pageOf(row),
    number: Number(row["number"]),
    changedAt: String(row["changed_at"]),
    title: textOrNull(row["title"]),
    opensAt: textOrNull(row["opens_at"]),
  }));
}

/** Lines of the log by status; those without one are left out. */
export async function countPages(db: Database, scope: Scope, sourceId: string): Promise<Map<PageStatus, number>> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select status, count(*)::int as pages from knowledge_crawl_pages
        where organization = $1::int and source_id = $2::text group by status`,
      values: [scope.organization, sourceId],
    },
  ]);
  return new Map(rows.map((row) => [statusOf(row["status"]), Number(row["pages"])]));
}
