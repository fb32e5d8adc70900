/** The playground: an answer that nobody stores, with everything that led to it. */
import { z } from "zod";
import { MESSAGE_LIMIT } from "../limits.ts";
import { citation } from "../answer.ts";

export const previewInput = z.object({
  question: z.string().trim().min(1).max(MESSAGE_LIMIT),
  /** What was said before, oldest first. */
  history: z
    .array(z.object({ role: z.enum(["visitor", "agent"]), text: z.string().max(MESSAGE_LIMIT * 4) }))
    .max(40)
    .default([]),
  /** True: as the draft is; false: as visitors get it. */
  draft: z.boolean().default(true),
});
export type PreviewInput = z.infer<typeof previewInput>;

export const traceStepName = z.enum(["understand", "verified", "search", "judge", "prompt", "model", "prove", "write"]);
export type TraceStepName = z.infer<typeof traceStepName>;

export const traceStep = z.object({
  name: traceStepName,
  /** Milliseconds since the question came, and how many it took. */
  startMs: z.number(),
  tookMs: z.number(),
  detail: z.string().nullable(),
});

export const traceQuestion = z.object({
  /** As it was asked. */
  text: z.string(),
  /** As it was looked up, with what the conversation adds. */
  query: z.string(),
  /** What it asks for, such as `email` or `time`. */
  kinds: z.array(z.string()),
  /** How likely the knowledge holds the answer, 0 to 1; null where nothing was found or it was not judged. */
  confidence: z.number().nullable(),
  /** From here on an answer is given. */
  line: z.number(),
});

export const tracePassage = z.object({
  /** Which question it was found for, from 0. */
  question: z.int(),
  documentId: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  headings: z.array(z.string()),
  text: z.string(),
  score: z.number(),
  /** Words of the question that it holds, with what each adds to the score. */
  matched: z.array(z.object({ term: z.string(), weight: z.number() })),
  /** The answer stands on it. */
  used: z.boolean(),
});
export type TracePassage = z.infer<typeof tracePassage>;

export const traceModel = z.object({
  /** `vendor/name`. */
  id: z.string(),
  /** The organization's connection; null for a model of the server's own. */
  connectionId: z.string().nullable(),
  outcome: z.enum(["answered", "failed", "resting"]),
  /** Why it failed or was left out, as a sentence. */
  message: z.string().nullable(),
  firstTokenMs: z.number().nullable(),
  tookMs: z.number(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
});
export type TraceModel = z.infer<typeof traceModel>;

export const tracePrompt = z.object({
  system: z.string(),
  messages: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })),
  maxOutputTokens: z.int(),
  temperature: z.number(),
});

export const answerTrace = z.object({
  language: z.string(),
  understood: z.enum(["question", "small-talk", "person", "unclear", "unavailable"]),
  questions: z.array(traceQuestion),
  passages: z.array(tracePassage),
  /** The verified answer that was given as it stands. */
  verified: z.object({ id: z.string(), question: z.string(), score: z.number() }).nullable(),
  /** Null when no model was asked. */
  prompt: tracePrompt.nullable(),
  models: z.array(traceModel),
  /** Sentences of a model that were not sent, because no passage proves them. */
  cut: z.array(z.string()),
  citations: z.array(citation),
  steps: z.array(traceStep),
  totalMs: z.number(),
});
export type AnswerTrace = z.infer<typeof answerTrace>;
