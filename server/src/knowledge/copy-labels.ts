/** Tags and audiences of what an agent knows, for its copy. What has some of its own keeps them. */
import type { Database, Live, Scope } from "../platform/index.ts";

interface Copied {
  /** Ids of agents. */
  from: string;
  to: string;
}

export async function copySourceLabels(db: Database, scope: Scope, { from, to }: Copied): Promise<void> {
  await db.batch(scope, [{ text: ofSources, values: [scope.organization, from, to] }]);
}

/** Of the documents that are there by now; false when more of them may come, for the copy is still being read. */
export async function copyLabels(
  { db, live }: { db: Database; live: Live },
  scope: Scope,
  { from, to }: Copied,
): Promise<boolean> {
  // Asked first: what is read in between is labelled.
  const [[open] = [], rows = []] = await db.batch(scope, [
    { text: isReading, values: [scope.organization, to] },
    { text: ofDocuments, values: [scope.organization, from, to] },
  ]);
  if (rows.length > 0) live.changed(scope, { resource: "documents", agentId: to });
  return open === undefined;
}

const labels = (one: string) => `(cardinality(${one}.tags) > 0 or ${one}.audience is not null)`;
const sameSource = `n.organization = o.organization and n.agent_id = $3::text and n.type = o.type
  and coalesce(n.url, n.settings::text) = coalesce(o.url, o.settings::text)`;

/** $1 organization, $2 and $3 agents, here and below. */
const ofSources = `
update knowledge_sources n set tags = o.tags, audience = o.audience from knowledge_sources o
where o.organization = $1::int and o.agent_id = $2::text and ${labels("o")} and ${sameSource} and not ${labels("n")}`;

/** Given under the same name, made of the same file, or read at the same place of the same source. */
const ofDocuments = `
with labelled as materialized (
  select * from knowledge_documents o where o.organization = $1::int and o.agent_id = $2::text and ${labels("o")}),
pairs as (
  select o.tags, o.audience, n.id from labelled o
  join knowledge_documents n on n.organization = o.organization and n.agent_id = $3::text and n.external_id = o.external_id
  where o.source_id is null and n.source_id is null
  union all
  select o.tags, o.audience, n.id from labelled o
  join knowledge_files f on f.organization = o.organization and f.agent_id = $2::text
    and f.id = split_part(o.external_id, '/', 1)
  join knowledge_files g on g.organization = f.organization and g.agent_id = $3::text and g.hash = f.hash
    and g.status <> 'removing'
  join knowledge_documents n on n.organization = o.organization and n.agent_id = $3::text
    and n.external_id = replace(o.external_id, f.id, g.id)
  union all
  select d.tags, d.audience, p.document_id from labelled d
  join knowledge_sources o on o.organization = d.organization and o.id = d.source_id
  join knowledge_sources n on ${sameSource}
  join knowledge_crawl_pages q on q.organization = d.organization and q.source_id = o.id and q.document_id = d.id
  join knowledge_crawl_pages p on p.organization = d.organization and p.source_id = n.id and p.url = q.url)
update knowledge_documents n set tags = x.tags, audience = x.audience from pairs x
where n.organization = $1::int and n.id = x.id and not ${labels("n")} returning n.id`;

const isReading = `
select 1 from knowledge_sources where organization = $1::int and agent_id = $2::text and status in ('queued', 'running')
union all
select 1 from knowledge_files where organization = $1::int and agent_id = $2::text and status in ('queued', 'reading')
limit 1`;
