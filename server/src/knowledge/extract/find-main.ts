import { elementsOf, hintOf, inline, textOf } from "./dom.ts";
import { measureAll } from "./measure.ts";
import type { Element, Node } from "./parse-html.ts";
import { isMain } from "./prune-page.ts";

/**
 * The part of a pruned page that is its content. Every block counts for or against: running text for, links and
 * scraps against; the element with the largest sum below it is the content. A page of several sections keeps them
 * all, an article loses what surrounds it.
 */
export function findMain(root: Element): Element {
  const body = elementsOf(root).find(({ name }) => name === "body") ?? root;
  const named = namedMain(body);
  const start = named ?? body;
  const sums = new Map<Element, number>();
  sumOf(start, sums);
  let best = start;
  let most = sums.get(start) ?? 0;
  for (const [element, sum] of sums) {
    if (sum > most * 1.02 + 4) {
      best = element;
      most = sum;
    }
  }
  return most <= 0 ? start : best;
}

/** `<main>` if it holds a fair part of the page. */
function namedMain(body: Element): Element | undefined {
  const mains = elementsOf(body).filter(
    (element) => element.name === "main" || element.attributes["role"]?.toLowerCase() === "main",
  );
  if (mains.length === 0) return undefined;
  const measure = measureAll(body);
  const all = measure(body).length;
  return mains
    .map((element) => ({ element, length: measure(element).length }))
    .sort((a, b) => b.length - a.length)
    .find(({ length }) => length > 60 && length > all * 0.2)?.element;
}

const structure = new Set(["div", "section", "article", "main", "body", "td", "center", "form", "span", "#root"]);

function sumOf(element: Element, sums: Map<Element, number>): number {
  let sum = 0;
  let run: Node[] = [];
  const flush = () => {
    sum += worthOf(run, element);
    run = [];
  };
  for (const child of element.children) {
    if (child.type === "text" || inline.has(child.name)) run.push(child);
    else {
      flush();
      sum += sumOf(child, sums);
    }
  }
  flush();
  if (structure.has(element.name)) {
    if (isMain(element)) sum += 10;
    else if (
      /(?:^|[\s_-])(?:article|content|entry|post|story)(?:-?body|-?content|-?text)?(?:$|[\s_-])/i.test(hintOf(element))
    )
      sum += 4;
    sums.set(element, sum);
  }
  return sum;
}

/** Words for, linked words against, a scrap of a few words a little against. */
function worthOf(run: readonly Node[], parent: Element): number {
  let all = 0;
  let linked = 0;
  for (const node of run) {
    const words = wordsOf(node);
    all += words;
    linked += node.type === "element" ? linkedWords(node) : 0;
  }
  if (all === 0) return 0;
  const free = all - linked;
  if (/^(h[1-6]|dt|summary|th|caption|figcaption)$/.test(parent.name)) return 2;
  if (/^(pre|td|dd|code)$/.test(parent.name)) return free + 1;
  if (linked === 0) return all < 4 && parent.name !== "li" ? -1 : Math.min(all, 200);
  return free > linked * 1.5 ? free - linked * 0.5 : -Math.min(20, linked * 0.6 + 1) + free * 0.5;
}

function wordsOf(node: Node): number {
  return countWords(textOf(node));
}

function linkedWords(element: Element): number {
  if (element.name === "a" && "href" in element.attributes) return countWords(textOf(element));
  return element.children.reduce((sum, child) => sum + (child.type === "element" ? linkedWords(child) : 0), 0);
}

/** Scripts without spaces count by length. */
function countWords(text: string): number {
  if (text === "") return 0;
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return text.split(" ").length + Math.floor(dense / 2);
}
