import type { CrawlProgress, SourceSchedule, SourceType } from "@parley/contracts";
import type { StoredAccess } from "./crawl/site-access.ts";
import type { PlaceAt } from "./documents/place-of-chunk.ts";
import type { HomeFacts } from "./extract/home-facts.ts";
import type { VersionBy } from "./versions/tables.ts";
import {
  bigint,
  boolean,
  createdAt,
  foreignKey,
  index,
  integer,
  jsonb,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  smallint,
  sql,
  text,
  timestamp,
  uniqueIndex,
} from "../platform/index.ts";

export * from "./overlaps/tables.ts";
export * from "./embeddings/tables.ts";
export * from "./synonyms/tables.ts";
export * from "./catalogue/tables.ts";
export * from "./files/tables.ts";
export * from "./verified/tables.ts";
export * from "./versions/tables.ts";

/** One searchable index an agent. The small number stands for it in the postings. */
export const indexes = pgTable(
  "knowledge_indexes",
  {
    organization: organizationColumn(),
    agentId: text("agent_id").notNull(),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    /** Grows with every change of its synonyms: a search that holds older ones reads them again. */
    synonyms: integer("synonyms").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organization, table.agentId] }), organizationPolicy("knowledge_indexes")],
);

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

export const documents = pgTable(
  "knowledge_documents",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    sourceId: text("source_id"),
    externalId: text("external_id"),
    title: text("title").notNull(),
    url: text("url"),
    language: text("language").notNull(),
    contentHash: text("content_hash").notNull(),
    /** The main content as Markdown. */
    content: text("content").notNull(),
    words: integer("words").notNull(),
    chunkCount: integer("chunk_count").notNull(),
    tokenCount: integer("token_count").notNull(),
    /** 1, 2, 3 ...: the number of the present text. What it said before stands in `knowledge_document_versions`. */
    version: integer("version").notNull().default(1),
    versionWhy: text("version_why").notNull().default("first"),
    versionBy: jsonb("version_by").$type<VersionBy>(),
    /** The hash of the source's own text where an older version was restored: it stays until the source says something else. */
    pinnedHash: text("pinned_hash"),
    tags: text("tags")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** For whom it is, such as customers or staff; null for everybody. */
    audience: text("audience"),
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
    /** What a list is searched by. Cut off, so that the index that holds it never refuses a row. */
    sought: text("sought").generatedAlwaysAs(
      sql`lower(left(title, 150) || ' ' || left(coalesce(url, external_id, ''), 300))`,
    ),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("knowledge_documents_external").on(table.organization, table.agentId, table.externalId),
    index("knowledge_documents_source").on(table.organization, table.sourceId),
    // The index alone answers a search in the list: without it each row of 100,000 would be visited.
    index("knowledge_documents_agent").on(table.organization, table.agentId, table.id, table.sought),
    index("knowledge_documents_title").on(table.organization, table.agentId, sql`left(title, 100)`, table.id),
    index("knowledge_documents_words").on(table.organization, table.agentId, table.words, table.id),
    organizationPolicy("knowledge_documents"),
  ],
);

export const chunks = pgTable(
  "knowledge_chunks",
  {
    organization: organizationColumn(),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    index: integer("index_number").notNull(),
    documentId: text("document_id").notNull(),
    /** 0 for the first of its document. */
    position: integer("position").notNull(),
    /** The headings above it, outermost first, without the document's title. */
    headings: jsonb("headings").$type<string[]>().notNull(),
    text: text("text").notNull(),
    language: text("language").notNull(),
    tokens: integer("tokens").notNull(),
    /** Where in its file its parts stand: from an offset in `text` on. */
    place: jsonb("place").$type<PlaceAt[]>(),
    /** Which analysis made its postings: they are deleted by their keys only as long as it is still the same. */
    analysis: text("analysis").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.number] }),
    uniqueIndex("knowledge_chunks_document").on(table.organization, table.documentId, table.position),
    foreignKey({
      columns: [table.organization, table.documentId],
      foreignColumns: [documents.organization, documents.id],
    }).onDelete("cascade"),
    organizationPolicy("knowledge_chunks"),
  ],
);

/**
 * Term statistics. The primary key must cover `tf` and `len` (INCLUDE), which Drizzle cannot say: the key is made
 * in the migration of the access rules.
 */
export const postings = pgTable(
  "knowledge_postings",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    chunk: integer("chunk").notNull(),
    tf: smallint("tf").notNull(),
    len: smallint("len").notNull(),
    term: text("term").notNull(),
  },
  () => [organizationPolicy("knowledge_postings")],
);

/** How many chunks and tokens an index holds in each language, as changes to be added up. */
export const indexStatistics = pgTable(
  "knowledge_index_statistics",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    language: text("language").notNull(),
    chunks: integer("chunks").notNull(),
    tokens: bigint("tokens", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.index, table.number] }),
    organizationPolicy("knowledge_index_statistics"),
  ],
);
