import { attributeOf, childOf, childrenOf } from "./read-xml.ts";
import type { Element } from "../../extract/parse-html.ts";

/** Styles that are headings, by their id: 1 for the outermost. A style takes over from the one that it is based on. */
export function headingLevels(styles: Element | undefined): Map<string, number> {
  const all = new Map(childrenOf(styles, "style").map((style) => [attributeOf(style, "styleId") ?? "", style]));
  const levels = new Map<string, number>();
  for (const [id] of all) {
    const level = levelOf(id, all, new Set());
    if (level !== undefined) levels.set(id, level);
  }
  return levels;
}

function levelOf(id: string, all: Map<string, Element>, seen: Set<string>): number | undefined {
  const style = all.get(id);
  if (!style || seen.has(id)) return undefined;
  seen.add(id);
  const name = valueOf(childOf(style, "name")).toLowerCase();
  if (name === "title") return 1;
  const named = Number(/^heading (\d)$/.exec(name)?.[1] ?? Number.NaN);
  if (named >= 1) return Math.min(6, named);
  const outline = Number(valueOf(childOf(childOf(style, "pPr"), "outlineLvl")) || Number.NaN);
  if (outline >= 0 && outline < 6) return outline + 1;
  const base = valueOf(childOf(style, "basedOn"));
  return base === "" ? undefined : levelOf(base, all, seen);
}

export const valueOf = (element: Element | undefined): string => (element && attributeOf(element, "val")) ?? "";
