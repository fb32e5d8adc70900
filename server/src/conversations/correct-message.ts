/** A member writes what an answer should have been: a verified answer of the agent, marked at the message. */
import { type CorrectionInput, Fault } from "@parley/contracts";
import {
  and,
  type Clock,
  type Database,
  eq,
  type Events,
  type Live,
  type Scope,
  sql,
  type Tx,
} from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { conversations, messageCorrections, messages } from "./tables.ts";

/** The knowledge's door for verified answers, as far as it is needed here. */
export interface VerifiedAnswers {
  /** Changes the answer `id` if it is still there, else takes the place of what the same question has. */
  write(
    tx: Tx,
    scope: Scope,
    input: {
      id: string | null;
      agentId: string;
      question: string;
      answer: string;
      conversationId: string;
      messageId: string;
    },
  ): Promise<{ id: string }>;
}

export interface CorrectDeps {
  db: Database;
  clock: Clock;
  events: Pick<Events, "publish" | "wake">;
  live: Live;
  audit: Audit;
  verified: VerifiedAnswers;
}

export interface CorrectedMessage extends CorrectionInput {
  conversationId: string;
  messageId: string;
}

/** Corrected again, the same verified answer is changed. @throws Fault not_found, invalid_request. */
export async function correctMessage(deps: CorrectDeps, scope: Scope, input: CorrectedMessage): Promise<void> {
  const { db, clock, live } = deps;
  const { conversationId, messageId } = input;
  const agentId = await db.transaction(scope, async (tx) => {
    const found = await readMessage(tx, scope, input);
    const question = input.question ?? found.question;
    if (question === "")
      throw new Fault("invalid_request", "Write the question that this answers.", { field: "question" });
    const before = found.answerId;
    const { id: answerId } = await deps.verified.write(tx, scope, {
      id: before,
      agentId: found.agentId,
      question,
      answer: input.answer,
      conversationId,
      messageId,
    });
    const correction = {
      answerId,
      question,
      answer: input.answer,
      correctedBy: scope.actor.id,
      correctedAt: new Date(clock.now()),
    };
    await tx
      .insert(messageCorrections)
      .values({ organization: scope.organization, conversationId, messageId, ...correction })
      .onConflictDoUpdate({
        target: [messageCorrections.organization, messageCorrections.conversationId, messageCorrections.messageId],
        set: correction,
      });
    if (before === null) {
      await tx
        .update(conversations)
        .set({ corrected: sql`${conversations.corrected} + 1` })
        .where(and(eq(conversations.organization, scope.organization), eq(conversations.id, conversationId)));
    }
    await deps.audit.record(tx, scope, {
      action: "conversation.corrected",
      target: { type: "conversation", id: conversationId },
      after: { messageId, answerId },
    });
    await deps.events.publish(tx, scope, "message.corrected", { conversationId, messageId });
    return found.agentId;
  });
  deps.events.wake();
  live.changed(scope, { resource: "conversations", id: conversationId, agentId });
  live.changed(scope, { resource: "verified-answers", agentId });
}

interface Found {
  agentId: string;
  /** In the visitor's own words, shortened to what a verified answer takes. */
  question: string;
  /** Of an earlier correction. */
  answerId: string | null;
}

const LONGEST_QUESTION = 500;

/** Locks the conversation: two corrections at once come one after the other. */
async function readMessage(tx: Tx, scope: Scope, { conversationId, messageId }: CorrectedMessage): Promise<Found> {
  const own = and(eq(conversations.organization, scope.organization), eq(conversations.id, conversationId));
  const [conversation] = await tx
    .select({ agentId: conversations.agentId })
    .from(conversations)
    .where(own)
    .for("update");
  if (!conversation) throw new Fault("not_found", "There is no conversation with this id.");
  const [row] = await tx.execute<{ question: string | null; answer_id: string | null }>(sql`
    select asked.text as question, c.answer_id from ${messages} m
    left join ${messages} asked on asked.organization = m.organization and asked.conversation_id = m.conversation_id
      and asked.id = m.reply_to
    left join ${messageCorrections} c on c.organization = m.organization and c.conversation_id = m.conversation_id
      and c.message_id = m.id
    where m.organization = ${scope.organization}::int and m.conversation_id = ${conversationId}::text
      and m.id = ${messageId}::text and m.role = 'agent'`);
  if (!row) throw new Fault("not_found", "There is no such answer in this conversation.");
  const question = (row.question ?? "").replace(/\s+/g, " ").trim().slice(0, LONGEST_QUESTION).toWellFormed();
  return { agentId: conversation.agentId, question, answerId: row.answer_id };
}
