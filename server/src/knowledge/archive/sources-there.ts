import type { Database } from "../../platform/index.ts";
import type { Into } from "./part.ts";

/** The sources that came along, by their ids here. */
export async function sourcesThere(db: Database, { scope, agentId }: Into): Promise<ReadonlySet<string>> {
  const [rows = []] = await db.batch(scope, [
    {
      text: "select id from knowledge_sources where organization = $1::int and agent_id = $2::text",
      values: [scope.organization, agentId],
    },
  ]);
  return new Set(rows.map((row) => String(row["id"])));
}
