/** The names of an organization's roles and teams, to be shown beside people. Both are few. */
import { isRoleName } from "@parley/contracts";
import { eq, type Query } from "../../platform/index.ts";
import { builtInName } from "./permissions-of.ts";
import { customRoles, teams } from "./tables.ts";

export interface Names {
  role(id: string): { id: string; name: string };
  /** In the order of their names; what is gone is left out. */
  teams(ids: readonly string[]): { id: string; name: string }[];
}

export async function readNames(q: Query, organization: number): Promise<Names> {
  const [roleRows, teamRows] = await Promise.all([
    q
      .select({ id: customRoles.id, name: customRoles.name })
      .from(customRoles)
      .where(eq(customRoles.organization, organization))
      .execute(),
    q
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(eq(teams.organization, organization))
      .orderBy(teams.nameKey)
      .execute(),
  ]);
  const roleNames = new Map(roleRows.map(({ id, name }) => [id, name]));
  return {
    role: (id) => ({ id, name: isRoleName(id) ? builtInName(id) : (roleNames.get(id) ?? "Removed role") }),
    teams: (ids) => teamRows.filter(({ id }) => ids.includes(id)),
  };
}
