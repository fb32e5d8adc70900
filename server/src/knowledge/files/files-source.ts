import { Fault } from "@parley/contracts";
import type { Clock, Database, Scope } from "../../platform/index.ts";
import { insertSource, readSources } from "../sources/source-store.ts";

/** The one source of an agent's files, made at the first. @throws Fault not_found */
export async function filesSource(
  { db, clock }: { db: Database; clock: Clock },
  scope: Scope,
  agentId: string,
): Promise<string> {
  const find = async () => {
    const { known, rows } = await readSources(db, scope, { agentId, limit: 1_000, after: null });
    if (!known) throw new Fault("not_found", "There is no such agent.");
    return rows.find(({ type }) => type === "files")?.id;
  };
  const known = await find();
  if (known !== undefined) return known;
  return db.transaction(scope, async (tx) => {
    // Two first uploads at a time make one source.
    await tx.batch([{ text: "select pg_advisory_xact_lock(1346464845, hashtext($1::text))", values: [agentId] }]);
    const [rows = []] = await tx.batch([
      {
        text: `select id from knowledge_sources where organization = $1::int and agent_id = $2::text and type = 'files'
            and status <> 'removing' limit 1`,
        values: [scope.organization, agentId],
      },
    ]);
    if (rows[0]) return String(rows[0]["id"]);
    const source = {
      agentId,
      type: "files",
      name: "Files",
      url: null,
      settings: {},
      schedule: "off",
      trustedOrigin: null,
    } as const;
    const { id } = await insertSource(tx, scope, { source, clock });
    await tx.batch([
      {
        text: "update knowledge_sources set status = 'done' where organization = $1::int and id = $2::text",
        values: [scope.organization, id],
      },
    ]);
    return id;
  });
}
