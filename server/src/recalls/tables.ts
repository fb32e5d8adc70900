import type { Citation, ContentPart, EndReason } from "@parley/contracts";
import {
  createdAt,
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  sql,
  text,
  timestamp,
  uniqueIndex,
} from "../platform/index.ts";

/** One answer that was given, perhaps often, and that relied on a page that says something else now. */
export const recalls = pgTable(
  "recalls",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    /** The same question with the same answer is one recall. */
    key: text("key").notNull(),
    /** `waiting` to be answered again, `open` for members, `same` when nothing came of it, else how it was closed. */
    state: text("state").$type<"waiting" | "open" | "same" | "dismissed" | "sent" | "verified">().notNull(),
    question: text("question").notNull(),
    oldAnswer: text("old_answer").notNull(),
    /** What had changed: the documents that the answer relied on. */
    cause: jsonb("cause").$type<RecallCause>().notNull(),
    newAnswer: text("new_answer"),
    newParts: jsonb("new_parts").$type<ContentPart[]>(),
    newReason: text("new_reason").$type<EndReason>(),
    /** Why the two do not mean the same. */
    differs: jsonb("differs").$type<string[]>(),
    answeredAt: timestamp("answered_at", { withTimezone: true }),
    /** Tries that failed since it was last set waiting. */
    attempts: integer("attempts").notNull().default(0),
    people: integer("people").notNull().default(0),
    closedBy: jsonb("closed_by").$type<{ type: string; id: string; name: string | null }>(),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    /** What was sent as the correction, so that a broken-off sending goes on with the same words. */
    sentText: text("sent_text"),
    verifiedAnswerId: text("verified_answer_id"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("recalls_key").on(table.organization, table.agentId, table.key),
    index("recalls_agent").on(table.organization, table.agentId, table.state, table.id),
    index("recalls_waiting")
      .on(table.updatedAt)
      .where(sql`state = 'waiting'`),
    index("recalls_open")
      .on(table.organization, table.id)
      .where(sql`state = 'open'`),
    index("recalls_answered").on(table.organization, table.agentId, table.answeredAt),
    organizationPolicy("recalls"),
  ],
);

export interface RecallCause {
  documentId: string;
  title: string;
  url: string | null;
  /** Null when it is not known, or when the document is gone. */
  from: number | null;
  to: number | null;
  removed: boolean;
  citation: Pick<Citation, "text" | "title" | "url">;
}

/** Who got the old answer. Rows go with their conversation. */
export const recallAnswers = pgTable(
  "recall_answers",
  {
    organization: organizationColumn(),
    recallId: text("recall_id").notNull(),
    conversationId: text("conversation_id").notNull(),
    messageId: text("message_id").notNull(),
    seq: integer("seq").notNull(),
    /** Null where nobody can be told afterwards. */
    visitorId: text("visitor_id"),
    answeredAt: timestamp("answered_at", { withTimezone: true }).notNull(),
    /** The correction that its visitor got. */
    sentMessageId: text("sent_message_id"),
    sentAt: timestamp("sent_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.recallId, table.conversationId, table.messageId] }),
    index("recall_answers_conversation").on(table.organization, table.conversationId),
    index("recall_answers_sent")
      .on(table.organization, table.sentMessageId)
      .where(sql`sent_message_id is not null`),
    organizationPolicy("recall_answers"),
  ],
);
