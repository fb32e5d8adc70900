import { type Scope, sql, type Tx } from "../../platform/index.ts";

/** Any constant of our own: what the locks of an organization's members are told from others by. */
const MEMBERS = 1_711;

/** One change of members, roles or invitations at a time: two owners who demote each other leave one. */
export async function lockMembers(tx: Tx, { organization }: Pick<Scope, "organization">): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${MEMBERS}::int, ${organization}::int)`);
}
