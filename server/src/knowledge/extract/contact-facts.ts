import { textOf } from "./dom.ts";
import type { LinkedData } from "./linked-data.ts";
import type { Element, Node } from "./parse-html.ts";
import { inlineText, squeeze } from "./inline-text.ts";

/** What contact lines hold; `phone` gives the number as its first group. */
export const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
export const phone = /(?:^|[^\d\w/.-])(\+?\(?\d[\d\s()./-]{6,18}\d)(?!\d|[.,]\d)/;
export const hours =
  /\b(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)?\s*(?:am|pm|a\.m\.|p\.m\.|uhr|h)?\s*(?:[-–—]|to|bis|until|à|a)\s*(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d|\s*(?:am|pm|a\.m\.|p\.m\.|uhr|h)\b)/i;
export const postal =
  /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b\d{5}\s+\p{Lu}\p{L}+|\b\d{4}\s?[A-Z]{2}\s+\p{Lu}/u;
const copyright = /©|\(c\)|copyright|all rights reserved/i;

const MOST = 12;
const LONGEST = 300;

/**
 * Lines with a telephone number, a mail or postal address or opening hours that stand only outside the content.
 * As Markdown with a heading of the site's own where it has one.
 */
export function contactFacts(
  taken: readonly Element[],
  { markdown, data }: { markdown: string; data: LinkedData },
): string {
  const lines = new Map<string, string>();
  const known = fold(markdown);
  const add = (line: string) => {
    const key = fold(line);
    if (
      key !== "" &&
      lines.size < MOST &&
      !known.includes(key) &&
      ![...lines.keys()].some((other) => other.includes(key))
    )
      lines.set(key, line);
  };
  const hasBlock = blockFinder();
  for (const element of taken) for (const line of linesOf(element, hasBlock)) if (isFact(line)) add(line);
  for (const fact of [data.address, data.telephone, data.email, ...data.openingHours])
    if (fact !== null && fact.length <= LONGEST) add(fact);
  return [...lines.values()].join("\n\n");
}

/** A telephone number among digits that are nothing else: no dates, no years, no prices. */
function isFact(line: string): boolean {
  if (line.length > LONGEST || line.length < 6) return false;
  if (mail.test(line) || hours.test(line)) return true;
  if (copyright.test(line)) return false;
  const number = phone.exec(line)?.[1];
  if (
    number !== undefined &&
    (number.match(/\d/g)?.length ?? 0) >= 8 &&
    !/^\d{4}\s*[-–/]\s*\d{4}$/.test(number) &&
    !/^\d{4}-\d\d-\d\d/.test(number)
  )
    return true;
  return postal.test(line);
}

const breaks = new Set(
  "p div li h1 h2 h3 h4 h5 h6 tr dt dd section address ul ol dl table footer header aside nav article blockquote figure".split(
    " ",
  ),
);

/** A short block counts as one line, with its parts joined: a name, a street and a town belong together. */
function linesOf(element: Element, hasBlock: (element: Element) => boolean): string[] {
  if (element.name === "address") return [compact(element)];
  const lines: string[] = [];
  let run: Node[] = [];
  const flush = () => {
    const text = squeeze(inlineText(run, { base: "about:blank" }).replace(/\s*\n\s*/g, ", "));
    if (text !== "") lines.push(text);
    run = [];
  };
  for (const child of element.children) {
    if (child.type === "element" && (breaks.has(child.name) || hasBlock(child))) {
      flush();
      lines.push(...(child.name === "tr" || child.name === "dl" ? [compact(child)] : linesOf(child, hasBlock)));
    } else run.push(child);
  }
  flush();
  return lines;
}

const compact = (element: Element): string => squeeze(textOf(element));

/** Whether something below an element begins a line; each element is looked at once. */
function blockFinder(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const find = (element: Element): boolean => {
    const found =
      known.get(element) ??
      element.children.some((child) => child.type === "element" && (breaks.has(child.name) || find(child)));
    known.set(element, found);
    return found;
  };
  return find;
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@]+/gu, "");
