import { inline, silent } from "./dom.ts";
import type { Element, Node } from "./parse-html.ts";

/** How long the text of an element is, and the text of the links within it, as `textOf` would give them. */
export interface Measure {
  length: number;
  linked: number;
}

interface Measured extends Measure {
  /** Blanks at its beginning and its end, or nothing but blanks. */
  before: boolean;
  after: boolean;
}

/** Of all elements below a root in one walk: who asks for each of them walks no more. */
export function measureAll(root: Element): (element: Element) => Measure {
  const known = new Map<Element, Measured>();
  measure(root, known);
  return (element) => known.get(element) ?? measure(element, known);
}

function measure(element: Element, known: Map<Element, Measured>): Measured {
  let all: Measured = { length: 0, linked: 0, before: false, after: false };
  for (const child of element.children) {
    const own = measureNode(child, known);
    if (child.type === "text") all = join(all, own);
    else {
      const said = silent.has(child.name) ? { ...nothing, linked: own.linked } : own;
      const isBlock = !silent.has(child.name) && !inline.has(child.name);
      all = isBlock ? join(join(join(all, blank), said), blank) : join(all, said);
      if (child.name === "a" && "href" in child.attributes) all.linked += own.length;
    }
  }
  if (element.name === "br") all = { ...blank, linked: all.linked };
  known.set(element, all);
  return all;
}

function measureNode(node: Node, known: Map<Element, Measured>): Measured {
  if (node.type === "element") return measure(node, known);
  const squeezed = node.text.replace(/\s+/g, " ");
  if (squeezed === "") return nothing;
  if (squeezed === " ") return blank;
  const before = squeezed.startsWith(" ");
  const after = squeezed.endsWith(" ");
  return { length: squeezed.length - (before ? 1 : 0) - (after ? 1 : 0), linked: 0, before, after };
}

const nothing: Measured = { length: 0, linked: 0, before: false, after: false };
const blank: Measured = { length: 0, linked: 0, before: true, after: true };

function join(one: Measured, other: Measured): Measured {
  const linked = one.linked + other.linked;
  const isApart = one.after || other.before;
  if (one.length === 0 || other.length === 0) {
    const isBlank = one.length + other.length === 0 && (one.before || other.before);
    return {
      length: one.length + other.length,
      linked,
      before: isBlank || one.before || (one.length === 0 && other.before),
      after: isBlank || other.after || (other.length === 0 && one.after),
    };
  }
  return { length: one.length + other.length + (isApart ? 1 : 0), linked, before: one.before, after: other.after };
}
