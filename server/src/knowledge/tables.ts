import type { PlaceAt } from "./documents/place-of-chunk.ts";
import type { VersionBy } from "./versions/tables.ts";
import {
  bigint,
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
export * from "./sources/tables.ts";
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
    /** Where in their file its parts stand; null where nothing is known. */
    places: jsonb("places").$type<PlaceAt[]>(),
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
