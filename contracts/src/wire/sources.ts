/** Where an agent's knowledge comes from: what all sources have in common, and what each type adds. */
import { z } from "zod";
import { idSchema } from "../ids.ts";

export const sourceStatus = z.enum(["queued", "running", "paused", "done", "failed", "cancelled"]);
export type SourceStatus = z.infer<typeof sourceStatus>;

/** How often a source is read again by itself. */
export const sourceSchedule = z.enum(["off", "15m", "1h", "6h", "1d", "1w", "1mo"]);
export type SourceSchedule = z.infer<typeof sourceSchedule>;

export const crawlSettings = z.object({
  /** Globs on the path and query, such as `/docs/**`; empty means everything. */
  include: z.array(z.string().min(1).max(300)).max(50).default([]),
  exclude: z.array(z.string().min(1).max(300)).max(50).default([]),
  pageLimit: z.int().min(1).max(50_000).default(2_000),
  /** Links away from the start page; null for no limit. */
  maxDepth: z.int().min(0).max(100).nullable().default(null),
  /** Requests a second to one host; null for what robots.txt says, or two (loopback: no limit). */
  requestsPerSecond: z.number().positive().max(50).nullable().default(null),
});
export type CrawlSettings = z.infer<typeof crawlSettings>;

/** Items are pages, files, articles or products, as the type has them. */
export const crawlProgress = z.object({
  found: z.int(),
  fetched: z.int(),
  indexed: z.int(),
  failed: z.int(),
});
export type CrawlProgress = z.infer<typeof crawlProgress>;

const common = z.object({
  id: idSchema("source"),
  agentId: idSchema("agent"),
  /** As people call it; the address of a website. */
  name: z.string(),
  schedule: sourceSchedule,
  /** When it is read again by itself; null when it is not, or while it is being read. */
  nextRunAt: z.iso.datetime().nullable(),
  /** When it was last compared with where it comes from, whatever came of it. */
  checkedAt: z.iso.datetime().nullable(),
  status: sourceStatus,
  progress: crawlProgress,
  /** Why it failed or what stood in the way, as a sentence; null when all is well. */
  message: z.string().nullable(),
  code: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  revision: z.int(),
});

export const websiteSource = common.extend({
  type: z.literal("website"),
  url: z.string(),
  settings: crawlSettings,
});
export type WebsiteSource = z.infer<typeof websiteSource>;

/** The files that were uploaded; an agent has one such source at most. */
export const filesSource = common.extend({
  type: z.literal("files"),
  url: z.null(),
  settings: z.object({}),
});

export const source = z.discriminatedUnion("type", [websiteSource, filesSource]);
export type Source = z.infer<typeof source>;
export type SourceType = Source["type"];

export const websiteInput = z.object({
  type: z.literal("website"),
  url: z.string().min(1).max(2_048),
  settings: crawlSettings.partial().optional(),
  schedule: sourceSchedule.default("1d"),
});

/** What a member may add by hand. Files come by their upload. */
export const sourceInput = z.discriminatedUnion("type", [websiteInput]);
export type SourceInput = z.infer<typeof sourceInput>;
