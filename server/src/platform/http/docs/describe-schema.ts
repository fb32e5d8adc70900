/** A schema as a list of fields that a person can read. */
import { type Html, markup, trusted, words } from "./html.ts";
import { asList, asObject, asText, formsOf, propertiesOf, type Property, type Schema } from "./read-schema.ts";

const DEEPEST = 5;
/** Beyond this depth fields are folded up. */
const OPEN_TO = 1;

/** Empty where there is nothing to say. */
export function describeSchema(schema: Schema, depth = 0): Html {
  const { forms } = formsOf(schema);
  const [only] = forms;
  if (forms.length > 1) {
    const several = forms.filter(hasFields);
    if (several.length === 0) return trusted("");
    return markup`<p class="of">One of:</p>
      ${several.map((form) => markup`<div class="form">${describeSchema(form, depth)}</div>`)}`;
  }
  if (!only) return trusted("");
  if (only["type"] === "array") {
    const items = asObject(only["items"]);
    const inner = describeSchema(items, depth);
    return depth === 0 && hasFields(items)
      ? markup`<p class="of">A list of:</p>
          ${inner}`
      : inner;
  }
  const properties = propertiesOf(only);
  if (properties.length === 0 || depth > DEEPEST) return trusted("");
  return markup`<ul class="fields">
    ${properties.map((property) => describeProperty(property, depth))}
  </ul>`;
}

function describeProperty({ name, schema, required }: Property, depth: number): Html {
  const inner = describeSchema(schema, depth + 1);
  const folded = depth >= OPEN_TO;
  return markup`<li>
    <div class="field">
      <code class="name">${name}</code> <span class="type">${typeOf(schema)}</span>${
        required ? markup` <span class="needed">required</span>` : ""
      }
    </div>
    ${describeLimits(schema)}${
      inner.text === ""
        ? ""
        : folded
          ? markup`<details>
              <summary>Fields of <code>${name}</code></summary>
              ${inner}
            </details>`
          : inner
    }
  </li>`;
}

/** Words such as `string or null`, `list of integers`. */
export function typeOf(schema: Schema): string {
  const { forms, nullable } = formsOf(schema);
  const names = [...new Set(forms.map(nameOf))];
  return [...names, ...(nullable ? ["null"] : [])].join(" or ");
}

function nameOf(form: Schema): string {
  const type = asText(form["type"]);
  if (type === "array") return `list of ${plural(typeOf(asObject(form["items"])))}`;
  if ("const" in form || "enum" in form) return "text";
  const format = asText(form["format"]);
  if (format === "date-time") return "time";
  if (format === "date") return "day";
  if (format === "uri") return "address";
  return (
    { string: "text", integer: "whole number", number: "number", boolean: "true or false", object: "object" }[type] ??
    "anything"
  );
}

const plural = (words: string) =>
  ({ text: "texts", object: "objects", number: "numbers", "whole number": "whole numbers" })[words] ?? words;

/** What else must hold of a value. */
export function describeLimits(schema: Schema): Html {
  const { forms } = formsOf(schema);
  const facts = forms.flatMap(factsOf);
  const description = asText(schema["description"]);
  const preset = "default" in schema ? markup`; otherwise <code>${JSON.stringify(schema["default"])}</code>` : "";
  if (facts.length === 0 && description === "" && preset === "") return trusted("");
  const first = description === "" ? "" : markup`${words(description)} `;
  return markup`<div class="facts">
    ${first}${facts.map((fact, at) => markup`${at > 0 ? ", " : ""}${fact}`)}${
      facts.length === 0 && preset !== "" ? markup`may be left out${preset}` : preset
    }
  </div>`;
}

function factsOf(form: Schema): Html[] {
  const facts: Html[] = [];
  const choices = "const" in form ? [form["const"]] : asList(form["enum"]);
  if (choices.length > 0) {
    const shown = choices.slice(0, 24).map((choice, at) => markup`${at > 0 ? " " : ""}<code>${String(choice)}</code>`);
    facts.push(markup`${shown}${choices.length > 24 ? ` and ${choices.length - 24} more` : ""}`);
  }
  const range = (least: unknown, most: unknown, unit: string) => {
    const [from, to] = [Number(least ?? Number.NaN), Number(most ?? Number.NaN)];
    if (Math.abs(to) >= Number.MAX_SAFE_INTEGER || Math.abs(from) >= Number.MAX_SAFE_INTEGER) return;
    if (!Number.isNaN(from) && !Number.isNaN(to)) facts.push(markup`${shown(from)} to ${shown(to)}${unit}`);
    else if (!Number.isNaN(to)) facts.push(markup`at most ${shown(to)}${unit}`);
    else if (!Number.isNaN(from) && from > 0) facts.push(markup`at least ${shown(from)}${unit}`);
  };
  range(form["minLength"], form["maxLength"], " characters");
  range(form["minimum"], form["maximum"], "");
  range(form["minItems"], form["maxItems"], " items");
  const prefix = /^\^([a-z]{3,4})_\[/.exec(asText(form["pattern"]))?.[1];
  if (prefix !== undefined) facts.push(markup`<code>${prefix}_…</code>`);
  return facts;
}

const shown = (value: number) => value.toLocaleString("en");

function hasFields(schema: Schema): boolean {
  return formsOf(schema).forms.some(
    (form) => propertiesOf(form).length > 0 || (form["type"] === "array" && hasFields(asObject(form["items"]))),
  );
}
