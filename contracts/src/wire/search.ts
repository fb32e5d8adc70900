/** Labels of documents, the owner's synonyms, and how far the vectors are. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { pageQuery } from "./rest.ts";
import { documentAudience, documentTags, searchFilter } from "./search-filter.ts";

/** What is left out stays as it is. */
export const documentLabels = z
  .object({ tags: documentTags, audience: documentAudience.nullable() })
  .partial()
  .meta({ examples: [{ tags: ["pricing"], audience: "customers" }] });
export type DocumentLabels = z.infer<typeof documentLabels>;

export const sourceLabels = z.object({ tags: z.array(z.string()), audience: z.string().nullable() });

const phrase = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => text.split(/\s+/u).length <= 6, "must have six words at most");
const language = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/, "must be a language such as en or pt-BR");

export const synonym = z.object({
  id: idSchema("synonym"),
  agentId: idSchema("agent"),
  /** What visitors say. */
  words: z.array(z.string()),
  /** What the pages say. */
  meanings: z.array(z.string()),
  /** `one-way`: a question with one of the words also finds the meanings. `both`: and the other way round. */
  direction: z.enum(["both", "one-way"]),
  /** Null for questions in every language. */
  language: z.string().nullable(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  revision: z.int(),
});
export type Synonym = z.infer<typeof synonym>;

export const synonymInput = z
  .object({
    words: z.array(phrase).min(1).max(12),
    meanings: z.array(phrase).min(1).max(12),
    direction: z.enum(["both", "one-way"]).default("both"),
    language: language.nullable().default(null),
  })
  .meta({
    examples: [{ words: ["sofa"], meanings: ["couch", "settee"], direction: "both", language: "en" }],
  });
export type SynonymInput = z.infer<typeof synonymInput>;

export const synonymChange = z
  .object({
    words: z.array(phrase).min(1).max(12),
    meanings: z.array(phrase).min(1).max(12),
    direction: z.enum(["both", "one-way"]),
    language: language.nullable(),
  })
  .partial();
export type SynonymChange = z.infer<typeof synonymChange>;

export const synonymQuery = pageQuery.extend({ q: z.string().trim().max(80).optional() });
export type SynonymQuery = z.infer<typeof synonymQuery>;

/** What stands in for a word of the question. */
export const substitution = z.object({
  /** As it was asked. */
  word: z.string(),
  /** What was looked for in its place or beside it. */
  instead: z.string(),
  /** A word that no passage holds and that is close to one that some do; a synonym; words written together or apart. */
  by: z.enum(["typo", "synonym", "joined", "split"]),
});
export type Substitution = z.infer<typeof substitution>;

/** How far the vectors of an agent's passages are. */
export const embeddingState = z.object({
  /** What the server is configured with; null: it searches by words alone. */
  model: z.string().nullable(),
  /** Whose vectors searches use now. */
  serving: z.string().nullable(),
  passages: z.int(),
  embedded: z.int(),
  /** What stands in the way, in words. */
  problem: z.string().nullable(),
});
export type EmbeddingState = z.infer<typeof embeddingState>;

/** Why a document is not among the results. */
export const missedInput = z.object({
  query: z.string().trim().min(1).max(4_000),
  documentId: idSchema("document"),
  filter: searchFilter.optional(),
});

export const missedDocument = z.object({
  documentId: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  /** `found`: it is among the first eight. `hidden`: a filter leaves it out. `below`: others fit better. `none`: no word met. */
  state: z.enum(["found", "hidden", "below", "none"]),
  /** Of its best passage among all that were found; null beyond the first 200. */
  place: z.int().nullable(),
  /** Its best passage. */
  text: z.string().nullable(),
  score: z.number().nullable(),
  /** Of the last that is shown. */
  lastShown: z.number().nullable(),
  /** Words of the question that its best passage holds, and that it does not. */
  held: z.array(z.string()),
  lacking: z.array(z.string()),
});
export type MissedDocument = z.infer<typeof missedDocument>;
