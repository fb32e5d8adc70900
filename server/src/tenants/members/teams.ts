/** Teams: members under a common name. A team gives no permissions; it is who works together. */
import { Fault, newId, type Team } from "@parley/contracts";
import { and, eq, gt, inArray, type Scope, sql, type Tx } from "../../platform/index.ts";
import { announce, type Desk } from "../desk.ts";
import { lockMembers } from "./lock-members.ts";
import { nameKey } from "./name-key.ts";
import { readPeople } from "./people.ts";
import { members, teamMembers, teams } from "./tables.ts";

const MOST_TEAMS = 500;

export interface TeamInput {
  name: string;
  members?: readonly string[] | undefined;
}

type TeamRow = typeof teams.$inferSelect;

export function createTeams({ db, clock, audit, live }: Desk) {
  const own = ({ organization }: Scope, id: string) => and(eq(teams.organization, organization), eq(teams.id, id));
  const changed = (scope: Scope, id: string) =>
    announce(live, scope, { resource: "teams", id }, { resource: "members" });

  async function find(tx: Tx, scope: Scope, id: string): Promise<TeamRow> {
    const [row] = await tx.select().from(teams).where(own(scope, id));
    if (!row) throw new Fault("not_found", "There is no team with this id.");
    return row;
  }

  async function presentOne(tx: Tx, scope: Scope, row: TeamRow): Promise<Team> {
    const [team] = await present(tx, scope, [row]);
    if (!team) throw new Error("a team was not read");
    return team;
  }

  return {
    /** By name. */
    async list(scope: Scope, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
      const after = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString().replaceAll("\0", "");
      return db.transaction(scope, async (tx) => {
        const rows = await tx
          .select()
          .from(teams)
          .where(
            and(
              eq(teams.organization, scope.organization),
              after === undefined ? undefined : gt(teams.nameKey, after.toWellFormed()),
            ),
          )
          .orderBy(teams.nameKey)
          .limit(limit + 1);
        const shown = rows.slice(0, limit);
        const last = shown.at(-1);
        return {
          data: await present(tx, scope, shown),
          next: rows.length > limit && last ? Buffer.from(last.nameKey).toString("base64url") : null,
        };
      });
    },

    get: (scope: Scope, id: string): Promise<Team> =>
      db.transaction(scope, async (tx) => presentOne(tx, scope, await find(tx, scope, id))),

    async create(scope: Scope, input: TeamInput): Promise<Team> {
      const team = await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        await assertNameFree(tx, scope, input.name);
        await assertRoom(tx, scope);
        const now = clock.now();
        const { name } = input;
        const [row] = await tx
          .insert(teams)
          .values({
            organization: scope.organization,
            id: newId("team", now),
            name,
            nameKey: nameKey(name),
            createdAt: new Date(now),
          })
          .returning();
        if (!row) throw new Error("a team was not stored");
        await setMembers(tx, scope, { teamId: row.id, userIds: input.members ?? [] });
        const made = await presentOne(tx, scope, row);
        const target = { type: "team", id: row.id, name };
        await audit.record(tx, scope, { action: "team.created", target, after: forAudit(made) });
        return made;
      });
      changed(scope, team.id);
      return team;
    },

    /** `check` sees the revision that would be changed. */
    async change(
      scope: Scope,
      id: string,
      { input, check }: { input: Partial<TeamInput>; check: (revision: number) => void },
    ): Promise<Team> {
      const team = await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const row = await find(tx, scope, id);
        check(row.revision);
        const before = await presentOne(tx, scope, row);
        const name = input.name ?? row.name;
        if (nameKey(name) !== row.nameKey) await assertNameFree(tx, scope, name);
        const [stored] = await tx
          .update(teams)
          .set({ name, nameKey: nameKey(name), revision: row.revision + 1 })
          .where(own(scope, id))
          .returning();
        if (!stored) throw new Error("a team was not stored");
        if (input.members !== undefined) await setMembers(tx, scope, { teamId: id, userIds: input.members });
        const after = await presentOne(tx, scope, stored);
        await audit.record(tx, scope, {
          action: "team.changed",
          target: { type: "team", id, name },
          before: forAudit(before),
          after: forAudit(after),
        });
        return after;
      });
      changed(scope, id);
      return team;
    },

    async remove(scope: Scope, id: string): Promise<void> {
      await db.transaction(scope, async (tx) => {
        await lockMembers(tx, scope);
        const before = await presentOne(tx, scope, await find(tx, scope, id));
        await tx
          .delete(teamMembers)
          .where(and(eq(teamMembers.organization, scope.organization), eq(teamMembers.teamId, id)));
        await tx.delete(teams).where(own(scope, id));
        const target = { type: "team", id, name: before.name };
        await audit.record(tx, scope, { action: "team.removed", target, before: forAudit(before) });
      });
      changed(scope, id);
    },
  };
}

const forAudit = (team: Team) => ({ name: team.name, members: team.members.map(({ name }) => name) });

async function present(tx: Tx, scope: Scope, rows: readonly TeamRow[]): Promise<Team[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const joined = await tx
    .select({ teamId: teamMembers.teamId, userId: teamMembers.userId })
    .from(teamMembers)
    .where(and(eq(teamMembers.organization, scope.organization), inArray(teamMembers.teamId, ids)))
    .orderBy(teamMembers.userId);
  const people = await readPeople(tx, [...new Set(joined.map(({ userId }) => userId))]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    members: joined
      .filter(({ teamId }) => teamId === row.id)
      .flatMap(({ userId }) => people.get(userId) ?? [])
      .map(({ id: userId, name, image }) => ({ userId, name, image }))
      .toSorted((one, other) => one.name.localeCompare(other.name, "en")),
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
  }));
}

async function setMembers(
  tx: Tx,
  { organization }: Scope,
  { teamId, userIds }: { teamId: string; userIds: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(userIds)];
  const known =
    wanted.length === 0
      ? []
      : await tx
          .select({ userId: members.userId })
          .from(members)
          .where(and(eq(members.organization, organization), inArray(members.userId, wanted)));
  if (known.length < wanted.length) {
    throw new Fault("invalid_request", "Somebody among these is not a member any more. Choose again.", {
      field: "members",
    });
  }
  await tx.delete(teamMembers).where(and(eq(teamMembers.organization, organization), eq(teamMembers.teamId, teamId)));
  if (wanted.length > 0) {
    await tx.insert(teamMembers).values(wanted.map((userId) => ({ organization, teamId, userId })));
  }
}

async function assertNameFree(tx: Tx, { organization }: Scope, name: string): Promise<void> {
  const rows = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.organization, organization), eq(teams.nameKey, nameKey(name))));
  if (rows.length === 0) return;
  throw new Fault("already_exists", "There is a team of this name already. Choose another name.", { field: "name" });
}

async function assertRoom(tx: Tx, { organization }: Scope): Promise<void> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(teams)
    .where(eq(teams.organization, organization));
  if ((row?.count ?? 0) >= MOST_TEAMS) throw new Fault("conflict", `There are ${MOST_TEAMS} teams already.`);
}
