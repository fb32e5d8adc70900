import type { AgentActivity } from "@parley/contracts";
import type { Clock, Database, Scope } from "../platform/index.ts";

const DAYS_MS = 30 * 86_400_000;

/** What visitors did with each of these agents in the last 30 days, in one round trip. In the order asked for. */
export async function agentActivity(
  { db, clock }: { db: Database; clock: Clock },
  scope: Scope,
  agentIds: readonly string[],
): Promise<AgentActivity[]> {
  const from = new Date(clock.now() - DAYS_MS).toISOString();
  const [rows = []] = await db.batch(scope, [{ text: counts, values: [scope.organization, agentIds, from] }]);
  const byAgent = new Map(rows.map((row) => [String(row["agent_id"]), row]));
  return agentIds.map((agentId) => {
    const row = byAgent.get(agentId);
    const [answered, unanswered] = [Number(row?.["answered"] ?? 0), Number(row?.["unanswered"] ?? 0)];
    const last = row?.["last_at"];
    return {
      agentId,
      conversations: Number(row?.["conversations"] ?? 0),
      answeredShare: answered + unanswered === 0 ? null : answered / (answered + unanswered),
      lastMessageAt: last === null || last === undefined ? null : new Date(String(last)).toISOString(),
    };
  });
}

/** $1 organization, $2 agents, $3 from when on. */
const counts = `
select a.agent_id, h.conversations, h.answered, h.unanswered,
  (select c.updated_at from conversations c where c.organization = $1::int and c.agent_id = a.agent_id
    order by c.id desc limit 1) as last_at
from unnest($2::text[]) as a(agent_id)
left join (select agent_id, sum(conversations)::int as conversations, sum(answered)::int as answered,
    sum(unanswered)::int as unanswered from conversation_hours
  where organization = $1::int and hour >= $3::timestamptz and agent_id = any($2::text[]) group by agent_id) h
  on h.agent_id = a.agent_id`;
