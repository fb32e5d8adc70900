import { Fault } from "@parley/contracts";
import { and, asc, type Database, desc, eq, type Events, gt, lt, type Scope } from "../platform/index.ts";
import type { ConversationRow, MessageRow } from "./present.ts";
import { conversations, messages, turns } from "./tables.ts";

const columns = {
  id: conversations.id,
  agentId: conversations.agentId,
  channel: conversations.channel,
  visitorId: conversations.visitorId,
  lastSeq: conversations.lastSeq,
  createdAt: conversations.createdAt,
  updatedAt: conversations.updatedAt,
};

const messageColumns = {
  id: messages.id,
  conversationId: messages.conversationId,
  seq: messages.seq,
  role: messages.role,
  text: messages.text,
  parts: messages.parts,
  clientId: messages.clientId,
  replyTo: messages.replyTo,
  reason: messages.reason,
  answered: messages.answered,
  suggestions: messages.suggestions,
  rating: messages.rating,
  createdAt: messages.createdAt,
};

/** As many of the latest messages as a client is shown at once. */
const SHOWN = 200;
/** The column's largest number: a client may say any. */
const LAST_SEQ = 2_147_483_647;

export interface Page {
  limit: number;
  cursor?: string | undefined;
}

export function createConversationStore({ db, events }: { db: Database; events: Events }) {
  const own = (scope: Scope, id: string) =>
    and(eq(conversations.organization, scope.organization), eq(conversations.id, id));
  const of = (scope: Scope, id: string) =>
    and(eq(messages.organization, scope.organization), eq(messages.conversationId, id));

  return {
    async get(scope: Scope, id: string): Promise<ConversationRow> {
      const [row] = await db.query(scope).select(columns).from(conversations).where(own(scope, id));
      if (!row) throw new Fault("not_found", "There is no conversation with this id.");
      return row;
    },

    /** Newest first. */
    async list(scope: Scope, filter: Page & { agentId?: string | undefined }) {
      const rows = await db
        .query(scope)
        .select(columns)
        .from(conversations)
        .where(
          and(
            eq(conversations.organization, scope.organization),
            filter.agentId ? eq(conversations.agentId, filter.agentId) : undefined,
            filter.cursor ? lt(conversations.id, filter.cursor) : undefined,
          ),
        )
        .orderBy(desc(conversations.id))
        .limit(filter.limit + 1);
      const data = rows.slice(0, filter.limit);
      return { data, next: rows.length > filter.limit ? (data.at(-1)?.id ?? null) : null };
    },

    /** Oldest first, after a seq. */
    async messagesAfter(
      scope: Scope,
      id: string,
      { after, limit }: { after: number; limit: number },
    ): Promise<MessageRow[]> {
      return db
        .query(scope)
        .select(messageColumns)
        .from(messages)
        .where(and(of(scope, id), gt(messages.seq, Math.min(after, LAST_SEQ))))
        .orderBy(asc(messages.seq))
        .limit(limit);
    },

    /** The visitor's latest conversation with an agent. */
    async current(scope: Scope, agentId: string, visitorId: string): Promise<string | null> {
      const [row] = await db
        .query(scope)
        .select({ id: conversations.id })
        .from(conversations)
        .where(
          and(
            eq(conversations.organization, scope.organization),
            eq(conversations.agentId, agentId),
            eq(conversations.visitorId, visitorId),
          ),
        )
        .orderBy(desc(conversations.id))
        .limit(1);
      return row?.id ?? null;
    },

    /** The latest messages after `after`, oldest first, and whether an answer is owed. */
    async thread(scope: Scope, id: string, after: number): Promise<{ messages: MessageRow[]; answering: boolean }> {
      const q = db.query(scope);
      const [rows, owed] = await Promise.all([
        q
          .select(messageColumns)
          .from(messages)
          .where(and(of(scope, id), gt(messages.seq, Math.min(after, LAST_SEQ))))
          .orderBy(desc(messages.seq))
          .limit(SHOWN)
          .execute(),
        q
          .select({ seq: turns.seq })
          .from(turns)
          .where(and(eq(turns.organization, scope.organization), eq(turns.conversationId, id)))
          .limit(1)
          .execute(),
      ]);
      return { messages: rows.toReversed(), answering: owed.length > 0 };
    },

    /** The visitor's message that is owed an answer, with what was said before it, newest first. */
    async load(scope: Scope, conversationId: string, seq: number) {
      const q = db.query(scope);
      const [[conversation], rows] = await Promise.all([
        q.select(columns).from(conversations).where(own(scope, conversationId)).execute(),
        q
          .select(messageColumns)
          .from(messages)
          .where(and(of(scope, conversationId), lt(messages.seq, seq + 1)))
          .orderBy(desc(messages.seq))
          .limit(13)
          .execute(),
      ]);
      const [message, ...before] = rows;
      return conversation && message?.seq === seq ? { conversation, message, before } : undefined;
    },

    /** The begun conversation of a first message that was sent twice. */
    async begunWith(scope: Scope, visitorId: string, clientId: string): Promise<string | undefined> {
      const [row] = await db
        .query(scope)
        .select({ id: conversations.id })
        .from(conversations)
        .where(
          and(
            eq(conversations.organization, scope.organization),
            eq(conversations.visitorId, visitorId),
            eq(conversations.firstClientId, clientId),
          ),
        );
      return row?.id;
    },

    /** @throws Fault not_found unless it is an agent's message of this conversation. */
    async rate(
      scope: Scope,
      rated: { conversationId: string; messageId: string; rating: "up" | "down" | null },
    ): Promise<void> {
      const { conversationId, messageId, rating } = rated;
      await db.transaction(scope, async (tx) => {
        const changed = await tx
          .update(messages)
          .set({ rating })
          .where(and(of(scope, conversationId), eq(messages.id, messageId), eq(messages.role, "agent")))
          .returning({ id: messages.id });
        if (changed.length === 0) throw new Fault("not_found", "There is no such answer in this conversation.");
        await events.publish(tx, scope, "message.rated", { conversationId, messageId, rating });
      });
      events.wake();
    },
  };
}

export type ConversationStore = ReturnType<typeof createConversationStore>;
