import type { Scope, Statement, Tx } from "../../platform/index.ts";
import { iso, sourceColumns, sourceOf, type SourceRow } from "../sources/source-row.ts";

const ended = "status in ('done', 'failed', 'cancelled')";

/** System: sources whose time has come, or that somebody says have changed. */
export function findDue(now: number, most: number): Statement {
  return {
    text: `select s.organization, o.id as organization_id, s.id from knowledge_sources s join organizations o on o.number = s.organization
      where s.${ended} and (s.next_run_at <= $1::timestamptz or s.pinged is not null) order by s.next_run_at nulls first limit $2::int`,
    values: [iso(now), most],
  };
}

export interface Due {
  source: SourceRow;
  /** Null: its time has come. None: all of it was pinged. */
  pinged: string[] | null;
}

/** Locks a source that is due; undefined when somebody else has begun it, or it is due no more. */
export async function lockDue(
  tx: Tx,
  scope: Scope,
  { id, now }: { id: string; now: number },
): Promise<Due | undefined> {
  const [rows = []] = await tx.batch([
    {
      text: `select ${sourceColumns}, pinged from knowledge_sources where organization = $1::int and id = $2::text
        and ${ended} and (next_run_at <= $3::timestamptz or pinged is not null) for update`,
      values: [scope.organization, id, iso(now)],
    },
  ]);
  const row = rows[0];
  if (!row) return undefined;
  const source = sourceOf(row);
  const isTime = source.nextRunAt !== null && source.nextRunAt.getTime() <= now;
  return { source, pinged: isTime ? null : textsOf(row["pinged"]) };
}

/** Opens the present run once more for some of its addresses: what it has counted stays. */
export async function beginPartial(
  tx: Tx,
  scope: Scope,
  { id, urls }: { id: string; urls: readonly string[] },
): Promise<void> {
  const values = [scope.organization, id];
  await tx.batch([
    {
      text: `insert into knowledge_crawl_pages as p (organization, source_id, url, depth, run, status)
        select distinct on (coalesce(known.url, x.url)) $1::int, $2::text, coalesce(known.url, x.url), coalesce(known.depth, 1), s.run, 'queued'
        from unnest($3::text[], $4::text[]) as x(url, other)
        join knowledge_sources s on s.organization = $1::int and s.id = $2::text
        left join lateral (select k.url, k.depth from knowledge_crawl_pages k where k.organization = $1::int
          and k.source_id = $2::text and k.url in (x.url, x.other) order by k.url = x.url desc limit 1) known on true
        on conflict (organization, source_id, url) do update set run = excluded.run, status = 'queued', reason = null, changed_at = now()`,
      values: [...values, urls, urls.map(otherSpelling)],
    },
    {
      text: `update knowledge_sources set status = 'queued', partial = true, pinged = null, finished_at = null,
        lease_owner = null, lease_until = null where organization = $1::int and id = $2::text`,
      values,
    },
  ]);
}

/** With a last slash, or without. */
function otherSpelling(url: string): string {
  const at = new URL(url);
  at.pathname = at.pathname.endsWith("/") ? at.pathname.slice(0, -1) : `${at.pathname}/`;
  return at.href;
}

/** More addresses than that are read as a whole run. */
const MOST_PINGED = 1_000;

/** Notes that a source has changed, beside what was noted before. Null: nobody knows where. */
export async function notePing(
  tx: Tx,
  scope: Scope,
  { id, urls }: { id: string; urls: readonly string[] | null },
): Promise<void> {
  const values = [scope.organization, id];
  const [rows = []] = await tx.batch([
    { text: "select pinged from knowledge_sources where organization = $1::int and id = $2::text for update", values },
  ]);
  const before = textsOf(rows[0]?.["pinged"]);
  const all = urls === null || before?.length === 0 ? [] : [...new Set([...(before ?? []), ...urls])];
  await tx.batch([
    {
      text: "update knowledge_sources set pinged = $3::text::jsonb where organization = $1::int and id = $2::text",
      values: [...values, JSON.stringify(all.length > MOST_PINGED ? [] : all)],
    },
  ]);
}

function textsOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : null;
}
