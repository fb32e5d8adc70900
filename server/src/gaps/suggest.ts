/** What may become a verified answer, noted for a member to look at. */
import { createHash } from "node:crypto";
import { newId } from "@parley/contracts";
import type { AskedTurn } from "../conversations/index.ts";
import { type Scope, sql, type Tx } from "../platform/index.ts";
import { questionTerms } from "./assign-topic.ts";
import { languageOf, questionOf } from "./question-of.ts";

/** So many must have asked it. */
const OFTEN = 3;

export async function suggestFrequent(
  tx: Tx,
  scope: Scope,
  { agentId, topicId, now }: { agentId: string; topicId: string; now: number },
): Promise<void> {
  await tx.execute(sql`insert into gap_suggestions (organization, id, agent_id, key, status, reason, topic_id, created_at)
    select ${scope.organization}::int, ${newId("suggestion", now)}::text, ${agentId}::text, ${topicId}::text, 'suggested',
      'asked-often', ${topicId}::text, ${new Date(now)}::timestamptz
    where (select count(distinct conversation_id) from gap_questions
      where organization = ${scope.organization}::int and topic_id = ${topicId}::text) >= ${OFTEN}::int
    on conflict do nothing`);
}

/** What one visitor told of themselves is no question of everybody. */
const PERSONAL = /@|\d{5,}|\b(?:my name is|ich heiße|me llamo|je m.appelle|mi chiamo)\b/iu;
const FEWEST_TERMS = 2;
/** Later in a conversation a question leans on those before it, unless it says much by itself. */
const TERMS_ALONE = 4;

/** Answers of the agent that a visitor liked, to questions that stand by themselves. The agents with news. */
export async function suggestRated(
  tx: Tx,
  scope: Scope,
  { turns, now }: { turns: readonly AskedTurn[]; now: number },
): Promise<ReadonlySet<string>> {
  const conversations = [...new Set(turns.map(({ conversationId }) => conversationId))];
  const liked = turns.filter(isWorthy);
  const fresh = liked.map((turn) => {
    const question = questionOf(turn);
    const { agentId, conversationId, answerId, answer } = turn;
    const id = newId("suggestion", now);
    return {
      id,
      key: keyOf(question),
      agentId,
      conversationId,
      answerId,
      question,
      answer,
      language: languageOf(turn),
    };
  });
  const { organization } = scope;
  const rated = new Set(liked.map(({ answerId }) => answerId));
  const taken = turns.filter(({ answerId }) => !rated.has(answerId)).map(({ answerId }) => answerId);
  const gone = await tx.execute<{ agent_id: string }>(sql`delete from gap_suggestions
    where organization = ${organization}::int and status = 'suggested' and reason = 'rated-up'
      and conversation_id in (select value from jsonb_array_elements_text(${JSON.stringify(conversations)}::jsonb))
      and message_id in (select value from jsonb_array_elements_text(${JSON.stringify(taken)}::jsonb)) returning agent_id`);
  if (fresh.length === 0) return new Set(gone.map((row) => row.agent_id));
  const made = await tx.execute<{ agent_id: string }>(sql`
    insert into gap_suggestions (organization, id, agent_id, key, status, reason, conversation_id, message_id, question,
      answer, language, created_at)
    select ${organization}::int, id, "agentId", key, 'suggested', 'rated-up', "conversationId", "answerId", question, answer,
      language, ${new Date(now)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as x(id text, key text, "agentId" text, "conversationId" text,
      "answerId" text, question text, answer text, language text)
    on conflict do nothing returning agent_id`);
  return new Set([...gone, ...made].map((row) => row.agent_id));
}

function isWorthy(turn: AskedTurn): boolean {
  const { reason, rating, verified, corrected, question, isFirst } = turn;
  if (reason !== "answered" || rating !== "up" || verified || corrected !== null || PERSONAL.test(question))
    return false;
  const terms = questionTerms(questionOf(turn), turn.language ?? "und").length;
  return terms >= (isFirst ? FEWEST_TERMS : TERMS_ALONE);
}

const keyOf = (question: string) =>
  createHash("sha256")
    .update(
      question
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
        .trim(),
    )
    .digest("base64url")
    .slice(0, 22);
