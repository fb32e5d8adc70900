import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "../../platform/index.ts";

/** Answers that people wrote to questions, said as written. */
export const verifiedAnswers = pgTable(
  "knowledge_verified_answers",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    question: text("question").notNull(),
    variants: jsonb("variants").$type<string[]>().notNull(),
    /** Markdown. */
    answer: text("answer").notNull(),
    /** BCP 47. */
    language: text("language").notNull(),
    enabled: boolean("enabled").notNull(),
    /** For lists: letters and case as they were written. */
    tags: text("tags").array().notNull().default([]),
    /** Said from then on, and no more from then on; null for no bound. */
    validFrom: timestamp("valid_from", { withTimezone: true }),
    validTo: timestamp("valid_to", { withTimezone: true }),
    /** In place of the answer where it is heard instead of read. */
    spoken: text("spoken"),
    conversationId: text("conversation_id"),
    messageId: text("message_id"),
    revision: integer("revision").notNull().default(1),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    createdBy: jsonb("created_by").$type<{ type: string; id: string; name: string | null }>().notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    updatedBy: jsonb("updated_by").$type<{ type: string; id: string; name: string | null }>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("knowledge_verified_answers_agent").on(table.organization, table.agentId, table.id),
    organizationPolicy("knowledge_verified_answers"),
  ],
);

/** Under which keys a question or a variant is found: as it is written, by its words, and by all of them but one. */
export const verifiedKeys = pgTable(
  "knowledge_verified_keys",
  {
    organization: organizationColumn(),
    agentId: text("agent_id").notNull(),
    key: text("key").notNull(),
    answerId: text("answer_id").notNull(),
    /** 0 for the question, 1 for its first variant. */
    wording: smallint("wording").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.agentId, table.key, table.answerId, table.wording] }),
    index("knowledge_verified_keys_answer").on(table.organization, table.answerId),
    foreignKey({
      columns: [table.organization, table.answerId],
      foreignColumns: [verifiedAnswers.organization, verifiedAnswers.id],
    }).onDelete("cascade"),
    organizationPolicy("knowledge_verified_keys"),
  ],
);
