/** The log of a crawl, documents with their content, and why a search found what it found. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { selection } from "./connected-accounts.ts";
import { nameInput } from "./names.ts";
import { substitution } from "./search.ts";
import { searchFilter } from "./search-filter.ts";
import { crawledPage, pageQuery, searchInput, searchResult } from "./rest.ts";
import { sourceSchedule } from "./sources.ts";
import { crawlAccessInput, crawlSettings } from "./websites.ts";

export const bulkResult = z.object({ changed: z.int() });

export const sourceChange = z.object({
  /** Another address: the source is read anew from there. */
  url: z.string().min(1).max(2_048).optional(),
  /** Of a website only. */
  settings: crawlSettings.partial().optional(),
  access: crawlAccessInput.optional(),
  /** Of a connected source only: another account or other folders, read at once. */
  selection: selection.optional(),
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
  files: z.int(),
  products: z.int(),
  verifiedAnswers: z.int(),
  /** A source is being read. */
  reading: z.boolean(),
});
export type KnowledgeSummary = z.infer<typeof knowledgeSummary>;

export const explainedSearchInput = searchInput.extend({
  /** Tells why: terms with their weights, what added to the score, and whether the agent would answer. */
  explain: z.boolean().default(false),
  filter: searchFilter.optional(),
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
      /** The word of the question that it stands in for; null for one that was asked. */
      insteadOf: z.string().nullable(),
    }),
  ),
  parts: z.object({
    terms: z.number(),
    nearness: z.number(),
    stretch: z.number(),
    headings: z.number(),
    figure: z.number(),
    language: z.number(),
    company: z.number(),
    meaning: z.number(),
  }),
  /** Of its vector to the question's, -1 to 1; null where there is none. */
  nearness: z.number().nullable(),
  /** What a reranker said, 0 to 1; null where none is configured. */
  reranked: z.number().nullable(),
  tags: z.array(z.string()),
  audience: z.string().nullable(),
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
  /** With `explain`: what was looked for in the place of words of the question, or beside them. */
  substitutions: z.array(substitution).optional(),
  /** With `explain`: the question as it was understood; null where nothing was mended. */
  corrected: z.string().nullable().optional(),
});
