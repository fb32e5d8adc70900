import { elementsOf } from "./dom.ts";
import type { Element } from "./parse-html.ts";
import { inlineText, squeeze, type InlineContext } from "./inline-text.ts";

const WIDEST = 30;

/** A table of data, not one that only arranges a page. */
export function isDataTable(table: Element): boolean {
  if (/^(presentation|none)$/i.test(table.attributes["role"] ?? "")) return false;
  const rows = rowsOf(table);
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  if (rows.length === 0 || widest < 2 || widest > WIDEST) return false;
  let hasHead = false;
  for (const { name } of elementsOf(table)) {
    if (name === "table" || /^h[1-3]$/.test(name) || name === "pre" || name === "form") return false;
    if (name === "th" || name === "caption") hasHead = true;
  }
  if (hasHead) return true;
  const cells = rows.flatMap(cellsOf);
  const long = cells.filter((cell) => squeeze(inlineText(cell.children, { base: "about:blank" })).length > 400).length;
  return rows.length > 1 && long === 0;
}

/** Rows with pipes; the caption before. Spanning cells are repeated, so that each row can be read on its own. */
export function tableMarkdown(table: Element, context: InlineContext): string[] {
  const grid = gridOf(table, context).filter((row) => row.some((cell) => cell !== ""));
  const width = Math.max(0, ...grid.map((row) => row.length));
  const [head, ...body] = grid;
  if (!head) return [];
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  const caption = elementsOf(table).find(({ name }) => name === "caption");
  const rows = [line(head), `|${" --- |".repeat(width)}`, ...body.map(line)].join("\n");
  const text = caption ? squeeze(inlineText(caption.children, context)) : "";
  return text === "" ? [rows] : [text, rows];
}

/** A cell cannot be spread wider or further down than this. */
const WIDEST_SPAN = 20;

function gridOf(table: Element, context: InlineContext): string[][] {
  const grid: string[][] = [];
  const below = new Map<number, { text: string; rows: number }>();
  for (const row of rowsOf(table)) {
    const line: string[] = [];
    const fill = () => {
      for (let open = below.get(line.length); open && open.rows > 0; open = below.get(line.length)) {
        open.rows -= 1;
        line.push(open.text);
      }
    };
    for (const cell of cellsOf(row)) {
      fill();
      const text = squeeze(inlineText(cell.children, context)).replace(/\|/g, "\\|");
      const wide = spanOf(cell, "colspan");
      const deep = spanOf(cell, "rowspan");
      for (let at = 0; at < wide && line.length < WIDEST; at += 1) {
        if (deep > 1) below.set(line.length, { text, rows: deep - 1 });
        line.push(at === 0 ? text : "");
      }
    }
    fill();
    grid.push(line);
  }
  return grid;
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Number(cell.attributes[name] ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, WIDEST_SPAN) : 1;
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (child.type === "text") return [];
    if (child.name === "tr") return [child];
    return /^t(head|body|foot)$/.test(child.name)
      ? child.children.filter((row): row is Element => row.type === "element" && row.name === "tr")
      : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (cell): cell is Element => cell.type === "element" && (cell.name === "td" || cell.name === "th"),
  );
}
