import type { Database, Scope } from "../platform/index.ts";
import { strings } from "./indexes.ts";

export interface IndexSummary {
  documents: number;
  passages: number;
  /** BCP 47, the commonest first. */
  languages: string[];
  /** A source is being read or waits for it: what is not there may yet come. */
  reading: boolean;
}

/** How much an agent knows. All zero for one that this organization does not have. */
export async function indexSummary({ db }: { db: Database }, scope: Scope, agentId: string): Promise<IndexSummary> {
  const [rows = []] = await db.batch(scope, [{ text: summary, values: [scope.organization, agentId] }]);
  const [row] = rows;
  return {
    documents: Number(row?.["documents"] ?? 0),
    passages: Number(row?.["passages"] ?? 0),
    languages: strings(row?.["languages"]),
    reading: row?.["reading"] === true,
  };
}

const summary = `
with l as (
  select s.language, sum(s.chunks)::int as n from knowledge_index_statistics s
  join knowledge_indexes i on i.organization = s.organization and i.number = s.index_number
  where i.organization = $1::int and i.agent_id = $2::text group by s.language having sum(s.chunks) > 0)
select (select count(*) from knowledge_documents where organization = $1::int and agent_id = $2::text)::int as documents,
  coalesce(sum(n), 0)::int as passages, array_agg(language order by n desc, language) as languages,
  exists (select 1 from knowledge_sources where organization = $1::int and agent_id = $2::text
    and status in ('queued', 'running')) as reading
from l`;
