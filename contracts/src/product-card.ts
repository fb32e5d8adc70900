/** A product as a visitor sees it in an answer. Money is whole minor units. */
import { z } from "zod";

export const stockState = z.enum(["in_stock", "out_of_stock", "preorder", "backorder", "unknown"]);
export type StockState = z.infer<typeof stockState>;

export const productCard = z.object({
  id: z.string(),
  name: z.string(),
  brand: z.string().nullable(),
  /** Always https. */
  image: z.string().nullable(),
  link: z.string().nullable(),
  currency: z.string().nullable(),
  /** What it costs now; null where it is not known, or too old to be quoted. */
  price: z.int().nullable(),
  /** Before the sale; null outside of one. */
  regularPrice: z.int().nullable(),
  /** Some of its variants cost more. */
  from: z.boolean(),
  /** The price is too old to be quoted: the page tells it. */
  priceStale: z.boolean(),
  stock: stockState,
  /** `["Size: 41, 42, 43"]` */
  options: z.array(z.string()),
});
export type ProductCard = z.infer<typeof productCard>;

/** Cards of what was just named, with the few words that they need in the language of the answer. */
export const productsPart = z.object({
  type: z.literal("products"),
  products: z.array(productCard),
  /** BCP 47; prices are written as it writes them. */
  language: z.string(),
  words: z.object({
    /** `from {price}` */
    from: z.string(),
    stock: z.object({
      in_stock: z.string(),
      out_of_stock: z.string(),
      preorder: z.string(),
      backorder: z.string(),
      /** Empty: nothing is said of it. */
      unknown: z.string(),
    }),
  }),
});
export type ProductsPart = z.infer<typeof productsPart>;
