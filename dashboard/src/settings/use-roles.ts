import { useGet, useList, useOrganization, type RowOf } from "../live/index.ts";
import type { Option } from "../ui/index.ts";

export type Role = RowOf<"/v1/roles">;
export type Team = RowOf<"/v1/teams">;

/** Built-in roles first, then the organization's own. Empty until they are known. */
export function useRoles(): readonly Role[] {
  return useGet("/v1/roles", undefined, { live: ["members"] }).data?.data ?? none;
}

export function useTeams(): readonly Team[] {
  return useList("/v1/teams", { limit: 200 }).rows;
}

/** Roles that this member may give: none that allows more than their own. The others are shown, but not to choose. */
export function useRoleOptions(): readonly Option[] {
  const roles = useRoles();
  const granted = new Set<string>(useOrganization()?.permissions);
  return roles.map((role) => ({
    value: role.id,
    label: role.name,
    disabled: !mayRule(role, granted),
  }));
}

/** Nobody gives, takes or rules over more than they hold. */
export const mayRule = (role: Pick<Role, "permissions">, granted: ReadonlySet<string>) =>
  role.permissions.every((permission) => granted.has(permission));

const none: readonly Role[] = [];
