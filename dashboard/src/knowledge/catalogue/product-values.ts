import { idOfName } from "@parley/contracts";
import type { AnswerOf } from "../../live/index.ts";
import type { ProductBody } from "./product-form.tsx";
import { readAmount, writeAmount } from "./money.ts";

type Product = AnswerOf<"/v1/products/{id}">;
type Variant = Product["variants"][number];
type Attribute = Product["attributes"][string];

export interface VariantValues extends Pick<Variant, "sku" | "salePrice" | "stock" | "quantity"> {
  key: string;
  /** `Size: 42, Colour: red` */
  options: string;
  price: string;
}

/** A product as its form holds it: all text. */
export interface ProductValues extends Pick<
  Product,
  "externalId" | "name" | "kind" | "description" | "stock" | "tags"
> {
  price: string;
  currency: string;
  salePrice: string;
  validUntil: string;
  quantity: string;
  category: string;
  brand: string;
  attributes: string;
  variants: VariantValues[];
  link: string;
  image: string;
}

const empty: ProductValues = {
  externalId: "",
  name: "",
  kind: "product",
  description: "",
  stock: "in_stock",
  tags: [],
  price: "",
  currency: "EUR",
  salePrice: "",
  validUntil: "",
  quantity: "",
  category: "",
  brand: "",
  attributes: "",
  variants: [],
  link: "",
  image: "",
};

export function valuesOf(product: Product | undefined): ProductValues {
  if (product === undefined) return empty;
  const { externalId, name, kind, description, stock, tags, currency } = product;
  return {
    externalId,
    name,
    kind,
    description,
    stock,
    tags,
    price: writeAmount(product.price, currency),
    currency: currency ?? "",
    salePrice: writeAmount(product.salePrice, currency),
    validUntil: product.priceValidUntil?.slice(0, 10) ?? "",
    quantity: product.quantity === null ? "" : String(product.quantity),
    category: product.category.join(" > "),
    brand: product.brand ?? "",
    attributes: Object.entries(product.attributes)
      .map(([key, value]) => `${key}: ${writeValue(value)}`)
      .join("\n"),
    variants: product.variants.map((variant, at) => ({
      ...variant,
      key: `${at} ${variant.sku ?? ""}`,
      options: Object.entries(variant.options)
        .map(([key, value]) => `${key}: ${value}`)
        .join(", "),
      price: writeAmount(variant.price, currency),
    })),
    link: product.link ?? "",
    image: product.image ?? "",
  };
}

/** What a field that cannot be read throws: the form shows the sentence there. */
class Unreadable extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

export function inputOf(values: ProductValues, sentence: string): ProductBody {
  const currency = values.currency.trim().toUpperCase();
  const amount = (field: string, text: string) => {
    const read = readAmount(text, currency === "" ? "EUR" : currency);
    if (read === undefined) throw new Unreadable(field, sentence);
    return read;
  };
  const { externalId, name, kind, description, stock, tags } = values;
  return {
    externalId: externalId.trim() === "" ? idOfName(name) : externalId,
    name,
    kind,
    description,
    stock,
    tags,
    price: amount("price", values.price),
    currency: currency === "" ? null : currency,
    salePrice: amount("salePrice", values.salePrice),
    priceValidUntil: values.validUntil === "" ? null : `${values.validUntil}T23:59:59Z`,
    quantity: /^\d{1,9}$/u.test(values.quantity.trim()) ? Number(values.quantity) : null,
    category: values.category.split(/\s*[>›]\s*/u).filter((part) => part !== ""),
    brand: values.brand.trim() === "" ? null : values.brand,
    attributes: pairsOf(values.attributes.split("\n"), readValue),
    variants: values.variants.map(({ key: _key, options, price, ...variant }) => ({
      ...variant,
      options: pairsOf(options.split(","), (text) => text),
      price: amount("variants", price),
    })),
    link: values.link.trim() === "" ? null : values.link.trim(),
    image: values.image.trim() === "" ? null : values.image.trim(),
  };
}

function pairsOf<T>(lines: readonly string[], read: (text: string) => T): Record<string, T> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^\s*([^:]+?)\s*:\s*(.+?)\s*$/u.exec(line) ?? [];
      if (name !== undefined && value !== undefined) return [[name, read(value)]];
      return line.trim() === "" ? [] : [["Option", read(line.trim())]];
    }),
  );
}

function writeValue(value: Attribute): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join("; ") : `${value.value}${value.unit === null ? "" : ` ${value.unit}`}`;
}

function readValue(text: string): Attribute {
  if (/^(?:yes|no)$/iu.test(text)) return text.toLowerCase() === "yes";
  const [, figure, unit] = /^(-?\d{1,12}(?:\.\d{1,6})?)(?:\s?(\p{L}{1,12}|%|°C|″))?$/u.exec(text) ?? [];
  if (figure !== undefined) return { value: Number(figure), unit: unit ?? null };
  const parts = text.split(/\s*;\s*/u).filter((part) => part !== "");
  return parts.length > 1 ? parts : text;
}
