import {
  createdAt,
  foreignKey,
  index,
  integer,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "../platform/index.ts";

/** Questions about one thing that had no answer, or a bad one. */
export const gapTopics = pgTable(
  "gap_topics",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    status: text("status").$type<"open" | "answered" | "ignored">().notNull(),
    /** The question that stands for all of them; once that is gone, the oldest that is left does. */
    labelId: text("label_id").notNull(),
    /** The verified answer that was written to it, and when: questions after that open it again. */
    answerId: text("answer_id"),
    answeredAt: timestamp("answered_at", { withTimezone: true }),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("gap_topics_agent").on(table.organization, table.agentId, table.status, table.id),
    organizationPolicy("gap_topics"),
  ],
);

/** In the visitor's words. Goes with its conversation. */
export const gapQuestions = pgTable(
  "gap_questions",
  {
    organization: organizationColumn(),
    /** Of the message in which it was asked. */
    id: text("id").notNull(),
    conversationId: text("conversation_id").notNull(),
    seq: integer("seq").notNull(),
    agentId: text("agent_id").notNull(),
    topicId: text("topic_id").notNull(),
    text: text("text").notNull(),
    /** BCP 47 primary tag. */
    language: text("language").notNull(),
    cause: text("cause").$type<"unanswered" | "rated-down" | "corrected" | "handed-over" | "asked-again">().notNull(),
    askedAt: timestamp("asked_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("gap_questions_topic").on(table.organization, table.topicId, table.askedAt, table.id),
    index("gap_questions_agent").on(table.organization, table.agentId, table.askedAt),
    index("gap_questions_conversation").on(table.organization, table.conversationId),
    foreignKey({
      columns: [table.organization, table.topicId],
      foreignColumns: [gapTopics.organization, gapTopics.id],
    }).onDelete("cascade"),
    organizationPolicy("gap_questions"),
  ],
);

/** Which questions hold a term: how a new one finds the topics that it may belong to. */
export const gapTerms = pgTable(
  "gap_terms",
  {
    organization: organizationColumn(),
    agentId: text("agent_id").notNull(),
    term: text("term").notNull(),
    topicId: text("topic_id").notNull(),
    questionId: text("question_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.agentId, table.term, table.topicId, table.questionId] }),
    index("gap_terms_question").on(table.organization, table.questionId),
    index("gap_terms_topic").on(table.organization, table.topicId, table.term),
    foreignKey({
      columns: [table.organization, table.questionId],
      foreignColumns: [gapQuestions.organization, gapQuestions.id],
    }).onDelete("cascade"),
    organizationPolicy("gap_terms"),
  ],
);

/** What may become a verified answer once a member says so. Nothing of this is ever said to a visitor. */
export const answerSuggestions = pgTable(
  "gap_suggestions",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    /** The same question is suggested once, whatever becomes of it. */
    key: text("key").notNull(),
    status: text("status").$type<"suggested" | "approved" | "dismissed">().notNull(),
    reason: text("reason").$type<"rated-up" | "asked-often">().notNull(),
    /** Of answers that were rated well. Goes with its conversation. */
    conversationId: text("conversation_id"),
    messageId: text("message_id"),
    question: text("question"),
    answer: text("answer"),
    language: text("language"),
    /** Of questions that are asked often: what they say stands in their topic. */
    topicId: text("topic_id"),
    answerId: text("answer_id"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("gap_suggestions_key").on(table.organization, table.agentId, table.key),
    index("gap_suggestions_agent").on(table.organization, table.agentId, table.status, table.id),
    index("gap_suggestions_conversation").on(table.organization, table.conversationId),
    foreignKey({
      columns: [table.organization, table.topicId],
      foreignColumns: [gapTopics.organization, gapTopics.id],
    }).onDelete("cascade"),
    organizationPolicy("gap_suggestions"),
  ],
);
