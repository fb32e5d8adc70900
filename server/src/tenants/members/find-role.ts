import { Fault, isRoleName } from "@parley/contracts";
import { and, eq, type Permission, type Scope, type Tx } from "../../platform/index.ts";
import { builtInName, permissionsOf } from "./permissions-of.ts";
import { customRoles } from "./tables.ts";

export interface FoundRole {
  id: string;
  name: string;
  permissions: ReadonlySet<Permission>;
}

interface NamedRole {
  id: string;
  /** Where a request names it. */
  field?: string;
}

/** A built-in role or one of the organization's own. @throws Fault invalid_request when there is none. */
export async function findRole(tx: Tx, scope: Scope, { id, field = "role" }: NamedRole): Promise<FoundRole> {
  if (isRoleName(id)) return { id, name: builtInName(id), permissions: permissionsOf(id, null) };
  const [row] = await tx
    .select({ name: customRoles.name, permissions: customRoles.permissions })
    .from(customRoles)
    .where(and(eq(customRoles.organization, scope.organization), eq(customRoles.id, id)));
  if (!row) throw new Fault("invalid_request", "There is no such role here. Choose another.", { field });
  return { id, name: row.name, permissions: permissionsOf(id, row.permissions) };
}
