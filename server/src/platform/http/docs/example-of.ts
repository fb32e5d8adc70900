/** A value that fits a schema and looks like something: for the examples of the reference. */
import { asList, asObject, asText, formsOf, propertiesOf, type Schema } from "./read-schema.ts";

export interface ExampleOptions {
  /** For requests: what must be there and little else. For answers: all of it. */
  whole: boolean;
  /** What the value is called, which tells what it may look like. */
  name?: string;
  depth?: number;
}

const DEEPEST = 6;

export function exampleOf(schema: Schema, options: ExampleOptions): unknown {
  const { name = "", depth = 0 } = options;
  if ("const" in schema) return schema["const"];
  if ("default" in schema && !options.whole) return schema["default"];
  const [shown] = asList(schema["examples"]);
  if (shown !== undefined) return shown;
  const [choice] = asList(schema["enum"]);
  if (choice !== undefined) return choice;
  const { forms, nullable } = formsOf(schema);
  const form = forms.toSorted((a, b) => weight(a) - weight(b))[0];
  if (!form) return nullable ? null : {};
  if (form !== schema) return exampleOf(form, options);
  const type = asText(form["type"]);
  if (type === "object" || "properties" in form) return objectOf(form, options);
  if (type === "array") {
    const items = asList(form["prefixItems"]).map(asObject);
    const each = items.length > 0 ? items : [asObject(form["items"])];
    const empty = depth >= DEEPEST || (!options.whole && !(Number(form["minItems"]) > 0));
    return empty && items.length === 0
      ? []
      : each.map((item) => exampleOf(item, { ...options, name: singular(name), depth: depth + 1 }));
  }
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberOf(form, name);
  return type === "string" ? textOf(form, name) : {};
}

/** Of several forms the single one before the list, and the one with fields before the bare one. */
function weight(form: Schema): number {
  return form["type"] === "array" ? 2 : "properties" in form ? 0 : 1;
}

function objectOf(schema: Schema, options: ExampleOptions): unknown {
  const { depth = 0 } = options;
  const properties = propertiesOf(schema);
  const needed = properties.filter(({ required }) => required);
  // A body without anything that must be there is shown with something.
  const shown =
    options.whole || depth >= DEEPEST ? properties : needed.length > 0 || depth > 0 ? needed : properties.slice(0, 1);
  if (depth >= DEEPEST) return {};
  return Object.fromEntries(
    shown.map(({ name, schema: each }) => [name, exampleOf(each, { ...options, name, depth: depth + 1 })]),
  );
}

function numberOf(schema: Schema, name: string): number {
  const known = /revision|version|number/i.test(name) ? 3 : /limit/i.test(name) ? 5 : 1;
  const least = Number(schema["minimum"] ?? Number.NEGATIVE_INFINITY);
  const most = Number(schema["maximum"] ?? Number.POSITIVE_INFINITY);
  return Math.min(Math.max(known, least), most);
}

const ID_TAIL = "01kahc2v7m9q4r5s6t8w3x0yzb";

function textOf(schema: Schema, name: string): string {
  const format = asText(schema["format"]);
  if (format === "date-time") return "2026-11-20T09:30:00.000Z";
  if (format === "date") return "2026-11-20";
  if (format === "uri") return "https://example.com/";
  const pattern = asText(schema["pattern"]);
  const prefix = /^\^([a-z]{3,4})_/.exec(pattern)?.[1];
  if (prefix !== undefined) return `${prefix}_${ID_TAIL}`;
  const known =
    byPattern.find(([part]) => pattern.includes(part))?.[1] ?? byName.find(([test]) => test.test(name))?.[1];
  return fit(known ?? "text", schema);
}

const byPattern: [string, string][] = [
  ["0-9a-f]{6}", "#3b5bdb"],
  ["24:00", "09:00"],
  ["published|draft", "published"],
  ["(\\*\\.)?", "example.com"],
  ["[/*]", "/docs/**"],
  ["-[A-Za-z0-9]{1,8}", "en"],
  ["(\\.[a-z]", "agent.published"],
  ["\\/(?![/", "/o"],
];

const byName: [RegExp, string][] = [
  [/email|address$/i, "ada@example.com"],
  [/password/i, "correct horse battery staple"],
  [/url|origin|link|href/i, "https://example.com/"],
  [/question|query/i, "Can I return everything?"],
  [/timeZone/i, "Europe/Berlin"],
  [/language|locale/i, "en"],
  [/externalId/i, "returns"],
  [/title|subject/i, "Returns"],
  [/^text$|answer|content|snippet|quote/i, "You can return everything within 30 days."],
  [/greeting/i, "Hello! What can I do for you?"],
  [/token|^key$|secret|apiKey/i, "..."],
  [/code/i, "481516"],
  [/cursor|next/i, "..."],
  [/name/i, "Shop"],
];

function fit(text: string, schema: Schema): string {
  const least = Number(schema["minLength"] ?? 0);
  const most = Number(schema["maxLength"] ?? Number.POSITIVE_INFINITY);
  return text.padEnd(Math.min(least, 200), ".").slice(0, most);
}

const singular = (name: string) => name.replace(/ies$/, "y").replace(/s$/, "");
