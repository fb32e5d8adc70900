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
  text,
  uniqueIndex,
} from "../../platform/index.ts";

/** How far the passages of an index are compared with each other: by their numbers, which only grow. */
export const overlapProgress = pgTable(
  "knowledge_overlap_progress",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    through: integer("through").notNull(),
    /** Which way of comparing it was: another one begins anew. */
    version: integer("version").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.index] }),
    organizationPolicy("knowledge_overlap_progress"),
  ],
);

/**
 * Under which hashes passages with nearly the same words meet. Rows of passages that are gone are passed over, and
 * swept from time to time: passages come and go without a look at this.
 */
export const chunkBands = pgTable(
  "knowledge_chunk_bands",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    band: bigint("band", { mode: "number" }).notNull(),
    chunk: integer("chunk").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.index, table.band, table.chunk] }),
    organizationPolicy("knowledge_chunk_bands"),
  ],
);

/** What passages say with a figure: the words without the figure as a hash, and the figure. */
export const statements = pgTable(
  "knowledge_statements",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    subject: bigint("subject", { mode: "number" }).notNull(),
    chunk: integer("chunk").notNull(),
    /** Where it begins and ends in the passage, in UTF-16 units. */
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    /** Written the same way whatever the page writes: `price 12`, `time 9:00 18:00`. */
    figures: text("figures").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.index, table.subject, table.chunk, table.start] }),
    organizationPolicy("knowledge_statements"),
  ],
);

/** Passages that say the same, or of which one says another figure than the other. */
export const overlaps = pgTable(
  "knowledge_overlaps",
  {
    organization: organizationColumn(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    kind: text("kind").$type<"duplicate" | "contradiction">().notNull(),
    /** Of what they say: found again after a new reading, it is the same one. */
    key: text("key").notNull(),
    status: text("status").$type<"open" | "ignored">().notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.id] }),
    uniqueIndex("knowledge_overlaps_key").on(table.organization, table.agentId, table.kind, table.key),
    organizationPolicy("knowledge_overlaps"),
  ],
);

export const overlapPassages = pgTable(
  "knowledge_overlap_passages",
  {
    organization: organizationColumn(),
    overlapId: text("overlap_id").notNull(),
    chunk: integer("chunk").notNull(),
    /** How much of its words it shares with the one that was there before it, in hundredths. */
    likeness: smallint("likeness").notNull(),
    /** What differs: beginnings and ends in the passage, in UTF-16 units. */
    marks: jsonb("marks").$type<[number, number][]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.overlapId, table.chunk] }),
    index("knowledge_overlap_passages_chunk").on(table.organization, table.chunk),
    foreignKey({
      columns: [table.organization, table.overlapId],
      foreignColumns: [overlaps.organization, overlaps.id],
    }).onDelete("cascade"),
    organizationPolicy("knowledge_overlap_passages"),
  ],
);
