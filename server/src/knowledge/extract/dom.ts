import type { Element, Node } from "./parse-html.ts";

export function* elementsOf(root: Element): Generator<Element> {
  for (const child of root.children) {
    if (child.type !== "element") continue;
    yield child;
    yield* elementsOf(child);
  }
}

export function findAll(root: Element, name: string): Element[] {
  return [...elementsOf(root)].filter((element) => element.name === name);
}

export function findFirst(root: Element, wanted: (element: Element) => boolean): Element | undefined {
  for (const element of elementsOf(root)) if (wanted(element)) return element;
  return undefined;
}

const silent = new Set(["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "head", "title"]);

/** All text below a node, with single spaces. */
export function textOf(node: Node): string {
  const pieces: string[] = [];
  collect(node, pieces);
  return pieces.join("").replace(/\s+/g, " ").trim();
}

function collect(node: Node, pieces: string[]): void {
  if (node.type === "text") return void pieces.push(node.text);
  if (node.name === "br") return void pieces.push(" ");
  for (const child of node.children) {
    if (child.type === "element" && silent.has(child.name)) continue;
    const block = child.type === "element" && !inline.has(child.name);
    if (block) pieces.push(" ");
    collect(child, pieces);
    if (block) pieces.push(" ");
  }
}

export const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split(" "),
);

/** Class and id, for guessing what an element is for. */
export function hintOf({ attributes }: Element): string {
  return `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`;
}

export function isBelow(element: Element, names: ReadonlySet<string>): boolean {
  for (let up = element.parent; up; up = up.parent) if (names.has(up.name)) return true;
  return false;
}

/** Meta tags by name, property or itemprop, lower case; the first counts. */
export function metaOf(root: Element): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, attributes } of elementsOf(root)) {
    if (name !== "meta") continue;
    const key = (attributes["name"] ?? attributes["property"] ?? attributes["itemprop"] ?? "").trim().toLowerCase();
    const content = (attributes["content"] ?? "").trim();
    if (key !== "" && content !== "" && !found.has(key)) found.set(key, content);
  }
  return found;
}
