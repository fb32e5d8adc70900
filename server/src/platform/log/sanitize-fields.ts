/** What of a log call's fields may be written. A list of what is let through, not of what is held back. */

/** Keys whose strings are ours: names and codes that no visitor and no page can choose. */
const identifiers = new Set([
  "action",
  "algorithm",
  "channel",
  "code",
  "column",
  "constraint",
  "consumer",
  "engine",
  "event",
  "host",
  "hostname",
  "id",
  "job",
  "kind",
  "language",
  "level",
  "method",
  "mode",
  "model",
  "name",
  "node",
  "operation",
  "origin",
  "outcome",
  "phase",
  "port",
  "provider",
  "queue",
  "reason",
  "result",
  "role",
  "roles",
  "route",
  "routine",
  "scope",
  "signal",
  "stage",
  "state",
  "status",
  "step",
  "syscall",
  "table",
  "topic",
  "type",
  "types",
  "unit",
  "vendor",
  "version",
  "visitor",
]);
/** Paths on this server. */
const places = new Set(["dataDir", "dir", "directory", "file", "path"]);
const addresses = new Set(["url", "to", "from"]);

const DEEPEST = 4;
const LONGEST_LIST = 20;
const LEFT_OUT = "[left out]";

export function sanitizeFields(fields: unknown): Record<string, unknown> {
  const clean = sanitize("", fields, 0);
  return typeof clean === "object" && clean !== null && !Array.isArray(clean) ? { ...clean } : {};
}

function sanitize(key: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string") return sanitizeText(key, value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof URL) return sanitizeText("url", value.href);
  if (typeof value !== "object" || depth >= DEEPEST || ArrayBuffer.isView(value)) return LEFT_OUT;
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => sanitize(key, item, depth + 1));
  const clean: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value).slice(0, LONGEST_LIST * 2)) {
    // A key may be said by somebody too, in a map of counts for instance.
    if (/^[A-Za-z]\w{0,40}$/.test(name)) clean[name] = sanitize(name, item, depth + 1);
  }
  return clean;
}

function sanitizeText(key: string, text: string): string {
  if (key === "stack") return text;
  if (identifiers.has(key) || /Id$|Ids$/.test(key)) return /^[\w.:/@[\]*{}-]{1,100}$/.test(text) ? text : LEFT_OUT;
  if (places.has(key)) return text.length <= 300 && !/[\r\n]/.test(text) ? text : LEFT_OUT;
  if (addresses.has(key)) return withoutQuery(text);
  return LEFT_OUT;
}

/** Queries carry tokens and searches; the rest tells which page it was. */
function withoutQuery(text: string): string {
  if (!URL.canParse(text)) return LEFT_OUT;
  const { protocol, host, pathname } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? `${protocol}//${host}${pathname}`.slice(0, 300) : LEFT_OUT;
}

const errorFields = [
  "code",
  "errno",
  "syscall",
  "statusCode",
  "severity",
  "table",
  "column",
  "constraint",
  "routine",
] as const;

function describeError(error: Error, depth: number): unknown {
  const described: Record<string, unknown> = { name: sanitizeText("name", error.name) };
  for (const field of errorFields) {
    const value: unknown = Reflect.get(error, field);
    if (typeof value === "number") described[field] = value;
    else if (typeof value === "string") described[field] = sanitizeText("code", value);
  }
  described["stack"] = framesOf(error);
  if (depth >= DEEPEST) return described;
  if (error instanceof AggregateError)
    described["errors"] = error.errors.slice(0, 3).map((inner) => asCause(inner, depth));
  if (error.cause !== undefined) described["cause"] = asCause(error.cause, depth);
  return described;
}

function asCause(cause: unknown, depth: number): unknown {
  return cause instanceof Error ? describeError(cause, depth + 1) : LEFT_OUT;
}

const FRAME =
  /^ {4}at (?:[^\n(]{1,200} \()?(?:async )?(?:file:|node:|\/|[A-Za-z]:[\\/]|native|<anonymous>|index \d)[^\n]{0,300}$/;

/** The stack begins with the message, which may be of several lines. */
function framesOf(error: Error): string {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const start = error.message === "" ? -1 : stack.indexOf(error.message);
  const after = start < 0 ? stack : stack.slice(start + error.message.length);
  return after
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, 15)
    .join("\n");
}
