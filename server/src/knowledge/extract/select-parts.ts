import { textOf } from "./dom.ts";
import type { Element, Node } from "./parse-html.ts";

/** CSS selectors. */
export interface PartsOfPage {
  keep: readonly string[];
  drop: readonly string[];
}

/** Between parts that lie in different places. */
const box = (children: Node[]): Element => ({ type: "element", name: "div", attributes: {}, children, parent: null });

/**
 * Takes out what is to be dropped, and gathers what is to be kept; undefined where nothing of that is on the page.
 * Changes the tree. The engine for selectors is loaded with the first page that needs it.
 */
export async function selectParts(root: Element, { keep, drop }: PartsOfPage): Promise<Element | undefined> {
  if (keep.length + drop.length === 0) return undefined;
  const { selectAll } = await import("css-select");
  const find = (selectors: readonly string[]): Element[] => {
    const good = selectors.filter((selector) => selector.trim() !== "").join(", ");
    return good === "" ? [] : selectAll<Node, Element>(good, root, { adapter, xmlMode: false });
  };
  for (const element of find(drop)) {
    const { parent } = element;
    if (parent) parent.children = parent.children.filter((child) => child !== element);
  }
  const kept = withoutInner(find(keep));
  return kept.length === 0 ? undefined : box(kept);
}

/** What is wrong with a selector, as its reader says it; undefined for a good one. */
export async function faultOfSelector(selector: string): Promise<string | undefined> {
  const { compile } = await import("css-select");
  try {
    compile<Node, Element>(selector, { adapter });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "It cannot be read.";
  }
}

const isElement = (node: Node): node is Element => node.type === "element";

/** What lies within another found element is there already. */
function withoutInner(elements: readonly Element[]): Element[] {
  const all = new Set<Element>(elements);
  return elements.filter((element) => {
    for (let at = element.parent; at; at = at.parent) if (all.has(at)) return false;
    return true;
  });
}

const adapter = {
  isTag: isElement,
  getAttributeValue: ({ attributes }: Element, name: string) => attributes[name],
  hasAttrib: ({ attributes }: Element, name: string) => name in attributes,
  getName: ({ name }: Element) => name,
  getChildren: (node: Node) => (isElement(node) ? node.children : []),
  getParent: ({ parent }: Element) => parent,
  getSiblings: (node: Node) => (isElement(node) ? (node.parent?.children ?? [node]) : [node]),
  getText: textOf,
  removeSubsets: (nodes: Node[]) => {
    const outer = withoutInner(nodes.filter(isElement));
    return [...outer];
  },
};
