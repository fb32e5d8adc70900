import type { Element, Node } from "./parse-html.ts";

/** Everything below an element, in the order of the page. */
export function elementsOf(root: Element): Element[] {
  const found: Element[] = [];
  gather(root, found);
  return found;
}

function gather(element: Element, found: Element[]): void {
  for (const child of element.children) {
    if (child.type === "text") continue;
    found.push(child);
    gather(child, found);
  }
}

export function findFirst(root: Element, wanted: (element: Element) => boolean): Element | undefined {
  for (const child of root.children) {
    if (child.type === "text") continue;
    const found = wanted(child) ? child : findFirst(child, wanted);
    if (found) return found;
  }
  return undefined;
}

/** What stands in these is never said, wherever they are. */
export const unsaid = [
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "annotation",
  "annotation-xml",
  "iframe",
  "object",
] as const;

/** As those, and what is not of the text. */
export const silent = new Set<string>([...unsaid, "canvas", "head", "title"]);

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
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Class and id, for guessing what an element is for. */
export function hintOf({ attributes }: Element): string {
  return `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`;
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
