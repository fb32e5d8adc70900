/** Invitations: sent by mail, open for a week, used once, and only by whom they were sent to. */
import { Fault, type Invitation, type InvitationsResult, newId } from "@parley/contracts";
import { and, eq, gt, type Scope, sql, SYSTEM, type Tx } from "../../platform/index.ts";
import { announce, type Desk } from "../desk.ts";
import { organizations } from "../tables.ts";
import {
  type Accepted,
  acceptInvitation,
  announceAccepted,
  assertOpen,
  findInvited,
  type InvitedUser,
} from "./accept-invitation.ts";
import { checkTeams, membersAmong, openAmong } from "./check-invited.ts";
import { type FoundRole, findRole } from "./find-role.ts";
import { invitationMail } from "./invitation-mail.ts";
import {
  type InvitationPage,
  type InvitationRow,
  listInvitations,
  presentInvitation,
  stateOf,
} from "./list-invitations.ts";
import { lockMembers } from "./lock-members.ts";
import type { Memberships } from "./memberships.ts";
import { assertWithin } from "./permissions-of.ts";
import { type Names, readNames } from "./read-names.ts";
import { invitations } from "./tables.ts";
import { hashToken, newToken } from "./token.ts";

const OPEN_FOR_MS = 7 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 500;

/** Where the dashboard is. */
export interface LinkPlace {
  /** Without a last slash. */
  base: string;
  /** Whether others may be sent there. */
  mailable: boolean;
}

export interface NewInvitations extends LinkPlace {
  emails: readonly string[];
  role: string;
  teams: readonly string[];
}

interface Addressee {
  email: string;
  teamIds: string[];
  /** Invited before: that one goes out again. */
  again?: InvitationRow | undefined;
}

interface Occasion {
  tx: Tx;
  scope: Scope;
  base: string;
  role: FoundRole;
  organization: string;
  names: Names;
}

interface Sent {
  invitation: Invitation;
  link: string | null;
}

export function createInvitations(desk: Desk, memberships: Memberships) {
  const { db, clock, audit, live, mail } = desk;
  const changed = (scope: Pick<Scope, "organization">, id?: string) =>
    announce(live, scope, { resource: "invitations", id });

  const accept = (tx: Tx, token: string, user: InvitedUser): Promise<Accepted> =>
    acceptInvitation({ clock, audit, memberships }, tx, { token, user });

  /** Stores it with a token of its own, and mails that or gives the link. */
  async function send(occasion: Occasion, { email, teamIds, again }: Addressee): Promise<Sent> {
    const { tx, scope, base, role, organization, names } = occasion;
    const token = newToken();
    const inviter = scope.actor.name ?? organization;
    const now = clock.now();
    const fields = {
      role: role.id,
      teams: teamIds,
      hash: hashToken(token),
      inviterId: scope.actor.id,
      inviterName: inviter,
      sentAt: new Date(now),
      expiresAt: new Date(now + OPEN_FOR_MS),
    };
    const rows =
      again === undefined
        ? await tx
            .insert(invitations)
            .values({ organization: scope.organization, id: newId("invitation", now), email, ...fields })
            .returning()
        : await tx
            .update(invitations)
            .set(fields)
            .where(and(eq(invitations.organization, scope.organization), eq(invitations.id, again.id)))
            .returning();
    const [row] = rows;
    if (!row) throw new Error("an invitation was not stored");
    const link = `${base}/invitations/${token}`;
    await mail.enqueue(tx, scope, invitationMail({ email, inviter, organization, role: role.name, link }));
    await audit.record(tx, scope, {
      action: again === undefined ? "invitation.sent" : "invitation.sent-again",
      target: { type: "invitation", id: row.id, name: email },
      after: { role: role.name, teams: names.teams(teamIds).map(({ name }) => name) },
    });
    return { invitation: presentInvitation(row, names, now), link: mail.canSend ? null : link };
  }

  async function begin(
    tx: Tx,
    scope: Scope,
    { role, base, mailable }: LinkPlace & { role: string },
  ): Promise<Occasion> {
    if (mail.canSend && !mailable) {
      throw new Fault("conflict", "This server cannot mail links: PARLEY_PUBLIC_URL is not set.");
    }
    await lockMembers(tx, scope);
    const [found, names, [row], [sent]] = await Promise.all([
      findRole(tx, scope, { id: role }),
      readNames(tx, scope.organization),
      tx
        .select({ name: organizations.name })
        .from(organizations)
        .where(eq(organizations.number, scope.organization))
        .execute(),
      tx
        .select({ today: sql<number>`count(*)::int` })
        .from(invitations)
        .where(
          and(eq(invitations.organization, scope.organization), gt(invitations.sentAt, new Date(clock.now() - DAY_MS))),
        )
        .execute(),
    ]);
    assertWithin(scope, found.permissions, "role");
    if ((sent?.today ?? 0) >= MOST_A_DAY) {
      throw new Fault("rate_limited", "That is enough invitations for today. Send more tomorrow.", {
        retryAfterMs: DAY_MS,
      });
    }
    return { tx, scope, base, role: found, organization: row?.name ?? "", names };
  }

  async function find(tx: Tx, scope: Scope, id: string): Promise<InvitationRow> {
    const [row] = await tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.organization, scope.organization), eq(invitations.id, id)));
    if (!row) throw new Fault("not_found", "There is no invitation with this id.");
    return row;
  }

  return {
    /** The same address twice is one; who is a member already gets none. */
    async invite(scope: Scope, input: NewInvitations): Promise<InvitationsResult> {
      const emails = [...new Set(input.emails)];
      const data = await db.transaction(scope, async (tx) => {
        const occasion = await begin(tx, scope, input);
        const teamIds = await checkTeams(tx, scope, input.teams);
        const [present, open] = await Promise.all([membersAmong(tx, scope, emails), openAmong(tx, scope, emails)]);
        const results: InvitationsResult["data"] = [];
        for (const email of emails) {
          if (present.has(email)) {
            results.push({ email, outcome: "member", invitation: null, link: null });
            continue;
          }
          const before = open.get(email);
          const sent = await send(occasion, { email, teamIds, again: before });
          results.push({ email, outcome: before ? "again" : "invited", ...sent });
        }
        return results;
      });
      mail.wake();
      changed(scope);
      return { data };
    },

    /** A new link and seven more days; the earlier link no longer works. */
    async resend(scope: Scope, id: string, place: LinkPlace): Promise<Sent> {
      const sent = await db.transaction(scope, async (tx) => {
        const row = await find(tx, scope, id);
        if (["accepted", "revoked"].includes(stateOf(row, clock.now()))) {
          throw new Fault("conflict", "This invitation is over. Invite the person anew.");
        }
        const occasion = await begin(tx, scope, { role: row.role, ...place });
        return send(occasion, { email: row.email, teamIds: row.teams, again: row });
      });
      mail.wake();
      changed(scope, id);
      return sent;
    },

    /** Twice is as once. An accepted one stays: the person is a member now. */
    async revoke(scope: Scope, id: string): Promise<void> {
      await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const row = await find(tx, scope, id);
        if (row.acceptedAt !== null) {
          throw new Fault("conflict", "This invitation was accepted already. Remove the member instead.");
        }
        if (row.revokedAt !== null) return;
        await tx
          .update(invitations)
          .set({ revokedAt: new Date(clock.now()) })
          .where(and(eq(invitations.organization, scope.organization), eq(invitations.id, id)));
        await audit.record(tx, scope, {
          action: "invitation.revoked",
          target: { type: "invitation", id, name: row.email },
        });
      });
      changed(scope, id);
    },

    list: (scope: Scope, page: InvitationPage) =>
      listInvitations(db.query(scope), scope, { ...page, now: clock.now() }),

    /** For whoever holds the link. @throws Fault not_found or link_expired. */
    async lookUp(token: string) {
      return db.transaction(SYSTEM, async (tx) => {
        const invited = await findInvited(tx, token);
        assertOpen(invited, clock.now());
        const { name: organization, inviterName: inviter, email, expiresAt } = invited;
        return { organization, inviter, email, expiresAt: expiresAt.toISOString() };
      });
    },

    async acceptAs(token: string, user: InvitedUser): Promise<Accepted> {
      const done = await db.transaction(SYSTEM, (tx) => accept(tx, token, user));
      announceAccepted(live, done.organization);
      return done;
    },
  };
}
