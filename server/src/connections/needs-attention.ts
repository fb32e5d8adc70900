import type { AttentionFact } from "@parley/contracts";
import { type Query, type Scope, sql } from "../platform/index.ts";

const MOST = 10;

/** Connections whose last check failed. */
export async function findFailingConnections(q: Query, scope: Scope): Promise<AttentionFact[]> {
  const rows = await q.execute<{ id: string; name: string; checked_at: string | Date | null }>(sql`
    select id, name, checked_at from connections
    where organization = ${scope.organization}::int and state = 'failing'
    order by checked_at desc nulls last, id limit ${MOST}::int`);
  return rows.map((row) => ({
    kind: "connection-failed",
    text: row.name,
    count: 1,
    agentId: null,
    target: { resource: "connections", id: row.id },
    messageId: null,
    at: row.checked_at === null ? null : new Date(row.checked_at).toISOString(),
  }));
}
