import type { ContentPart, Conversation, EndReason, Message } from "@parley/contracts";
import type { HistoryMessage } from "../agents/index.ts";

export interface MessageRow {
  id: string;
  conversationId: string;
  seq: number;
  role: "visitor" | "agent";
  text: string;
  parts: ContentPart[];
  clientId: string | null;
  replyTo: string | null;
  reason: EndReason | null;
  answered: boolean | null;
  suggestions: string[];
  rating: "up" | "down" | null;
  createdAt: Date;
}

export function presentMessage(row: MessageRow): Message {
  const { reason: _, createdAt, ...rest } = row;
  return { ...rest, createdAt: createdAt.toISOString() };
}

/** As the answering wants it: who said what, and which pages stood behind it. */
export function historyMessage(row: Pick<MessageRow, "role" | "text" | "parts" | "reason">): HistoryMessage {
  const citedTitles = row.parts.flatMap((part) => (part.type === "citation" ? [part.citation.title] : []));
  return { role: row.role, text: row.text, reason: row.reason, citedTitles: [...new Set(citedTitles)] };
}

export interface ConversationRow {
  id: string;
  agentId: string;
  channel: "web" | "api";
  visitorId: string | null;
  lastSeq: number;
  createdAt: Date;
  updatedAt: Date;
}

export function presentConversation(row: ConversationRow): Conversation {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
