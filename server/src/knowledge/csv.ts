/** CSV as spreadsheets write and read it. */

/** More in one cell is no cell: a quote was never closed. */
const LONGEST_CELL = 100_000;

/**
 * Rows of cells, from text that may come in pieces. What separates the cells (comma, semicolon, tab) is told from the
 * first line. A quoted cell may hold anything, with `""` for a quote. Lines without a word are left out.
 * @throws RangeError when a quoted cell does not end
 */
export function* readCsv(pieces: Iterable<string>): Generator<string[]> {
  let reader: CsvReader | undefined;
  let begin = "";
  for (const piece of pieces) {
    if (reader === undefined) {
      begin += piece;
      const line = firstLine(begin);
      if (line === undefined) continue;
      reader = createReader(separatorOf(line));
      yield* filled(reader.add(begin));
    } else yield* filled(reader.add(piece));
  }
  reader ??= createReader(separatorOf(begin));
  if (begin !== "" && firstLine(begin) === undefined) yield* filled(reader.add(begin));
  yield* filled(reader.end());
}

interface CsvReader {
  add(text: string): string[][];
  end(): string[][];
}

function createReader(separator: string): CsvReader {
  let rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  /** `plain`: between quotes or without; `quoted`: within; `closing`: after a quote that may be the first of two. */
  let state: "start" | "plain" | "quoted" | "closing" = "start";
  let afterReturn = false;

  const endCell = () => {
    row.push(cell);
    cell = "";
    state = "start";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const take = (sign: string) => {
    if (state === "quoted") {
      if (sign === '"') state = "closing";
      else cell += sign;
      if (cell.length > LONGEST_CELL) throw new RangeError("a cell does not end");
      return;
    }
    if (sign === '"' && state === "closing") {
      cell += '"';
      state = "quoted";
      return;
    }
    if (sign === '"' && state === "start") {
      state = "quoted";
      return;
    }
    if (sign === separator) return endCell();
    if (sign === "\n" || sign === "\r") return endRow();
    cell += sign;
    state = state === "closing" ? "closing" : "plain";
  };

  return {
    add(text) {
      for (const sign of text) {
        if (sign === "\n" && afterReturn && state === "start" && row.length === 0) {
          afterReturn = false;
          continue;
        }
        take(sign);
        afterReturn = sign === "\r" && state === "start";
      }
      const done = rows;
      rows = [];
      return done;
    },
    end() {
      if (state === "quoted") throw new RangeError("a cell does not end");
      if (cell !== "" || row.length > 0 || state === "closing") endRow();
      return rows;
    },
  };
}

const filled = (rows: readonly string[][]) => rows.filter((row) => row.some((cell) => cell.trim() !== ""));

/** Undefined until it is whole. */
function firstLine(text: string): string | undefined {
  let quoted = false;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) return [...text].slice(0, at).join("");
  }
  return text.length > LONGEST_CELL ? text : undefined;
}

/** Whichever of them stands most often outside of quotes. */
function separatorOf(line: string): string {
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, "");
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** A spreadsheet takes such cells for formulas, with blanks before them too. */
const FORMULA = /^'*\s*[=+\-@\t\r|%]/u;

/** A row that every reader of CSV understands, with its end of line. What could be a formula gets an apostrophe. */
export const writeCsvRow = (cells: readonly string[]): string =>
  `${cells.map((text) => quoted(FORMULA.test(text) ? `'${text}` : text)).join(",")}\r\n`;

const quoted = (text: string) => (/[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The cell as it was before `writeCsvRow`. */
export const plainCell = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);
