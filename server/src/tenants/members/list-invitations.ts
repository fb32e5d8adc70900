import type { Invitation } from "@parley/contracts";
import { and, desc, eq, gt, isNull, lt, lte, isNotNull, type Query, type Scope } from "../../platform/index.ts";
import { type Names, readNames } from "./read-names.ts";
import { invitations } from "./tables.ts";

export type InvitationRow = typeof invitations.$inferSelect;

export interface InvitationPage {
  limit: number;
  cursor?: string | undefined;
  state?: Invitation["state"] | undefined;
}

/** Newest first. */
export async function listInvitations(
  q: Query,
  scope: Scope,
  { limit, cursor, state, now }: InvitationPage & { now: number },
) {
  const [names, rows] = await Promise.all([
    readNames(q, scope.organization),
    q
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.organization, scope.organization),
          cursor === undefined ? undefined : lt(invitations.id, cursor),
          state === undefined ? undefined : inState(state, new Date(now)),
        ),
      )
      .orderBy(desc(invitations.id))
      .limit(limit + 1)
      .execute(),
  ]);
  const data = rows.slice(0, limit);
  return {
    data: data.map((row) => presentInvitation(row, names, now)),
    next: rows.length > limit ? (data.at(-1)?.id ?? null) : null,
  };
}

export function presentInvitation(row: InvitationRow, names: Names, now: number): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: names.role(row.role),
    teams: names.teams(row.teams),
    inviter: { userId: row.inviterId, name: row.inviterName },
    state: stateOf(row, now),
    expiresAt: row.expiresAt.toISOString(),
    sentAt: row.sentAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function stateOf(
  row: Pick<InvitationRow, "acceptedAt" | "revokedAt" | "expiresAt">,
  now: number,
): Invitation["state"] {
  if (row.acceptedAt !== null) return "accepted";
  if (row.revokedAt !== null) return "revoked";
  return row.expiresAt.getTime() <= now ? "expired" : "pending";
}

function inState(state: Invitation["state"], now: Date) {
  const { acceptedAt, revokedAt, expiresAt } = invitations;
  if (state === "accepted") return isNotNull(acceptedAt);
  if (state === "revoked") return and(isNull(acceptedAt), isNotNull(revokedAt));
  const open = and(isNull(acceptedAt), isNull(revokedAt));
  return and(open, state === "expired" ? lte(expiresAt, now) : gt(expiresAt, now));
}
