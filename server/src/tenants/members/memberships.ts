/** Who belongs where: for sign-in, for new organizations, and for people who leave for good. */
import { Fault } from "@parley/contracts";
import {
  and,
  asc,
  type Clock,
  type Database,
  eq,
  type Permission,
  type Query,
  sql,
  SYSTEM,
  type Tx,
} from "../../platform/index.ts";
import { organizations } from "../tables.ts";
import { forgetEverywhere } from "../views/forget-views.ts";
import { lockMembers } from "./lock-members.ts";
import { builtInName, permissionsOf } from "./permissions-of.ts";
import { customRoles, formerMembers, members, teamMembers } from "./tables.ts";

export interface Membership {
  organization: number;
  organizationId: string;
  /** The name of a built-in role, or the id of a custom one. */
  role: string;
  roleName: string;
  permissions: ReadonlySet<Permission>;
}

const SEEN_AT_MOST_EVERY_MS = 60_000;

export function createMemberships({ db, clock }: { db: Database; clock: Clock }) {
  const rows = (q: Query) =>
    q
      .select({
        organization: members.organization,
        organizationId: organizations.id,
        role: members.role,
        custom: customRoles.permissions,
        customName: customRoles.name,
        lastSeenAt: members.lastSeenAt,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.number, members.organization))
      .leftJoin(customRoles, and(eq(customRoles.organization, members.organization), eq(customRoles.id, members.role)));

  async function touch(organization: number, userId: string, lastSeenAt: Date | null): Promise<void> {
    if (lastSeenAt !== null && clock.now() - lastSeenAt.getTime() < SEEN_AT_MOST_EVERY_MS) return;
    await db
      .query(SYSTEM)
      .update(members)
      .set({ lastSeenAt: new Date(clock.now()) })
      .where(and(eq(members.organization, organization), eq(members.userId, userId)));
  }

  return {
    /** What this person may do in that organization; undefined for strangers and for organizations that are not there. */
    async find(userId: string, organizationId: string): Promise<Membership | undefined> {
      const [row] = await rows(db.query(SYSTEM)).where(
        and(eq(members.userId, userId), eq(organizations.id, organizationId)),
      );
      if (!row) return undefined;
      await touch(row.organization, userId, row.lastSeenAt);
      return present(row);
    },

    /** All of a person's, oldest organization first. */
    async all(userId: string): Promise<Membership[]> {
      const found = await rows(db.query(SYSTEM))
        .where(eq(members.userId, userId))
        .orderBy(asc(organizations.number))
        .limit(1_000);
      return found.map(present);
    },

    /** Within the transaction that makes the person or the organization. A member already: the role is changed. */
    async add(tx: Tx, organization: number, { userId, role }: { userId: string; role: string }): Promise<void> {
      await tx
        .insert(members)
        .values({ organization, userId, role, createdAt: new Date(clock.now()) })
        .onConflictDoUpdate({ target: [members.organization, members.userId], set: { role } });
      await tx
        .delete(formerMembers)
        .where(and(eq(formerMembers.organization, organization), eq(formerMembers.userId, userId)));
    },

    /**
     * Takes a person out of all organizations, for an account that is deleted; `tx` is the system's.
     * @throws Fault conflict where the person is the last owner of one, which it names.
     */
    async removeEverywhere(tx: Tx, userId: string): Promise<number[]> {
      const all = () =>
        tx
          .select({ organization: members.organization, role: members.role, name: organizations.name })
          .from(members)
          .innerJoin(organizations, eq(organizations.number, members.organization))
          .where(eq(members.userId, userId))
          .orderBy(asc(members.organization));
      for (const { organization } of await all()) await lockMembers(tx, { organization });
      // Read again: somebody may have made this person the owner meanwhile.
      const own = await all();
      for (const { organization, role, name } of own) {
        if (role === "owner" && (await countOwners(tx, organization)) < 2) throw lastOwner(name);
      }
      await tx.delete(teamMembers).where(eq(teamMembers.userId, userId));
      await tx.delete(members).where(eq(members.userId, userId));
      await tx.delete(formerMembers).where(eq(formerMembers.userId, userId));
      await forgetEverywhere(tx, userId);
      return own.map(({ organization }) => organization);
    },
  };
}

export type Memberships = ReturnType<typeof createMemberships>;

export async function countOwners(tx: Tx, organization: number): Promise<number> {
  const [row] = await tx
    .select({ owners: sql<number>`count(*)::int` })
    .from(members)
    .where(and(eq(members.organization, organization), eq(members.role, "owner")));
  return row?.owners ?? 0;
}

const lastOwner = (name: string) =>
  new Fault(
    "conflict",
    `You are the only owner of ${name}. Hand it on to another member or delete it first, then delete your account.`,
  );

function present(row: {
  organization: number;
  organizationId: string;
  role: string;
  custom: string[] | null;
  customName: string | null;
}): Membership {
  return {
    organization: row.organization,
    organizationId: row.organizationId,
    role: row.role,
    roleName: row.customName ?? builtInName(row.role),
    permissions: permissionsOf(row.role, row.custom),
  };
}
