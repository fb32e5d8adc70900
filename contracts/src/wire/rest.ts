/** What crosses the network under /v1. Times are ISO 8601 in UTC. */
import { z } from "zod";
import { citation, contentPart } from "../answer.ts";
import { idSchema } from "../ids.ts";
import { MESSAGE_LIMIT } from "../limits.ts";
import { look } from "./look.ts";
import { searchFilter } from "./search-filter.ts";

export const listOf = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), next: z.string().nullable() });

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** problem+json (RFC 9457). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problem>;

/** How the agent looks, taken from the site and mended for contrast. Colours are `#rrggbb`. */
export const brand = z.object({
  color: z.string().nullable(),
  /** A path on this server, never an address elsewhere. */
  logoUrl: z.string().nullable(),
});

export const agent = z.object({
  id: idSchema("agent"),
  name: z.string(),
  siteUrl: z.string().nullable(),
  language: z.string(),
  greeting: z.string(),
  suggestions: z.array(z.string()),
  brand,
  /** How its widget looks. */
  look,
  /** Still reading its first pages, or ready to talk, or without anything to answer from. */
  state: z.enum(["reading", "ready", "empty"]),
  createdAt: z.iso.datetime(),
});
export type Agent = z.infer<typeof agent>;

/** One line of a crawl's log. */
export const crawledPage = z.object({
  url: z.string(),
  /** What it is called, where its address does not say; null for pages. */
  title: z.string().nullable(),
  status: z.enum(["queued", "indexed", "unchanged", "duplicate", "skipped", "failed", "removed"]),
  httpStatus: z.int().nullable(),
  reason: z.string().nullable(),
  words: z.int().nullable(),
  documentId: z.string().nullable(),
  fetchedAt: z.iso.datetime().nullable(),
  /** It was run in a browser, since it needs JavaScript. */
  rendered: z.boolean(),
});
export type CrawledPage = z.infer<typeof crawledPage>;

export const documentInput = z.object({
  externalId: z.string().trim().min(1).max(500),
  title: z.string().trim().max(1_000).default(""),
  /** Plain text or Markdown. */
  text: z.string().max(2_000_000),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_048)
    .optional(),
  language: z.string().min(2).max(35).optional(),
  /** By these a search may be narrowed. */
  tags: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
  /** For whom it is; left out: for everybody. */
  audience: z.string().trim().min(1).max(60).nullable().optional(),
});
export type DocumentInput = z.infer<typeof documentInput>;

export const document = z.object({
  id: idSchema("document"),
  agentId: idSchema("agent"),
  sourceId: z.string().nullable(),
  externalId: z.string().nullable(),
  title: z.string(),
  url: z.string().nullable(),
  language: z.string(),
  passages: z.int(),
  words: z.int(),
  tags: z.array(z.string()),
  audience: z.string().nullable(),
  updatedAt: z.iso.datetime(),
  /** The number of its present text. */
  version: z.int(),
  /** An older version was put back; it stays until its source says something else. */
  pinned: z.boolean(),
  /** When its source was last seen to say this; null where nobody looks. */
  checkedAt: z.iso.datetime().nullable(),
});
export type Document = z.infer<typeof document>;

export const searchInput = z.object({
  query: z.string().trim().min(1).max(4_000),
  limit: z.int().min(1).max(50).default(5),
});

export const searchResult = z.object({
  text: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  score: z.number(),
  documentId: z.string(),
  externalId: z.string().nullable(),
});

export const askInput = z
  .object({
    question: z.string().trim().min(1).max(MESSAGE_LIMIT),
    conversationId: idSchema("conversation").optional(),
    /** Which documents this question is answered from, as in a search; what the organization says itself always counts. */
    filter: searchFilter.optional(),
  })
  .meta({ examples: [{ question: "Can I return everything?", filter: { languages: ["en"], tags: ["returns"] } }] });

export const askResult = z.object({
  answer: z.string(),
  answered: z.boolean(),
  citations: z.array(citation),
  conversationId: idSchema("conversation"),
  messageId: idSchema("message"),
});
export type AskResult = z.infer<typeof askResult>;

export const messageRole = z.enum(["visitor", "agent"]);

/** Which earlier answer a message takes back: what it relied on has changed. */
export const corrects = z.object({
  messageId: z.string(),
  /** What was said then, shortened. */
  said: z.string(),
});
export type Corrects = z.infer<typeof corrects>;

export const message = z.object({
  id: idSchema("message"),
  conversationId: idSchema("conversation"),
  /** 1, 2, 3 ... within its conversation, without gaps. */
  seq: z.int().positive(),
  role: messageRole,
  /** Plain text, without citation marks. */
  text: z.string(),
  /** Text and sources in order. */
  parts: z.array(contentPart),
  /** The sender's own id of it: a message sent twice is stored once. Null on the agent's messages. */
  clientId: z.string().nullable(),
  /** For the agent's messages: which message this answers, and whether the knowledge held it. */
  replyTo: z.string().nullable(),
  answered: z.boolean().nullable(),
  suggestions: z.array(z.string()),
  rating: z.enum(["up", "down"]).nullable(),
  /** Only where the message is a correction. */
  corrects: corrects.optional(),
  createdAt: z.iso.datetime(),
});
export type Message = z.infer<typeof message>;
