import { Fault } from "@parley/contracts";
import type { Database, Scope } from "../platform/index.ts";

/** Sources, files, products and verified answers of an agent. Throws `not_found` for one that this organization does not have. */
export async function countKnowledge(
  db: Database,
  scope: Scope,
  agentId: string,
): Promise<{ sources: number; files: number; products: number; verifiedAnswers: number }> {
  const [rows = []] = await db.batch(scope, [
    {
      text: `select (select count(*)::int from knowledge_sources where organization = $1::int and agent_id = $2::text
          and status <> 'removing') as sources,
        (select count(*)::int from knowledge_files where organization = $1::int and agent_id = $2::text
          and status <> 'removing') as files,
        (select count(*)::int from knowledge_products where organization = $1::int and agent_id = $2::text) as products,
        (select count(*)::int from knowledge_verified_answers where organization = $1::int and agent_id = $2::text) as answers
        from knowledge_indexes where organization = $1::int and agent_id = $2::text`,
      values: [scope.organization, agentId],
    },
  ]);
  const [row] = rows;
  if (!row) throw new Fault("not_found", "There is no such agent.");
  const count = (of: string): number => Number(row[of]);
  return {
    sources: count("sources"),
    files: count("files"),
    products: count("products"),
    verifiedAnswers: count("answers"),
  };
}
