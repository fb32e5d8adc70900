import type { AttentionFact } from "@parley/contracts";
import { type Query, type Scope, sql } from "../platform/index.ts";

/** Agents with answers that people should look at, with how many there are. */
export async function findOpenRecalls(q: Query, scope: Scope): Promise<AttentionFact[]> {
  const rows = await q.execute<{ agent_id: string; count: number; question: string; at: string | Date }>(sql`
    select r.agent_id, count(*)::int as count, (array_agg(r.question order by r.id desc))[1] as question, max(r.updated_at) as at
    from recalls r where r.organization = ${scope.organization}::int and r.state = 'open'
      and exists (select 1 from recall_answers a where a.organization = r.organization and a.recall_id = r.id)
    group by r.agent_id order by 2 desc limit 10`);
  return rows.map((row) => ({
    kind: "answer-outdated",
    text: row.question.replace(/\s+/g, " ").slice(0, 300).toWellFormed(),
    count: row.count,
    agentId: row.agent_id,
    target: { resource: "recalls", id: null },
    messageId: null,
    at: new Date(row.at).toISOString(),
  }));
}
