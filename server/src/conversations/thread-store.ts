/** Conversations as members read them. */
import { Fault } from "@parley/contracts";
import { and, asc, type Database, desc, eq, gt, lt, type Scope, sql, type SQL } from "../platform/index.ts";
import { conversationColumns, messageColumns } from "./conversation-store.ts";
import type { ConversationRow, ThreadRow } from "./present.ts";
import { conversations, messageCorrections, messages } from "./tables.ts";

const threadColumns = {
  ...messageColumns,
  model: messages.model,
  inputTokens: messages.inputTokens,
  outputTokens: messages.outputTokens,
  tookMs: messages.tookMs,
  firstMs: messages.firstMs,
  answerId: messageCorrections.answerId,
  correctedQuestion: messageCorrections.question,
  correctedAnswer: messageCorrections.answer,
  correctedBy: messageCorrections.correctedBy,
  correctedAt: messageCorrections.correctedAt,
};

/** The column's largest number: a client may say any. */
const LAST_SEQ = 2_147_483_647;

export interface ThreadPage {
  order: "asc" | "desc";
  limit: number;
  /** The last seq of the page before; null begins. */
  after: number | null;
}

export interface Detail extends ConversationRow {
  answering: boolean;
  visits: number | null;
  inputTokens: number;
  outputTokens: number;
}

export function createThreadStore({ db }: { db: Database }) {
  const notFound = () => new Fault("not_found", "There is no conversation with this id.");

  return {
    /** @throws Fault not_found. */
    async page(scope: Scope, conversationId: string, { order, limit, after }: ThreadPage): Promise<ThreadRow[]> {
      const q = db.query(scope);
      const beyond = Math.min(after ?? (order === "asc" ? 0 : LAST_SEQ), LAST_SEQ);
      const [[known], rows] = await Promise.all([
        q.select({ id: conversations.id }).from(conversations).where(own(scope, conversationId)).execute(),
        q
          .select(threadColumns)
          .from(messages)
          .leftJoin(messageCorrections, corrects(scope, conversationId))
          .where(and(of(scope, conversationId), order === "asc" ? gt(messages.seq, beyond) : lt(messages.seq, beyond)))
          .orderBy(order === "asc" ? asc(messages.seq) : desc(messages.seq))
          .limit(limit)
          .execute(),
      ]);
      if (!known) throw notFound();
      return rows;
    },

    /** One message, for what is done with it. */
    async message(scope: Scope, conversationId: string, messageId: string): Promise<ThreadRow | undefined> {
      const [row] = await db
        .query(scope)
        .select(threadColumns)
        .from(messages)
        .leftJoin(messageCorrections, corrects(scope, conversationId))
        .where(and(of(scope, conversationId), eq(messages.id, messageId)));
      return row;
    },

    /** @throws Fault not_found. */
    async detail(scope: Scope, id: string): Promise<Detail> {
      const [row] = await db
        .query(scope)
        .select({ ...conversationColumns, answering: answeringNow, visits: visitsSoFar, ...tokens })
        .from(conversations)
        .where(own(scope, id));
      if (!row) throw notFound();
      return {
        ...row,
        answering: row.answering,
        visits: row.visitorId === null ? null : Number(row.visits),
        inputTokens: Number(row.inputTokens),
        outputTokens: Number(row.outputTokens),
      };
    },
  };
}

const own = (scope: Scope, id: string) =>
  and(eq(conversations.organization, scope.organization), eq(conversations.id, id));
const of = (scope: Scope, id: string) =>
  and(eq(messages.organization, scope.organization), eq(messages.conversationId, id));
const corrects = (scope: Scope, id: string) =>
  and(
    eq(messageCorrections.organization, scope.organization),
    eq(messageCorrections.conversationId, id),
    eq(messageCorrections.messageId, messages.id),
  );

// In raw words: without a join, Drizzle leaves out the names of tables, and `id = id` is always true.
const answeringNow = sql<boolean>`exists (select 1 from turns owed
  where owed.organization = conversations.organization and owed.conversation_id = conversations.id)`;
const visitsSoFar = sql<number>`(select count(*)::int from conversations earlier
  where earlier.organization = conversations.organization and earlier.agent_id = conversations.agent_id
    and earlier.visitor_id = conversations.visitor_id and earlier.id <= conversations.id)`;
const sumOf = (column: SQL) =>
  sql<number>`(select coalesce(sum(${column}), 0)::int from messages m where m.organization = conversations.organization
    and m.conversation_id = conversations.id)`;
const tokens = { inputTokens: sumOf(sql`m.input_tokens`), outputTokens: sumOf(sql`m.output_tokens`) };
