/** Verified answers: what people wrote to questions, said as written. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { changedBy } from "./changed-by.ts";
import { pageQuery } from "./rest.ts";

const languageTag = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/, "must be a language such as en or pt-BR");

const question = z.string().trim().min(1).max(500);
const variants = z.array(question).max(30);
const answerText = z.string().trim().min(1).max(8_000);
const tag = z.string().trim().min(1).max(60);
const tags = z.array(tag).max(20);
/** A moment, as ISO 8601 with its offset; kept in UTC. */
const moment = z.iso.datetime({ offset: true, error: "must be a moment such as 2026-05-01T09:00:00Z" }).nullable();
const spoken = z.string().trim().max(2_000).nullable();

/** `scheduled`: its time has not come; `expired`: its time is over; `off`: switched off. Only an active one is said. */
export const verifiedState = z.enum(["active", "scheduled", "expired", "off"]);
export type VerifiedState = z.infer<typeof verifiedState>;

export const verifiedAnswer = z.object({
  id: idSchema("answer"),
  agentId: idSchema("agent"),
  question: z.string(),
  /** Other ways to ask the same. */
  variants: z.array(z.string()),
  /** Markdown, said as written. */
  answer: z.string(),
  /** In place of `answer` where it is heard instead of read; null: the answer itself. */
  spoken: z.string().nullable(),
  language: z.string(),
  tags: z.array(z.string()),
  enabled: z.boolean(),
  /** Said from this moment on; null: at once. */
  validFrom: z.iso.datetime().nullable(),
  /** Said no more from this moment on; null: for good. */
  validTo: z.iso.datetime().nullable(),
  /** What follows of these at the time of asking. */
  state: verifiedState,
  /** The conversation in which somebody wrote it. */
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: changedBy,
  updatedAt: z.iso.datetime(),
  updatedBy: changedBy,
  revision: z.int(),
});
export type VerifiedAnswer = z.infer<typeof verifiedAnswer>;

export const verifiedAnswerInput = z
  .object({
    question,
    variants: variants.default([]),
    answer: answerText,
    spoken: spoken.default(null),
    /** Left out: the language of the question, as far as it can be told. */
    language: languageTag.optional(),
    tags: tags.default([]),
    enabled: z.boolean().default(true),
    validFrom: moment.default(null),
    validTo: moment.default(null),
    conversationId: idSchema("conversation").nullable().default(null),
    messageId: idSchema("message").nullable().default(null),
    /** Puts this in the place of the answer that the same question has already; otherwise that is a fault. */
    replace: z.boolean().default(false),
  })
  .meta({
    examples: [
      {
        question: "Can I bring my dog?",
        variants: ["Are dogs allowed?"],
        answer: "Dogs are welcome on the terrace.",
        tags: ["house rules"],
        validFrom: "2026-05-01T00:00:00Z",
      },
    ],
  });
export type VerifiedAnswerInput = z.infer<typeof verifiedAnswerInput>;

export const verifiedAnswerChange = z
  .object({
    question,
    variants,
    answer: answerText,
    spoken,
    language: languageTag,
    tags,
    enabled: z.boolean(),
    validFrom: moment,
    validTo: moment,
  })
  .partial();
export type VerifiedAnswerChange = z.infer<typeof verifiedAnswerChange>;

/** Which of them: the list, and what is exported. */
export const verifiedAnswerFilter = z.object({
  /** Words of the question, a variant or the answer. */
  q: z.string().trim().max(200).optional(),
  enabled: z.enum(["true", "false"]).optional(),
  state: verifiedState.optional(),
  tag: tag.optional(),
  language: z.string().trim().max(35).optional(),
});
export type VerifiedAnswerFilter = z.infer<typeof verifiedAnswerFilter>;

export const verifiedAnswerQuery = pageQuery.extend(verifiedAnswerFilter.shape);
export type VerifiedAnswerQuery = z.infer<typeof verifiedAnswerQuery>;

export const verifiedAnswerBulk = z
  .object({
    action: z.enum(["enable", "disable", "delete", "tag", "untag"]),
    ids: z.array(idSchema("answer")).min(1).max(200),
    /** To give or take away; for these two actions alone. */
    tag: tag.optional(),
  })
  .meta({ examples: [{ action: "tag", ids: ["ans_01jd3000000000000000000000"], tag: "summer" }] });
export type VerifiedAnswerBulk = z.infer<typeof verifiedAnswerBulk>;

/** The tags in use, the commonest first. */
export const verifiedAnswerTags = z.object({ data: z.array(z.object({ tag: z.string(), answers: z.int() })) });

export const similarAnswersInput = z
  .object({
    question,
    variants: variants.default([]),
    language: languageTag.optional(),
    /** The answer that is being written is no twin of itself. */
    exceptId: idSchema("answer").optional(),
  })
  .meta({ examples: [{ question: "Are dogs allowed?" }] });
export type SimilarAnswersInput = z.infer<typeof similarAnswersInput>;

export const similarAnswers = z.object({
  /** The most alike first, at most five. */
  data: z.array(
    z.object({
      answerId: idSchema("answer"),
      question: z.string(),
      answer: z.string(),
      /** Which of its wordings is so much like which of the given ones. */
      wording: z.string(),
      given: z.string(),
      /** `same`: the visitor who asks the one gets the answer of the other. */
      match: z.enum(["same", "near"]),
    }),
  ),
});
export type SimilarAnswers = z.infer<typeof similarAnswers>;

export const answerFileFormat = z.enum(["csv", "json"]);

export const answerImportQuery = z.object({
  /** Reads and checks everything, and writes nothing. */
  dryRun: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
  /** What happens when a row has a fault: `refuse`, nothing is written; `skip`, the others are. */
  faulty: z.enum(["refuse", "skip"]).default("refuse"),
});

export const answerImportResult = z.object({
  /** Rows with anything in them, the header not counted. */
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** How many rows have a fault; the first hundred of them. */
  faulty: z.int(),
  faults: z.array(
    z.object({
      /** 1 for the first row after the header. */
      row: z.int(),
      field: z.string(),
      message: z.string(),
    }),
  ),
  /** The first rows as they were read. */
  sample: z.array(
    z.object({
      row: z.int(),
      question: z.string(),
      answer: z.string(),
      language: z.string().nullable(),
      does: z.enum(["create", "update", "keep"]),
    }),
  ),
  /** Columns of the file that nothing is read from. */
  ignored: z.array(z.string()),
  written: z.boolean(),
});
export type AnswerImportResult = z.infer<typeof answerImportResult>;

export const answerExportQuery = verifiedAnswerFilter.extend({ format: answerFileFormat.default("csv") });
