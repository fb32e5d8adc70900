import { Readable } from "node:stream";
import { type AttributeValue, currencyDigits, type Product } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import type { Catalogue } from "./create-catalogue.ts";

const PAGE = 200;
const HEAD = [
  "externalId",
  "variantOf",
  "kind",
  "name",
  "description",
  "category",
  "brand",
  "price",
  "salePrice",
  "currency",
  "priceValidUntil",
  "stock",
  "quantity",
  "image",
  "link",
  "tags",
  "language",
] as const;

/** All products as a CSV or JSON file, page by page: it never stands in memory as a whole. */
export function exportProducts(
  catalogue: Pick<Catalogue, "list" | "attributeNames">,
  scope: Scope,
  { agentId, format }: { agentId: string; format: "csv" | "json" },
): Readable {
  async function* all(): AsyncGenerator<Product> {
    for (let cursor: string | undefined; ;) {
      const page = await catalogue.list(scope, agentId, {
        limit: PAGE,
        sort: "newest",
        ...(cursor === undefined ? {} : { cursor }),
      });
      yield* page.data;
      if (page.next === null) return;
      cursor = page.next;
    }
  }

  async function* asJson(): AsyncGenerator<string> {
    let first = true;
    yield "[";
    for await (const product of all()) {
      yield `${first ? "" : ","}\n${JSON.stringify(givenOf(product))}`;
      first = false;
    }
    yield "\n]\n";
  }

  async function* asCsv(): AsyncGenerator<string> {
    const { attributes, options } = await catalogue.attributeNames(scope, agentId);
    yield lineOf([...HEAD, ...attributes, ...options.map((name) => `option: ${name}`)]);
    for await (const product of all()) {
      for (const variant of product.variants.length === 0 ? [null] : product.variants) {
        const money = (amount: number | null) =>
          amount === null || product.currency === null
            ? ""
            : (amount / 10 ** currencyDigits(product.currency)).toFixed(currencyDigits(product.currency));
        const own = variant ?? product;
        yield lineOf([
          variant === null
            ? product.externalId
            : (variant.sku ?? `${product.externalId} ${Object.values(variant.options).join(" ")}`),
          variant === null ? "" : product.externalId,
          product.kind,
          product.name,
          product.description,
          product.category.join(" > "),
          product.brand ?? "",
          money(own.price ?? product.price),
          money(own.salePrice ?? product.salePrice),
          product.currency ?? "",
          product.priceValidUntil ?? "",
          own.stock,
          String(own.quantity ?? ""),
          product.image ?? "",
          product.link ?? "",
          product.tags.join(", "),
          product.language,
          ...attributes.map((name) => textOf(product.attributes[name])),
          ...options.map((name) => variant?.options[name] ?? ""),
        ]);
      }
    }
  }

  return Readable.from(format === "csv" ? asCsv() : asJson());
}

function givenOf(product: Product) {
  const {
    id: _id,
    agentId: _agent,
    origin: _origin,
    sourceId: _source,
    priceStale: _stale,
    revision: _revision,
    ...rest
  } = product;
  const { checkedAt: _checked, priceCheckedAt: _price, createdAt: _created, updatedAt: _updated, ...given } = rest;
  return given;
}

function textOf(value: AttributeValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join("; ") : `${value.value}${value.unit === null ? "" : ` ${value.unit}`}`;
}

const lineOf = (cells: readonly string[]) => `${cells.map(cellOf).join(",")}\r\n`;

/** A cell that a table calculator would take for a formula is given a mark that says it is text. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n;]/u.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
