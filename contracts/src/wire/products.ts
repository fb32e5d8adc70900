/** The catalogue of an agent: products and services as data. Money is whole minor units: 4990 with EUR is 49.90 €. */
import { z } from "zod";
import { stockState } from "../product-card.ts";
import { idSchema } from "../ids.ts";
import { isCurrency } from "../money.ts";
import { pageQuery } from "./rest.ts";

const money = z.int().min(0).max(100_000_000_000);
export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, "must be a currency such as EUR")
  .refine(isCurrency, "is no currency that there is");
const webAddress = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with https:// or http://" })
  .max(2_048);
const shortText = z.string().trim().min(1).max(200);

/** A text, a list of texts, yes or no, or a figure with its unit. */
export const attributeValue = z.union([
  z.string().trim().min(1).max(500),
  z.boolean(),
  z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  z.object({ value: z.number().min(-1e15).max(1e15), unit: z.string().trim().max(20).nullable() }),
]);
export type AttributeValue = z.infer<typeof attributeValue>;

const attributes = z
  .record(z.string().trim().min(1).max(60), attributeValue)
  .refine((all) => Object.keys(all).length <= 60, "may hold at most 60 attributes");

export const productVariant = z.object({
  sku: z.string().trim().min(1).max(200).nullable(),
  /** What tells it from the others, such as `{ "Size": "42" }`. */
  options: z.record(z.string().trim().min(1).max(60), z.string().trim().min(1).max(100)),
  /** Null: that of the product. */
  price: money.nullable(),
  salePrice: money.nullable(),
  stock: stockState,
  quantity: z.int().min(0).max(1_000_000_000).nullable(),
});
export type ProductVariant = z.infer<typeof productVariant>;

const fields = {
  kind: z.enum(["product", "service"]),
  name: z.string().trim().min(1, "needs a name").max(300),
  /** Plain text. */
  description: z.string().trim().max(5_000),
  /** From the widest to the narrowest: `["Shoes", "Running"]`. */
  category: z.array(shortText).max(8),
  brand: shortText.nullable(),
  price: money.nullable(),
  currency: currencyCode.nullable(),
  salePrice: money.nullable(),
  /** After it the sale is over; a price without a sale is no longer quoted. */
  priceValidUntil: z.iso.datetime({ offset: true }).nullable(),
  stock: stockState,
  quantity: z.int().min(0).max(1_000_000_000).nullable(),
  variants: z.array(productVariant).max(100),
  /** Only https is shown to visitors. */
  image: webAddress.nullable(),
  link: webAddress.nullable(),
  attributes,
  tags: z.array(shortText).max(50),
  /** BCP 47. */
  language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/, "must be a language such as en or pt-BR"),
};

const externalId = z.string().trim().min(1, "needs an id, such as its SKU").max(200);

export const productInput = z.object({
  /** Your own id of it, such as its SKU: the same id again changes the same product. */
  externalId,
  kind: fields.kind.default("product"),
  name: fields.name,
  description: fields.description.default(""),
  category: fields.category.default([]),
  brand: fields.brand.default(null),
  price: fields.price.default(null),
  currency: fields.currency.default(null),
  salePrice: fields.salePrice.default(null),
  priceValidUntil: fields.priceValidUntil.default(null),
  stock: fields.stock.default("unknown"),
  quantity: fields.quantity.default(null),
  variants: fields.variants.default([]),
  image: fields.image.default(null),
  link: fields.link.default(null),
  attributes: fields.attributes.default({}),
  tags: fields.tags.default([]),
  /** Left out: told from name and description. */
  language: fields.language.optional(),
});
export type ProductInput = z.infer<typeof productInput>;

/** One, or up to 1,000 at once. */
export const productsInput = z
  .union([productInput, z.object({ products: z.array(productInput).min(1).max(1_000) })])
  .meta({
    examples: [
      {
        externalId: "LAMP-1",
        name: "Nova desk lamp",
        price: 4990,
        currency: "EUR",
        stock: "in_stock",
        attributes: { Colour: "black" },
      },
    ],
  });

export const productChange = z.object(fields).extend({ externalId }).partial();
export type ProductChange = z.infer<typeof productChange>;

/** Where it came from. `page`: markup on a page that was crawled. */
export const productOrigin = z.enum(["manual", "api", "import", "page", "feed"]);
export type ProductOrigin = z.infer<typeof productOrigin>;

export const product = z.object({
  id: idSchema("product"),
  agentId: idSchema("agent"),
  externalId: z.string(),
  ...fields,
  origin: productOrigin,
  sourceId: z.string().nullable(),
  /** The price is older than the agent's limit or past its date: visitors are not told it. */
  priceStale: z.boolean(),
  /** When it was last seen as it is. */
  checkedAt: z.iso.datetime(),
  priceCheckedAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  revision: z.int(),
});
export type Product = z.infer<typeof product>;

export const productSort = z.enum(["newest", "name", "price", "-price"]);
export type ProductSort = z.infer<typeof productSort>;

const amount = z.coerce.number().int().min(0).max(100_000_000_000);

const filters = {
  /** Words of name, brand, category, tags, attributes and options; all must be there, the last may be a beginning. */
  q: z.string().trim().max(200).optional(),
  category: z.string().trim().max(400).optional(),
  brand: z.string().trim().max(200).optional(),
  /** `available`: in stock, or to be ordered. */
  stock: z.enum([...stockState.options, "available"]).optional(),
  minPrice: amount.optional(),
  maxPrice: amount.optional(),
  sourceId: idSchema("source").optional(),
  origin: productOrigin.optional(),
  /** `Colour:red`; several times: all must hold. */
  attribute: z
    .union([z.string().max(600), z.array(z.string().max(600)).max(10)])
    .transform((given) => [given].flat())
    .optional(),
};

export const productQuery = pageQuery.extend({ ...filters, sort: productSort.default("newest") });
export type ProductQuery = z.infer<typeof productQuery>;

export const facet = z.object({ name: z.string(), values: z.array(z.object({ value: z.string(), count: z.int() })) });

export const productSearchQuery = productQuery.extend({
  /** Also counts categories, brands and attributes of what was found. */
  facets: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .default(false),
});
export type ProductSearchQuery = z.infer<typeof productSearchQuery>;

export const productSearchResult = z.object({
  data: z.array(product),
  next: z.string().nullable(),
  /** At most 1,000 are counted. */
  total: z.int(),
  facets: z.array(facet),
});
export type ProductSearchResult = z.infer<typeof productSearchResult>;

export const productsStored = z.object({
  /** In the order given. */
  products: z.array(z.object({ id: idSchema("product"), externalId: z.string(), changed: z.boolean() })),
});

export const productBulk = z.object({
  action: z.literal("delete"),
  ids: z.array(idSchema("product")).min(1).max(1_000),
});
