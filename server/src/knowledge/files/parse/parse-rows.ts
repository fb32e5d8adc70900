import type { Place } from "@parley/contracts";
import { escapeStart, heading, type DocumentWriter, type TableRow } from "./write-document.ts";

export interface GridRow {
  /** As the sheet numbers it, from 1. */
  number: number;
  /** By column; missing ones are empty. */
  cells: string[];
}

/**
 * Rows of a sheet as tables with a head: blank rows part them, lone cells above a table are its heading, and what goes
 * on after a blank row under the same columns keeps the head. So each row can be understood on its own.
 */
export function writeRows(writer: DocumentWriter, rows: readonly GridRow[], sheet: string | undefined): void {
  const placeOf = (row: number): Place => (sheet === undefined ? { row } : { sheet, row });
  let head: { cells: readonly string[]; columns: string } | undefined;
  for (const region of regionsOf(rows)) {
    const from = firstWide(region);
    for (const { number, cells } of region.slice(0, from)) {
      const words = cells.filter((cell) => cell !== "");
      const text = words.join(" ");
      // A lone short cell above a table is what the table is called.
      const isTitle = from < region.length && words.length === 1 && text.length <= 120;
      writer.block(isTitle ? heading(2, text) : escapeStart(text), placeOf(number));
    }
    const table = region.slice(from);
    const [first, ...rest] = table;
    if (!first) continue;
    const columns = columnsOf(table);
    const goesOn = head?.columns === columns && !isHead(first);
    const body: TableRow[] = (goesOn ? table : rest).map(({ number, cells }) => ({ cells, place: placeOf(number) }));
    const cells = goesOn && head ? head.cells : first.cells;
    if (!goesOn) head = { cells: first.cells, columns };
    writer.table(cells, body, placeOf(goesOn ? first.number : (rest[0] ?? first).number));
  }
}

function regionsOf(rows: readonly GridRow[]): GridRow[][] {
  const regions: GridRow[][] = [];
  let last = -1;
  for (const row of rows) {
    if (row.cells.every((cell) => cell === "")) continue;
    const open = regions.at(-1);
    if (open && row.number === last + 1) open.push(row);
    else regions.push([row]);
    last = row.number;
  }
  return regions;
}

const filled = ({ cells }: GridRow): number => cells.reduce((count, cell) => count + (cell === "" ? 0 : 1), 0);

/** Where the table of a region begins; its length where there is none. */
function firstWide(region: readonly GridRow[]): number {
  const at = region.findIndex((row) => filled(row) >= 2);
  if (at >= 0) return at;
  // A single column with many short lines is a list of one column; as lines it reads just as well.
  return region.length;
}

function columnsOf(table: readonly GridRow[]): string {
  let from = Infinity;
  let to = 0;
  for (const { cells } of table) {
    for (const [at, cell] of cells.entries()) {
      if (cell === "") continue;
      from = Math.min(from, at);
      to = Math.max(to, at);
    }
  }
  return `${from}:${to}`;
}

/** Words throughout, and no figures. */
function isHead({ cells }: GridRow): boolean {
  const said = cells.filter((cell) => cell !== "");
  return said.length >= 2 && said.every((cell) => /\p{L}/u.test(cell) && !/^[\d.,\s%€$£-]+$/.test(cell));
}
