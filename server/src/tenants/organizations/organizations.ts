/** Organizations: which ones a person belongs to, how a new one begins, and what it is called. */
import { Fault, type MyOrganization, newId, type OpenOrganization, type OrganizationInput } from "@parley/contracts";
import { and, desc, eq, type Query, type Scope, sql, SYSTEM, type Tx } from "../../platform/index.ts";
import { difference } from "../audit/difference.ts";
import { announce, type Desk } from "../desk.ts";
import type { Memberships } from "../members/memberships.ts";
import { builtInName, permissionsOf } from "../members/permissions-of.ts";
import { customRoles, members } from "../members/tables.ts";
import { organizations, type OrganizationSettings } from "../tables.ts";

/** A person may own so many: nobody fills a server by asking. */
const MOST_OWNED = 20;

export interface Creator {
  id: string;
  name: string;
  from?: Scope["from"];
}

type Row = typeof organizations.$inferSelect;

const columns = {
  number: organizations.number,
  id: organizations.id,
  name: organizations.name,
  settings: organizations.settings,
  revision: organizations.revision,
  createdAt: organizations.createdAt,
};

export function createOrganizations({ db, clock, audit, live, mail }: Desk, memberships: Memberships) {
  async function read(q: Query, scope: Scope): Promise<Row> {
    const [row] = await q.select(columns).from(organizations).where(eq(organizations.number, scope.organization));
    if (!row) throw new Fault("not_found", "There is no such organization.");
    return row;
  }

  /** With `creator` as its owner; within the transaction that makes the person, or in one of its own. */
  async function add(tx: Tx, creator: Creator, input: OrganizationInput) {
    const owned = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(members)
      .where(and(eq(members.userId, creator.id), eq(members.role, "owner")));
    if ((owned[0]?.count ?? 0) >= MOST_OWNED) {
      throw new Fault("conflict", `You own ${MOST_OWNED} organizations already. Delete or hand on one of them first.`);
    }
    const now = clock.now();
    const [row] = await tx
      .insert(organizations)
      .values({
        id: newId("organization", now),
        name: input.name,
        settings: settingsAfter({}, input),
        createdAt: new Date(now),
      })
      .returning(columns);
    if (!row) throw new Error("an organization was not stored");
    await memberships.add(tx, row.number, { userId: creator.id, role: "owner" });
    const scope: Scope = {
      organization: row.number,
      organizationId: row.id,
      actor: { type: "member", id: creator.id, name: creator.name },
      permissions: permissionsOf("owner", null),
      ...(creator.from === undefined ? {} : { from: creator.from }),
    };
    const target = { type: "organization", id: row.id, name: row.name };
    await audit.record(tx, scope, { action: "organization.created", target, after: { name: row.name } });
    return row;
  }

  return {
    add,

    /** Newest first. */
    async mine(userId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
      const rows = await db
        .query(SYSTEM)
        .select({ ...columns, role: members.role, roleName: customRoles.name })
        .from(members)
        .innerJoin(organizations, eq(organizations.number, members.organization))
        .leftJoin(
          customRoles,
          and(eq(customRoles.organization, members.organization), eq(customRoles.id, members.role)),
        )
        .where(and(eq(members.userId, userId), cursor === undefined ? undefined : sql`${organizations.id} < ${cursor}`))
        .orderBy(desc(organizations.id))
        .limit(limit + 1);
      const shown = rows.slice(0, limit);
      return {
        data: shown.map((row): MyOrganization => ({
          ...present(row),
          role: { id: row.role, name: row.roleName ?? builtInName(row.role) },
        })),
        next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      };
    },

    async create(creator: Creator, input: OrganizationInput): Promise<MyOrganization> {
      const row = await db.transaction(SYSTEM, (tx) => add(tx, creator, input));
      return { ...present(row), role: { id: "owner", name: builtInName("owner") } };
    },

    async get(scope: Scope): Promise<OpenOrganization> {
      const q = db.query(scope);
      const [row, [membership]] = await Promise.all([
        read(q, scope),
        q
          .select({ role: members.role, roleName: customRoles.name })
          .from(members)
          .leftJoin(
            customRoles,
            and(eq(customRoles.organization, members.organization), eq(customRoles.id, members.role)),
          )
          .where(and(eq(members.organization, scope.organization), eq(members.userId, scope.actor.id)))
          .execute(),
      ]);
      return {
        ...present(row),
        role: membership ? { id: membership.role, name: membership.roleName ?? builtInName(membership.role) } : null,
        permissions: [...scope.permissions].toSorted(),
        mailIsSent: mail.canSend,
      };
    },

    /** `check` sees the revision that would be changed. */
    async change(scope: Scope, input: Partial<OrganizationInput>, check: (revision: number) => void): Promise<void> {
      await db.transaction(scope, async (tx) => {
        await tx.execute(sql`select 1 from ${organizations} where number = ${scope.organization} for update`);
        const before = await read(tx, scope);
        check(before.revision);
        const name = input.name ?? before.name;
        const settings = settingsAfter(before.settings, input);
        await tx
          .update(organizations)
          .set({ name, settings, revision: before.revision + 1 })
          .where(eq(organizations.number, scope.organization));
        await audit.record(tx, scope, {
          action: "organization.changed",
          target: { type: "organization", id: scope.organizationId, name },
          ...difference(forAudit(before), forAudit({ name, settings })),
        });
      });
      announce(live, scope, { resource: "organization", id: scope.organizationId });
    },
  };
}

export type Organizations = ReturnType<typeof createOrganizations>;

const forAudit = ({ name, settings }: Pick<Row, "name" | "settings">) => ({
  name,
  timeZone: settings.timeZone ?? null,
  language: settings.language ?? null,
});

/** Null takes a setting away; what is not named stays. */
function settingsAfter(before: OrganizationSettings, input: Partial<OrganizationInput>): OrganizationSettings {
  const timeZone = input.timeZone === undefined ? before.timeZone : input.timeZone;
  const language = input.language === undefined ? before.language : input.language;
  return { ...(timeZone ? { timeZone } : {}), ...(language ? { language } : {}) };
}

function present(row: Row) {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.settings.timeZone ?? null,
    language: row.settings.language ?? null,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
  };
}
