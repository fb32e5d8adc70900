/** What people do to conversations besides talking: rate an answer, delete. */
import { Fault } from "@parley/contracts";
import { and, type Database, eq, type Events, inArray, type Live, type Scope, sql } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { conversations, messages, turns } from "./tables.ts";

export interface ChangeDeps {
  db: Database;
  events: Events;
  live: Live;
  audit: Audit;
}

export interface Rating {
  conversationId: string;
  messageId: string;
  rating: "up" | "down" | null;
}

/** @throws Fault not_found unless it is an agent's message of this conversation. */
export async function rateMessage({ db, events, live, audit }: ChangeDeps, scope: Scope, rated: Rating): Promise<void> {
  const { conversationId, messageId, rating } = rated;
  const of = and(eq(messages.organization, scope.organization), eq(messages.conversationId, conversationId));
  await db.transaction(scope, async (tx) => {
    const changed = await tx
      .update(messages)
      .set({ rating })
      .where(and(of, eq(messages.id, messageId), eq(messages.role, "agent")))
      .returning({ id: messages.id });
    if (changed.length === 0) throw new Fault("not_found", "There is no such answer in this conversation.");
    const last = sql<"up" | "down" | null>`(select m.rating from ${messages} m
      where m.organization = ${scope.organization}::int and m.conversation_id = ${conversationId}::text
        and m.rating is not null order by m.seq desc limit 1)`;
    await tx
      .update(conversations)
      .set({ rating: rating ?? last })
      .where(and(eq(conversations.organization, scope.organization), eq(conversations.id, conversationId)));
    await events.publish(tx, scope, "message.rated", { conversationId, messageId, rating });
    if (scope.actor.type === "visitor") return;
    const target = { type: "conversation", id: conversationId };
    await audit.record(tx, scope, { action: "conversation.rated", target, after: { messageId, rating } });
  });
  events.wake();
  live.changed(scope, { resource: "conversations", id: conversationId });
}

/** With their messages, corrections and words; ids that are not there count for nothing. Verified answers stay. */
export async function deleteConversations(
  { db, live, audit }: ChangeDeps,
  scope: Scope,
  ids: readonly string[],
): Promise<string[]> {
  const deleted = await db.transaction(scope, async (tx) => {
    const these = inArray(conversations.id, [...ids]);
    await tx
      .delete(turns)
      .where(and(eq(turns.organization, scope.organization), inArray(turns.conversationId, [...ids])));
    const gone = await tx
      .delete(conversations)
      .where(and(eq(conversations.organization, scope.organization), these))
      .returning({ id: conversations.id });
    for (const { id } of gone) {
      await audit.record(tx, scope, { action: "conversation.deleted", target: { type: "conversation", id } });
    }
    return gone.map(({ id }) => id);
  });
  for (const id of deleted) live.changed(scope, { resource: "conversations", id });
  return deleted;
}

const AT_ONCE = 200;

/** All that were had with an agent, when the agent itself goes. Called again, it goes on. */
export async function deleteOfAgent({ db, live }: ChangeDeps, scope: Scope, agentId: string): Promise<void> {
  for (;;) {
    const gone = await db.query(scope).execute(sql`
      with these as (
        select id from conversations where organization = ${scope.organization}::int and agent_id = ${agentId}::text
        limit ${AT_ONCE}::int
      ), owed as (
        delete from turns using these where turns.organization = ${scope.organization}::int
          and turns.conversation_id = these.id
      )
      delete from conversations using these
      where conversations.organization = ${scope.organization}::int and conversations.id = these.id
      returning conversations.id`);
    if (gone.length === 0) break;
  }
  live.changed(scope, { resource: "conversations", agentId });
}
