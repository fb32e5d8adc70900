import { Readable } from "node:stream";
import {
  type AttributeValue,
  currencyDigits,
  type Product,
  type ProductColumn,
  type ProductVariant,
} from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import { writeCsvRow } from "../csv.ts";
import type { Catalogue } from "./create-catalogue.ts";

const PAGE = 200;

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
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    yield `\uFEFF${writeCsvRow([...Object.keys(columns), ...attributes, ...options.map((name) => `option: ${name}`)])}`;
    for await (const product of all()) {
      for (const variant of product.variants.length === 0 ? [null] : product.variants) {
        const given = { product, variant, own: variant ?? product };
        yield writeCsvRow([
          ...Object.values(columns).map((cellOf) => cellOf(given)),
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

/** One line of the file: a product without variants, or one of its variants. */
interface Line {
  product: Product;
  variant: ProductVariant | null;
  own: Product | ProductVariant;
}

/** What stands in which column, in the order of the columns. */
const columns: Record<Exclude<ProductColumn, "option" | "attribute" | "ignore">, (line: Line) => string> = {
  externalId: ({ product, variant }) =>
    variant === null
      ? product.externalId
      : (variant.sku ?? `${product.externalId} ${Object.values(variant.options).join(" ")}`),
  variantOf: ({ product, variant }) => (variant === null ? "" : product.externalId),
  kind: ({ product }) => product.kind,
  name: ({ product }) => product.name,
  description: ({ product }) => product.description,
  category: ({ product }) => product.category.join(" > "),
  brand: ({ product }) => product.brand ?? "",
  price: ({ product, own }) => money(own.price ?? product.price, product),
  salePrice: ({ product, own }) => money(own.salePrice ?? product.salePrice, product),
  currency: ({ product }) => product.currency ?? "",
  priceValidUntil: ({ product }) => product.priceValidUntil ?? "",
  stock: ({ own }) => own.stock,
  quantity: ({ own }) => String(own.quantity ?? ""),
  image: ({ product }) => product.image ?? "",
  link: ({ product }) => product.link ?? "",
  tags: ({ product }) => product.tags.join(", "),
  language: ({ product }) => product.language ?? "",
};

function money(amount: number | null, { currency }: Product): string {
  if (amount === null || currency === null) return "";
  const digits = currencyDigits(currency);
  return (amount / 10 ** digits).toFixed(digits);
}
