import {
  Fault,
  type ImportFault,
  type ProductColumn,
  type ProductImport,
  productInput,
  type ProductInput,
  type ProductVariant,
} from "@parley/contracts";
import { plainCell } from "../../csv.ts";
import { guessColumns } from "./guess-columns.ts";
import { idsOfNames } from "./ids-of-names.ts";
import { type Cells, readCells } from "./read-cells.ts";
import { readCsv } from "./read-csv.ts";
import { plainName } from "./safe-values.ts";

export type Columns = { name: string; as: ProductColumn; sample: string }[];

/** A product of a file, or what is wrong with its row. */
export type ReadRow = { row: number; product: ProductInput } | { row: number; fault: Omit<ImportFault, "row"> };

export interface ReadFile {
  columns: Columns;
  /** Lazy: a file of 100,000 rows is read row by row. Rows of one product may stand apart. */
  rows: () => Generator<ReadRow>;
}

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
      const named = idsOfNames(columns);
      for (const cells of readCsv(text)) {
        row += 1;
        if (row === 0) continue;
        yield read(
          row,
          named(columns.map(({ name, as: kind }, at) => ({ name, as: kind, text: plainCell(cells[at] ?? "") }))),
          currency,
        );
      }
    },
  };
}

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
      const named = idsOfNames(columns);
      for (const [at, one] of list.entries()) {
        const row = at + 1;
        if (!isObject(one)) yield { row, fault: { field: null, message: "This is not a product." } };
        else {
          const exact = productInput.safeParse(one);
          if (exact.success && Object.keys(mapping).length === 0) yield { row, product: tidy(exact.data) };
          else
            yield read(
              row,
              named(columns.map(({ name, as: kind }) => ({ name, as: kind, text: textOf(one[name]) }))),
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

/** Rows that name the same product with different variants become one product. */
export function mergeVariants(before: ProductInput | undefined, next: ProductInput): ProductInput {
  if (before === undefined || next.variants.length === 0 || before.variants.length === 0) return next;
  const variants = new Map<string, ProductVariant>();
  for (const one of [...before.variants, ...next.variants]) variants.set(one.sku ?? JSON.stringify(one.options), one);
  return { ...before, variants: [...variants.values()].slice(0, 100) };
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
