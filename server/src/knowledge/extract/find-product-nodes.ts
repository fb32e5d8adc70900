import { elementsOf, textOf } from "./dom.ts";
import type { Element } from "./parse-html.ts";

export type Json = Record<string, unknown>;

const MOST_BYTES = 500_000;
const MOST_NODES = 3_000;

/** Products and services in the schema.org markup of a page: JSON-LD first, then microdata in the same shape. */
export function* findProductNodes(root: Element): Generator<Json> {
  yield* linkedNodes(root);
  yield* microNodes(root);
}

function* linkedNodes(root: Element): Generator<Json> {
  for (const { name, attributes, children } of elementsOf(root)) {
    if (name !== "script" || !/ld\+json/iu.test(attributes["type"] ?? "")) continue;
    const text = children.map((child) => (child.type === "text" ? child.text : "")).join("");
    if (text.length <= MOST_BYTES && /Product|Service/u.test(text)) yield* productNodes(parse(text));
  }
}

/** Products within lists, graphs and pages; what belongs to a product is left in it. */
function* productNodes(value: unknown): Generator<Json> {
  const open = [value];
  for (let seen = 0; open.length > 0 && seen < MOST_NODES; seen += 1) {
    const next = open.shift();
    if (Array.isArray(next)) open.push(...next.slice(0, MOST_NODES));
    else if (isJson(next)) {
      if (isProduct(next)) yield next;
      else
        for (const key of ["@graph", "mainEntity", "itemListElement", "item", "hasPart", "about"])
          if (next[key] !== undefined) open.push(next[key]);
    }
  }
}

export const typesOf = (node: Json) => [node["@type"]].flat().map((type) => String(type).replace(/^.*[/#:]/u, ""));
const isProduct = (node: Json) =>
  typesOf(node).some((type) =>
    /^(?:Product|ProductGroup|ProductModel|IndividualProduct|SomeProducts|Vehicle|Car|Service)$/u.test(type),
  );

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/gu, ""));
  } catch {
    return undefined;
  }
}

/** Items of microdata as JSON-LD would say them. */
function* microNodes(root: Element): Generator<Json> {
  for (const element of elementsOf(root)) {
    const { attributes } = element;
    if (!("itemscope" in attributes) || "itemprop" in attributes) continue;
    const item = itemOf(element, 0);
    if (isProduct(item)) yield item;
  }
}

function itemOf(element: Element, depth: number): Json {
  const item: Json = { "@type": (element.attributes["itemtype"] ?? "").trim().split(/\s+/u) };
  const open: Element[] = element.children.filter((child) => child.type === "element");
  for (let seen = 0; open.length > 0 && seen < MOST_NODES; seen += 1) {
    const next = open.shift();
    if (next === undefined) break;
    const { attributes } = next;
    const names = (attributes["itemprop"] ?? "")
      .trim()
      .split(/\s+/u)
      .filter((name) => name !== "");
    const isScope = "itemscope" in attributes;
    if (names.length > 0) {
      const value = isScope && depth < 4 ? itemOf(next, depth + 1) : valueOf(next);
      for (const name of names) item[name] = name in item ? [item[name], value].flat() : value;
    }
    if (!isScope) open.unshift(...next.children.filter((child) => child.type === "element"));
  }
  return item;
}

function valueOf(element: Element): string {
  const { attributes } = element;
  return (
    attributes["content"] ??
    attributes["href"] ??
    attributes["src"] ??
    attributes["datetime"] ??
    attributes["value"] ??
    textOf(element)
  ).trim();
}

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
