/** Passages that say the same, and passages of which one says another figure than the other. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { pageQuery } from "./rest.ts";

export const overlapKind = z.enum(["duplicate", "contradiction"]);
export const overlapStatus = z.enum(["open", "ignored"]);

export const overlapQuery = pageQuery.extend({
  kind: overlapKind,
  status: overlapStatus.default("open"),
});
export type OverlapQuery = z.infer<typeof overlapQuery>;

export const overlapPassage = z.object({
  documentId: idSchema("document"),
  title: z.string(),
  url: z.string().nullable(),
  /** 0 for the first of its document. */
  position: z.int(),
  headings: z.array(z.string()),
  /** Markdown. */
  text: z.string(),
  /** What differs from the first: beginnings and ends in `text`, in UTF-16 units. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  /** How much of its words it shares with the others, from 0 to 1. */
  likeness: z.number(),
});

export const overlap = z.object({
  id: idSchema("overlap"),
  agentId: idSchema("agent"),
  kind: overlapKind,
  status: overlapStatus,
  /** How many passages; the first six of them. */
  count: z.int(),
  passages: z.array(overlapPassage),
  createdAt: z.iso.datetime(),
  revision: z.int(),
});
export type Overlap = z.infer<typeof overlap>;

export const overlapChange = z.object({ status: overlapStatus });

export const overlapSummary = z.object({
  duplicates: z.int(),
  contradictions: z.int(),
  /** Passages that are not compared yet. */
  waiting: z.int(),
});
