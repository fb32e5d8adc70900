/** The catalogue of an agent as a whole, and the files that fill it. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { currencyCode, productInput } from "./products.ts";

/** What a column of a file is. `attribute`: one of its own name. */
export const productColumn = z.enum([
  "externalId",
  "kind",
  "name",
  "description",
  "category",
  "brand",
  "price",
  "currency",
  "salePrice",
  "priceValidUntil",
  "stock",
  "quantity",
  "image",
  "link",
  "tags",
  "language",
  "variantOf",
  "option",
  "attribute",
  "ignore",
]);
export type ProductColumn = z.infer<typeof productColumn>;

export const productImport = z.object({
  format: z.enum(["csv", "json"]),
  /** The file's text. */
  text: z.string().min(1).max(60_000_000),
  /** Column name → what it is; what is left out is guessed. */
  mapping: z.record(z.string().max(200), productColumn).default({}),
  /** For prices that name none. */
  currency: currencyCode.nullable().default(null),
  /** Removes what an earlier import brought and this file does not hold. */
  replaceAll: z.boolean().default(false),
});
export type ProductImport = z.infer<typeof productImport>;

export const importFault = z.object({
  /** 1 for the first row below the header. */
  row: z.int(),
  field: z.string().nullable(),
  message: z.string(),
});
export type ImportFault = z.infer<typeof importFault>;

export const importPreview = z.object({
  columns: z.array(z.object({ name: z.string(), as: productColumn, sample: z.string() })),
  rows: z.int(),
  products: z.int(),
  /** Rows that would be left out; the first 100 are named. */
  faulty: z.int(),
  faults: z.array(importFault),
  sample: z.array(productInput),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importState = z.object({
  status: z.enum(["running", "done", "failed"]),
  rows: z.int(),
  stored: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  faulty: z.int(),
  faults: z.array(importFault),
  message: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportState = z.infer<typeof importState>;

export const catalogue = z.object({
  agentId: idSchema("agent"),
  products: z.int(),
  currencies: z.array(z.string()),
  categories: z.array(z.string()),
  /** Prices from pages and feeds that were last checked so many days ago are not quoted; null: however old they are. */
  priceLimitDays: z.int().min(1).max(365).nullable(),
  /** The last import; null before the first. */
  import: importState.nullable(),
  revision: z.int(),
});
export type Catalogue = z.infer<typeof catalogue>;
export const catalogueChange = z.object({ priceLimitDays: z.int().min(1).max(365).nullable() });
