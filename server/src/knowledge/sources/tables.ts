import type { CrawlProgress, SourceSchedule, SourceType } from "@parley/contracts";
import {
  bigint,
  boolean,
  createdAt,
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  sql,
  text,
  timestamp,
} from "../../platform/index.ts";
import type { StoredAccess } from "../crawl/site-access.ts";
import type { HomeFacts } from "../extract/home-facts.ts";

export const sources = pgTable(
  "knowledge_sources",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    type: text("type").$type<SourceType>().notNull(),
    name: text("name").notNull().default(""),
    /** Null where there is none, as of uploaded files. */
    url: text("url"),
    /** As its type has them. */
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull(),
    schedule: text("schedule").$type<SourceSchedule>().notNull().default("off"),
    nextRunAt: timestamp("next_run_at", { withTimezone: true }),
    checkedAt: timestamp("checked_at", { withTimezone: true }),
    /** What a website asks for before it shows itself: names in the open, values sealed. */
    access: jsonb("access").$type<StoredAccess>(),
    /** Stands in the address that has it read again; another number makes the old address worthless. */
    hook: integer("hook").notNull().default(1),
    /** Addresses that are to be read again as soon as nobody reads; none for all of it. */
    pinged: jsonb("pinged").$type<string[]>(),
    /** Only addresses that were asked for are read in this run. */
    partial: boolean("partial").notNull().default(false),
    /** What all of its documents are searched under, beside their own. */
    tags: text("tags")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    audience: text("audience"),
    /** Up to where the changes of a connected account are read and stored. */
    cursor: text("cursor"),
    /** The origin that the server's admin typed and that may be private; null for everybody else's. */
    trustedOrigin: text("trusted_origin"),
    status: text("status").notNull(),
    progress: jsonb("progress").$type<CrawlProgress>().notNull(),
    /** 1 for the first crawl, 2 for the next: pages not seen in the present one are gone. */
    run: integer("run").notNull().default(1),
    /** What the start page tells of the whole site. */
    home: jsonb("home").$type<HomeFacts>(),
    code: text("code"),
    message: text("message"),
    /** Who crawls it until when; anybody may take it up after that. */
    leaseOwner: text("lease_owner"),
    leaseUntil: timestamp("lease_until", { withTimezone: true }),
    /** Grows with every change of its address or settings. */
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    startedAt: timestamp("started_at", { withTimezone: true }),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    index("knowledge_sources_agent").on(table.organization, table.agentId),
    index("knowledge_sources_open").on(table.status, table.leaseUntil),
    index("knowledge_sources_due").on(table.nextRunAt),
    index("knowledge_sources_pinged")
      .on(table.id)
      .where(sql`pinged is not null`),
    organizationPolicy("knowledge_sources"),
  ],
);

/** The frontier of a crawl and its log in one: a line for each address met. */
export const crawlPages = pgTable(
  "knowledge_crawl_pages",
  {
    organization: organizationColumn(),
    sourceId: text("source_id").notNull(),
    /** An address; of connected accounts the vendor's own id of the item. */
    url: text("url").notNull(),
    /** Of items that their id does not name to people: what they are called, and where people open them. */
    title: text("title"),
    opensAt: text("opens_at"),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    run: integer("run").notNull(),
    depth: integer("depth").notNull(),
    status: text("status").notNull(),
    /** It was run in a browser. */
    rendered: boolean("rendered").notNull().default(false),
    httpStatus: integer("http_status"),
    reason: text("reason"),
    words: integer("words"),
    etag: text("etag"),
    lastModified: text("last_modified"),
    contentHash: text("content_hash"),
    documentId: text("document_id"),
    /** Links found on the page, so that an unchanged page need not be read again to be followed. */
    links: jsonb("links").$type<string[]>(),
    fetchedAt: timestamp("fetched_at", { withTimezone: true }),
    /** When the line was written last, whatever came of the visit. */
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.sourceId, table.url] }),
    index("knowledge_crawl_pages_order").on(table.organization, table.sourceId, table.number),
    index("knowledge_crawl_pages_document")
      .on(table.organization, table.documentId)
      .where(sql`document_id is not null`),
    index("knowledge_crawl_pages_newest").on(table.organization, table.sourceId, table.changedAt, table.number),
    index("knowledge_crawl_pages_frontier").on(
      table.organization,
      table.sourceId,
      table.status,
      table.depth,
      table.number,
    ),
    organizationPolicy("knowledge_crawl_pages"),
  ],
);
