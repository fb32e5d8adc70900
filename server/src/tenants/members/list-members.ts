/** The members of an organization by name. Their names stand in a table of the server's, so the server itself asks. */
import type { Member } from "@parley/contracts";
import { and, asc, eq, inArray, type Query, type Scope, sql } from "../../platform/index.ts";
import { authUsers } from "../accounts/tables.ts";
import { countLiveKeys } from "../keys-of-member.ts";
import { readNames } from "./read-names.ts";
import { members, teamMembers } from "./tables.ts";

export interface MemberPage {
  limit: number;
  cursor?: string | undefined;
  search?: string | undefined;
  role?: string | undefined;
  teamId?: string | undefined;
  userId?: string | undefined;
}

/** `q` is the system's: every condition names the organization. */
export async function listMembers(q: Query, scope: Scope, page: MemberPage & { now: number }) {
  const { organization } = scope;
  const [names, rows] = await Promise.all([
    readNames(q, organization),
    q
      .select({
        userId: members.userId,
        name: authUsers.name,
        email: authUsers.email,
        image: authUsers.image,
        role: members.role,
        lastSeenAt: members.lastSeenAt,
        createdAt: members.createdAt,
        key: nameOrder.as("key"),
      })
      .from(members)
      .innerJoin(authUsers, eq(authUsers.id, members.userId))
      .where(and(eq(members.organization, organization), ...conditions(organization, page)))
      .orderBy(nameOrder, asc(members.userId))
      .limit(page.limit + 1)
      .execute(),
  ]);
  const shown = rows.slice(0, page.limit);
  const makers = shown.map(({ userId }) => userId);
  const [teamsOf, keysOf] = await Promise.all([
    readTeams(q, organization, shown),
    countLiveKeys(q, organization, { makers, now: page.now }),
  ]);
  const last = shown.at(-1);
  return {
    data: shown.map((row): Member => ({
      userId: row.userId,
      name: row.name,
      email: row.email,
      image: row.image,
      role: names.role(row.role),
      teams: names.teams(teamsOf.get(row.userId) ?? []),
      liveKeys: keysOf.get(row.userId) ?? 0,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    })),
    next: rows.length > page.limit && last ? writeCursor(last.key, last.userId) : null,
  };
}

const nameOrder = sql<string>`lower(${authUsers.name})`;

function conditions(organization: number, { cursor, search, role, teamId, userId }: MemberPage) {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  return [
    after && sql`(${nameOrder}, ${members.userId}) > (${after.key}, ${after.userId})`,
    search ? sql`position(lower(${search}) in lower(${authUsers.name} || ' ' || ${authUsers.email})) > 0` : undefined,
    role === undefined ? undefined : eq(members.role, role),
    userId === undefined ? undefined : eq(members.userId, userId),
    teamId === undefined
      ? undefined
      : sql`exists (select 1 from ${teamMembers} t where t.organization = ${organization} and t.team_id = ${teamId} and t.user_id = ${members.userId})`,
  ];
}

async function readTeams(q: Query, organization: number, shown: readonly { userId: string }[]) {
  const teamsOf = new Map<string, string[]>();
  if (shown.length === 0) return teamsOf;
  const rows = await q
    .select({ userId: teamMembers.userId, teamId: teamMembers.teamId })
    .from(teamMembers)
    .where(
      and(
        eq(teamMembers.organization, organization),
        inArray(
          teamMembers.userId,
          shown.map(({ userId }) => userId),
        ),
      ),
    );
  for (const { userId, teamId } of rows) teamsOf.set(userId, [...(teamsOf.get(userId) ?? []), teamId]);
  return teamsOf;
}

const writeCursor = (key: string, userId: string) => Buffer.from(JSON.stringify([key, userId])).toString("base64url");

/** One that is not ours begins from the start. */
function readCursor(cursor: string): { key: string; userId: string } | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(read)) return undefined;
    const [key, userId]: unknown[] = read;
    return typeof key === "string" && typeof userId === "string" ? { key, userId } : undefined;
  } catch {
    return undefined;
  }
}
