/** What documents said before, what changed between two versions, and putting an older one back. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { textSegment } from "./agents.ts";
import { pageQuery } from "./rest.ts";

/**
 * How a text became the document's. `first`: it was there before versions were kept; `read`: its source was read;
 * `given`: by hand or over the API; `restored`: an older version was put back; `imported`: with an agent's archive.
 */
export const versionWhy = z.enum(["first", "read", "given", "restored", "imported"]);
export type VersionWhy = z.infer<typeof versionWhy>;

export const documentVersion = z.object({
  documentId: idSchema("document"),
  /** 1 for the first; numbers of versions that are no longer kept are not given again. */
  number: z.int().positive(),
  title: z.string(),
  url: z.string().nullable(),
  language: z.string(),
  words: z.int(),
  why: versionWhy,
  /** Who put it back; null where it came by itself. */
  by: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  /** What answers are made of now. */
  isPresent: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type DocumentVersion = z.infer<typeof documentVersion>;

export const documentVersionContent = documentVersion.extend({
  /** The main content as Markdown. */
  content: z.string(),
});
export type DocumentVersionContent = z.infer<typeof documentVersionContent>;

export const documentVersionQuery = pageQuery;

export const differenceQuery = z.object({
  /** Left out: the version before `to`. */
  from: z.coerce.number().int().positive().optional(),
  /** Left out: the present version. */
  to: z.coerce.number().int().positive().optional(),
});

/**
 * Blocks of Markdown (a paragraph, a heading, a list item, a row of a table) in order. `before` and `after` of all of
 * them joined are the two texts. `words`: a block that was changed, word by word.
 */
export const differenceHunk = z.discriminatedUnion("type", [
  z.object({ type: z.literal("same"), text: z.string() }),
  z.object({ type: z.literal("added"), text: z.string() }),
  z.object({ type: z.literal("removed"), text: z.string() }),
  z.object({ type: z.literal("changed"), before: z.string(), after: z.string(), words: z.array(textSegment) }),
]);
export type DifferenceHunk = z.infer<typeof differenceHunk>;

export const documentDifference = z.object({
  from: documentVersion,
  to: documentVersion,
  /** Of the texts only; whether the title or the address changed is seen by comparing `from` and `to`. */
  hunks: z.array(differenceHunk),
  /** Words that came and went. */
  added: z.int(),
  removed: z.int(),
});
export type DocumentDifference = z.infer<typeof documentDifference>;

export const documentRestoreInput = z.object({
  number: z.int().positive(),
});
