import { attributeOf, allOf, childOf, childrenOf, hearXml, rawText } from "./read-xml.ts";
import { cellFormats, formatNumber, type CellFormat } from "./format-number.ts";
import { parseLimits } from "./limits.ts";
import { openPackage, type OfficePackage } from "./open-package.ts";
import { writeRows, type GridRow } from "./parse-rows.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";
import type { Archive } from "./unzip.ts";
import { chartTitle } from "./write-chart.ts";
import { createWriter, escapeStart, heading } from "./write-document.ts";

interface Workbook {
  shared: string[];
  formats: CellFormat[];
  date1904: boolean;
  /** Cells read so far, in all sheets. */
  cells: number;
}

const WIDEST = 500;

/** A document for each sheet that people see, its rows under their heads; hidden sheets stay hidden. */
export function parseXlsx(archive: Archive, title: string): ParsedDocument[] {
  const files = openPackage(archive);
  const main = files.main() ?? "xl/workbook.xml";
  const root = childOf(files.xml(main), "workbook");
  if (!root) throw new ParseFault("damaged", "The workbook is damaged. Save it anew and upload it again.");
  const related = files.relations(main);
  const targetOf = (kind: string) => [...related.values()].find((one) => one.kind === kind)?.target;
  const book: Workbook = {
    shared: readShared(files, targetOf("sharedStrings")),
    formats: cellFormats(childOf(files.xml(targetOf("styles") ?? ""), "styleSheet")),
    date1904: /^(1|true)$/.test(attributeOf(childOf(root, "workbookPr") ?? { attributes: {} }, "date1904") ?? ""),
    cells: 0,
  };
  const sheets = childrenOf(childOf(root, "sheets"), "sheet").filter(
    (sheet) => !/hidden/i.test(sheet.attributes["state"] ?? ""),
  );
  return sheets.flatMap((sheet) => {
    const id = Object.entries(sheet.attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
    const relation = related.get(id);
    const bytes = relation?.kind === "worksheet" ? files.bytes(relation.target) : undefined;
    if (!bytes) return [];
    const name = sheet.attributes["name"] ?? "";
    const writer = createWriter();
    writer.block(heading(2, name), { sheet: name });
    const bare = writer.length();
    writeRows(writer, readSheet(bytes, book), name);
    for (const chart of chartsOf(files, relation?.target ?? "")) writer.block(escapeStart(chart), { sheet: name });
    const shownTitle = sheets.length === 1 ? title : `${title}: ${name}`;
    return writer.length() === bare ? [] : [writer.finish({ entry: name, title: shownTitle })];
  });
}

/** What the charts of a sheet are called; their figures stand in the cells. */
function chartsOf(files: OfficePackage, sheet: string): string[] {
  const drawings = [...files.relations(sheet).values()].filter(({ kind }) => kind === "drawing");
  const charts = drawings.flatMap(({ target }) =>
    [...files.relations(target).values()].filter(({ kind }) => kind === "chart"),
  );
  return charts.map(({ target }) => chartTitle(files.xml(target))).filter((title) => title !== "");
}

function readShared(files: OfficePackage, name: string | undefined): string[] {
  const root = name === undefined ? undefined : files.xml(name);
  return childrenOf(childOf(root, "sst"), "si").map((item) =>
    // Not the readings above East Asian letters (rPh).
    childrenOf(item)
      .filter((part) => part.name === "t" || part.name === "r")
      .map((part) => (part.name === "t" ? rawText(part) : allOf(part, "t").map(rawText).join("")))
      .join(""),
  );
}

function readSheet(bytes: Uint8Array, book: Workbook): GridRow[] {
  const rows: GridRow[] = [];
  const merges: string[] = [];
  let row: GridRow = { number: 0, cells: [] };
  let column = 0;
  let type = "";
  let style = 0;
  let value = "";
  let takes = false;
  let hidden = false;
  hearXml(bytes, {
    open(name, attributes) {
      if (name === "row") {
        row = { number: Number(attributes["r"] ?? row.number + 1), cells: [] };
        hidden = attributes["hidden"] === "1" || attributes["hidden"] === "true";
        column = 0;
      } else if (name === "c") {
        column = columnOf(attributes["r"]) ?? column;
        type = attributes["t"] ?? "n";
        style = Number(attributes["s"] ?? 0);
        value = "";
      } else if (name === "v" || name === "t") takes = true;
      else if (name === "rPh") takes = false;
      else if (name === "mergeCell" && merges.length < 5_000) merges.push(attributes["ref"] ?? "");
    },
    text(text) {
      if (takes) value += text;
    },
    close(name) {
      if (name === "v" || name === "t") takes = false;
      else if (name === "c") {
        if (column < WIDEST) row.cells[column] = shown(value, { type, style }, book);
        column += 1;
        book.cells += 1;
        if (book.cells > parseLimits.cells)
          throw new ParseFault(
            "too_large",
            "The workbook holds more cells than can be read. Split it into smaller ones.",
          );
      } else if (name === "row" && !hidden) {
        rows.push({ number: row.number, cells: Array.from(row.cells, (cell) => cell ?? "") });
      }
    },
  });
  return fillMerged(rows, merges);
}

function shown(value: string, { type, style }: { type: string; style: number }, book: Workbook): string {
  if (type === "s") return (book.shared[Number(value)] ?? "").trim();
  if (type === "b") return value === "1" ? "yes" : "no";
  if (type === "e") return "";
  if (type === "n" && value !== "") return formatNumber(Number(value), book.formats[style], book.date1904);
  return value.trim();
}

/** A merged cell is said in each row that it covers, once a row. */
function fillMerged(rows: GridRow[], merges: readonly string[]): GridRow[] {
  if (merges.length === 0) return rows;
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const merge of merges) {
    const [from, to] = merge
      .split(":")
      .map((cell) => ({ column: columnOf(cell), row: Number(/\d+$/.exec(cell)?.[0]) }));
    if (from?.column === undefined || !to || from.column >= WIDEST) continue;
    const text = byNumber.get(from.row)?.cells[from.column] ?? "";
    if (text === "") continue;
    for (let number = from.row + 1; number <= Math.min(to.row, from.row + 1_000); number += 1) {
      const row = byNumber.get(number);
      if (row && (row.cells[from.column] ?? "") === "" && row.cells.some((cell) => cell !== "")) {
        while (row.cells.length < from.column) row.cells.push("");
        row.cells[from.column] = text;
      }
    }
  }
  return rows;
}

function columnOf(cell: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/.exec(cell ?? "")?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
