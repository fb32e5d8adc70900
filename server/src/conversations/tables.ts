import type { ContentPart, EndReason } from "@parley/contracts";
import {
  boolean,
  createdAt,
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
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("conversations_begun").on(table.organization, table.visitorId, table.firstClientId),
    index("conversations_visitor").on(table.organization, table.agentId, table.visitorId, table.id),
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
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.conversationId, table.seq] }),
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
