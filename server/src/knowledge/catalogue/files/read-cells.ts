import {
  type AttributeValue,
  type ImportFault,
  type ProductColumn,
  productInput,
  type ProductInput,
  type ProductVariant,
} from "@parley/contracts";
import { parsePrice } from "./parse-price.ts";
import { parseStock } from "./parse-stock.ts";
import { plainName, safeLink } from "./safe-values.ts";

export type Cells = { name: string; as: ProductColumn; text: string }[];
type CellFault = Omit<ImportFault, "row">;
/** What a row says in a column, without the spaces around it; empty where it says nothing. */
type Said = (column: ProductColumn) => string;

/** One row as a product: what cannot be read is a fault of it, and never a guess. */
export function readCells(cells: Cells, fallback: string | null): ProductInput | CellFault {
  const of: Said = (column) => cells.find(({ as, text }) => as === column && text.trim() !== "")?.text.trim() ?? "";
  const name = plainName(of("name"));
  if (name === "") return { field: "name", message: "The row has no name." };
  const externalId = of("externalId");
  if (externalId === "") return { field: "externalId", message: "The row has no id or SKU." };
  const money = moneyOf(of, fallback);
  if ("field" in money) return money;
  const stock = stockOf(of);
  if ("field" in stock) return stock;
  const until = dateOf(of("priceValidUntil"));
  if (until === undefined) return { field: "priceValidUntil", message: "This is not a date. Write it as 2026-12-31." };
  for (const field of ["link", "image"] as const)
    if (of(field) !== "" && safeLink(of(field)) === null)
      return { field, message: "An address must begin with https:// or http://." };
  const group = of("variantOf");
  const { options, others } = optionsOf(cells, group !== "");
  const { currency, ...prices } = money;
  const shared = {
    ...wordsOf(of),
    name,
    currency,
    priceValidUntil: until,
    attributes: attributesOf(others, group === "" ? options : {}),
  };
  const variant = { sku: externalId.slice(0, 200), options, ...prices, ...stock };
  const parsed = productInput.safeParse(
    group === ""
      ? { ...shared, ...prices, ...stock, externalId }
      : { ...shared, ...prices, stock: "unknown", externalId: group, variants: [variant] },
  );
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return {
    field: issue?.path.join(".") ?? null,
    message: `This row cannot be taken: ${issue?.message ?? "it is not a product"}.`,
  };
}

function moneyOf(
  of: Said,
  fallback: string | null,
): Pick<ProductInput, "price" | "salePrice" | "currency"> | CellFault {
  const said = of("currency").toUpperCase();
  const price = parsePrice(of("price"), said === "" ? fallback : said);
  if (!price.ok) return { field: "price", message: price.message };
  const sale = parsePrice(of("salePrice"), price.currency ?? (said === "" ? fallback : said));
  if (!sale.ok) return { field: "salePrice", message: sale.message };
  if (sale.currency !== null && price.currency !== null && sale.currency !== price.currency)
    return { field: "salePrice", message: "Price and sale price are in different currencies." };
  return { price: price.amount, salePrice: sale.amount, currency: price.currency ?? sale.currency };
}

function stockOf(of: Said): Pick<ProductVariant, "stock" | "quantity"> | CellFault {
  const stock = parseStock(of("stock"));
  if (stock === undefined)
    return {
      field: "stock",
      message: `“${of("stock").slice(0, 60)}” is no stock. Write in stock, out of stock, preorder, or a number.`,
    };
  const quantity = of("quantity");
  const counted = /^\d{1,9}(?:[.,]0+)?$/u.test(quantity) ? Number.parseInt(quantity, 10) : null;
  const state =
    counted !== null && stock.stock === "unknown" ? (counted > 0 ? "in_stock" : "out_of_stock") : stock.stock;
  return { stock: state, quantity: stock.quantity ?? counted };
}

/** What stands in the row as words, lists of them and addresses. */
function wordsOf(of: Said) {
  const isService = /^(?:service|dienstleistung|servicio|servizio|serviço|услуга|hizmet)$/iu.test(of("kind"));
  return {
    kind: isService ? "service" : "product",
    description: plainName(of("description")).slice(0, 5_000),
    category: partsOf(of("category"), /\s*[>/|›»]\s*/u).slice(0, 8),
    brand: plainName(of("brand")).slice(0, 200) || null,
    image: safeLink(of("image")),
    link: safeLink(of("link")),
    tags: partsOf(of("tags"), /[,;|]/u).slice(0, 50),
    ...(of("language") === "" ? {} : { language: of("language") }),
  };
}

function partsOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** What tells a variant from the others, and the cells that do not. */
function optionsOf(cells: Cells, isVariant: boolean): { options: Record<string, string>; others: Cells } {
  const isOption = ({ as, name }: Cells[number]) =>
    as === "option" || (isVariant && as === "attribute" && VARIES.test(name));
  const options = Object.fromEntries(
    cells.flatMap((cell) =>
      isOption(cell) && cell.text.trim() !== "" ? [[optionName(cell.name), cell.text.trim().slice(0, 100)]] : [],
    ),
  );
  return { options, others: cells.filter((cell) => !isOption(cell)) };
}

/** What tells variants from each other, where a row is one of several. */
const VARIES = /^(?:g:)?(?:colou?r|material|pattern|farbe|couleur|colore?|cor|kleur|цвет|renk)$/iu;
const optionName = (column: string) =>
  column
    .replace(/^option\s*:\s*/iu, "")
    .trim()
    .slice(0, 60) || "Option";

function attributesOf(cells: Cells, options: Record<string, string>): Record<string, AttributeValue> {
  const named = cells.filter(({ as, text }) => as === "attribute" && text.trim() !== "").slice(0, 60);
  return {
    ...Object.fromEntries(named.map(({ name, text }) => [name.slice(0, 60), attributeOf(text.trim())])),
    ...options,
  };
}

function attributeOf(text: string): AttributeValue {
  if (/^(?:yes|true|ja|sí|oui|да)$/iu.test(text)) return true;
  if (/^(?:no|false|nein|non|нет)$/iu.test(text)) return false;
  const [, value, unit] = /^(-?\d{1,12}(?:[.,]\d{1,6})?)\s?([\p{L}°%"″µ²³/]{1,12})?$/u.exec(text) ?? [];
  if (value !== undefined) return { value: Number(value.replace(",", ".")), unit: unit ?? null };
  const parts = text.split(/\s*[;|]\s*/u).filter((part) => part !== "");
  if (parts.length > 1) return parts.slice(0, 50).map((part) => part.slice(0, 200));
  return plainName(text).slice(0, 500) || text.slice(0, 500);
}

/** Null for none, undefined for what is no date. Of a span the end. */
function dateOf(text: string): string | null | undefined {
  if (text === "") return null;
  const last = text.split("/").length === 2 && /^\d{4}-/u.test(text) ? (text.split("/")[1] ?? text) : text;
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(last);
  const time = Date.parse(
    german
      ? `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}T23:59:59Z`
      : /^\d{4}-\d{2}-\d{2}$/u.test(last)
        ? `${last}T23:59:59Z`
        : last,
  );
  return Number.isNaN(time) || time < 0 || time > 253_402_300_799_000 ? undefined : new Date(time).toISOString();
}
