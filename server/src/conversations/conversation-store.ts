import { Fault } from "@parley/contracts";
import { and, type Database, desc, eq, gt, lt, type Scope } from "../platform/index.ts";
import type { ConversationRow, MessageRow } from "./present.ts";
import { conversations, messages, turns } from "./tables.ts";

export const conversationColumns = {
  id: conversations.id,
  agentId: conversations.agentId,
  channel: conversations.channel,
  visitorId: conversations.visitorId,
  title: conversations.title,
  language: conversations.language,
  lastSeq: conversations.lastSeq,
  answered: conversations.answered,
  unanswered: conversations.unanswered,
  personAsked: conversations.personAsked,
  corrected: conversations.corrected,
  rating: conversations.rating,
  createdAt: conversations.createdAt,
  updatedAt: conversations.updatedAt,
};

export const messageColumns = {
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
  corrects: messages.corrects,
  createdAt: messages.createdAt,
};

/** As many of the latest messages as a client is shown at once. */
const SHOWN = 200;
/** The column's largest number: a client may say any. */
const LAST_SEQ = 2_147_483_647;

export function createConversationStore({ db }: { db: Database }) {
  const own = (scope: Scope, id: string) =>
    and(eq(conversations.organization, scope.organization), eq(conversations.id, id));
  const of = (scope: Scope, id: string) =>
    and(eq(messages.organization, scope.organization), eq(messages.conversationId, id));

  return {
    async get(scope: Scope, id: string): Promise<ConversationRow> {
      const [row] = await db.query(scope).select(conversationColumns).from(conversations).where(own(scope, id));
      if (!row) throw new Fault("not_found", "There is no conversation with this id.");
      return row;
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

    /** A message with what was said before it, newest first, and the documents that questions were to be answered from. */
    async load(scope: Scope, conversationId: string, seq: number) {
      const q = db.query(scope);
      const [[conversation], rows] = await Promise.all([
        q.select(conversationColumns).from(conversations).where(own(scope, conversationId)).execute(),
        q
          .select({ ...messageColumns, filter: messages.filter })
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
  };
}

export type ConversationStore = ReturnType<typeof createConversationStore>;
