import { productInput, type AttributeValue, type ProductVariant } from "@parley/contracts";
import { parsePrice } from "../catalogue/files/parse-price.ts";
import { parseStock } from "../catalogue/files/parse-stock.ts";
import { plainName, safeLink } from "../catalogue/files/safe-values.ts";
import type { PageProduct } from "../catalogue/page-products.ts";
import { findProductNodes, isJson, type Json, typesOf } from "./find-product-nodes.ts";
import type { Element } from "./parse-html.ts";

const MOST_PRODUCTS = 200;

/** Products and services that a page says it has, in its schema.org markup: JSON-LD or microdata. Never throws. */
export function readPageProducts(root: Element, { url, base }: { url: string; base: string }): PageProduct[] {
  const found = new Map<string, PageProduct>();
  for (const node of findProductNodes(root)) {
    if (found.size >= MOST_PRODUCTS) break;
    const product = productOf(node, { url, base });
    if (product && !found.has(product.externalId)) found.set(product.externalId, product);
  }
  const all = [...found.values()];
  const isOwn = ({ link }: PageProduct) => link === null || samePage(link, url);
  return all.map((product) => ({ ...product, listed: all.length > 1 && !isOwn(product) }));
}

const samePage = (one: string, other: string) => pageOf(one) === pageOf(other);
const pageOf = (address: string) =>
  address
    .replace(/[?#].*$/u, "")
    .replace(/\/$/u, "")
    .replace(/^https?:\/\/(?:www\.)?/u, "");

function productOf(node: Json, { url, base }: { url: string; base: string }): PageProduct | undefined {
  const name = plainName(string(node["name"]));
  const offer = offerOf(node["offers"]);
  const isService = typesOf(node).includes("Service");
  // A service without a price is a page about what is done, and no product.
  if (name === "" || (isService && offer.price === null)) return undefined;
  const variants = [node["hasVariant"]].flat().filter(isJson).slice(0, 100).map(variantOf);
  const prices = variants.flatMap(({ price }) => price ?? []);
  const link = safeLink(string(node["url"]) || offer.url, base) ?? url;
  const sku = [node["sku"], node["productGroupID"], node["gtin13"], node["gtin"], node["mpn"], node["productID"]]
    .map(string)
    .find((id) => id !== "");
  const currency =
    offer.currency ??
    [node["hasVariant"]]
      .flat()
      .filter(isJson)
      .map((one) => offerOf(one["offers"]).currency)
      .find((code) => code !== null) ??
    null;
  const parsed = productInput.safeParse({
    externalId: (sku ?? (link === url ? url : link)).slice(0, 200),
    kind: isService ? "service" : "product",
    name: name.slice(0, 300),
    description: plainName(string(node["description"])).slice(0, 5_000),
    category: categoryOf(node["category"]),
    brand: nameOf(node["brand"] ?? node["manufacturer"] ?? node["provider"]).slice(0, 200) || null,
    price: offer.regular ?? offer.price ?? (prices.length > 0 ? Math.min(...prices) : null),
    currency,
    salePrice: offer.regular === null ? null : offer.price,
    priceValidUntil: offer.validUntil,
    stock: offer.stock,
    variants,
    image: imageOf(node["image"], base),
    link,
    attributes: attributesOf(node),
  });
  return parsed.success ? { ...parsed.data, listed: false } : undefined;
}

interface ReadOffer {
  price: number | null;
  /** Before the sale. */
  regular: number | null;
  currency: string | null;
  stock: ProductVariant["stock"];
  validUntil: string | null;
  url: string;
}

/** Of several offers the cheapest that can be had. */
function offerOf(value: unknown): ReadOffer {
  const offers = [value].flat().filter(isJson).slice(0, 100);
  const read = offers.flatMap((offer) => {
    const inner = [offer["offers"]].flat().filter(isJson);
    return "price" in offer || "lowPrice" in offer || "priceSpecification" in offer || inner.length === 0
      ? [oneOffer(offer)]
      : inner.map(oneOffer);
  });
  const rank = ({ stock, price }: ReadOffer) => (stock === "out_of_stock" ? 1e15 : 0) + (price ?? 1e14);
  return (
    read.toSorted((one, other) => rank(one) - rank(other))[0] ?? {
      price: null,
      regular: null,
      currency: null,
      stock: "unknown",
      validUntil: null,
      url: "",
    }
  );
}

function oneOffer(offer: Json): ReadOffer {
  const specifications = [offer["priceSpecification"]].flat().filter(isJson);
  const isBefore = (one: Json) => /Strikethrough|ListPrice|SRP|MSRP/u.test(string(one["priceType"]));
  const now = specifications.find((one) => !isBefore(one));
  const said = string(offer["price"] ?? offer["lowPrice"] ?? now?.["price"]);
  const code =
    (
      string(offer["priceCurrency"] ?? now?.["priceCurrency"] ?? specifications[0]?.["priceCurrency"]) || null
    )?.toUpperCase() ?? null;
  const price = parsePrice(said, code);
  const before = parsePrice(string(specifications.find(isBefore)?.["price"]), code);
  const amount = price.ok ? price.amount : null;
  const regular =
    before.ok && before.amount !== null && amount !== null && before.amount > amount ? before.amount : null;
  const until = Date.parse(string(offer["priceValidUntil"]));
  return {
    price: amount,
    regular,
    currency: price.ok ? price.currency : null,
    stock: parseStock(string(offer["availability"]))?.stock ?? "unknown",
    validUntil: Number.isNaN(until) || until < 0 ? null : new Date(until).toISOString(),
    url: string(offer["url"]),
  };
}

function variantOf(node: Json): ProductVariant {
  const { price, regular, stock } = offerOf(node["offers"]);
  const options = Object.entries(attributesOf(node)).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value.slice(0, 100)] as const] : [],
  );
  const named =
    options.length > 0 ? options : [["Option", plainName(string(node["name"])).slice(0, 100) || "–"] as const];
  return {
    sku: string(node["sku"]).slice(0, 200) || null,
    options: Object.fromEntries(named),
    price: regular ?? price,
    salePrice: regular === null ? null : price,
    stock,
    quantity: null,
  };
}

function attributesOf(node: Json): Record<string, AttributeValue> {
  const own = ["color", "size", "material", "pattern", "weight", "width", "height", "depth"].map(
    (key) => [key, node[key]] as const,
  );
  const more = [node["additionalProperty"]]
    .flat()
    .filter(isJson)
    .map((one) => [nameOf(one), one] as const);
  return Object.fromEntries(
    [...own, ...more].slice(0, 60).flatMap(([name, value]) => {
      const read = attributeOf(value);
      return read === null || name === "" ? [] : [[name.slice(0, 60), read]];
    }),
  );
}

function attributeOf(value: unknown): AttributeValue | null {
  if (isJson(value)) {
    const [figure, unit] = [value["value"], string(value["unitText"] ?? value["unitCode"]).slice(0, 20) || null];
    if (figure === undefined) return nameOf(value).slice(0, 500) || null;
    const number = Number(figure);
    if (string(figure) !== "" && Number.isFinite(number) && Math.abs(number) < 1e15) return { value: number, unit };
    return plainName(string(figure)).slice(0, 500) || null;
  }
  if (typeof value === "boolean") return value;
  if (Array.isArray(value)) {
    const texts = value
      .map((one) => plainName(string(one)).slice(0, 200))
      .filter((one) => one !== "")
      .slice(0, 50);
    return texts.length === 0 ? null : texts;
  }
  return plainName(string(value)).slice(0, 500) || null;
}

function categoryOf(value: unknown): string[] {
  const [first] = [value].flat();
  const text = plainName(isJson(first) ? nameOf(first) : string(first));
  return text
    .split(/\s*[>/›»]\s*/u)
    .map((part) => part.slice(0, 200))
    .filter((part) => part !== "")
    .slice(0, 8);
}

function imageOf(value: unknown, base: string): string | null {
  const [first] = [value].flat();
  const address = isJson(first) ? string(first["url"] ?? first["contentUrl"]) : string(first);
  return address === "" ? null : safeLink(address, base);
}

const nameOf = (value: unknown): string => {
  const [first] = [value].flat();
  return plainName(isJson(first) ? string(first["name"]) : string(first));
};

function string(value: unknown): string {
  const [first] = [value].flat();
  return typeof first === "string" || typeof first === "number" ? String(first).slice(0, 20_000).trim() : "";
}
