/** What of a log call's fields may be written. A list of what is let through, not of what is held back. */

/** Keys whose strings are ours: names and codes that no visitor and no page can choose. */
const identifiers = new Set(
  `action algorithm channel code column constraint consumer engine event host hostname job kind language
   level method model node operation origin outcome phase port provider queue role roles route routine
   signal stage state status step syscall table topic type types unit vendor version`.split(/\s+/),
);
/** Paths on this server. */
const places = new Set(["dataDir", "dir", "directory", "file", "path"]);
/** A sentence of ours that a part of the platform composed; it promises to hold nothing people said. */
const sentences = new Set(["notice"]);
const addresses = new Set(["url", "to", "from"]);

/** Ids that we, the database or the job queue made. Clients choose ids too, and may put anything into them. */
const OUR_ID = /^([a-z]{3,4}_[0-9a-z]{26}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,20})$/;

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
  if (identifiers.has(key)) return /^[\w.:/[\]*{}-]{1,100}$/.test(text) ? text : LEFT_OUT;
  if (/^id$|Ids?$/.test(key)) return OUR_ID.test(text) ? text : LEFT_OUT;
  if (sentences.has(key)) return text.slice(0, 400).replace(/[\r\n]+/g, " ");
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

const errorFields = ["code", "errno", "syscall", "statusCode", "severity", "table", "column", "constraint", "routine"];

function describeError(error: Error, depth: number): unknown {
  const described: Record<string, unknown> = { name: nameOf(error) };
  for (const field of errorFields) {
    const value: unknown = Reflect.get(error, field);
    if (typeof value === "number" || (typeof value === "string" && /^\w{1,60}$/.test(value))) described[field] = value;
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

function nameOf(error: Error): string {
  return /^[\w$]{0,60}(error|exception|fault)$/i.test(error.name) ? error.name : "Error";
}

const FRAME =
  /^ {4}at (?:[^\n(]{1,200} \()?(?:async )?(?:file:|node:|\/|[A-Za-z]:[\\/]|native|<anonymous>|index \d)[^\n]{0,300}$/;

/** A stack begins with name and message, either of which may be of several lines that look like frames. */
function framesOf(error: Error): string {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const heads = [`${error.name}: ${error.message}`, `Error: ${error.message}`, error.name];
  const head = heads.find((text) => stack.startsWith(text));
  if (head === undefined && /\n/.test(error.name + error.message)) return "";
  const frames = stack.slice(head?.length ?? 0).split("\n");
  return frames
    .filter((line) => FRAME.test(line))
    .slice(0, 15)
    .join("\n");
}
