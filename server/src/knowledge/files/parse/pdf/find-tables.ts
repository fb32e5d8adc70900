import type { Line, Segment } from "./segments.ts";

export type Part = { kind: "lines"; lines: Line[] } | { kind: "table"; rows: string[][]; y: number };

const LEAST_ROWS = 3;
const MOST_COLUMNS = 20;

/** Stretches of lines whose pieces stand below each other are tables; everything else stays lines. */
export function findTables(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  let plain: Line[] = [];
  const flush = () => {
    if (plain.length > 0) parts.push({ kind: "lines", lines: plain });
    plain = [];
  };
  let at = 0;
  while (at < lines.length) {
    const end = endOfTable(lines, at);
    const rows = end > at ? tableOf(lines.slice(at, end)) : undefined;
    if (rows) {
      flush();
      parts.push({ kind: "table", rows, y: lines[at]?.y ?? 0 });
      at = end;
    } else {
      const line = lines[at];
      if (line) plain.push(line);
      at += 1;
    }
  }
  flush();
  return parts;
}

const isWide = (line: Line | undefined): boolean => (line?.segments.length ?? 0) >= 2;

/** From a line of several pieces on, as long as such lines follow, with at most two single ones between. */
function endOfTable(lines: readonly Line[], from: number): number {
  if (!isWide(lines[from])) return from;
  let end = from + 1;
  let single = 0;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    const before = lines[at - 1];
    if (!line || !before || line.y - before.y > Math.max(line.size, before.size) * 4) break;
    if (isWide(line)) {
      single = 0;
      end = at + 1;
    } else {
      single += 1;
      if (single > 2) break;
    }
  }
  return end;
}

interface Column {
  x0: number;
  x1: number;
}

function tableOf(lines: readonly Line[]): string[][] | undefined {
  if (lines.filter(isWide).length < LEAST_ROWS) return undefined;
  const columns = columnsOf(lines.filter(isWide).flatMap(({ segments }) => segments));
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return undefined;
  const placed = lines.map((line) => ({ line, cells: cellsOf(line, columns) }));
  const wide = placed.filter(({ cells }) => cells && cells.filter((cell) => cell !== "").length >= 2);
  if (wide.length < LEAST_ROWS || wide.length < lines.length * 0.5) return undefined;
  const rows: string[][] = [];
  let last: Line | undefined;
  for (const { line, cells } of placed) {
    const open = rows.at(-1);
    if (!cells) rows.push([line.segments.map(({ text }) => text.trim()).join(" ")]);
    else if (open && last && goesOn(cells, line, last))
      for (const [at, cell] of cells.entries())
        open[at] = [open[at] ?? "", cell].filter((text) => text !== "").join(" ");
    else rows.push(cells);
    last = line;
  }
  return rows;
}

/** A line that begins no row: its first cell is empty and it follows closely. */
function goesOn(cells: readonly string[], line: Line, last: Line): boolean {
  return cells[0] === "" && line.y - last.y < Math.max(line.size, last.size) * 1.45;
}

/** Stretches in x that some piece covers; where none does is a gutter. Pieces over several columns do not count. */
function columnsOf(segments: readonly Segment[]): Column[] {
  const narrow = segments.toSorted((one, other) => one.x1 - one.x0 - (other.x1 - other.x0));
  const kept = narrow.slice(0, Math.max(2, Math.ceil(narrow.length * 0.95)));
  const columns: Column[] = [];
  for (const { x0, x1 } of kept.toSorted((one, other) => one.x0 - other.x0)) {
    const last = columns.at(-1);
    if (last && x0 <= last.x1 + 1) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

function cellsOf(line: Line, columns: readonly Column[]): string[] | undefined {
  const cells = columns.map(() => "");
  for (const { x0, x1, text } of line.segments) {
    const at = columns.findIndex((column) => x0 <= column.x1 + 1 && x1 >= column.x0 - 1);
    if (at < 0) return undefined;
    cells[at] = [cells[at] ?? "", text.trim()].filter((part) => part !== "").join(" ");
  }
  return cells;
}
