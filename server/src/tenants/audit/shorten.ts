/** Keeps a line of the audit log small: long texts are cut, long lists counted, and what looks like a secret is left out. */

const LONGEST_TEXT = 1_000;
const MOST_ITEMS = 50;
const DEEPEST = 6;
const SECRET = /secret|password|token|credential|hash|api_?key|authorization/i;
const HIDDEN = "•••";

/** Null for nothing. Always plain JSON: dates become ISO texts, what JSON does not know is left out. */
export function shorten(value: object | null | undefined): object | null {
  if (value === null || value === undefined) return null;
  const kept = cut(value, 0);
  return typeof kept === "object" ? kept : null;
}

function cut(value: unknown, depth: number): string | number | boolean | object | null {
  if (typeof value === "string") return cutText(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth === DEEPEST) return "…";
  if (Array.isArray(value)) return cutList(value, depth);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .slice(0, MOST_ITEMS)
      .map(([name, field]) => [name, SECRET.test(name) && typeof field === "string" ? HIDDEN : cut(field, depth + 1)]),
  );
}

function cutList(list: readonly unknown[], depth: number): unknown[] {
  const kept = list.slice(0, MOST_ITEMS).map((item) => cut(item, depth + 1));
  return list.length > MOST_ITEMS ? [...kept, `… and ${list.length - MOST_ITEMS} more`] : kept;
}

/** NUL cannot be stored, and half a pair of surrogates would not be text. */
function cutText(text: string): string {
  const clean = text.replaceAll("\u0000", "");
  return clean.length > LONGEST_TEXT
    ? `${clean
        .slice(0, LONGEST_TEXT)
        .toWellFormed()
        .replace(/\uFFFD$/, "")}…`
    : clean;
}
