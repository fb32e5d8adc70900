/** Whom an invitation would reach, and what it would give, as it is now. */
import { Fault } from "@parley/contracts";
import { and, eq, inArray, isNull, type Scope, SYSTEM, type Tx } from "../../platform/index.ts";
import type { InvitationRow } from "./list-invitations.ts";
import { invitations, teams } from "./tables.ts";

export async function checkTeams(tx: Tx, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.organization, scope.organization), inArray(teams.id, wanted)));
  if (rows.length < wanted.length) {
    throw new Fault("invalid_request", "One of these teams is not there any more. Choose again.", { field: "teams" });
  }
  return wanted;
}

/** People's addresses belong to no organization, so the server itself looks among those of this one's members. */
export async function membersAmong(tx: Tx, scope: Scope, emails: string[]): Promise<Set<string>> {
  const [rows = []] = await tx.batch(
    [
      {
        text: "select u.email from members m join auth_users u on u.id = m.user_id where m.organization = $1 and u.email = any($2::text[])",
        values: [scope.organization, emails],
      },
    ],
    SYSTEM,
  );
  return new Set(rows.map((row) => String(row["email"])));
}

export async function openAmong(tx: Tx, scope: Scope, emails: string[]): Promise<Map<string, InvitationRow>> {
  const rows = await tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.organization, scope.organization),
        inArray(invitations.email, emails),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
  return new Map(rows.map((row) => [row.email, row]));
}
