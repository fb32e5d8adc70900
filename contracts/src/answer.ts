/** An answer is a stream of typed parts. Chat, voice, API and tests all read these and nothing else. */
import { z } from "zod";
import { place } from "./place.ts";
import { productsPart } from "./product-card.ts";

/** Where a statement comes from: the passage, and the page that holds it. */
export const citation = z.object({
  /** 1 for the first source of an answer, 2 for the next; the same source keeps its number. */
  number: z.int().positive(),
  documentId: z.string(),
  /** Which version of the document was cited. */
  documentVersion: z.int().optional(),
  /** When the page was last seen to say this, as of the answer. */
  checkedAt: z.iso.datetime().optional(),
  externalId: z.string().nullable(),
  title: z.string(),
  /** The page's own address; null for a document without one. */
  url: z.string().nullable(),
  /** `url` with a text fragment, so that the browser opens the page at the passage. */
  link: z.string().nullable(),
  /** The passage as plain text, at most about 600 characters. */
  text: z.string(),
  /** The organization itself answers for it: a verified answer or a fact that it set. It may have no page. */
  verified: z.boolean().optional(),
  /** Where in its file it stands; only of files. */
  place: place.optional(),
});
export type Citation = z.infer<typeof citation>;

/** Why an answer ended. Only `answered` counts as answered from the knowledge; `unavailable`: the agent is archived. */
export const endReason = z.enum([
  "answered",
  "small-talk",
  "unknown",
  "person-asked",
  "clarify",
  "stopped",
  "failed",
  "unavailable",
]);
export type EndReason = z.infer<typeof endReason>;

export const answerPart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text-start") }),
  z.object({ type: z.literal("text-delta"), text: z.string() }),
  /** Proves the text since the last citation or the beginning. */
  z.object({ type: z.literal("citation"), citation }),
  productsPart,
  z.object({ type: z.literal("text-end") }),
  z.object({
    type: z.literal("usage"),
    model: z.string(),
    inputTokens: z.int().nonnegative(),
    outputTokens: z.int().nonnegative(),
    /** From asking the model to its first words, in milliseconds. */
    firstTokenMs: z.int().nonnegative().optional(),
  }),
  z.object({
    type: z.literal("end"),
    reason: endReason,
    /** What the visitor could ask next, in their language; may be empty. */
    suggestions: z.array(z.string()),
  }),
]);
export type AnswerPart = z.infer<typeof answerPart>;

/** What is stored of an answer, and what a client draws: text with the sources where they belong. */
export const contentPart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("citation"), citation }),
  productsPart,
]);
export type ContentPart = z.infer<typeof contentPart>;
