/** What an agent does not know: questions without a good answer, by topic, and what may become an answer. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { pageQuery } from "./rest.ts";
import { verifiedAnswer } from "./verified-answers.ts";

/**
 * `unanswered`: the agent found nothing, or failed. `rated-down`, `corrected`: it answered badly. `handed-over`: the
 * visitor asked for a person next. `asked-again`: the visitor asked the same in other words next.
 */
export const gapCause = z.enum(["unanswered", "rated-down", "corrected", "handed-over", "asked-again"]);
export type GapCause = z.infer<typeof gapCause>;
/** An answered one opens again when a visitor asks it and gets no answer. */
export const gapStatus = z.enum(["open", "answered", "ignored"]);

/** Length of the period; the one before it, of the same length, is what it is compared with. */
const days = z.coerce.number().int().min(1).max(365).default(30);

export const gapQuery = pageQuery.extend({
  status: gapStatus.default("open"),
  days,
  /** Words of any of the questions. */
  q: z.string().trim().max(200).optional(),
  cause: gapCause.optional(),
  language: z.string().trim().max(35).optional(),
  order: z.enum(["most", "newest"]).default("most"),
});
export type GapQuery = z.infer<typeof gapQuery>;

export const gapTopic = z.object({
  id: idSchema("gap"),
  agentId: idSchema("agent"),
  status: gapStatus,
  /** The question that stands for all of them, in a visitor's words. */
  label: z.string(),
  /** Of all time. */
  questions: z.int(),
  conversations: z.int(),
  /** Questions of the period, and of the period before. */
  now: z.int(),
  before: z.int(),
  /** Questions of the period in twelve equal parts, oldest first. */
  spark: z.array(z.int()),
  /** Of all time, by cause. */
  causes: z.partialRecord(gapCause, z.int()),
  /** BCP 47 primary tags, the commonest first. */
  languages: z.array(z.string()),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  /** The verified answer that was written to it. */
  answerId: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  revision: z.int(),
});
export type GapTopic = z.infer<typeof gapTopic>;

export const gapDetail = gapTopic.extend({
  /** The different ways in which it was asked, the commonest first; at most 31: a question and its variants. */
  wordings: z.array(z.string()),
});
export type GapDetail = z.infer<typeof gapDetail>;

export const gapQuestion = z.object({
  /** The message in which it was asked. */
  id: idSchema("message"),
  conversationId: idSchema("conversation"),
  text: z.string(),
  language: z.string(),
  cause: gapCause,
  askedAt: z.iso.datetime(),
});
export type GapQuestion = z.infer<typeof gapQuestion>;

export const gapChange = z.object({ status: z.enum(["open", "ignored", "answered"]) });
export const gapBulk = z
  .object({ action: z.enum(["ignore", "open"]), ids: z.array(idSchema("gap")).min(1).max(200) })
  .meta({ examples: [{ action: "ignore", ids: ["gap_01jd3000000000000000000000"] }] });

export const gapAnswered = z.object({ answer: verifiedAnswer, topic: gapTopic });

/** What the agent would do now with the ways in which it was asked, without a language model. */
export const gapTry = z.object({
  data: z.array(z.object({ question: z.string(), answered: z.boolean(), answer: z.string() })),
});
export type GapTry = z.infer<typeof gapTry>;

export const gapSummary = z.object({
  /** Open topics, and their questions in the last seven days. */
  open: z.int(),
  questionsThisWeek: z.int(),
  suggestions: z.int(),
});

/** `rated-up`: an answer of the agent that a visitor liked. `asked-often`: an open topic that many ask. */
export const suggestionReason = z.enum(["rated-up", "asked-often"]);
export const suggestionStatus = z.enum(["suggested", "dismissed"]);

export const suggestionQuery = pageQuery.extend({
  status: suggestionStatus.default("suggested"),
  reason: suggestionReason.optional(),
});
export type SuggestionQuery = z.infer<typeof suggestionQuery>;

export const answerSuggestion = z.object({
  id: idSchema("suggestion"),
  agentId: idSchema("agent"),
  status: suggestionStatus,
  reason: suggestionReason,
  question: z.string(),
  variants: z.array(z.string()),
  /** Markdown; empty where nobody has answered it yet. */
  answer: z.string(),
  language: z.string(),
  /** How many asked it. */
  asked: z.int(),
  topicId: z.string().nullable(),
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  revision: z.int(),
});
export type AnswerSuggestion = z.infer<typeof answerSuggestion>;
export const suggestionChange = z.object({ status: suggestionStatus });
