import { ParseFault, type ParsedDocument } from "./types.ts";
import { createWriter, escapeStart, heading, type DocumentWriter } from "./write-document.ts";

const DEEPEST = 30;
const WIDEST_TABLE = 30;

/** Values under their names; a list of like records becomes a table. */
export function parseJson(value: unknown, title: string): ParsedDocument {
  const writer = createWriter();
  write(value, { writer, depth: 0, level: 2 });
  if (writer.isEmpty()) throw new ParseFault("empty", "There is no text in it.");
  return writer.finish({ entry: "", title });
}

/** The value of a JSON text, or of one JSON value a line; undefined where it is neither. */
export function readJson(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return undefined;
  const whole = tryParse(trimmed);
  if (whole !== undefined) return whole;
  const lines = trimmed.split(/\r?\n/).filter((line) => line.trim() !== "");
  const values = lines.map(tryParse);
  return lines.length > 1 && values.every((value) => value !== undefined) ? values : undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Target {
  writer: DocumentWriter;
  depth: number;
  /** Of the next heading. */
  level: number;
}

const below = ({ writer, depth, level }: Target): Target => ({ writer, depth: depth + 1, level: level + 1 });

function write(value: unknown, target: Target): void {
  if (target.depth > DEEPEST) return;
  if (Array.isArray(value)) return writeList(value, target);
  if (isRecord(value)) return writeRecord(value, target);
  const text = wordOf(value);
  if (text !== "") target.writer.block(escapeStart(text));
}

function writeRecord(value: Record<string, unknown>, target: Target): void {
  const { writer, level } = target;
  const entries = Object.entries(value);
  const plain = entries.filter(([, one]) => !isNested(one) && wordOf(one) !== "");
  if (plain.length > 0)
    writer.block(plain.map(([key, one]) => `- ${wordsOf(key)}: ${wordOf(one).replace(/\s*\n\s*/g, " ")}`).join("\n"));
  for (const [key, one] of entries) {
    if (!isNested(one)) continue;
    writer.block(heading(level, wordsOf(key)));
    write(one, below(target));
  }
}

function writeList(list: readonly unknown[], target: Target): void {
  const { writer, level } = target;
  const columns = columnsOf(list);
  if (columns) {
    const rows = list.map((one) => ({ cells: columns.map((key) => (isRecord(one) ? wordOf(one[key]) : "")) }));
    return writer.table(columns.map(wordsOf), rows);
  }
  if (list.every((one) => !isNested(one))) {
    const items = list.map(wordOf).filter((text) => text !== "");
    if (items.length > 0) writer.block(items.map((text) => `- ${text.replace(/\s*\n\s*/g, " ")}`).join("\n"));
    return;
  }
  for (const [at, one] of list.entries()) {
    const name = isRecord(one) ? wordOf(one["title"] ?? one["name"] ?? one["question"] ?? one["id"]) : "";
    if (isNested(one)) writer.block(heading(level, name === "" ? String(at + 1) : name));
    write(one, below(target));
  }
}

/** The names of flat records that are alike; undefined where a list is something else. */
function columnsOf(list: readonly unknown[]): string[] | undefined {
  if (list.length < 2) return undefined;
  const names = new Set<string>();
  for (const one of list) {
    if (!isRecord(one) || Object.values(one).some((part) => isNested(part) && !isPlainList(part))) return undefined;
    for (const [key, part] of Object.entries(one)) {
      if (wordOf(part).length > 400) return undefined;
      names.add(key);
    }
    if (names.size > WIDEST_TABLE) return undefined;
  }
  return names.size < 2 ? undefined : [...names];
}

const isPlainList = (value: unknown): boolean => Array.isArray(value) && value.every((one) => !isNested(one));
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNested = (value: unknown): boolean => typeof value === "object" && value !== null;

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value))
    return value
      .map(wordOf)
      .filter((text) => text !== "")
      .join(", ");
  return typeof value === "object" ? "" : String(value).trim();
}

/** `unitPrice`, `unit_price` → `unit price`. */
function wordsOf(key: string): string {
  return key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim();
}
