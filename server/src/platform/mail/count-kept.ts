import { type Query } from "../db/types.ts";
import { sql } from "../db/drizzle.ts";
import type { Scope } from "../scope.ts";

/** Letters of an organization that no mail server has taken, of the last `days` days. */
export async function countKeptMails(q: Query, scope: Scope, days: number): Promise<number> {
  const [row] = await q.execute<{ kept: number }>(sql`select count(*)::int as kept from mails
    where organization = ${scope.organization}::int and state = 'kept'
      and created_at > now() - ${days}::int * interval '1 day'`);
  return row?.kept ?? 0;
}
