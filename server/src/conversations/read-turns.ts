/** Questions with what became of them, for who looks for what the knowledge lacks. */
import type { EndReason } from "@parley/contracts";
import { type Query, type Scope, sql } from "../platform/index.ts";

export interface AskedTurn {
  conversationId: string;
  agentId: string;
  /** Of the conversation, once it is known. */
  language: string | null;
  questionId: string;
  seq: number;
  /** The visitor had said nothing before. */
  isFirst: boolean;
  question: string;
  /** Milliseconds since 1970. */
  askedAt: number;
  answerId: string;
  answer: string;
  reason: EndReason;
  rating: "up" | "down" | null;
  /** Said by a verified answer, or a fact that the owner set. */
  verified: boolean;
  /** The verified answer that a member wrote in its place. */
  corrected: { answerId: string; at: number } | null;
}

interface Row extends Record<string, unknown> {
  conversation_id: string;
  agent_id: string;
  language: string | null;
  question_id: string;
  seq: number;
  is_first: boolean;
  question: string;
  asked_at: string | Date;
  answer_id: string;
  answer: string;
  reason: EndReason;
  rating: "up" | "down" | null;
  verified: boolean;
  corrected_by: string | null;
  corrected_at: string | Date | null;
}

/** Of a long conversation, its end. */
const MOST_TURNS = 40;
/** A question stands at most so many messages before its answer. */
const ASKED_WITHIN = 30;

export interface TurnsOf {
  conversationId: string;
  /** Only answers after this message; null: as many as are read of a conversation. */
  since: number | null;
}

/**
 * The turns of conversations in their order; none of those in which everything was answered at once and nobody said
 * what they think of it, unless they are among `always`.
 */
export async function readTurns(
  q: Query,
  scope: Scope,
  { of, always }: { of: readonly TurnsOf[]; always: readonly string[] },
): Promise<AskedTurn[]> {
  // Each conversation and each message is looked up by its key: left to itself the planner reads all that there are.
  const rows = await q.execute<Row>(sql`
    select c.id as conversation_id, c.agent_id, c.language, asked.id as question_id, asked.seq, asked.text as question,
      not exists (select 1 from messages e where e.organization = m.organization and e.conversation_id = m.conversation_id
        and e.seq < asked.seq and e.role = 'visitor') as is_first, asked.created_at as asked_at, m.id as answer_id, m.text as answer, m.reason, m.rating,
      exists (select 1 from jsonb_array_elements(m.parts) p where p -> 'citation' ->> 'verified' = 'true') as verified,
      k.answer_id as corrected_by, k.corrected_at
    from jsonb_to_recordset(${JSON.stringify(of)}::jsonb) as w("conversationId" text, since int)
    cross join lateral (
      select c.* from conversations c where c.organization = ${scope.organization}::int and c.id = w."conversationId" offset 0
    ) c
    cross join lateral (
      select m.* from messages m where m.organization = c.organization and m.conversation_id = c.id
        and m.seq > greatest(w.since, c.last_seq - ${MOST_TURNS * 2}::int) and m.role = 'agent' and m.reason is not null
      order by m.seq offset 0
    ) m
    cross join lateral (
      select a.* from messages a where a.organization = m.organization and a.conversation_id = m.conversation_id
        and a.seq between m.seq - ${ASKED_WITHIN}::int and m.seq - 1 and a.id = m.reply_to
      order by a.seq desc limit 1
    ) asked
    left join message_corrections k on k.organization = m.organization and k.conversation_id = m.conversation_id
      and k.message_id = m.id
    where (c.id in (select value from jsonb_array_elements_text(${JSON.stringify(always)}::jsonb)) or c.unanswered > 0 or c.person_asked or c.rating is not null or c.corrected > 0 or c.answered > 1)
    order by c.id, asked.seq, m.seq`);
  return rows.map(turnOf);
}

const turnOf = (row: Row): AskedTurn => ({
  conversationId: row.conversation_id,
  agentId: row.agent_id,
  language: row.language,
  questionId: row.question_id,
  seq: row.seq,
  isFirst: row.is_first,
  question: row.question,
  askedAt: new Date(row.asked_at).getTime(),
  answerId: row.answer_id,
  answer: row.answer,
  reason: row.reason,
  rating: row.rating,
  verified: row.verified,
  corrected:
    row.corrected_by === null || row.corrected_at === null
      ? null
      : { answerId: row.corrected_by, at: new Date(row.corrected_at).getTime() },
});

/** Conversations since a moment in which something went wrong, the newest first. */
export async function findFaulty(
  q: Query,
  scope: Scope,
  { since, before, limit }: { since: string; before: string; limit: number },
): Promise<string[]> {
  const rows = await q.execute<{ id: string }>(sql`
    select id from conversations where organization = ${scope.organization}::int and id > ${since}::text
      and id < ${before}::text and (unanswered > 0 or corrected > 0 or rating is not null)
    order by id desc limit ${limit}::int`);
  return rows.map(({ id }) => id);
}
