import type {
  ContentPart,
  Conversation,
  Correction,
  Corrects,
  EndReason,
  Message,
  ThreadMessage,
} from "@parley/contracts";
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
  /** Of a message that takes an earlier answer back. */
  corrects?: Corrects | null;
  createdAt: Date;
}

/** As visitors see it: field by field, so that nothing that is kept for members ever goes along. */
export function presentMessage(row: MessageRow): Message {
  return {
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    role: row.role,
    text: row.text,
    parts: row.parts,
    clientId: row.clientId,
    replyTo: row.replyTo,
    answered: row.answered,
    suggestions: row.suggestions,
    rating: row.rating,
    ...(row.corrects ? { corrects: row.corrects } : {}),
    createdAt: row.createdAt.toISOString(),
  };
}

export interface ThreadRow extends MessageRow {
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  tookMs: number | null;
  firstMs: number | null;
  answerId: string | null;
  correctedQuestion: string | null;
  correctedAnswer: string | null;
  correctedBy: string | null;
  correctedAt: Date | null;
}

/** As members see it. */
export function presentThreadMessage(row: ThreadRow): ThreadMessage {
  const { reason, model, inputTokens, outputTokens, tookMs, firstMs } = row;
  const making = { reason, model, inputTokens, outputTokens, tookMs, firstMs };
  return { ...presentMessage(row), ...making, correction: presentCorrection(row), changedSince: [] };
}

function presentCorrection(row: ThreadRow): Correction | null {
  if (row.answerId === null || row.correctedAt === null) return null;
  return {
    answerId: row.answerId,
    question: row.correctedQuestion ?? "",
    answer: row.correctedAnswer ?? "",
    by: row.correctedBy ?? "",
    at: row.correctedAt.toISOString(),
  };
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
  title: string;
  language: string | null;
  lastSeq: number;
  answered: number;
  unanswered: number;
  personAsked: boolean;
  corrected: number;
  rating: "up" | "down" | null;
  createdAt: Date;
  updatedAt: Date;
}

export function presentConversation(row: ConversationRow): Conversation {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
