import {
  createdAt,
  customType,
  index,
  integer,
  organizationColumn,
  organizationPolicy,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
} from "../../platform/index.ts";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const bits = customType<{ data: string }>({ dataType: () => "varbit" });

/** The vectors of an index by one model. While a new model's are made, the old one's serve. */
export const vectorSets = pgTable(
  "knowledge_vector_sets",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    /** `vendor/name`, and where the vendor can be told, the dimensions. */
    model: text("model").notNull(),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    dimensions: integer("dimensions").notNull().default(0),
    state: text("state").$type<"building" | "serving">().notNull().default("building"),
    /** Neighbourhoods that its vectors are divided into; 0 while there are few. */
    cells: integer("cells").notNull().default(0),
    /** How well the model finds passages of this index by their own first words, 0 to 1; null: not tried yet. */
    trust: real("trust"),
    /** Why it does not go on, in words for people; null while all is well. */
    problem: text("problem"),
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.index, table.model] }),
    organizationPolicy("knowledge_vector_sets"),
  ],
);

/** The middle of each neighbourhood, as bits. */
export const vectorCells = pgTable(
  "knowledge_vector_cells",
  {
    organization: organizationColumn(),
    set: integer("set_number").notNull(),
    cell: integer("cell").notNull(),
    bits: bits("bits").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.set, table.cell] }),
    organizationPolicy("knowledge_vector_cells"),
  ],
);

/**
 * A passage's vector, twice: its signs as bits, which find the nearest, and a byte a dimension, which order them.
 * The covering index over the bits and the cascade from the passages are made in the migration of the access rules.
 */
export const chunkVectors = pgTable(
  "knowledge_chunk_vectors",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    chunk: integer("chunk").notNull(),
    set: integer("set_number").notNull(),
    cell: integer("cell").notNull().default(0),
    bits: bits("bits").notNull(),
    vector: bytes("vector").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.set, table.chunk] }),
    index("knowledge_chunk_vectors_chunk").on(table.organization, table.chunk),
    organizationPolicy("knowledge_chunk_vectors"),
  ],
);
