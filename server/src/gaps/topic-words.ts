/** Topics as their words, read for a question that may belong to one of them. */
import { type Scope, sql, type Tx } from "../platform/index.ts";
import { mostCentral, type TopicWords } from "./assign-topic.ts";

/** Topics that share most terms with a question; the one it belongs to is among them. */
const CANDIDATES = 40;

export interface Neighbours {
  topics: TopicWords[];
  /** How many topics of the agent hold each term of the question. */
  holding: Map<string, number>;
  /** Topics of the agent. */
  all: number;
}

export async function readNeighbours(
  tx: Tx,
  scope: Scope,
  { agentId, terms }: { agentId: string; terms: readonly string[] },
): Promise<Neighbours> {
  const { organization } = scope;
  const wanted = sql`(select value from jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb))`;
  const [words, counts, [total]] = await Promise.all([
    tx.execute<{ topic_id: string; term: string; held: number; size: number }>(sql`
      with near as (
        select topic_id, count(distinct term) as shared from gap_terms
        where organization = ${organization}::int and agent_id = ${agentId}::text and term in ${wanted}
        group by topic_id order by 2 desc, 1 limit ${CANDIDATES}::int)
      select g.topic_id, g.term, count(*)::int as held,
        (select count(*)::int from gap_questions q where q.organization = ${organization}::int and q.topic_id = g.topic_id) as size
      from near join gap_terms g on g.organization = ${organization}::int and g.topic_id = near.topic_id
      group by g.topic_id, g.term`),
    tx.execute<{ term: string; topics: number }>(sql`
      select term, count(distinct topic_id)::int as topics from gap_terms
      where organization = ${organization}::int and agent_id = ${agentId}::text and term in ${wanted} group by term`),
    tx.execute<{ topics: number }>(sql`select count(*)::int as topics from gap_topics
      where organization = ${organization}::int and agent_id = ${agentId}::text`),
  ]);
  const topics = [...Map.groupBy(words, (row) => row.topic_id)].map(([id, rows]) => ({
    id,
    size: rows[0]?.size ?? 1,
    terms: new Map(rows.map((row) => [row.term, row.held])),
  }));
  return { topics, holding: new Map(counts.map((row) => [row.term, row.topics])), all: total?.topics ?? 0 };
}

/** While a topic is small its most central question stands for it; what it is called then, it stays. */
const SETTLED_AT = 6;

export async function labelTopic(tx: Tx, scope: Scope, topicId: string): Promise<void> {
  const rows = await tx.execute<{ id: string; terms: string[] }>(sql`
    select q.id, array(select term from gap_terms g where g.organization = q.organization and g.question_id = q.id) as terms
    from gap_questions q where q.organization = ${scope.organization}::int and q.topic_id = ${topicId}::text
    order by q.asked_at, q.id limit ${SETTLED_AT}::int`);
  if (rows.length === SETTLED_AT) return;
  const label = mostCentral(rows);
  if (label === undefined) return;
  await tx.execute(sql`update gap_topics set label_id = ${label}::text
    where organization = ${scope.organization}::int and id = ${topicId}::text and label_id <> ${label}::text`);
}
