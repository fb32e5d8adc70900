/**
 * Values in and out, the same on both engines: JavaScript to PostgreSQL's text and back.
 * In: undefined and null are NULL, a Date is an instant, a Uint8Array bytea, an array a PostgreSQL array (give JSON
 * arrays as `JSON.stringify`d text), any other object JSON.
 * Out: int8 a number (text beyond 2^53), timestamptz a Date, date text, jsonb parsed, numeric and xid8 text.
 */
import type { Shape } from "./engine.ts";

export function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return objectText(value);
    default:
      return String(value);
  }
}

function objectText(value: object): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return arrayText(value);
  return JSON.stringify(value);
}

function arrayText(items: readonly unknown[]): string {
  const texts = items.map((item) => {
    if (Array.isArray(item)) return arrayText(item);
    const text = toText(item);
    return text === null ? "NULL" : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `{${texts.join(",")}}`;
}

export type Parse = (text: string) => unknown;

/** How a column of the type `oid` is read. */
export function parserOf(oid: number, shape: Shape): Parse {
  const parse = shape === "arrays" && JSON_TYPES.has(oid) ? parseJsonForDrizzle : scalars.get(oid);
  if (parse) return parse;
  const item = arrays.get(oid);
  return item === undefined ? asText : (text) => parseArray(text, scalars.get(item) ?? asText);
}

const asText: Parse = (text) => text;
const JSON_TYPES = new Set([114, 3802]);

const parseInteger: Parse = (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
};
const parseInstant: Parse = (text) => new Date(text);
const parseJson: Parse = (text) => JSON.parse(text);

/** Drizzle parses every text it gets for a JSON column: a JSON string must reach it unparsed, or it is parsed twice. */
const parseJsonForDrizzle: Parse = (text) => (text.startsWith('"') ? text : JSON.parse(text));

const scalars = new Map<number, Parse>([
  [16, (text) => text === "t"],
  [17, (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"))],
  [20, parseInteger],
  [21, Number],
  [23, Number],
  [26, Number],
  [114, parseJson],
  [700, Number],
  [701, Number],
  [1114, (text) => new Date(`${text}Z`)],
  [1184, parseInstant],
  [3802, parseJson],
]);

/** Array type to the type of its items. */
const arrays = new Map<number, number>([
  [199, 114],
  [1000, 16],
  [1001, 17],
  [1005, 21],
  [1007, 23],
  [1009, 25],
  [1014, 1042],
  [1015, 1043],
  [1016, 20],
  [1021, 700],
  [1022, 701],
  [1028, 26],
  [1115, 1114],
  [1182, 1082],
  [1185, 1184],
  [1231, 1700],
  [2951, 2950],
  [3807, 3802],
]);

/** PostgreSQL's array text, such as `{a,"b\"c",NULL,{d}}`. */
function parseArray(text: string, parse: Parse): unknown[] {
  let at = text.indexOf("{");
  const list = (): unknown[] => {
    const items: unknown[] = [];
    at += 1;
    while (text[at] !== "}") {
      if (text[at] === ",") at += 1;
      else if (text[at] === "{") items.push(list());
      else items.push(item());
    }
    at += 1;
    return items;
  };
  const item = (): unknown => {
    if (text[at] === '"') return parse(quoted());
    const start = at;
    while (text[at] !== "," && text[at] !== "}") at += 1;
    const bare = text.slice(start, at);
    return bare === "NULL" ? null : parse(bare);
  };
  const quoted = (): string => {
    let plain = "";
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === "\\") at += 1;
      plain += text[at];
    }
    at += 1;
    return plain;
  };
  return list();
}
