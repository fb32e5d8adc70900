import { valueOf } from "./docx-styles.ts";
import { attributeOf, childOf, childrenOf } from "./read-xml.ts";
import type { Element } from "../../extract/parse-html.ts";

export interface ListMark {
  /** 0 for the outermost. */
  level: number;
  /** `3.`, `1.2`; empty for a bullet. */
  text: string;
}

interface Level {
  format: string;
  text: string;
  start: number;
}

/** Says of a paragraph which mark its list gives it, counting on with each call. */
export function readNumbering(numbering: Element | undefined, styles: Element | undefined) {
  const abstracts = new Map(
    childrenOf(numbering, "abstractNum").map((one) => [attributeOf(one, "abstractNumId") ?? "", levelsOf(one)]),
  );
  const lists = new Map(
    childrenOf(numbering, "num").map((one) => [
      attributeOf(one, "numId") ?? "",
      abstracts.get(valueOf(childOf(one, "abstractNumId"))) ?? [],
    ]),
  );
  const ofStyle = new Map(
    childrenOf(styles, "style").map((one) => [
      attributeOf(one, "styleId") ?? "",
      childOf(childOf(one, "pPr"), "numPr"),
    ]),
  );
  const counts = new Map<string, number[]>();

  return (properties: Element | undefined, style: string): ListMark | undefined => {
    const own = childOf(properties, "numPr") ?? ofStyle.get(style);
    if (!own) return undefined;
    const id = valueOf(childOf(own, "numId")) || valueOf(childOf(ofStyle.get(style), "numId"));
    const level = Math.min(8, Math.max(0, Number(valueOf(childOf(own, "ilvl")) || 0)));
    const levels = lists.get(id);
    if (id === "" || id === "0" || !levels) return undefined;
    const count = counts.get(id) ?? [];
    counts.set(id, count);
    count[level] = (count[level] ?? (levels[level]?.start ?? 1) - 1) + 1;
    count.length = level + 1;
    return { level, text: markOf(levels, level, count) };
  };
}

function levelsOf(abstract: Element): Level[] {
  const levels: Level[] = [];
  for (const one of childrenOf(abstract, "lvl")) {
    levels[Number(attributeOf(one, "ilvl") ?? 0)] = {
      format: valueOf(childOf(one, "numFmt")),
      text: valueOf(childOf(one, "lvlText")),
      start: Number(valueOf(childOf(one, "start")) || 1),
    };
  }
  return levels;
}

function markOf(levels: readonly Level[], level: number, count: readonly number[]): string {
  const own = levels[level];
  if (!own || own.format === "bullet" || own.format === "none" || own.text === "") return "";
  const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return numeral(count[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? "decimal");
  });
  return text.trim();
}

const romans: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function numeral(value: number, format: string): string {
  if (format.endsWith("Letter")) {
    const letter = String.fromCharCode(97 + ((value - 1) % 26));
    return format.startsWith("upper") ? letter.toUpperCase() : letter;
  }
  if (format.endsWith("Roman")) {
    let rest = Math.min(3_999, Math.max(0, value));
    let text = "";
    for (const [worth, sign] of romans)
      while (rest >= worth) {
        text += sign;
        rest -= worth;
      }
    return format.startsWith("upper") ? text.toUpperCase() : text;
  }
  return String(value);
}
