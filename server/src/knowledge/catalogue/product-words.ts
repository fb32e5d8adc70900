import type { AttributeValue, ProductInput, StockState } from "@parley/contracts";
import { analyseTitle } from "../analyse/analyse.ts";
import { offersOf } from "./prices.ts";

/** A product with its language known. */
export type ProductText = ProductInput & { language: string };

export interface WordRow {
  word: string;
  price: number;
  offer: number;
  stock: number;
}

/** Stands for no price: sorts after all others, and no bound reaches it. */
export const NO_PRICE = Number.MAX_SAFE_INTEGER;
export const stockCodes: Record<StockState, number> = {
  out_of_stock: 0,
  in_stock: 1,
  unknown: 2,
  preorder: 3,
  backorder: 4,
};
/** Codes of what can be had, now or later. */
export const AVAILABLE: readonly number[] = [stockCodes.in_stock, stockCodes.preorder, stockCodes.backorder];

const MOST_WORDS = 80;
const LONGEST = 120;

/** Under which words a product is found, offer by offer. Words are those of names and values, not of the description. */
export function productWords(product: ProductText, more: { sourceId: string | null; now: number }): WordRow[] {
  const own = [...wordsOf(textsOf(product), product.language)];
  const keys = keysOf(product, more.sourceId);
  return offersOf(product, more.now).flatMap((offer, at) => {
    const options = Object.entries(offer.options);
    const words = new Set([
      ...own,
      ...wordsOf([...options.map(([, value]) => value), offer.sku ?? ""], product.language),
    ]);
    const held = [
      ...[...words].slice(0, MOST_WORDS),
      ...keys,
      ...options.map(([name, value]) => attributeKey(name, value)),
      // Every offer stands here: what is asked for by price alone.
      "=",
    ];
    return [...new Set(held)].map((word) => ({
      word,
      price: offer.price ?? NO_PRICE,
      offer: product.variants.length === 0 ? 0 : at + 1,
      stock: stockCodes[offer.stock],
    }));
  });
}

function* wordsOf(texts: readonly string[], language: string): Generator<string> {
  for (const text of texts) for (const word of analyseTitle(text, language)) if (word !== "") yield word;
}

function textsOf({ name, brand, category, tags, attributes, externalId }: ProductText): string[] {
  return [name, brand ?? "", ...category, ...tags, ...Object.values(attributes).flatMap(valuesOf), externalId];
}

/** The values of an attribute as people say them; yes and no say nothing without its name. */
export function valuesOf(value: AttributeValue): string[] {
  if (typeof value === "boolean") return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value;
  return [`${value.value}${value.unit === null ? "" : ` ${value.unit}`}`];
}

function keysOf(product: ProductText, sourceId: string | null): string[] {
  const { category, brand, attributes, kind, currency, language } = product;
  return [
    ...category.map((_, at) => categoryKey(category.slice(0, at + 1))),
    ...(brand === null ? [] : [brandKey(brand)]),
    ...Object.entries(attributes).flatMap(([name, value]) =>
      typeof value === "boolean"
        ? [attributeKey(name, value ? "yes" : "no")]
        : valuesOf(value).map((one) => attributeKey(name, one)),
    ),
    `=k:${kind}`,
    `=l:${language}`,
    ...(currency === null ? [] : [currencyKey(currency)]),
    ...(sourceId === null ? [] : [`=s:${sourceId}`]),
    ...namesOf(product).flatMap((name) => analyseTitle(name, language).map((term) => `=n:${term}`)),
  ];
}

/** What its attributes and options are called: a question may name them. */
function namesOf({ attributes, variants }: ProductText): string[] {
  return [...new Set([...Object.keys(attributes), ...variants.flatMap(({ options }) => Object.keys(options))])];
}

export const attributeKey = (name: string, value: string) => `=a:${fold(name)}:${fold(value)}`;
export const brandKey = (brand: string) => `=b:${fold(brand)}`;
export const categoryKey = (path: readonly string[]) => `=c:${path.map(fold).join(" > ")}`;
export const currencyKey = (currency: string) => `=m:${currency}`;

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s:>]+/gu, " ")
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
}
