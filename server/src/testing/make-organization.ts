import { newId } from "@parley/contracts";
import { SYSTEM, type Database, type Permission, type Scope } from "../platform/index.ts";

const everything: Permission[] = [
  "agents:read",
  "agents:write",
  "knowledge:read",
  "knowledge:write",
  "conversations:read",
  "conversations:write",
  "ask",
  "admin",
];

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
    permissions: new Set(everything),
  };
}
