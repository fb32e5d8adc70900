import type { AttentionFact } from "@parley/contracts";
import { type Query, type Scope, sql } from "../platform/index.ts";

const MOST = 10;

/** Sources whose last reading failed, or found nothing to answer from. */
export async function findFaultySources(q: Query, scope: Scope): Promise<AttentionFact[]> {
  const rows = await q.execute<{
    id: string;
    agent_id: string;
    url: string;
    status: string;
    finished_at: string | Date | null;
  }>(sql`
    select id, agent_id, url, status, finished_at from knowledge_sources
    where organization = ${scope.organization}::int
      and (status = 'failed' or (status = 'done' and coalesce((progress->>'indexed')::int, 0) = 0))
    order by finished_at desc nulls last, id limit ${MOST}::int`);
  return rows.map((row) => ({
    kind: row.status === "failed" ? "source-failed" : "source-empty",
    text: row.url,
    count: 1,
    agentId: row.agent_id,
    target: { resource: "sources", id: row.id },
    messageId: null,
    at: row.finished_at === null ? null : new Date(row.finished_at).toISOString(),
  }));
}

export async function hasKnowledge(q: Query, scope: Scope): Promise<boolean> {
  const [row] = await q.execute<{ found: boolean }>(sql`
    select exists (select 1 from knowledge_documents where organization = ${scope.organization}::int)
      or exists (select 1 from knowledge_verified_answers where organization = ${scope.organization}::int) as found`);
  return row?.found === true;
}
