/** Makes the invited a member. `tx` is the system's: the token alone tells which organization it is about. */
import { Fault } from "@parley/contracts";
import { and, type Clock, eq, inArray, type Live, type Scope, type Tx } from "../../platform/index.ts";
import type { Audit } from "../audit/types.ts";
import { announce } from "../desk.ts";
import { organizations } from "../tables.ts";
import { lockMembers } from "./lock-members.ts";
import type { Memberships } from "./memberships.ts";
import { permissionsOf } from "./permissions-of.ts";
import { invitations, members, teamMembers, teams } from "./tables.ts";
import { hashToken } from "./token.ts";

export interface InvitedUser {
  id: string;
  email: string;
  name: string;
  from?: Scope["from"];
}

export interface Accepted {
  organization: number;
  organizationId: string;
  name: string;
}

interface Parts {
  clock: Clock;
  audit: Audit;
  memberships: Pick<Memberships, "add">;
}

export type Invited = Awaited<ReturnType<typeof findInvited>>;

/**
 * @throws Fault not_found (no such token), link_expired (too old, used, withdrawn), forbidden (for another address),
 * already_exists (a member already).
 */
export async function acceptInvitation(
  parts: Parts,
  tx: Tx,
  { token, user }: { token: string; user: InvitedUser },
): Promise<Accepted> {
  const { clock, audit, memberships } = parts;
  await lockMembers(tx, await findInvited(tx, token));
  const invited = await findInvited(tx, token);
  await assertNotMember(tx, invited, user);
  assertOpen(invited, clock.now());
  if (user.email.toLowerCase() !== invited.email) throw forAnother(invited, user);

  const { organization, organizationId, name, id } = invited;
  const joined = await teamsThatAre(tx, organization, invited.teams);
  await memberships.add(tx, organization, { userId: user.id, role: invited.role });
  if (joined.length > 0) {
    await tx
      .insert(teamMembers)
      .values(joined.map((teamId) => ({ organization, teamId, userId: user.id })))
      .onConflictDoNothing();
  }
  await tx
    .update(invitations)
    .set({ acceptedAt: new Date(clock.now()) })
    .where(and(eq(invitations.organization, organization), eq(invitations.id, id)));
  const scope: Scope = {
    organization,
    organizationId,
    actor: { type: "member", id: user.id, name: user.name },
    permissions: permissionsOf("billing", null),
    ...(user.from === undefined ? {} : { from: user.from }),
  };
  await audit.record(tx, scope, {
    action: "invitation.accepted",
    target: { type: "invitation", id, name: invited.email },
    after: { role: invited.role, teams: joined },
  });
  return { organization, organizationId, name };
}

/** After the commit: tells the members who look on. */
export function announceAccepted(live: Live, organization: number): void {
  announce(live, { organization }, { resource: "members" }, { resource: "invitations" }, { resource: "teams" });
}

/** Whoever holds a token of ours may see this much of its invitation. */
export async function findInvited(tx: Tx, token: string) {
  const [row] = await tx
    .select({
      organization: invitations.organization,
      organizationId: organizations.id,
      name: organizations.name,
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      teams: invitations.teams,
      inviterName: invitations.inviterName,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.number, invitations.organization))
    .where(eq(invitations.hash, hashToken(token)));
  if (row) return row;
  throw new Fault(
    "not_found",
    "This invitation is not known here. Check that the link is complete, and whether a newer one was sent.",
  );
}

export function assertOpen(invited: Invited, now: number): void {
  const ask = `Ask ${invited.inviterName} for a new one.`;
  if (invited.revokedAt !== null) throw new Fault("link_expired", `This invitation was withdrawn. ${ask}`);
  if (invited.acceptedAt !== null) throw new Fault("link_expired", `This invitation has been used already. ${ask}`);
  if (invited.expiresAt.getTime() <= now) throw new Fault("link_expired", `This invitation has expired. ${ask}`);
}

async function assertNotMember(tx: Tx, { organization, name }: Invited, user: InvitedUser): Promise<void> {
  const rows = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.organization, organization), eq(members.userId, user.id)));
  if (rows.length > 0) throw new Fault("already_exists", `You are a member of ${name} already.`);
}

const forAnother = ({ email }: Invited, user: InvitedUser) =>
  new Fault(
    "forbidden",
    `This invitation is for ${email}, and you are signed in as ${user.email}. Sign out, then open the link again and sign in with ${email}.`,
    { field: "email" },
  );

async function teamsThatAre(tx: Tx, organization: number, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.organization, organization), inArray(teams.id, [...ids])));
  return rows.map(({ id }) => id);
}
