/** A product as its row holds it, and as the API shows it. */
import {
  product as productShape,
  type Product,
  type ProductChange,
  type ProductInput,
  type ProductOrigin,
} from "@parley/contracts";
import type { Row } from "../../platform/index.ts";
import { isPriceStale } from "./prices.ts";

export type ProductRecord = Omit<Product, "priceStale"> & { number: number; hash: string; documentId: string | null };

export const productColumns = `p.number, p.id, p.agent_id, p.external_id, p.origin, p.source_id, p.document_id, p.kind, p.name,
  p.description, p.category, p.brand, p.price, p.currency, p.sale_price, p.price_valid_until, p.stock, p.quantity,
  p.variants, p.image, p.link, p.attributes, p.tags, p.language, p.hash, p.checked_at, p.price_checked_at, p.revision,
  p.created_at, p.updated_at`;

const shape = productShape.omit({ priceStale: true });

export function productOf(row: Row): ProductRecord {
  const shown = shape.parse({
    id: row["id"],
    agentId: row["agent_id"],
    externalId: row["external_id"],
    origin: row["origin"],
    sourceId: row["source_id"],
    kind: row["kind"],
    name: row["name"],
    description: row["description"],
    category: row["category"],
    brand: row["brand"],
    price: numberOrNull(row["price"]),
    currency: row["currency"],
    salePrice: numberOrNull(row["sale_price"]),
    priceValidUntil: timeOrNull(row["price_valid_until"]),
    stock: row["stock"],
    quantity: numberOrNull(row["quantity"]),
    variants: row["variants"],
    image: row["image"],
    link: row["link"],
    attributes: row["attributes"],
    tags: row["tags"],
    language: row["language"],
    checkedAt: timeOrNull(row["checked_at"]),
    priceCheckedAt: timeOrNull(row["price_checked_at"]),
    createdAt: timeOrNull(row["created_at"]),
    updatedAt: timeOrNull(row["updated_at"]),
    revision: Number(row["revision"]),
  });
  const documentId = row["document_id"];
  return {
    ...shown,
    number: Number(row["number"]),
    hash: String(row["hash"]),
    documentId: documentId === null ? null : String(documentId),
  };
}

/** As the API shows it. */
export function presentProduct(record: ProductRecord, limit: { priceLimitDays: number | null; now: number }): Product {
  const { number: _number, hash: _hash, documentId: _document, ...shown } = record;
  return { ...shown, priceStale: isPriceStale(record, { ...record, priceLimitDays: limit.priceLimitDays }, limit.now) };
}

/** What was given of it, changed. */
export function inputOf(record: ProductRecord, change: ProductChange = {}): ProductInput {
  const { kind, name, description, category, brand, price, currency, salePrice, priceValidUntil } = record;
  const { externalId, stock, quantity, variants, image, link, attributes, tags, language } = record;
  const text = { externalId, kind, name, description, category, brand, language };
  const money = { price, currency, salePrice, priceValidUntil, stock, quantity, variants };
  return { ...text, ...money, image, link, attributes, tags, ...change };
}

/** What a page or a feed says gives way to what people say. */
export const isRead = (origin: ProductOrigin) => origin === "page" || origin === "feed";

const numberOrNull = (value: unknown) => (value === null || value === undefined ? null : Number(value));

function timeOrNull(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return (value instanceof Date ? value : new Date(String(value))).toISOString();
}
