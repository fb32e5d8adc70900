/** Where an agent's knowledge comes from: what all sources have in common, and what each type adds. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { driveSelection, selection } from "./connected-accounts.ts";
import { shortNameInput } from "./names.ts";
import { crawlAccess, crawlAccessInput, crawlSettings } from "./websites.ts";

export const sourceStatus = z.enum(["queued", "running", "paused", "done", "failed", "cancelled"]);
export type SourceStatus = z.infer<typeof sourceStatus>;

/** How often a source is read again by itself. */
export const sourceSchedule = z.enum(["off", "15m", "1h", "6h", "1d", "1w", "1mo"]);
export type SourceSchedule = z.infer<typeof sourceSchedule>;

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
  /** Where it is; null where it has no address, as uploaded files. */
  url: z.string().nullable(),
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
  access: crawlAccess,
});
export type WebsiteSource = z.infer<typeof websiteSource>;

/** The files that were uploaded; an agent has one such source at most. */
export const filesSource = common.extend({
  type: z.literal("files"),
  settings: z.object({}),
});

/** Folders of a Google Drive, followed as they change. */
export const driveSource = common.extend({ type: z.literal("google-drive"), settings: selection });

/** The published articles of an Intercom help centre. */
export const intercomSource = common.extend({ type: z.literal("intercom"), settings: selection });

/** A feed of products, read into the catalogue. */
export const catalogueSource = common.extend({
  type: z.literal("catalogue"),
  url: z.string(),
  settings: z.object({
    /** Of prices that name none. */
    currency: z.string().nullable().default(null),
  }),
});

export const source = z.discriminatedUnion("type", [
  websiteSource,
  filesSource,
  driveSource,
  intercomSource,
  catalogueSource,
]);
export type Source = z.infer<typeof source>;
export type SourceType = Source["type"];

export const websiteInput = z.object({
  type: z.literal("website"),
  url: z.string().min(1).max(2_048),
  settings: crawlSettings.partial().optional(),
  access: crawlAccessInput.optional(),
  schedule: sourceSchedule.default("1d"),
});

export const driveInput = z.object({
  type: z.literal("google-drive"),
  name: shortNameInput.optional(),
  settings: driveSelection,
  schedule: sourceSchedule.default("1h"),
});

export const intercomInput = z.object({
  type: z.literal("intercom"),
  name: shortNameInput.optional(),
  settings: selection,
  schedule: sourceSchedule.default("6h"),
});
export type ConnectedInput = z.infer<typeof driveInput> | z.infer<typeof intercomInput>;

/** A Merchant feed, a CSV or a JSON file by its address. */
export const catalogueInput = z.object({
  type: z.literal("catalogue"),
  url: z.url({ protocol: /^https?$/ }).max(2_048),
  name: shortNameInput.optional(),
  settings: z
    .object({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .nullable()
        .default(null),
    })
    .default({ currency: null }),
  schedule: sourceSchedule.default("1d"),
});
export type CatalogueInput = z.infer<typeof catalogueInput>;

/** What a member may add by hand. Files come by their upload. */
export const sourceInput = z.discriminatedUnion("type", [websiteInput, driveInput, intercomInput, catalogueInput]);
