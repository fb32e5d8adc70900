import {
  Fault,
  newId,
  type CrawlProgress,
  type SourceSchedule,
  type SourceStatus,
  type SourceType,
} from "@parley/contracts";
import type { Clock, Database, Scope, Statement, Tx } from "../../platform/index.ts";
import type { StoredAccess } from "../crawl/site-access.ts";
import type { HomeFacts } from "../extract/home-facts.ts";
import { jitter, nextRun } from "../schedule/next-run.ts";
import { iso, sourceColumns, sourceOf, type SourceRow } from "./source-row.ts";

export interface NewSource {
  agentId: string;
  type: SourceType;
  /** Empty: it is called by its address. */
  name: string;
  url: string | null;
  settings: Record<string, unknown>;
  schedule: SourceSchedule;
  trustedOrigin: string | null;
  access?: StoredAccess | null;
}

/** One that is being taken away is there for nobody. */
const isThere = "status <> 'removing'";
const noProgress: CrawlProgress = { found: 0, fetched: 0, indexed: 0, failed: 0 };

/** Within the transaction that sends the job. Throws `not_found` when the agent is not this organization's. */
export async function insertSource(
  tx: Tx,
  scope: Scope,
  { source, clock }: { source: NewSource; clock: Clock },
): Promise<SourceRow> {
  const [rows = []] = await tx.batch([
    {
      text: `insert into knowledge_sources (organization, id, agent_id, type, name, url, settings, schedule, trusted_origin, status, progress, access)
        select $1::int, $2::text, $3::text, $8::text, $9::text, $4::text, $5::text::jsonb, $10::text, $6::text, 'queued', $7::text::jsonb, $11::text::jsonb
        where exists (select 1 from knowledge_indexes where organization = $1::int and agent_id = $3::text) returning ${sourceColumns}`,
      values: [
        scope.organization,
        newId("source", clock.now()),
        source.agentId,
        source.url,
        JSON.stringify(source.settings),
        source.trustedOrigin,
        JSON.stringify(noProgress),
        source.type,
        source.name,
        source.schedule,
        source.access ? JSON.stringify(source.access) : null,
      ],
    },
  ]);
  if (!rows[0]) throw new Fault("not_found", "There is no such agent.");
  return sourceOf(rows[0]);
}

/** @throws Fault not_found */
export async function readSource(db: Database, scope: Scope, id: string): Promise<SourceRow> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select ${sourceColumns} from knowledge_sources where organization = $1::int and id = $2::text and ${isThere}`,
      values: [scope.organization, id],
    },
  ]);
  if (!rows[0]) throw new Fault("not_found", "There is no such source.");
  return sourceOf(rows[0]);
}

export async function readSources(
  db: Database,
  scope: Scope,
  page: { agentId: string; limit: number; after: string | null },
): Promise<{ known: boolean; rows: SourceRow[] }> {
  const [agents = [], rows = []] = await db.batch(scope, [
    {
      text: "select 1 from knowledge_indexes where organization = $1::int and agent_id = $2::text",
      values: [scope.organization, page.agentId],
    },
    {
      text: `select ${sourceColumns} from knowledge_sources where organization = $1::int and agent_id = $2::text
        and ${isThere} and ($3::text is null or id > $3::text) order by id limit $4::int`,
      values: [scope.organization, page.agentId, page.after, page.limit],
    },
  ]);
  return { known: agents.length > 0, rows: rows.map(sourceOf) };
}

export interface Finish {
  sourceId: string;
  owner: string;
  status: "done" | "failed";
  code: string | null;
  message: string | null;
  progress: CrawlProgress;
  now: number;
}

/** A row comes back only if the crawl was still ours and running. */
export function finishSource(scope: Scope, finish: Finish): Statement {
  return {
    text: `update knowledge_sources set status = $4::text, code = $5::text, message = $6::text, progress = $7::text::jsonb,
      finished_at = $8::timestamptz, checked_at = case when partial then checked_at else $8::timestamptz end,
      next_run_at = case when partial then next_run_at else ${nextRun("$8::timestamptz", "$9::float8")} end,
      partial = false, lease_owner = null, lease_until = null
      where organization = $1::int and id = $2::text and lease_owner = $3::text and status = 'running' returning id`,
    values: [
      scope.organization,
      finish.sourceId,
      finish.owner,
      finish.status,
      finish.code,
      finish.message,
      JSON.stringify(finish.progress),
      iso(finish.now),
      jitter(),
    ],
  };
}

export function saveHome(scope: Scope, { sourceId, home }: { sourceId: string; home: HomeFacts }): Statement {
  return {
    text: "update knowledge_sources set home = $3::text::jsonb where organization = $1::int and id = $2::text",
    values: [scope.organization, sourceId, JSON.stringify(home)],
  };
}

/** From one of `from` to `to`; undefined when it is in none of them. */
export async function changeStatus(
  tx: Tx,
  scope: Scope,
  change: { id: string; from: readonly SourceStatus[]; to: SourceStatus; now: number },
): Promise<SourceRow | undefined> {
  const [rows = []] = await tx.batch([
    {
      text: `update knowledge_sources set status = $4::text,
        finished_at = case when $4::text = 'cancelled' then $5::timestamptz else null end,
        next_run_at = case when $4::text <> 'cancelled' or partial then next_run_at else ${nextRun("$5::timestamptz", "$6::float8")} end,
        partial = partial and $4::text <> 'cancelled'
        where organization = $1::int and id = $2::text and status = any($3::text[]) returning ${sourceColumns}`,
      values: [scope.organization, change.id, change.from, change.to, iso(change.now), jitter()],
    },
  ]);
  return rows[0] ? sourceOf(rows[0]) : undefined;
}

/** The next run of a source whose last one has ended. */
export async function beginRun(tx: Tx, scope: Scope, id: string): Promise<SourceRow | undefined> {
  const [rows = []] = await tx.batch([
    {
      text: `update knowledge_sources set status = 'queued', run = run + 1, progress = $3::text::jsonb, code = null, message = null,
        started_at = null, finished_at = null, lease_owner = null, lease_until = null,
        next_run_at = null, pinged = null, partial = false
        where organization = $1::int and id = $2::text and status in ('done', 'failed', 'cancelled') returning ${sourceColumns}`,
      values: [scope.organization, id, JSON.stringify(noProgress)],
    },
  ]);
  return rows[0] ? sourceOf(rows[0]) : undefined;
}

/** For a change; the row is locked to the end of the transaction. @throws Fault not_found */
export async function lockSource(tx: Tx, scope: Scope, id: string): Promise<SourceRow> {
  const [rows = []] = await tx.batch([
    {
      text: `select ${sourceColumns} from knowledge_sources where organization = $1::int and id = $2::text and ${isThere} for update`,
      values: [scope.organization, id],
    },
  ]);
  if (!rows[0]) throw new Fault("not_found", "There is no such source.");
  return sourceOf(rows[0]);
}

export async function saveSettings(
  tx: Tx,
  scope: Scope,
  change: {
    id: string;
    settings: Record<string, unknown>;
    access: StoredAccess | null;
    name: string;
    schedule: SourceSchedule;
    now: number;
  },
): Promise<SourceRow | undefined> {
  const [rows = []] = await tx.batch([
    {
      text: `update knowledge_sources set settings = $3::text::jsonb, name = $4::text, schedule = $5::text, access = $6::text::jsonb,
        next_run_at = case when schedule = $5::text then next_run_at when status in ('done', 'failed', 'cancelled')
          then ${nextRun("coalesce(checked_at, finished_at, $7::timestamptz)", "$8::float8", "$5::text")} end,
        revision = revision + 1
        where organization = $1::int and id = $2::text returning ${sourceColumns}`,
      values: [
        scope.organization,
        change.id,
        JSON.stringify(change.settings),
        change.name,
        change.schedule,
        change.access && JSON.stringify(change.access),
        iso(change.now),
        jitter(),
      ],
    },
  ]);
  return rows[0] && sourceOf(rows[0]);
}

/** To another address, in a new run: whoever crawls it now has lost it. */
export async function moveSource(
  tx: Tx,
  scope: Scope,
  { id, url, trustedOrigin }: { id: string; url: string; trustedOrigin: string | null },
): Promise<SourceRow | undefined> {
  const [rows = []] = await tx.batch([
    {
      text: `update knowledge_sources set url = $3::text, trusted_origin = $4::text, status = 'queued', run = run + 1,
        progress = $5::text::jsonb, home = null, code = null, message = null, started_at = null, finished_at = null,
        lease_owner = null, lease_until = null, next_run_at = null, pinged = null, partial = false, revision = revision + 1
        where organization = $1::int and id = $2::text returning ${sourceColumns}`,
      values: [scope.organization, id, url, trustedOrigin, JSON.stringify(noProgress)],
    },
  ]);
  return rows[0] && sourceOf(rows[0]);
}

/** Hides a source and takes it from whoever crawls it, with its log. */
export async function hideSource(tx: Tx, scope: Scope, id: string): Promise<void> {
  const values = [scope.organization, id];
  await tx.batch([
    {
      text: `update knowledge_sources set status = 'removing', lease_owner = null, lease_until = null
        where organization = $1::int and id = $2::text`,
      values,
    },
    { text: "delete from knowledge_crawl_pages where organization = $1::int and source_id = $2::text", values },
  ]);
}
