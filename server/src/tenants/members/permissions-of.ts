import { Fault, isPermission, isRoleName, permissionWords, roles } from "@parley/contracts";
import type { Permission, Scope } from "../../platform/index.ts";

/** What a role allows; `custom`: the permissions that are stored with a role of the organization's own. */
export function permissionsOf(role: string, custom: readonly string[] | null): ReadonlySet<Permission> {
  return new Set<Permission>(isRoleName(role) ? roles[role].permissions : (custom ?? []).filter(isPermission));
}

/**
 * Nobody gives, takes or rules over more than they hold themselves; so only owners make and unmake owners.
 * @throws Fault forbidden, which names what is lacking.
 */
export function assertWithin(scope: Scope, permissions: Iterable<Permission>, field?: string): void {
  const lacking = [...permissions].find((name) => !scope.permissions.has(name));
  if (lacking === undefined) return;
  const words = isPermission(lacking) ? permissionWords[lacking] : lacking;
  throw new Fault(
    "forbidden",
    lacking === "organization:own"
      ? "Only an owner can do that. Ask one of the organization's owners."
      : `That takes more than you may do yourself (${words}). Ask an owner or an admin.`,
    field === undefined ? {} : { field },
  );
}

/** `Owner` for `owner`. */
export const builtInName = (role: string) => role.charAt(0).toUpperCase() + role.slice(1);
