import { type Database, type Query, type Scope, sql, SYSTEM } from "../platform/index.ts";

/** Somebody else belongs to the organization, or is invited. */
export async function hasCompany(q: Query, scope: Scope): Promise<boolean> {
  const [row] = await q.execute<{ others: boolean }>(sql`
    select (select count(*) from (select 1 from members where organization = ${scope.organization}::int limit 2) m) > 1
      or exists (select 1 from invitations where organization = ${scope.organization}::int and revoked_at is null) as others`);
  return row?.others === true;
}

/** A member who may rule over others signs in with one factor alone. */
export async function lacksSecondFactor(db: Database, scope: Scope): Promise<boolean> {
  if (scope.actor.type !== "member" || !scope.permissions.has("members:write")) return false;
  const [row] = await db.query(SYSTEM).execute<{ lacks: boolean }>(sql`
    select not u.two_factor_enabled and not exists (select 1 from auth_passkeys p where p.user_id = u.id) as lacks
    from auth_users u where u.id = ${scope.actor.id}::text`);
  return row?.lacks === true;
}
