import { Fault } from "@parley/contracts";
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
 * Changes the tree. Throws Fault response_too_large for selectors that take too long. The engine for selectors is loaded with the first page that needs it.
 */
export async function selectParts(root: Element, { keep, drop }: PartsOfPage): Promise<Element | undefined> {
  if (keep.length + drop.length === 0) return undefined;
  const { selectAll } = await import("css-select");
  const adapter = countingAdapter();
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
    compile<Node, Element>(selector, { adapter: countingAdapter() });
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

/** Looks that all selectors of a source may take at one page: what has to look again from everywhere has no end. */
const MOST_LOOKS = 20_000_000;

/** What the engine knows of our tree. Throws Fault response_too_large for selectors that take too long. */
function countingAdapter() {
  let looks = 0;
  const look = (count = 1): void => {
    looks += count;
    if (looks > MOST_LOOKS)
      throw new Fault("response_too_large", "The CSS selectors take too long on this page. Write plainer ones.");
  };
  const childrenOf = (node: Node): Node[] => {
    look();
    return isElement(node) ? node.children : [];
  };
  return {
    isTag: isElement,
    getAttributeValue({ attributes }: Element, name: string) {
      look();
      return attributes[name];
    },
    hasAttrib: ({ attributes }: Element, name: string) => name in attributes,
    getName({ name }: Element) {
      look();
      return name;
    },
    getChildren: childrenOf,
    getParent({ parent }: Element) {
      look();
      return parent;
    },
    getSiblings(node: Node) {
      const all = isElement(node) ? (node.parent?.children ?? [node]) : [node];
      look(all.length);
      return all;
    },
    getText(node: Node) {
      const text = textOf(node);
      look(text.length);
      return text;
    },
    removeSubsets: (nodes: Node[]) => [...withoutInner(nodes.filter(isElement))],
  };
}
