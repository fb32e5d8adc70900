import type { AttributeValue, ImportState, ProductOrigin, ProductVariant, StockState } from "@parley/contracts";
import {
  bigint,
  createdAt,
  customType,
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
} from "../../platform/index.ts";

/** What is set for the catalogue of an agent, and how its last import went. */
export const catalogues = pgTable(
  "knowledge_catalogues",
  {
    organization: organizationColumn(),
    agentId: text("agent_id").notNull(),
    /** Null: prices are quoted however old they are. */
    priceLimitDays: integer("price_limit_days").default(7),
    lastImport: jsonb("last_import").$type<ImportState>(),
    revision: integer("revision").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.organization, table.agentId] }), organizationPolicy("knowledge_catalogues")],
);

/** Products and services. Money in whole minor units of the currency. */
export const products = pgTable(
  "knowledge_products",
  {
    organization: organizationColumn(),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    id: text("id").notNull(),
    agentId: text("agent_id").notNull(),
    externalId: text("external_id").notNull(),
    origin: text("origin").$type<ProductOrigin>().notNull(),
    sourceId: text("source_id"),
    /** The page whose markup says so. */
    documentId: text("document_id"),
    kind: text("kind").$type<"product" | "service">().notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    category: jsonb("category").$type<string[]>().notNull(),
    brand: text("brand"),
    price: bigint("price", { mode: "number" }),
    currency: text("currency"),
    salePrice: bigint("sale_price", { mode: "number" }),
    priceValidUntil: timestamp("price_valid_until", { withTimezone: true }),
    /** What its cheapest variant cost when it was written: what lists are sorted by. */
    lowest: bigint("lowest", { mode: "number" }),
    stock: text("stock").$type<StockState>().notNull(),
    quantity: integer("quantity"),
    variants: jsonb("variants").$type<ProductVariant[]>().notNull(),
    image: text("image"),
    link: text("link"),
    attributes: jsonb("attributes").$type<Record<string, AttributeValue>>().notNull(),
    tags: jsonb("tags").$type<string[]>().notNull(),
    language: text("language").notNull(),
    /** Of all that was given: what is the same again is not written again. */
    hash: text("hash").notNull(),
    checkedAt: timestamp("checked_at", { withTimezone: true }).notNull(),
    priceCheckedAt: timestamp("price_checked_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organization, table.number] }),
    uniqueIndex("knowledge_products_id").on(table.organization, table.id),
    uniqueIndex("knowledge_products_external").on(table.organization, table.agentId, table.externalId),
    index("knowledge_products_newest").on(table.organization, table.agentId, table.number),
    index("knowledge_products_name").on(table.organization, table.agentId, sql`left(name, 100)`, table.number),
    // What has no price is last in both orders.
    index("knowledge_products_cheapest").on(
      table.organization,
      table.agentId,
      sql`coalesce(lowest, 9007199254740991)`,
      table.number,
    ),
    index("knowledge_products_dearest").on(table.organization, table.agentId, sql`coalesce(lowest, -1)`, table.number),
    index("knowledge_products_source").on(table.organization, table.sourceId),
    index("knowledge_products_document").on(table.organization, table.documentId),
    organizationPolicy("knowledge_products"),
  ],
);

/** Ordered by bytes, so that all words with one beginning stand side by side whatever the database's language. */
const word = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * What a product is found by: its words, and what it is filtered by, which begins with `=`. A variant is an offer of its
 * own, so that the size, the price and the stock that are asked for belong together. The index alone answers.
 */
export const productWords = pgTable(
  "knowledge_product_words",
  {
    organization: organizationColumn(),
    index: integer("index_number").notNull(),
    word: word("word").notNull(),
    /** What stands for no price sorts last. */
    price: bigint("price", { mode: "number" }).notNull(),
    product: integer("product").notNull(),
    /** 0 for a product without variants, 1 for its first variant. */
    offer: smallint("offer").notNull(),
    /** 1 can be bought, 0 cannot, 2 nobody says. */
    stock: smallint("stock").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.organization, table.index, table.word, table.price, table.product, table.offer, table.stock],
    }),
    index("knowledge_product_words_product").on(table.organization, table.product),
    foreignKey({
      columns: [table.organization, table.product],
      foreignColumns: [products.organization, products.number],
    }).onDelete("cascade"),
    organizationPolicy("knowledge_product_words"),
  ],
);
