/** Conversations as members and programs see them. What visitors see is `message` in rest.ts, which says less. */
import { z } from "zod";
import { endReason } from "../answer.ts";
import { idSchema } from "../ids.ts";
import { message, pageQuery } from "./rest.ts";

export const conversation = z.object({
  id: idSchema("conversation"),
  agentId: idSchema("agent"),
  channel: z.enum(["web", "api"]),
  visitorId: z.string().nullable(),
  /** The first thing that was said, on one line and shortened. */
  title: z.string(),
  /** Of what the visitor wrote, as a BCP 47 primary tag; null until it is known, a moment after the first answer. */
  language: z.string().nullable(),
  lastSeq: z.int(),
  /** Answers out of the knowledge, and questions that it held no answer to. Small talk counts as neither. */
  answered: z.int(),
  unanswered: z.int(),
  /** The visitor asked for a person at least once. */
  personAsked: z.boolean(),
  /** Answers that a member has corrected. */
  corrected: z.int(),
  /** The visitor's last rating of an answer. */
  rating: z.enum(["up", "down"]).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Conversation = z.infer<typeof conversation>;

/** `answered`: everything that was asked was answered. `unanswered`: at least one question was not. */
export const conversationOutcome = z.enum(["answered", "unanswered", "person-asked"]);

export const conversationQuery = pageQuery.extend({
  agentId: idSchema("agent").optional(),
  channel: z.enum(["web", "api"]).optional(),
  outcome: conversationOutcome.optional(),
  rating: z.enum(["up", "down"]).optional(),
  /** Begun at or after. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Begun before. */
  to: z.iso.datetime({ offset: true }).optional(),
  corrected: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
  language: z.string().trim().min(2).max(35).optional(),
  visitorId: idSchema("visitor").optional(),
  /** Words that all stand in what was said; the last may be the beginning of a word. */
  q: z.string().trim().min(1).max(300).optional(),
});
export type ConversationQuery = z.infer<typeof conversationQuery>;

/** What a member wrote in place of an answer: a verified answer of the agent's knowledge. */
export const correction = z.object({
  /** The verified answer. It may have been changed or removed since. */
  answerId: z.string(),
  question: z.string(),
  answer: z.string(),
  /** The member or key that wrote it. */
  by: z.string(),
  at: z.iso.datetime(),
});
export type Correction = z.infer<typeof correction>;

export const correctionInput = z.object({
  answer: z.string().trim().min(1).max(8_000),
  /** What the answer is for; left out, the visitor's own words. */
  question: z.string().trim().min(1).max(500).optional(),
});
export type CorrectionInput = z.infer<typeof correctionInput>;

/** Beside what visitors see: how an answer came to be. Null on visitors' messages and where it is not known. */
export const threadMessage = message.extend({
  /** Why the answer ended. */
  reason: endReason.nullable(),
  /** `vendor/model`; null for an answer made of the passages' own sentences. */
  model: z.string().nullable(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  /** Milliseconds from the question to its stored answer, and to the answer's first words. */
  tookMs: z.int().nullable(),
  firstMs: z.int().nullable(),
  correction: correction.nullable(),
  /** Cited documents that say something else now: the version that was cited, and the present one; null when it is gone. */
  changedSince: z.array(z.object({ documentId: z.string(), title: z.string(), from: z.int(), to: z.int().nullable() })),
});
export type ThreadMessage = z.infer<typeof threadMessage>;

export const threadQuery = pageQuery.extend({
  /** `asc`: oldest first; `desc`: newest first. */
  order: z.enum(["asc", "desc"]).default("asc"),
});

/** One conversation with what the head of its thread shows. */
export const conversationDetail = conversation.extend({
  agentName: z.string(),
  /** An answer is being made just now. */
  answering: z.boolean(),
  /** How many conversations the same visitor has had with this agent, this one included; null over the API. */
  visits: z.int().nullable(),
  inputTokens: z.int(),
  outputTokens: z.int(),
});

export const ratingInput = z.object({ rating: z.enum(["up", "down"]).nullable() });

export const deletionInput = z.object({ ids: z.array(idSchema("conversation")).min(1).max(200) });
export const deletionResult = z.object({ deleted: z.int() });

export const exportQuery = z.object({ format: z.enum(["json", "text"]).default("json") });
