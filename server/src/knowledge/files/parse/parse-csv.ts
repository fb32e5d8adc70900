import { parseLimits } from "./limits.ts";
import { writeRows, type GridRow } from "./parse-rows.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";
import { createWriter } from "./write-document.ts";

const delimiters = [",", ";", "\t", "|"];

/** Rows under their head. Never a formula: what begins with `=` is text like everything else. */
export function parseCsv(text: string, title: string): ParsedDocument {
  const writer = createWriter();
  writeRows(writer, readCsv(text), undefined);
  return writer.finish({ entry: "", title });
}

/** Every line as its cells, whatever is wrong with it; `number` is the line's row from 1. */
export function readCsv(text: string, delimiter = findDelimiter(text)): GridRow[] {
  const rows: GridRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let count = 0;
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
    count += 1;
    if (count > parseLimits.cells)
      throw new ParseFault("too_large", "The table holds more cells than can be read. Split it into smaller files.");
  };
  const endRow = () => {
    endCell();
    rows.push({ number: rows.length + 1, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (letter === delimiter) endCell();
    else if (letter === "\n") endRow();
    else if (letter !== "\r") cell += letter;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
}

/** The mark that parts the lines most alike; null where none does. */
export function findDelimiter(text: string): string {
  const sample = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, 30)
    .filter((line) => line.trim() !== "");
  let best = ",";
  let most = 0;
  for (const mark of delimiters) {
    const counts = sample.map((line) => withoutQuoted(line).split(mark).length - 1);
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
    if (usual === 0) continue;
    const alike = counts.filter((count) => count === usual).length / counts.length;
    const score = alike * (1 + Math.min(usual, 10) / 20);
    if (score > most) {
      most = score;
      best = mark;
    }
  }
  return best;
}

/** Whether every line is parted alike by a mark that running text hardly has. */
export function looksLikeRows(text: string): boolean {
  const sample = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== "");
  if (sample.length < 3) return false;
  return ["\t", ";", "|", ","].some((mark) => {
    const counts = sample.map((line) => withoutQuoted(line).split(mark).length - 1);
    const [first = 0] = counts;
    const enough = mark === "," || mark === ";" ? 2 : 1;
    return first >= enough && counts.every((count) => count === first) && !sample[0]?.trim().startsWith("|");
  });
}

const withoutQuoted = (line: string): string => line.replace(/"(?:[^"]|"")*"/g, "");
