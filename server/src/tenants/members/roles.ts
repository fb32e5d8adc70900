/** The roles of an organization: the built-in ones, and those that it made itself. */
import { Fault, newId, type Role, roleNames, roles as builtIn } from "@parley/contracts";
import { and, eq, isNull, type Query, type Scope, sql, type Tx } from "../../platform/index.ts";
import { announce, type Desk } from "../desk.ts";
import { findRole } from "./find-role.ts";
import { lockMembers } from "./lock-members.ts";
import { nameKey } from "./name-key.ts";
import { assertWithin, builtInName, permissionsOf } from "./permissions-of.ts";
import { customRoles, invitations, members } from "./tables.ts";

const MOST_ROLES = 50;

export interface RoleInput {
  name: string;
  permissions: readonly string[];
}

type RoleRow = typeof customRoles.$inferSelect;

export function createRoles({ db, clock, audit, live }: Desk) {
  const own = (scope: Scope, id: string) =>
    and(eq(customRoles.organization, scope.organization), eq(customRoles.id, id));
  const changed = (scope: Scope, id: string) =>
    announce(live, scope, { resource: "roles", id }, { resource: "members" });

  async function find(tx: Tx, scope: Scope, id: string): Promise<RoleRow> {
    const [row] = await tx.select().from(customRoles).where(own(scope, id));
    if (!row) throw new Fault("not_found", "There is no role with this id.");
    return row;
  }

  async function present(q: Query, scope: Scope, row: RoleRow): Promise<Role> {
    return presentRole(row, (await countMembers(q, scope)).get(row.id) ?? 0);
  }

  return {
    /** The built-in ones first, then by name. */
    async list(scope: Scope): Promise<Role[]> {
      const q = db.query(scope);
      const [counts, rows] = await Promise.all([
        countMembers(q, scope),
        q
          .select()
          .from(customRoles)
          .where(eq(customRoles.organization, scope.organization))
          .orderBy(customRoles.nameKey)
          .execute(),
      ]);
      return [
        ...roleNames.map((name) => presentBuiltIn(name, counts.get(name) ?? 0)),
        ...rows.map((row) => presentRole(row, counts.get(row.id) ?? 0)),
      ];
    },

    async create(scope: Scope, input: RoleInput): Promise<Role> {
      const role = await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const permissions = checkPermissions(scope, input.permissions);
        await assertNameFree(tx, scope, input.name);
        await assertRoom(tx, scope);
        const now = clock.now();
        const [row] = await tx
          .insert(customRoles)
          .values({
            organization: scope.organization,
            id: newId("role", now),
            name: input.name,
            nameKey: nameKey(input.name),
            permissions,
            createdAt: new Date(now),
          })
          .returning();
        if (!row) throw new Error("a role was not stored");
        const target = { type: "role", id: row.id, name: row.name };
        await audit.record(tx, scope, { action: "role.created", target, after: { name: row.name, permissions } });
        return presentRole(row, 0);
      });
      changed(scope, role.id);
      return role;
    },

    async get(scope: Scope, id: string): Promise<Role> {
      return db.transaction(scope, async (tx) => present(tx, scope, await find(tx, scope, id)));
    },

    /** Counts for everybody who has it from their next request on. `check` sees the revision that would be changed. */
    async change(
      scope: Scope,
      id: string,
      { input, check }: { input: Partial<RoleInput>; check: (revision: number) => void },
    ): Promise<Role> {
      const role = await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const before = await find(tx, scope, id);
        check(before.revision);
        assertWithin(scope, permissionsOf(id, before.permissions));
        const permissions =
          input.permissions === undefined ? before.permissions : checkPermissions(scope, input.permissions);
        const name = input.name ?? before.name;
        if (nameKey(name) !== before.nameKey) await assertNameFree(tx, scope, name);
        const [row] = await tx
          .update(customRoles)
          .set({ name, nameKey: nameKey(name), permissions, revision: before.revision + 1 })
          .where(own(scope, id))
          .returning();
        if (!row) throw new Error("a role was not stored");
        await audit.record(tx, scope, {
          action: "role.changed",
          target: { type: "role", id, name },
          before: { name: before.name, permissions: before.permissions },
          after: { name, permissions },
        });
        return present(tx, scope, row);
      });
      changed(scope, id);
      return role;
    },

    /** Who has it, or is invited to it, gets `replacement` instead. @throws Fault conflict when that is missing. */
    async remove(scope: Scope, id: string, replacement: string | undefined): Promise<void> {
      await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const role = await find(tx, scope, id);
        assertWithin(scope, permissionsOf(id, role.permissions));
        const moved = await replaceRole(tx, scope, { role, replacement });
        await tx.delete(customRoles).where(own(scope, id));
        await audit.record(tx, scope, {
          action: "role.removed",
          target: { type: "role", id, name: role.name },
          before: { name: role.name, permissions: role.permissions },
          after: moved === null ? null : { replacement: moved },
        });
      });
      changed(scope, id);
    },
  };
}

async function replaceRole(
  tx: Tx,
  scope: Scope,
  { role, replacement }: { role: RoleRow; replacement: string | undefined },
): Promise<string | null> {
  const holders = and(eq(members.organization, scope.organization), eq(members.role, role.id));
  const invited = and(
    eq(invitations.organization, scope.organization),
    eq(invitations.role, role.id),
    isNull(invitations.acceptedAt),
  );
  const [held, open] = await Promise.all([
    tx.select({ id: members.userId }).from(members).where(holders).execute(),
    tx.select({ id: invitations.id }).from(invitations).where(invited).execute(),
  ]);
  if (held.length + open.length === 0) return null;
  if (replacement === undefined || replacement === role.id) {
    throw new Fault(
      "conflict",
      `Somebody has the role ${role.name}, or is invited to it. Say which role they get instead.`,
      { field: "replacement" },
    );
  }
  const next = await findRole(tx, scope, { id: replacement, field: "replacement" });
  assertWithin(scope, next.permissions, "replacement");
  await tx.update(members).set({ role: next.id }).where(holders);
  await tx.update(invitations).set({ role: next.id }).where(invited);
  return next.name;
}

function checkPermissions(scope: Scope, names: readonly string[]): string[] {
  const permissions = [...permissionsOf("", names)].toSorted();
  if (permissions.includes("organization:own")) {
    throw new Fault("invalid_request", "Only the role of owners can hand on or delete the organization.", {
      field: "permissions",
    });
  }
  assertWithin(scope, permissions, "permissions");
  return permissions;
}

async function assertNameFree(tx: Tx, scope: Scope, name: string): Promise<void> {
  const rows = await tx
    .select({ id: customRoles.id })
    .from(customRoles)
    .where(and(eq(customRoles.organization, scope.organization), eq(customRoles.nameKey, nameKey(name))));
  if (rows.length > 0 || roleNames.some((taken) => taken === nameKey(name))) {
    throw new Fault("already_exists", "There is a role of this name already. Choose another name.", { field: "name" });
  }
}

async function assertRoom(tx: Tx, scope: Scope): Promise<void> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(customRoles)
    .where(eq(customRoles.organization, scope.organization));
  if ((row?.count ?? 0) >= MOST_ROLES) {
    throw new Fault("conflict", `There are ${MOST_ROLES} roles already. Remove one first.`);
  }
}

async function countMembers(q: Query, scope: Scope): Promise<Map<string, number>> {
  const rows = await q
    .select({ role: members.role, count: sql<number>`count(*)::int` })
    .from(members)
    .where(eq(members.organization, scope.organization))
    .groupBy(members.role)
    .execute();
  return new Map(rows.map(({ role, count }) => [role, count]));
}

function presentBuiltIn(name: (typeof roleNames)[number], count: number): Role {
  const { words, permissions } = builtIn[name];
  return {
    id: name,
    name: builtInName(name),
    builtIn: true,
    words,
    permissions: [...permissions],
    members: count,
    revision: 1,
    createdAt: null,
  };
}

function presentRole(row: RoleRow, count: number): Role {
  return {
    id: row.id,
    name: row.name,
    builtIn: false,
    words: null,
    permissions: row.permissions,
    members: count,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
  };
}
