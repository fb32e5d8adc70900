/** Who belongs to an organization. There is always an owner, and nobody rules over who may do more. */
import { Fault, type Member } from "@parley/contracts";
import { and, eq, type Scope, SYSTEM, type Tx } from "../../platform/index.ts";
import { announce, type Desk } from "../desk.ts";
import { revokeKeysOf } from "../keys-of-member.ts";
import { findRole } from "./find-role.ts";
import { listMembers, type MemberPage } from "./list-members.ts";
import { lockMembers } from "./lock-members.ts";
import { countOwners, type Memberships } from "./memberships.ts";
import { readPeople } from "./people.ts";
import { assertWithin, permissionsOf } from "./permissions-of.ts";
import type { Views } from "../views/views.ts";
import { customRoles, formerMembers, members, teamMembers, teams } from "./tables.ts";

/** How long a removal can be undone. */
const UNDO_FOR_MS = 3_600_000;

interface MembersParts {
  memberships: Memberships;
  views: Pick<Views, "forgetOwnLater">;
}

export function createMembers(desk: Desk, { memberships, views }: MembersParts) {
  const { db, clock, audit, live } = desk;
  const own = ({ organization }: Scope, userId: string) =>
    and(eq(members.organization, organization), eq(members.userId, userId));
  const changed = (scope: Scope, id?: string) =>
    announce(live, scope, { resource: "members", id }, { resource: "teams" }, { resource: "roles" });

  async function find(tx: Tx, scope: Scope, userId: string) {
    const [[row], people] = await Promise.all([
      tx.select({ role: members.role }).from(members).where(own(scope, userId)).execute(),
      readPeople(tx, [userId]),
    ]);
    if (!row) throw notAMember();
    return { role: row.role, name: people.get(userId)?.name ?? userId };
  }

  async function setRole(tx: Tx, scope: Scope, { userId, role }: { userId: string; role: string }): Promise<void> {
    await tx.update(members).set({ role }).where(own(scope, userId));
  }

  async function get(scope: Scope, userId: string): Promise<Member> {
    const { data } = await listMembers(db.query(SYSTEM), scope, { limit: 1, userId, now: clock.now() });
    const [member] = data;
    if (!member) throw notAMember();
    return member;
  }

  return {
    list: (scope: Scope, page: MemberPage) => listMembers(db.query(SYSTEM), scope, { ...page, now: clock.now() }),

    async changeRole(scope: Scope, userId: string, role: string): Promise<Member> {
      await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const before = await find(tx, scope, userId);
        const next = await findRole(tx, scope, { id: role });
        assertWithin(scope, await permissionsNow(tx, scope, before.role));
        assertWithin(scope, next.permissions, "role");
        if (before.role === next.id) return;
        if (before.role === "owner") await assertOtherOwner(tx, scope);
        await setRole(tx, scope, { userId, role: next.id });
        await audit.record(tx, scope, {
          action: "member.role-changed",
          target: { type: "member", id: userId, name: before.name },
          before: { role: before.role },
          after: { role: next.id, name: next.name },
        });
      });
      changed(scope, userId);
      return get(scope, userId);
    },

    /** Oneself: to leave. Keys that the member made stay, unless they are to go too. */
    async remove(scope: Scope, userId: string, { revokeKeys = false } = {}): Promise<void> {
      const now = clock.now();
      const leaves = scope.actor.type === "member" && scope.actor.id === userId;
      await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const before = await find(tx, scope, userId);
        if (!leaves) assertWithin(scope, await permissionsNow(tx, scope, before.role));
        if (before.role === "owner") await assertOtherOwner(tx, scope);
        await takeOut(tx, scope, { userId, role: before.role, now });
        const revokedKeys = revokeKeys ? await revokeKeysOf(tx, scope, { audit, maker: userId, now }) : 0;
        await views.forgetOwnLater(tx, scope, { userId, afterMs: UNDO_FOR_MS });
        await audit.record(tx, scope, {
          action: leaves ? "member.left" : "member.removed",
          target: { type: "member", id: userId, name: before.name },
          before: { role: before.role },
          ...(revokeKeys && { after: { revokedKeys } }),
        });
      });
      changed(scope, userId);
      live.changed(scope, { resource: "keys" });
    },

    /** Undoes a removal within the hour, with role and teams. */
    async restore(scope: Scope, userId: string): Promise<Member> {
      await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const [former] = await tx
          .select()
          .from(formerMembers)
          .where(and(eq(formerMembers.organization, scope.organization), eq(formerMembers.userId, userId)));
        const somebody = (await readPeople(tx, [userId])).get(userId);
        if (!former || !somebody) throw new Fault("not_found", "Nobody with this id was removed here.");
        if (former.removedAt.getTime() + UNDO_FOR_MS <= clock.now()) {
          throw new Fault("conflict", "That was more than an hour ago. Invite the person anew.");
        }
        const role = await findRole(tx, scope, { id: former.role });
        assertWithin(scope, role.permissions);
        await memberships.add(tx, scope.organization, { userId, role: role.id });
        await joinTeams(tx, scope, { userId, ids: former.teams });
        await audit.record(tx, scope, {
          action: "member.restored",
          target: { type: "member", id: userId, name: somebody.name },
          after: { role: role.id },
        });
      });
      changed(scope, userId);
      live.changed(scope, { resource: "keys" });
      return get(scope, userId);
    },

    /** Makes `userId` an owner; who hands on gets `ownRole`. */
    async handOn(scope: Scope, userId: string, ownRole: string): Promise<void> {
      const giver = scope.actor.type === "member" ? scope.actor.id : undefined;
      if (userId === giver) {
        throw new Fault("invalid_request", "You are an owner already. Choose another member.", { field: "userId" });
      }
      await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const next = await find(tx, scope, userId).catch((error: unknown) => {
          if (!(error instanceof Fault)) throw error;
          throw new Fault("invalid_request", "Ownership goes to a member. Invite the person first.", {
            field: "userId",
          });
        });
        const role = await findRole(tx, scope, { id: ownRole, field: "ownRole" });
        await setRole(tx, scope, { userId, role: "owner" });
        if (giver !== undefined) await setRole(tx, scope, { userId: giver, role: role.id });
        await audit.record(tx, scope, {
          action: "organization.handed-on",
          target: { type: "member", id: userId, name: next.name },
          before: { role: next.role },
          after: { role: "owner", ...(giver === undefined ? {} : { giverBecomes: role.id }) },
        });
      });
      changed(scope);
      live.changed(scope, { resource: "organization" });
    },
  };
}

export type Members = ReturnType<typeof createMembers>;

const notAMember = () => new Fault("not_found", "There is no member with this id.");

/** Under the lock of the members: nobody else takes the other owner away meanwhile. */
async function assertOtherOwner(tx: Tx, scope: Scope): Promise<void> {
  if ((await countOwners(tx, scope.organization)) > 1) return;
  throw new Fault(
    "conflict",
    "An organization needs an owner, and this is the only one. Make another member owner first.",
  );
}

async function permissionsNow(tx: Tx, scope: Scope, role: string) {
  const [row] = await tx
    .select({ permissions: customRoles.permissions })
    .from(customRoles)
    .where(and(eq(customRoles.organization, scope.organization), eq(customRoles.id, role)));
  return permissionsOf(role, row?.permissions ?? null);
}

async function takeOut(tx: Tx, { organization }: Scope, gone: { userId: string; role: string; now: number }) {
  const { userId, role } = gone;
  const left = await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.organization, organization), eq(teamMembers.userId, userId)))
    .returning({ id: teamMembers.teamId });
  await tx.delete(members).where(and(eq(members.organization, organization), eq(members.userId, userId)));
  const kept = { role, teams: left.map(({ id }) => id), removedAt: new Date(gone.now) };
  await tx
    .insert(formerMembers)
    .values({ organization, userId, ...kept })
    .onConflictDoUpdate({ target: [formerMembers.organization, formerMembers.userId], set: kept });
}

/** Those teams that are still there. */
async function joinTeams(
  tx: Tx,
  { organization }: Scope,
  { userId, ids }: { userId: string; ids: readonly string[] },
): Promise<void> {
  const there = await tx.select({ id: teams.id }).from(teams).where(eq(teams.organization, organization));
  const rows = there.filter(({ id }) => ids.includes(id)).map(({ id }) => ({ organization, teamId: id, userId }));
  if (rows.length > 0) await tx.insert(teamMembers).values(rows).onConflictDoNothing();
}
