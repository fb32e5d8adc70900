/** From a topic, or a suggestion, to the verified answer: one step, in one transaction. */
import { Fault, type VerifiedAnswer, type VerifiedAnswerInput } from "@parley/contracts";
import type { Knowledge } from "../knowledge/index.ts";
import { assertSeen, type Clock, type Database, type Live, type Scope, sql, type Tx } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { readSuggestion, setSuggestion } from "./suggestion-store.ts";

export interface AnswerDeps {
  db: Database;
  clock: Clock;
  live: Live;
  audit: Audit;
  knowledge: Pick<Knowledge, "verified">;
}

export interface Place {
  agentId: string;
  id: string;
  /** Null asks nothing. */
  revision: number | null;
}

/** @throws Fault not_found, already_exists, stale */
export async function answerTopic(
  deps: AnswerDeps,
  scope: Scope,
  { input, ...place }: Place & { input: VerifiedAnswerInput },
): Promise<VerifiedAnswer> {
  const answer = await deps.db.transaction(scope, async (tx) => {
    const topic = await lockTopic(tx, scope, place);
    // Told by whom it was asked, so that the log holds no visitor's words.
    const asked = { conversationId: topic.conversation_id, messageId: topic.message_id };
    const made = await deps.knowledge.verified.createWithin(tx, scope, {
      agentId: place.agentId,
      input: { ...input, ...asked },
    });
    await closeTopic(tx, scope, { id: place.id, answerId: made.id, now: deps.clock.now() });
    await recordStatus(deps, tx, { scope, id: place.id, before: topic.status, after: "answered" });
    return made;
  });
  tell(deps, scope, place);
  return answer;
}

/** Whether it is different now. */
export async function changeTopic(
  deps: AnswerDeps,
  scope: Scope,
  { status, ...place }: Place & { status: "open" | "ignored" | "answered" },
): Promise<boolean> {
  const changed = await deps.db.transaction(scope, async (tx) => {
    const topic = await lockTopic(tx, scope, place);
    if (topic.status === status) return false;
    const at = status === "answered" ? new Date(deps.clock.now()) : null;
    await tx.execute(sql`update gap_topics set status = ${status}::text, revision = revision + 1,
        answered_at = coalesce(${at}::timestamptz, answered_at)
      where organization = ${scope.organization}::int and id = ${place.id}::text`);
    await recordStatus(deps, tx, { scope, id: place.id, before: topic.status, after: status });
    return true;
  });
  if (changed) tell(deps, scope, place);
  return changed;
}

/** The suggestion becomes an answer; that of a topic answers its topic with it. */
export async function approveSuggestion(
  deps: AnswerDeps,
  scope: Scope,
  { input, ...place }: Place & { input: VerifiedAnswerInput },
): Promise<VerifiedAnswer> {
  const answer = await deps.db.transaction(scope, async (tx) => {
    const suggestion = await lockSuggestion(tx, scope, place);
    const topic =
      suggestion.topicId === null
        ? null
        : await lockTopic(tx, scope, { agentId: place.agentId, id: suggestion.topicId, revision: null });
    const asked = {
      conversationId: suggestion.conversationId ?? topic?.conversation_id ?? null,
      messageId: suggestion.messageId ?? topic?.message_id ?? null,
    };
    const made = await deps.knowledge.verified.createWithin(tx, scope, {
      agentId: place.agentId,
      input: { ...input, ...asked },
    });
    await setSuggestion(tx, scope, { id: place.id, status: "approved", answerId: made.id });
    const target = { type: "answer-suggestion", id: place.id };
    await deps.audit.record(tx, scope, { action: "answer-suggestion.approved", target });
    if (topic !== null && suggestion.topicId !== null) {
      await closeTopic(tx, scope, { id: suggestion.topicId, answerId: made.id, now: deps.clock.now() });
      await recordStatus(deps, tx, { scope, id: suggestion.topicId, before: topic.status, after: "answered" });
    }
    return made;
  });
  tell(deps, scope, place);
  return answer;
}

export async function changeSuggestion(
  deps: AnswerDeps,
  scope: Scope,
  { status, ...place }: Place & { status: "suggested" | "dismissed" },
): Promise<void> {
  await deps.db.transaction(scope, async (tx) => {
    const before = await lockSuggestion(tx, scope, place);
    if (before.status === status) return;
    await setSuggestion(tx, scope, { id: place.id, status });
    const target = { type: "answer-suggestion", id: place.id };
    await deps.audit.record(tx, scope, { action: `answer-suggestion.${status}`, target });
  });
  deps.live.changed(scope, { resource: "answer-suggestions", agentId: place.agentId, id: place.id });
}

async function lockSuggestion(tx: Tx, scope: Scope, { agentId, id, revision }: Place) {
  await tx.execute(sql`select 1 from gap_suggestions where organization = ${scope.organization}::int
    and id = ${id}::text for update`);
  const found = await readSuggestion(tx, scope, { agentId, id });
  assertSeen(revision, found.revision);
  return found;
}

interface TopicRow extends Record<string, unknown> {
  status: string;
  revision: number;
  conversation_id: string | null;
  message_id: string | null;
}

async function lockTopic(tx: Tx, scope: Scope, { agentId, id, revision }: Place): Promise<TopicRow> {
  const [topic] = await tx.execute<TopicRow>(sql`
    select t.status, t.revision, q.conversation_id, q.id as message_id from gap_topics t
    left join lateral (select * from gap_questions q where q.organization = t.organization and q.topic_id = t.id
      order by (q.id = t.label_id) desc, q.asked_at, q.id limit 1) q on true
    where t.organization = ${scope.organization}::int and t.agent_id = ${agentId}::text and t.id = ${id}::text
    for update of t`);
  if (!topic || topic.message_id === null) throw new Fault("not_found", "There is no such topic.");
  assertSeen(revision, topic.revision);
  return topic;
}

async function closeTopic(
  tx: Tx,
  scope: Scope,
  { id, answerId, now }: { id: string; answerId: string; now: number },
): Promise<void> {
  await tx.execute(sql`update gap_topics set status = 'answered', answer_id = ${answerId}::text,
      answered_at = ${new Date(now)}::timestamptz, revision = revision + 1
    where organization = ${scope.organization}::int and id = ${id}::text`);
}

const recordStatus = (
  { audit }: AnswerDeps,
  tx: Tx,
  { scope, id, before, after }: { scope: Scope; id: string; before: string; after: string },
): Promise<void> =>
  audit.record(tx, scope, {
    action: `gap.${after}`,
    target: { type: "gap", id },
    before: { status: before },
    after: { status: after },
  });

function tell({ live }: AnswerDeps, scope: Scope, { agentId, id }: Place): void {
  live.changed(scope, { resource: "gaps", agentId, ...(id.startsWith("gap_") ? { id } : {}) });
  live.changed(scope, { resource: "answer-suggestions", agentId });
  live.changed(scope, { resource: "verified-answers", agentId });
}
