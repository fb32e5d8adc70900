/** Answers that relied on a page which says something else now: what would be said today, and who should be told. */
import { z } from "zod";
import { contentPart, endReason } from "../answer.ts";
import { idSchema } from "../ids.ts";
import { textSegment } from "./agents.ts";
import { pageQuery } from "./rest.ts";

/** `checking` comes before `open`. `same`: the new answer means the same, so that nobody had to look. */
export const recallState = z.enum(["checking", "open", "same", "dismissed", "sent", "verified"]);

/** Why the two answers do not mean the same. */
export const recallDifference = z.enum(["unanswered", "figures", "negation", "words"]);
export type RecallDifference = z.infer<typeof recallDifference>;

export const recall = z.object({
  id: idSchema("recall"),
  agentId: idSchema("agent"),
  state: recallState,
  question: z.string(),
  oldAnswer: z.string(),
  /** What would be said today; null until it is known. */
  newAnswer: z.string().nullable(),
  /** Text and sources of the new answer, in order. */
  newParts: z.array(contentPart),
  newReason: endReason.nullable(),
  differs: z.array(recallDifference),
  /** From the old answer to the new one, word by word. */
  difference: z.array(textSegment),
  cause: z.object({
    documentId: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    /** The version that was cited and the one that came after; null where it is not known. */
    from: z.int().nullable(),
    to: z.int().nullable(),
    /** The page is gone. */
    removed: z.boolean(),
    /** What was cited. */
    text: z.string(),
  }),
  /** How many people got the old answer, how many of them can still be told, and how many were. */
  people: z.int(),
  reachable: z.int(),
  told: z.int(),
  /** What was sent to them. */
  sentText: z.string().nullable(),
  verifiedAnswerId: z.string().nullable(),
  closedBy: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  closedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  revision: z.int(),
});
export type Recall = z.infer<typeof recall>;

export const recallQuery = pageQuery.extend({
  /** `open`: to be looked at. `closed`: dismissed, sent or answered. `same`: closed by themselves. */
  state: z.enum(["open", "closed", "same"]).default("open"),
  /** Words of the question. */
  q: z.string().trim().max(200).optional(),
});
export type RecallQuery = z.infer<typeof recallQuery>;

export const recallCounts = z.object({ checking: z.int(), open: z.int(), closed: z.int(), same: z.int() });
export type RecallCounts = z.infer<typeof recallCounts>;

/** One time that the old answer was given. */
export const recallAnswer = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  answeredAt: z.iso.datetime(),
  /** Its visitor can be told: they came by a channel that shows what is written later. */
  reachable: z.boolean(),
  toldAt: z.iso.datetime().nullable(),
});
export type RecallAnswer = z.infer<typeof recallAnswer>;

export const recallCorrectionInput = z.object({
  /** What they are told, after the words that take the old answer back. Left out: the new answer. */
  text: z.string().trim().min(1).max(8_000).optional(),
});

export const recallVerifiedInput = z.object({
  question: z.string().trim().min(1).max(500).optional(),
  /** Left out: the new answer. */
  answer: z.string().trim().min(1).max(8_000).optional(),
});
