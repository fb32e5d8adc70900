/** Verified answers, the log of a crawl, documents with their content, and why a search found what it found. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { nameInput } from "./names.ts";
import { crawledPage, pageQuery, searchInput, searchResult } from "./rest.ts";
import { crawlSettings, sourceSchedule } from "./sources.ts";

const languageTag = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/, "must be a language such as en or pt-BR");

const question = z.string().trim().min(1).max(500);

/** Who made or changed something; `name` as it was then. */
export const changedBy = z.object({ type: z.string(), id: z.string(), name: z.string().nullable() });

export const verifiedAnswer = z.object({
  id: idSchema("answer"),
  agentId: idSchema("agent"),
  question: z.string(),
  /** Other ways to ask the same. */
  variants: z.array(z.string()),
  /** Markdown, said as written. */
  answer: z.string(),
  language: z.string(),
  enabled: z.boolean(),
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

const variants = z.array(question).max(30);
const answerText = z.string().trim().min(1).max(8_000);

export const verifiedAnswerInput = z.object({
  question,
  variants: variants.default([]),
  answer: answerText,
  /** Left out: the language of the question, as far as it can be told. */
  language: languageTag.optional(),
  enabled: z.boolean().default(true),
  conversationId: idSchema("conversation").nullable().default(null),
  messageId: idSchema("message").nullable().default(null),
  /** Puts this in the place of the answer that the same question has already; otherwise that is a fault. */
  replace: z.boolean().default(false),
});
export type VerifiedAnswerInput = z.infer<typeof verifiedAnswerInput>;

export const verifiedAnswerChange = z
  .object({ question, variants, answer: answerText, language: languageTag, enabled: z.boolean() })
  .partial();
export type VerifiedAnswerChange = z.infer<typeof verifiedAnswerChange>;

export const verifiedAnswerQuery = pageQuery.extend({
  /** Words of the question, a variant or the answer. */
  q: z.string().trim().max(200).optional(),
  enabled: z.enum(["true", "false"]).optional(),
});

export type VerifiedAnswerQuery = z.infer<typeof verifiedAnswerQuery>;

export const verifiedAnswerBulk = z.object({
  action: z.enum(["enable", "disable", "delete"]),
  ids: z.array(idSchema("answer")).min(1).max(200),
});
export type VerifiedAnswerBulk = z.infer<typeof verifiedAnswerBulk>;
export const bulkResult = z.object({ changed: z.int() });

export const sourceChange = z.object({
  /** Another address: the source is read anew from there. */
  url: z.string().min(1).max(2_048).optional(),
  /** Of a website only. */
  settings: crawlSettings.partial().optional(),
  name: nameInput.optional(),
  schedule: sourceSchedule.optional(),
});
export type SourceChange = z.infer<typeof sourceChange>;

export const sourcePagesQuery = pageQuery.extend({
  status: crawledPage.shape.status.optional(),
  /** `met`: in the order in which addresses were met. `newest`: what happened last comes first. */
  order: z.enum(["met", "newest"]).default("met"),
  /** Part of the address. */
  q: z.string().trim().max(200).optional(),
});
export const sourcePageCounts = z.record(crawledPage.shape.status, z.int());
export type SourcePageCounts = z.infer<typeof sourcePageCounts>;

export const documentSort = z.enum(["oldest", "newest", "title", "words"]);
export const documentQuery = pageQuery.extend({
  /** Part of the title or the address. */
  q: z.string().trim().max(200).optional(),
  sourceId: idSchema("source").optional(),
  language: z.string().trim().max(35).optional(),
  sort: documentSort.default("oldest"),
});
export type DocumentQuery = z.infer<typeof documentQuery>;

export const documentContent = z.object({
  documentId: idSchema("document"),
  /** The main content as Markdown. */
  content: z.string(),
  passages: z.array(
    z.object({ position: z.int(), headings: z.array(z.string()), text: z.string(), language: z.string() }),
  ),
});
export type DocumentContent = z.infer<typeof documentContent>;

export const knowledgeSummary = z.object({
  documents: z.int(),
  passages: z.int(),
  /** The commonest first. */
  languages: z.array(z.string()),
  sources: z.int(),
  verifiedAnswers: z.int(),
  /** A source is being read. */
  reading: z.boolean(),
});
export type KnowledgeSummary = z.infer<typeof knowledgeSummary>;

export const explainedSearchInput = searchInput.extend({
  /** Tells why: terms with their weights, what added to the score, and whether the agent would answer. */
  explain: z.boolean().default(false),
});

/** Why a passage stands where it stands. The parts of the score add up to it. */
export const passageExplanation = z.object({
  headings: z.array(z.string()),
  language: z.string(),
  terms: z.array(
    z.object({
      term: z.string(),
      /** How much it tells: its rarity in the index. */
      weight: z.number(),
      /** In this passage; words of title and headings count three times. */
      frequency: z.int(),
      /** Passages of the index that hold it. */
      passages: z.int(),
      /** What it adds to the score. */
      score: z.number(),
    }),
  ),
  parts: z.object({
    terms: z.number(),
    nearness: z.number(),
    stretch: z.number(),
    language: z.number(),
  }),
  /** Where matched words stand in `text`: beginnings and ends, in UTF-16 units. */
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type PassageExplanation = z.infer<typeof passageExplanation>;

/** What the agent would do with the question. */
export const searchVerdict = z.object({
  answered: z.boolean(),
  by: z.enum(["verified-answer", "fact", "pages", "nothing"]),
  /** Log odds against the line: from 0 on it is answered. Null when nothing was found. */
  confidence: z.number().nullable(),
  /** What would be said, without a language model. */
  answer: z.string(),
  verifiedAnswerId: z.string().nullable(),
});
export type SearchVerdict = z.infer<typeof searchVerdict>;

export const searchResults = z.object({
  results: z.array(searchResult.extend({ explain: passageExplanation.optional() })),
  verdict: searchVerdict.optional(),
  /** Terms of the question that no passage holds. */
  missing: z.array(z.string()).optional(),
});
