/** Items of a connected account as lines of a source's log, and the place up to which its changes are read. */
import type { CrawlProgress } from "@parley/contracts";
import type { Database, Scope, Statement } from "../../platform/index.ts";
import { type PageStatus, statusOf, textOrNull } from "../crawl/page-row.ts";
import type { Holder } from "../crawl/page-store.ts";

export interface ItemLine {
  /** The vendor's own id. */
  id: string;
  title: string;
  opensAt: string | null;
  status: PageStatus;
  reason: string | null;
  words: number | null;
  /** Of the text that was read; null where none was. */
  version: string | null;
  /** Ids of what it lies in. */
  within: string[];
  documentId: string | null;
}

export async function loadItems(
  db: Database,
  { scope, sourceId }: Holder,
): Promise<{ items: ItemLine[]; cursor: string | null }> {
  const values = [scope.organization, sourceId];
  const [rows = [], places = []] = await db.batch(scope, [
    {
      text: `select url, title, opens_at, status, reason, words, etag, links, document_id from knowledge_crawl_pages
        where organization = $1::int and source_id = $2::text order by number`,
      values,
    },
    { text: "select cursor from knowledge_sources where organization = $1::int and id = $2::text", values },
  ]);
  const items = rows.map((row) => ({
    id: String(row["url"]),
    title: textOrNull(row["title"]) ?? "",
    opensAt: textOrNull(row["opens_at"]),
    status: statusOf(row["status"]),
    reason: textOrNull(row["reason"]),
    words: row["words"] === null ? null : Number(row["words"]),
    version: textOrNull(row["etag"]),
    within: Array.isArray(row["links"]) ? row["links"].map(String) : [],
    documentId: textOrNull(row["document_id"]),
  }));
  return { items, cursor: textOrNull(places[0]?.["cursor"]) };
}

const held = `exists (select 1 from knowledge_sources s where s.organization = $1::int and s.id = $2::text and s.lease_owner = $3::text)`;

export function saveItems({ scope, sourceId, owner, run }: Holder, lines: readonly ItemLine[]): Statement {
  const column = <K extends keyof ItemLine>(key: K) => lines.map((line) => line[key]);
  return {
    text: `insert into knowledge_crawl_pages as p (organization, source_id, run, depth, url, title, opens_at, status, reason,
        words, etag, links, document_id, fetched_at)
      select $1::int, $2::text, $4::int, 0, x.url, x.title, x.opens_at, x.status, x.reason, x.words, x.etag, x.links::jsonb,
        x.document_id, case when x.status = 'indexed' then now() end
      from unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[], $11::text[], $12::text[], $13::text[])
        as x(url, title, opens_at, status, reason, words, etag, links, document_id)
      where ${held}
      on conflict (organization, source_id, url) do update set run = excluded.run, title = excluded.title,
        opens_at = excluded.opens_at, status = excluded.status, reason = excluded.reason, words = excluded.words,
        etag = excluded.etag, links = excluded.links, document_id = excluded.document_id,
        fetched_at = coalesce(excluded.fetched_at, p.fetched_at), changed_at = now()`,
    values: [
      scope.organization,
      sourceId,
      owner,
      run,
      column("id"),
      column("title"),
      column("opensAt"),
      column("status"),
      column("reason"),
      column("words"),
      column("version"),
      lines.map(({ within }) => JSON.stringify(within)),
      column("documentId"),
    ],
  };
}

/** Keeps the lease and tells how far it is; a row comes back only while the reading may go on. `cursor` undefined leaves it. */
export function saveStanding(
  { scope, sourceId, owner }: Holder,
  { progress, leaseUntil, cursor }: { progress: CrawlProgress; leaseUntil: number; cursor: string | null | undefined },
): Statement {
  return {
    text: `update knowledge_sources set progress = $4::text::jsonb, lease_until = $5::timestamptz,
      cursor = case when $6::boolean then $7::text else cursor end
      where organization = $1::int and id = $2::text and lease_owner = $3::text and status = 'running' returning id`,
    values: [
      scope.organization,
      sourceId,
      owner,
      JSON.stringify(progress),
      new Date(leaseUntil).toISOString(),
      cursor !== undefined,
      cursor ?? null,
    ],
  };
}

export interface AccountUse {
  id: string;
  name: string;
  agentId: string;
  /** Its last reading came to no good end. */
  failed: boolean;
}

/** What is read with which account. */
export async function findUses(db: Database, scope: Scope): Promise<Map<string, AccountUse[]>> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select id, name, agent_id, status, settings->>'accountId' as account from knowledge_sources
        where organization = $1::int and type in ('google-drive', 'intercom') and status <> 'removing' order by id limit 1000`,
      values: [scope.organization],
    },
  ]);
  return Map.groupBy(
    rows.map((row) => ({
      account: String(row["account"]),
      id: String(row["id"]),
      name: String(row["name"]),
      agentId: String(row["agent_id"]),
      failed: row["status"] === "failed",
    })),
    ({ account }) => account,
  );
}
