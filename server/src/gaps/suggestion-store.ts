import { type AnswerSuggestion, Fault, type SuggestionQuery } from "@parley/contracts";
import { type Query, type Scope, sql, type SQL, type Tx } from "../platform/index.ts";

interface SuggestionRow extends Record<string, unknown> {
  id: string;
  agent_id: string;
  status: AnswerSuggestion["status"];
  reason: AnswerSuggestion["reason"];
  question: string | null;
  answer: string | null;
  language: string | null;
  asked: number;
  topic_id: string | null;
  conversation_id: string | null;
  message_id: string | null;
  created_at: string | Date;
  revision: number;
}

/** Newest first. Those of a topic that was answered or set aside meanwhile are suggested no more. */
export async function listSuggestions(
  q: Query,
  scope: Scope,
  {
    agentId,
    before,
    status,
    reason,
    limit,
  }: Omit<SuggestionQuery, "cursor"> & { agentId: string; before: string | null },
): Promise<AnswerSuggestion[]> {
  const rows = await q.execute<SuggestionRow>(
    suggestions(
      scope,
      sql`s.agent_id = ${agentId}::text and s.status = ${status}::text
        and (${reason ?? null}::text is null or s.reason = ${reason ?? null}::text)
        and (${before}::text is null or s.id < ${before}::text) order by s.id desc limit ${limit}::int`,
    ),
  );
  return rows.map(suggestionOf);
}

/** @throws Fault not_found */
export async function readSuggestion(
  q: Query,
  scope: Scope,
  { agentId, id }: { agentId: string; id: string },
): Promise<AnswerSuggestion> {
  const [row] = await q.execute<SuggestionRow>(
    suggestions(scope, sql`s.agent_id = ${agentId}::text and s.id = ${id}::text and s.status <> 'approved'`),
  );
  if (!row) throw new Fault("not_found", "There is no such suggestion.");
  return suggestionOf(row);
}

export async function setSuggestion(
  tx: Tx,
  scope: Scope,
  {
    id,
    status,
    answerId = null,
  }: { id: string; status: "suggested" | "dismissed" | "approved"; answerId?: string | null },
): Promise<void> {
  await tx.execute(sql`update gap_suggestions set status = ${status}::text, revision = revision + 1,
      answer_id = coalesce(${answerId}::text, answer_id)
    where organization = ${scope.organization}::int and id = ${id}::text`);
}

export async function countSuggestions(q: Query, scope: Scope, agentId: string): Promise<number> {
  const [row] = await q.execute<{ n: number }>(sql`select count(*)::int as n
    from gap_suggestions s left join gap_topics t on t.organization = s.organization and t.id = s.topic_id
    where s.organization = ${scope.organization}::int and s.agent_id = ${agentId}::text and s.status = 'suggested'
      and (s.topic_id is null or t.status = 'open')`);
  return row?.n ?? 0;
}

const suggestions = (scope: Scope, which: SQL): SQL => sql`
  select s.id, s.agent_id, s.status, s.reason, s.answer, s.topic_id, s.conversation_id, s.message_id, s.created_at, s.revision,
    coalesce(s.question, label.text, oldest.text) as question, coalesce(s.language, label.language, oldest.language) as language,
    case when s.topic_id is null then 1 else (select count(distinct conversation_id)::int from gap_questions q
      where q.organization = s.organization and q.topic_id = s.topic_id) end as asked
  from gap_suggestions s
  left join gap_topics t on t.organization = s.organization and t.id = s.topic_id
  left join gap_questions label on label.organization = t.organization and label.id = t.label_id
  left join lateral (select q.text, q.language from gap_questions q where q.organization = t.organization
    and q.topic_id = t.id order by q.asked_at, q.id limit 1) oldest on true
  where s.organization = ${scope.organization}::int and (s.topic_id is null or t.status = 'open')
    and coalesce(s.question, label.text, oldest.text) is not null and ${which}`;

function suggestionOf(row: SuggestionRow): AnswerSuggestion {
  const { id, status, reason, question, answer, language, asked, revision } = row;
  return {
    id,
    agentId: row.agent_id,
    status,
    reason,
    question: question ?? "",
    variants: [],
    answer: answer ?? "",
    language: language ?? "und",
    asked,
    topicId: row.topic_id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    createdAt: new Date(row.created_at).toISOString(),
    revision,
  };
}
