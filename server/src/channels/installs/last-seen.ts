import { type Query, type Scope, sql } from "../../platform/index.ts";

/** When each agent's widget was last seen on any page, in milliseconds since 1970; those never seen are not in it. */
export async function lastSeen(q: Query, scope: Scope): Promise<Map<string, number>> {
  const rows = await q.execute<{ agent_id: string; seen: string | Date }>(sql`
    select agent_id, max(last_seen_at) as seen from widget_installs
    where organization = ${scope.organization}::int group by agent_id`);
  return new Map(rows.map((row) => [row.agent_id, new Date(row.seen).getTime()]));
}
