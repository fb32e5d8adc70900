/** Who crawls a source until when: anybody may take it up after that. */
import type { Database, Scope, Statement } from "../../platform/index.ts";
import { iso, sourceColumns, sourceOf, type SourceRow } from "./source-row.ts";

/** Takes a source over, if it is open and nobody has it; undefined otherwise. */
export async function takeLease(
  db: Database,
  scope: Scope,
  lease: { sourceId: string; owner: string; now: number; until: number },
): Promise<SourceRow | undefined> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `update knowledge_sources set status = 'running', lease_owner = $3::text, lease_until = $5::timestamptz,
        started_at = coalesce(started_at, $4::timestamptz)
        where organization = $1::int and id = $2::text and status in ('queued', 'running')
        and (lease_until is null or lease_until < $4::timestamptz) returning ${sourceColumns}`,
      values: [scope.organization, lease.sourceId, lease.owner, iso(lease.now), iso(lease.until)],
    },
  ]);
  return rows[0] ? sourceOf(rows[0]) : undefined;
}

export function renewLease(scope: Scope, lease: { sourceId: string; owner: string; until: number }): Statement {
  return {
    text: `update knowledge_sources set lease_until = $4::timestamptz
      where organization = $1::int and id = $2::text and lease_owner = $3::text and status = 'running' returning id`,
    values: [scope.organization, lease.sourceId, lease.owner, iso(lease.until)],
  };
}

export function releaseLease(scope: Scope, lease: { sourceId: string; owner: string }): Statement {
  return {
    text: `update knowledge_sources set lease_owner = null, lease_until = null
      where organization = $1::int and id = $2::text and lease_owner = $3::text`,
    values: [scope.organization, lease.sourceId, lease.owner],
  };
}

/** System: open sources that nobody has, oldest first. */
export function findOpen(now: number, most: number): Statement {
  return {
    text: `select s.organization, o.id as organization_id, s.id from knowledge_sources s join organizations o on o.number = s.organization
      where s.status in ('queued', 'running') and (s.lease_until is null or s.lease_until < $1::timestamptz) order by s.id limit $2::int`,
    values: [iso(now), most],
  };
}

/** System: where only one process can be, leases of another one are those of the dead. */
export function voidLeases(processId: string): Statement {
  return {
    text: "update knowledge_sources set lease_owner = null, lease_until = null where not starts_with(lease_owner, $1::text)",
    values: [processId],
  };
}
