import type { Place } from "@parley/contracts";
import { attributeOf, childOf, childrenOf, readXml } from "./read-xml.ts";
import { writeRows, type GridRow } from "./parse-rows.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";
import type { Archive } from "./unzip.ts";
import type { Element } from "../../extract/parse-html.ts";
import { createWriter, escapeStart, heading, type DocumentWriter } from "./write-document.ts";

export type OdfKind = "odt" | "ods" | "odp";

/** OpenDocument: a text as one document, a workbook as one for each sheet, a presentation with its slides' numbers. */
export function parseOdf(
  archive: Archive,
  kind: OdfKind,
  title: string,
): { documents: ParsedDocument[]; pages: number | null } {
  const bytes = archive.read("content.xml");
  const manifest = archive.read("META-INF/manifest.xml");
  if (manifest && /encryption-data/.test(new TextDecoder().decode(manifest)))
    throw new ParseFault("encrypted", "The file is locked with a password. Save it without one and upload it again.");
  const body = childOf(childOf(bytes && readXml(bytes), "document-content"), "body");
  if (!body) throw new ParseFault("damaged", "The document is damaged. Save it anew and upload it again.");
  if (kind === "ods") return { documents: sheets(childOf(body, "spreadsheet"), title), pages: null };
  const writer = createWriter();
  if (kind === "odt") {
    writeBlocks(childOf(body, "text") ?? body, writer, undefined);
    return { documents: [writer.finish({ entry: "", title })], pages: null };
  }
  const slides = childrenOf(childOf(body, "presentation"), "page");
  for (const [at, slide] of slides.entries()) writeBlocks(slide, writer, { slide: at + 1 });
  return { documents: [writer.finish({ entry: "", title })], pages: slides.length };
}

function writeBlocks(parent: Element, writer: DocumentWriter, place: Place | undefined): void {
  for (const child of childrenOf(parent)) {
    if (child.name === "h") {
      const level = Number(attributeOf(child, "outline-level") ?? 1);
      const text = textOf(child).trim();
      if (text !== "") writer.block(heading(level || 1, text), place);
    } else if (child.name === "p") {
      const text = textOf(child).trim();
      if (text !== "") writer.block(isTitle(child) ? heading(2, text) : escapeStart(text), place);
      for (const frame of childrenOf(child, "frame")) writeBlocks(frame, writer, place);
    } else if (child.name === "list") writer.block(listOf(child, 0).join("\n"), place);
    else if (child.name === "table") writeTable(child, writer, place);
    else if (!silent.has(child.name)) writeBlocks(child, writer, place);
  }
}

const silent = new Set([
  "tracked-changes",
  "notes",
  "annotation",
  "sequence-decls",
  "forms",
  "table-of-content-source",
  "index-title",
]);

/** The title of a slide stands in a frame that says so. */
function isTitle(paragraph: Element): boolean {
  const frame = paragraph.parent?.parent;
  return frame?.name === "frame" && attributeOf(frame, "class") === "title";
}

function textOf(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === "text") return child.text.replace(/\s+/g, " ");
      if (child.name === "s") return " ".repeat(Math.min(20, Number(attributeOf(child, "c") ?? 1)));
      if (child.name === "tab") return "\t";
      if (child.name === "line-break") return "\n";
      if (child.name === "note-citation" || child.name === "annotation" || child.name === "frame") return "";
      return child.name === "note" ? ` (${textOf(childOf(child, "note-body") ?? child).trim()})` : textOf(child);
    })
    .join("");
}

function listOf(list: Element, level: number): string[] {
  return childrenOf(list).flatMap((item) =>
    childrenOf(item).flatMap((child) => {
      if (child.name === "list") return listOf(child, Math.min(8, level + 1));
      const text = textOf(child).replace(/\s+/g, " ").trim();
      return text === "" ? [] : [`${"  ".repeat(level)}- ${text}`];
    }),
  );
}

function writeTable(table: Element, writer: DocumentWriter, place: Place | undefined): void {
  const [head, ...body] = gridOf(table);
  if (head)
    writer.table(
      head.cells,
      body.map(({ cells }) => ({ cells })),
      place,
    );
}

function sheets(workbook: Element | undefined, title: string): ParsedDocument[] {
  const tables = childrenOf(workbook, "table").filter((table) => attributeOf(table, "display") !== "false");
  return tables.flatMap((table) => {
    const name = attributeOf(table, "name") ?? "";
    const writer = createWriter();
    writeRows(writer, gridOf(table), name);
    return writer.isEmpty()
      ? []
      : [writer.finish({ entry: name, title: tables.length === 1 ? title : `${title}: ${name}` })];
  });
}

const WIDEST = 500;
const MOST_REPEATS = 1_000;

function gridOf(table: Element): GridRow[] {
  const rows: GridRow[] = [];
  let number = 1;
  for (const row of rowsOf(table)) {
    const times = Math.max(1, Number(attributeOf(row, "number-rows-repeated") ?? 1));
    const cells: string[] = [];
    for (const cell of childrenOf(row)) {
      if (cell.name !== "table-cell" && cell.name !== "covered-table-cell") continue;
      const wide = Math.max(1, Number(attributeOf(cell, "number-columns-repeated") ?? 1));
      const text = cellText(cell);
      if (text === "" && wide > WIDEST) break;
      for (let count = 0; count < wide && cells.length < WIDEST; count += 1) cells.push(text);
    }
    const isEmpty = cells.every((cell) => cell === "");
    if (!isEmpty)
      for (let at = 0; at < Math.min(times, MOST_REPEATS); at += 1) rows.push({ number: number + at, cells });
    number += times;
  }
  return rows;
}

function rowsOf(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === "table-row") return [child];
    return /^table-(header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}

const cellText = (cell: Element): string =>
  childrenOf(cell)
    .filter(({ name }) => name === "p" || name === "h" || name === "list")
    .map((part) => (part.name === "list" ? listOf(part, 0).join(" ") : textOf(part)))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
