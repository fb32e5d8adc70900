import { createHash } from "node:crypto";
import { type ContentPart, type EndReason, Fault, newId, type RecallDifference } from "@parley/contracts";
import type { CitingAnswer } from "../conversations/index.ts";
import { type Database, type Query, type Scope, sql, type SQL, type Tx } from "../platform/index.ts";
import type { RecallCause } from "./tables.ts";

export type StoredState = "waiting" | "open" | "same" | "dismissed" | "sent" | "verified";

export interface RecallRow {
  id: string;
  agentId: string;
  state: StoredState;
  question: string;
  oldAnswer: string;
  cause: RecallCause;
  newAnswer: string | null;
  newParts: ContentPart[] | null;
  newReason: EndReason | null;
  differs: RecallDifference[] | null;
  attempts: number;
  sentText: string | null;
  verifiedAnswerId: string | null;
  closedBy: { type: string; id: string; name: string | null } | null;
  closedAt: string | Date | null;
  createdAt: string | Date;
  updatedAt: string | Date;
  revision: number;
  people: number;
  reachable: number;
  told: number;
}

const columns = sql`r.id, r.agent_id as "agentId", r.state, r.question, r.old_answer as "oldAnswer", r.cause,
  r.new_answer as "newAnswer", r.new_parts as "newParts", r.new_reason as "newReason", r.differs, r.attempts,
  r.sent_text as "sentText", r.verified_answer_id as "verifiedAnswerId", r.closed_by as "closedBy",
  r.closed_at as "closedAt", r.created_at as "createdAt", r.updated_at as "updatedAt", r.revision`;

/** People, not messages: who asked twice counts once. */
const counted = sql`(select count(distinct coalesce(a.visitor_id, a.conversation_id))::int as people,
    count(distinct a.visitor_id)::int as reachable,
    count(distinct a.visitor_id) filter (where a.sent_at is not null)::int as told
  from recall_answers a where a.organization = r.organization and a.recall_id = r.id) n`;

/** What an answer is recalled under: the same question with the same answer, however often. */
export function keyOf({ question, answer }: { question: string; answer: string }): string {
  const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return createHash("sha256")
    .update(`${fold(question)}\n${fold(answer)}`)
    .digest("base64url");
}

/**
 * Notes answers that relied on what changed; which of their recalls wait to be answered again. One that was closed waits
 * again only where somebody new got the old answer.
 */
export async function noteAnswers(
  tx: Tx,
  scope: Scope,
  {
    agentId,
    answers,
    cause,
    now,
  }: { agentId: string; answers: readonly CitingAnswer[]; cause: RecallCause; now: number },
): Promise<number> {
  const { organization } = scope;
  let waiting = 0;
  for (const [key, own] of Map.groupBy(answers, keyOf)) {
    const [first] = own;
    if (!first) continue;
    const [recall] = await tx.execute<{ id: string; state: StoredState }>(sql`
      insert into recalls (organization, id, agent_id, key, state, question, old_answer, cause)
      values (${organization}::int, ${newId("recall", now)}::text, ${agentId}::text, ${key}::text, 'waiting',
        ${first.question}::text, ${first.answer}::text, ${JSON.stringify(cause)}::jsonb)
      on conflict (organization, agent_id, key) do update set updated_at = now() returning id, state`);
    if (!recall) continue;
    const rows = own.map(({ conversationId, messageId, seq, visitorId, createdAt }) => ({
      conversationId,
      messageId,
      seq,
      visitorId,
      answeredAt: createdAt.toISOString(),
    }));
    const fresh = await tx.execute(sql`
      insert into recall_answers (organization, recall_id, conversation_id, message_id, seq, visitor_id, answered_at)
      select ${organization}::int, ${recall.id}::text, x.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as x("conversationId" text, "messageId" text, seq int, "visitorId" text, "answeredAt" timestamptz)
      on conflict do nothing returning 1 as one`);
    const isClosed = ["dismissed", "sent", "verified"].includes(recall.state);
    if (isClosed && fresh.length === 0) continue;
    waiting += 1;
    await tx.execute(sql`update recalls set state = 'waiting', attempts = 0, cause = ${JSON.stringify(cause)}::jsonb,
      closed_at = null, closed_by = null, sent_text = null, updated_at = now(), revision = revision + 1
      where organization = ${organization}::int and id = ${recall.id}::text`);
  }
  return waiting;
}

/** Recalls of these documents that are looked at or were found the same wait again: they may say something else still. */
export async function waitAgain(q: Query, scope: Scope, documentIds: readonly string[]): Promise<number> {
  const rows =
    await q.execute(sql`update recalls set state = 'waiting', attempts = 0, updated_at = now(), revision = revision + 1
    where organization = ${scope.organization}::int and state = 'open'
      and cause->>'documentId' in (select jsonb_array_elements_text(${JSON.stringify(documentIds)}::jsonb)) returning 1 as one`);
  return rows.length;
}

/** @throws Fault not_found. */
export async function lockRecall(tx: Tx, scope: Scope, id: string): Promise<RecallRow> {
  await tx.execute(sql`select 1 as one from recalls where organization = ${scope.organization}::int
    and id = ${id}::text for update`);
  return readRecall(tx, scope, id);
}

/** @throws Fault not_found. */
export async function readRecall(q: Query, scope: Scope, id: string): Promise<RecallRow> {
  const [row] = await q.execute<RecallRow & Record<string, unknown>>(sql`
    select ${columns}, n.* from recalls r cross join lateral ${counted}
    where r.organization = ${scope.organization}::int and r.id = ${id}::text`);
  if (!row) throw new Fault("not_found", "There is no recall with this id.");
  return row;
}

const inState = {
  open: sql`r.state = 'open'`,
  closed: sql`r.state in ('dismissed', 'sent', 'verified')`,
  same: sql`r.state = 'same'`,
} satisfies Record<string, SQL>;

/** One whose conversations were all deleted is nobody's matter any more. */
const isSomebodys = sql`exists (select 1 from recall_answers a where a.organization = r.organization and a.recall_id = r.id)`;

export interface RecallPage {
  agentId: string;
  state: keyof typeof inState;
  q: string | null;
  limit: number;
  before: string | null;
}

/** Newest first. */
export async function listRecalls(q: Query, scope: Scope, page: RecallPage): Promise<RecallRow[]> {
  const like = page.q === null ? null : `%${page.q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return q.execute<RecallRow & Record<string, unknown>>(sql`
    select ${columns}, n.* from recalls r cross join lateral ${counted}
    where r.organization = ${scope.organization}::int and r.agent_id = ${page.agentId}::text and ${inState[page.state]}
      and ${isSomebodys} and (${page.before}::text is null or r.id < ${page.before}::text)
      and (${like}::text is null or lower(r.question) like ${like}::text)
    order by r.id desc limit ${page.limit}::int`);
}

export async function countRecalls(q: Query, scope: Scope, agentId: string): Promise<Record<StoredState, number>> {
  const rows = await q.execute<{ state: StoredState; count: number }>(sql`
    select r.state, count(*)::int as count from recalls r where r.organization = ${scope.organization}::int
      and r.agent_id = ${agentId}::text and ${isSomebodys} group by r.state`);
  const counts = { waiting: 0, open: 0, same: 0, dismissed: 0, sent: 0, verified: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

export interface GivenAnswer {
  conversationId: string;
  messageId: string;
  seq: number;
  visitorId: string | null;
  answeredAt: string | Date;
  sentAt: string | Date | null;
}

/** The times that the old answer was given, latest first; `before`: `conversation/message` of the last one of the page before. */
export async function readAnswers(
  q: Query,
  scope: Scope,
  { recallId, limit, before }: { recallId: string; limit: number; before: string | null },
): Promise<GivenAnswer[]> {
  return q.execute<GivenAnswer & Record<string, unknown>>(sql`
    select conversation_id as "conversationId", message_id as "messageId", seq, visitor_id as "visitorId",
      answered_at as "answeredAt", sent_at as "sentAt"
    from recall_answers where organization = ${scope.organization}::int and recall_id = ${recallId}::text
      and (${before}::text is null or message_id < ${before}::text)
    order by message_id desc limit ${limit}::int`);
}

/** Whose correction a message is: what was asked in the first place. */
export async function questionBehind(q: Query, scope: Scope, sentMessageId: string): Promise<string | undefined> {
  const [row] = await q.execute<{ question: string }>(sql`
    select r.question from recall_answers a join recalls r on r.organization = a.organization and r.id = a.recall_id
    where a.organization = ${scope.organization}::int and a.sent_message_id is not null
      and a.sent_message_id = ${sentMessageId}::text limit 1`);
  return row?.question;
}

/** Agents whose answers wait, of all organizations. As the system itself. */
export async function agentsThatWait(
  db: Database,
  system: Parameters<Database["query"]>[0],
): Promise<{ organization: number; organizationId: string; agentId: string }[]> {
  const rows = await db.query(system).execute<{ organization: number; organization_id: string; agent_id: string }>(sql`
    select distinct r.organization, o.id as organization_id, r.agent_id from recalls r
    join organizations o on o.number = r.organization where r.state = 'waiting' limit 500`);
  return rows.map((row) => ({
    organization: row.organization,
    organizationId: row.organization_id,
    agentId: row.agent_id,
  }));
}
