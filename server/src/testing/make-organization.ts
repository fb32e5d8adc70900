import { newId, permissions } from "@parley/contracts";
import { type Database, type Permission, type Scope, SYSTEM } from "../platform/index.ts";

/** A new organization, and a scope that may do everything in it. */
export async function makeOrganization(db: Database, name = "Test"): Promise<Scope> {
  const organizationId = newId("organization");
  const [[row] = []] = await db.batch(SYSTEM, [
    { text: "insert into organizations (id, name) values ($1, $2) returning number", values: [organizationId, name] },
  ]);
  return {
    organization: Number(row?.["number"]),
    organizationId,
    actor: { type: "server-admin", id: "test" },
    permissions: new Set<Permission>([...permissions, "admin"]),
  };
}
