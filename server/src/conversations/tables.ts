import type { ContentPart, Corrects, EndReason, SearchFilter } from "@parley/contracts";
import {
  boolean,
  createdAt,
  customType,
  foreignKey,
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

export const conversations = pgTable(
  "conversations",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    channel: text("channel").$type<"web" | "api">().notNull(),
    visitorId: text("visitor_id"),
    /** The client's id of the message that began it: begun twice is begun once. */
    firstClientId: text("first_client_id"),
    lastSeq: integer("last_seq").notNull(),
    /** The first question, on one line and shortened; until one was asked, the first message. */
    title: text("title").notNull().default(""),
    /** Chosen once, when the conversation's words are first written down; they are analysed in it. */
    language: text("language"),
    answered: integer("answered").notNull().default(0),
    unanswered: integer("unanswered").notNull().default(0),
    personAsked: boolean("person_asked").notNull().default(false),
    corrected: integer("corrected").notNull().default(0),
    /** The last that the visitor gave and has not taken back. */
    rating: text("rating").$type<"up" | "down">(),
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("conversations_begun").on(table.organization, table.visitorId, table.firstClientId),
    index("conversations_visitor").on(table.organization, table.agentId, table.visitorId, table.id),
    // One for each filter that few may fit: the newest of them are found without a look at all others.
    index("conversations_agent").on(table.organization, table.agentId, table.id),
    index("conversations_language").on(table.organization, table.language, table.id),
    index("conversations_unanswered")
      .on(table.organization, table.id)
      .where(sql`unanswered > 0`),
    index("conversations_person_asked")
      .on(table.organization, table.id)
      .where(sql`person_asked`),
    index("conversations_corrected")
      .on(table.organization, table.id)
      .where(sql`corrected > 0`),
    index("conversations_rated")
      .on(table.organization, table.rating, table.id)
      .where(sql`rating is not null`),
    organizationPolicy("conversations"),
  ],
);

export const messages = pgTable(
  "messages",
  {
    organization: organizationColumn(),
    conversationId: text("conversation_id").notNull(),
    seq: integer("seq").notNull(),
    id: text("id").notNull(),
    role: text("role").$type<"visitor" | "agent">().notNull(),
    text: text("text").notNull(),
    parts: jsonb("parts").$type<ContentPart[]>().notNull(),
    clientId: text("client_id"),
    replyTo: text("reply_to"),
    reason: text("reason").$type<EndReason>(),
    answered: boolean("answered"),
    suggestions: jsonb("suggestions").$type<string[]>().notNull(),
    rating: text("rating").$type<"up" | "down">(),
    /** How an answer came to be; for members' eyes alone. Null for the answerer without a model. */
    model: text("model"),
    inputTokens: integer("input_tokens"),
    outputTokens: integer("output_tokens"),
    /** Milliseconds until the answer stood, and until its first words. */
    tookMs: integer("took_ms"),
    firstMs: integer("first_ms"),
    /** Of a correction that was sent to somebody who got an older answer. */
    corrects: jsonb("corrects").$type<Corrects>(),
    /** Of a question that is answered from some of the documents only. */
    filter: jsonb("filter").$type<SearchFilter>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.conversationId, table.seq] }),
    index("messages_rated")
      .on(table.organization, table.rating, table.id)
      .where(sql`rating is not null`),
    index("messages_unanswered")
      .on(table.organization, table.id)
      .where(sql`reason in ('unknown', 'failed')`),
    uniqueIndex("messages_client").on(table.organization, table.conversationId, table.clientId),
    uniqueIndex("messages_reply")
      .on(table.organization, table.conversationId, table.replyTo)
      .where(sql`reply_to is not null`),
    foreignKey({
      columns: [table.organization, table.conversationId],
      foreignColumns: [conversations.organization, conversations.id],
    }).onDelete("cascade"),
    organizationPolicy("messages"),
  ],
);

/** An answer that is owed. The row goes when the answer is stored; a lease that ran out is taken up by anybody. */
export const turns = pgTable(
  "turns",
  {
    organization: organizationColumn(),
    conversationId: text("conversation_id").notNull(),
    /** Of the visitor's message. */
    seq: integer("seq").notNull(),
    messageId: text("message_id").notNull(),
    agentId: text("agent_id").notNull(),
    owner: text("owner").notNull(),
    leaseUntil: timestamp("lease_until", { withTimezone: true }).notNull(),
    attempts: integer("attempts").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.conversationId, table.seq] }),
    index("turns_lease").on(table.leaseUntil),
    organizationPolicy("turns"),
  ],
);

/** What a member wrote in place of an answer: a verified answer of the knowledge, and what it said then. */
export const messageCorrections = pgTable(
  "message_corrections",
  {
    organization: organizationColumn(),
    conversationId: text("conversation_id").notNull(),
    messageId: text("message_id").notNull(),
    answerId: text("answer_id").notNull(),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    correctedBy: text("corrected_by").notNull(),
    correctedAt: timestamp("corrected_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.conversationId, table.messageId] }),
    foreignKey({
      columns: [table.organization, table.conversationId],
      foreignColumns: [conversations.organization, conversations.id],
    }).onDelete("cascade"),
    organizationPolicy("message_corrections"),
  ],
);

/** Which documents an answer cited, in which version: found by document when that changes. */
export const messageCitations = pgTable(
  "message_citations",
  {
    organization: organizationColumn(),
    documentId: text("document_id").notNull(),
    conversationId: text("conversation_id").notNull(),
    seq: integer("seq").notNull(),
    /** Null for answers given before documents had versions. */
    version: integer("version"),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.documentId, table.conversationId, table.seq] }),
    index("message_citations_message").on(table.organization, table.conversationId, table.seq),
    foreignKey({
      columns: [table.organization, table.conversationId],
      foreignColumns: [conversations.organization, conversations.id],
    }).onDelete("cascade"),
    organizationPolicy("message_citations"),
  ],
);

/** Ordered by bytes, so that all terms with one beginning stand side by side whatever the database's language. */
const term = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** How far a conversation's messages are written into the words and the hours, and with which terms. */
export const conversationDigests = pgTable(
  "conversation_digests",
  {
    organization: organizationColumn(),
    conversationId: text("conversation_id").notNull(),
    seq: integer("seq").notNull(),
    terms: text("terms").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.conversationId] }),
    foreignKey({
      columns: [table.organization, table.conversationId],
      foreignColumns: [conversations.organization, conversations.id],
    }).onDelete("cascade"),
    organizationPolicy("conversation_digests"),
  ],
);

/** In which conversations a term was said. Rows go with the digest, by a trigger: it names their terms. */
export const conversationWords = pgTable(
  "conversation_words",
  {
    organization: organizationColumn(),
    term: term("term").notNull(),
    conversationId: text("conversation_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.term, table.conversationId] }),
    organizationPolicy("conversation_words"),
  ],
);

/** What happened, counted by the hour; conversations that are deleted stay counted. */
export const conversationHours = pgTable(
  "conversation_hours",
  {
    organization: organizationColumn(),
    hour: timestamp("hour", { withTimezone: true }).notNull(),
    agentId: text("agent_id").notNull(),
    conversations: integer("conversations").notNull(),
    answered: integer("answered").notNull(),
    unanswered: integer("unanswered").notNull(),
    personAsked: integer("person_asked").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.hour, table.agentId] }),
    organizationPolicy("conversation_hours"),
  ],
);
