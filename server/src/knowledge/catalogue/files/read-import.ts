import {
  type AttributeValue,
  type ImportFault,
  type ProductColumn,
  type ProductImport,
  productInput,
  type ProductInput,
  type ProductVariant,
} from "@parley/contracts";
import { Fault } from "@parley/contracts";
import { guessColumns } from "./guess-columns.ts";
import { parsePrice } from "./parse-price.ts";
import { parseStock } from "./parse-stock.ts";
import { readCsv } from "./read-csv.ts";
import { plainName, safeLink } from "./safe-values.ts";

export type Columns = { name: string; as: ProductColumn; sample: string }[];

/** A product of a file, or what is wrong with its row. */
export type ReadRow = { row: number; product: ProductInput } | { row: number; fault: Omit<ImportFault, "row"> };

export interface ReadFile {
  columns: Columns;
  /** Lazy: a file of 100,000 rows is read row by row. Rows of one product may stand apart. */
  rows: () => Generator<ReadRow>;
}

type Cells = { name: string; as: ProductColumn; text: string }[];

/** Reads a file of products. @throws Fault invalid_request where it is no such file at all. */
export function readImport({ format, text, mapping, currency }: Omit<ProductImport, "replaceAll">): ReadFile {
  return format === "csv" ? readTable(text, mapping, currency) : readJson(text, mapping, currency);
}

function readTable(text: string, mapping: ProductImport["mapping"], currency: string | null): ReadFile {
  const head = readCsv(text).next();
  const names = head.done ? [] : head.value.map((name) => name.trim().slice(0, 200));
  if (names.length < 2) throw unreadable("The first line must name the columns, such as id, name, price.");
  const as = guessColumns(names, mapping);
  const samples = second(readCsv(text));
  const columns = names.map((name, at) => ({
    name,
    as: as[at] ?? "ignore",
    sample: (samples[at] ?? "").slice(0, 200),
  }));
  return {
    columns,
    *rows() {
      let row = -1;
      for (const cells of readCsv(text)) {
        row += 1;
        if (row === 0) continue;
        yield read(
          row,
          columns.map(({ name, as: kind }, at) => ({ name, as: kind, text: unmarked(cells[at] ?? "") })),
          currency,
        );
      }
    },
  };
}

/** The mark before what a table calculator would take for a formula. */
const unmarked = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/u, "");

function second(rows: Generator<string[]>): string[] {
  rows.next();
  const next = rows.next();
  return next.done ? [] : next.value;
}

/** A list of products, or an object that holds one; each as the API takes it, or flat as a table's row. */
function readJson(text: string, mapping: ProductImport["mapping"], currency: string | null): ReadFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw unreadable("This is not JSON. Check the file, or choose CSV.");
  }
  const list = Array.isArray(parsed) ? parsed : firstList(parsed);
  if (list === undefined) throw unreadable("The file must hold a list of products.");
  const names = [...new Set(list.slice(0, 200).flatMap((one) => (isObject(one) ? Object.keys(one) : [])))].slice(
    0,
    200,
  );
  const as = guessColumns(names, mapping);
  const [first] = list;
  const columns = names.map((name, at) => ({
    name,
    as: as[at] ?? "ignore",
    sample: isObject(first) ? textOf(first[name]).slice(0, 200) : "",
  }));
  return {
    columns,
    *rows() {
      for (const [at, one] of list.entries()) {
        const row = at + 1;
        if (!isObject(one)) yield { row, fault: { field: null, message: "This is not a product." } };
        else {
          const exact = productInput.safeParse(one);
          if (exact.success && Object.keys(mapping).length === 0) yield { row, product: tidy(exact.data) };
          else
            yield read(
              row,
              columns.map(({ name, as: kind }) => ({ name, as: kind, text: textOf(one[name]) })),
              currency,
            );
        }
      }
    },
  };
}

function read(row: number, cells: Cells, fallback: string | null): ReadRow {
  const found = readCells(cells, fallback);
  return "field" in found ? { row, fault: found } : { row, product: found };
}

/** One row as a product: what cannot be read is a fault of it, and never a guess. */
export function readCells(cells: Cells, fallback: string | null): ProductInput | Omit<ImportFault, "row"> {
  const of = (column: ProductColumn) =>
    cells.find(({ as, text }) => as === column && text.trim() !== "")?.text.trim() ?? "";
  const externalId = of("externalId");
  if (externalId === "") return { field: "externalId", message: "The row has no id or SKU." };
  const name = plainName(of("name"));
  if (name === "") return { field: "name", message: "The row has no name." };
  const said = of("currency").toUpperCase();
  const price = parsePrice(of("price"), said === "" ? fallback : said);
  if (!price.ok) return { field: "price", message: price.message };
  const sale = parsePrice(of("salePrice"), price.currency ?? (said === "" ? fallback : said));
  if (!sale.ok) return { field: "salePrice", message: sale.message };
  if (sale.currency !== null && price.currency !== null && sale.currency !== price.currency)
    return { field: "salePrice", message: "Price and sale price are in different currencies." };
  const stock = parseStock(of("stock"));
  if (stock === undefined)
    return {
      field: "stock",
      message: `“${of("stock").slice(0, 60)}” is no stock. Write in stock, out of stock, preorder, or a number.`,
    };
  const quantity = of("quantity");
  const counted = /^\d{1,9}(?:[.,]0+)?$/u.test(quantity) ? Number.parseInt(quantity, 10) : null;
  const until = dateOf(of("priceValidUntil"));
  if (until === undefined) return { field: "priceValidUntil", message: "This is not a date. Write it as 2026-12-31." };
  for (const field of ["link", "image"] as const)
    if (of(field) !== "" && safeLink(of(field)) === null)
      return { field, message: "An address must begin with https:// or http://." };
  const group = of("variantOf");
  const isOption = ({ as, name: column }: Cells[number]) =>
    as === "option" || (group !== "" && as === "attribute" && VARIES.test(column));
  const options = Object.fromEntries(
    cells.flatMap((cell) =>
      isOption(cell) && cell.text.trim() !== "" ? [[optionName(cell.name), cell.text.trim().slice(0, 100)]] : [],
    ),
  );
  const shared = {
    kind: /^(?:service|dienstleistung|servicio|servizio|serviço|услуга|hizmet)$/iu.test(of("kind"))
      ? "service"
      : "product",
    name,
    description: plainName(of("description")).slice(0, 5_000),
    category:
      of("category") === ""
        ? []
        : of("category")
            .split(/\s*[>/|›»]\s*/u)
            .map((part) => part.trim())
            .filter((part) => part !== "")
            .slice(0, 8),
    brand: plainName(of("brand")).slice(0, 200) || null,
    currency: price.currency ?? sale.currency,
    priceValidUntil: until,
    image: safeLink(of("image")),
    link: safeLink(of("link")),
    tags:
      of("tags") === ""
        ? []
        : of("tags")
            .split(/[,;|]/u)
            .map((tag) => tag.trim())
            .filter((tag) => tag !== "")
            .slice(0, 50),
    attributes: attributesOf(
      cells.filter((cell) => !isOption(cell)),
      group === "" ? options : {},
    ),
    ...(of("language") === "" ? {} : { language: of("language") }),
  };
  const state =
    counted !== null && stock.stock === "unknown" ? (counted > 0 ? "in_stock" : "out_of_stock") : stock.stock;
  const money = { price: price.amount, salePrice: sale.amount };
  const offer = { ...money, stock: state, quantity: stock.quantity ?? counted };
  const variant = { sku: externalId.slice(0, 200), options, ...offer };
  const given =
    group === ""
      ? { ...shared, ...offer, externalId }
      : { ...shared, ...money, stock: "unknown", externalId: group, variants: [variant] };
  const parsed = productInput.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return {
    field: issue?.path.join(".") ?? null,
    message: `This row cannot be taken: ${issue?.message ?? "it is not a product"}.`,
  };
}

/** Rows that name the same product with different variants become one product. */
export function mergeVariants(before: ProductInput | undefined, next: ProductInput): ProductInput {
  if (before === undefined || next.variants.length === 0 || before.variants.length === 0) return next;
  const variants = new Map<string, ProductVariant>();
  for (const one of [...before.variants, ...next.variants]) variants.set(one.sku ?? JSON.stringify(one.options), one);
  return { ...before, variants: [...variants.values()].slice(0, 100) };
}

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

/** What tells variants from each other, where a row is one of several. */
const VARIES = /^(?:g:)?(?:colou?r|material|pattern|farbe|couleur|colore?|cor|kleur|цвет|renk)$/iu;
const optionName = (column: string) =>
  column
    .replace(/^option\s*:\s*/iu, "")
    .trim()
    .slice(0, 60) || "Option";

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

function tidy(product: ProductInput): ProductInput {
  return { ...product, name: plainName(product.name) || product.name, description: plainName(product.description) };
}

function firstList(value: unknown): unknown[] | undefined {
  if (!isObject(value)) return undefined;
  return Object.values(value).find((one): one is unknown[] => Array.isArray(one));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? value.map(textOf).join("; ") : "";
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const unreadable = (message: string) => new Fault("invalid_request", message, { field: "text" });
