import { attributeOf, childOf, childrenOf, rawText } from "./read-xml.ts";
import { mathText } from "./docx-math.ts";
import type { Element } from "../../extract/parse-html.ts";

const silent = new Set([
  "pPr",
  "rPr",
  "del",
  "moveFrom",
  "instrText",
  "delText",
  "txbxContent",
  "pict",
  "rt",
  "Fallback",
]);

/** The words of a paragraph: what was deleted, what is hidden and what a field is made of are left out. */
export function docxText(element: Element): string {
  return childrenOf(element).map(textOf).join("");
}

function textOf(element: Element): string {
  const { name } = element;
  if (name === "t") return rawText(element);
  if (silent.has(name)) return "";
  if (name === "tab" || name === "ptab") return "\t";
  if (name === "br" || name === "cr") return attributeOf(element, "type") === undefined ? "\n" : " ";
  if (name === "noBreakHyphen") return "-";
  if (name === "sym") return symbol(attributeOf(element, "char"));
  if (name === "r" && isHidden(element)) return "";
  if (name === "oMath") return ` $${mathText(element).trim()}$ `;
  return docxText(element);
}

function isHidden(run: Element): boolean {
  const vanish = childOf(childOf(run, "rPr"), "vanish");
  return vanish !== undefined && !/^(0|false|off)$/.test(attributeOf(vanish, "val") ?? "");
}

function symbol(char: string | undefined): string {
  const code = Number.parseInt(char ?? "", 16);
  // The private area of symbol fonts means nothing without the font.
  return Number.isInteger(code) && code > 31 && code < 0xd800 ? String.fromCodePoint(code) : "";
}
