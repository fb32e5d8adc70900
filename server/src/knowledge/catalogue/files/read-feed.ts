import { setImmediate as nextTurn } from "node:timers/promises";
import { Fault } from "@parley/contracts";
import { Parser } from "htmlparser2";
import { guessColumns } from "./guess-columns.ts";
import { readCells } from "./read-cells.ts";
import { readImport, type ReadRow } from "./read-import.ts";

const STEP = 32 * 1024;
/** The parser's own stack grows quadratic in time: no feed is so deep. */
const MOST_OPEN = 1_000;
const MOST_CELL = 20_000;
const MOST_CELLS = 300;

/** Rows of a product feed: Google Merchant's XML (RSS or Atom), tabs, CSV or JSON. @throws Fault invalid_request */
export async function* readFeed(text: string, currency: string | null): AsyncGenerator<ReadRow> {
  const start = text
    .slice(0, 200)
    .trimStart()
    .replace(/^\ufeff/u, "");
  if (start.startsWith("<")) return yield* readXml(text, currency);
  const format = /^[[{]/u.test(start) ? "json" : "csv";
  yield* readImport({ format, text, mapping: {}, currency }).rows();
}

/** Never whole in memory as a tree. No entity of the document's own is read. */
async function* readXml(text: string, currency: string | null): AsyncGenerator<ReadRow> {
  const ready: Map<string, string>[] = [];
  let item: Map<string, string> | null = null;
  let depth = 0;
  let cell = "";
  let seen = 0;
  let open = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        seen += 1;
        open += 1;
        if (item === null) {
          if (name === "item" || name === "entry") [item, depth] = [new Map(), 0];
          return;
        }
        depth += 1;
        cell = depth === 1 ? (attributes["href"] ?? "") : cell;
      },
      ontext(piece) {
        if (item !== null && depth === 1 && cell.length < MOST_CELL) cell += piece;
      },
      onclosetag(name) {
        open -= 1;
        if (item === null) return;
        if (depth === 0) {
          ready.push(item);
          item = null;
        } else {
          if (depth === 1 && !item.has(name) && item.size < MOST_CELLS) item.set(name, cell.trim());
          depth -= 1;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let row = 0;
  const take = function* (): Generator<ReadRow> {
    for (const cells of ready.splice(0)) {
      row += 1;
      yield rowOf(row, cells, currency);
    }
  };
  for (let at = 0; at < text.length; at += STEP) {
    parser.write(text.slice(at, at + STEP));
    if (open > MOST_OPEN) throw new Fault("invalid_request", "The feed is nested too deep to be a list of products.");
    yield* take();
    await nextTurn();
  }
  parser.end();
  yield* take();
  if (row === 0)
    throw new Fault(
      "invalid_request",
      seen === 0
        ? "The address does not lead to a feed."
        : "The feed holds no products. A Merchant feed lists them as item or entry.",
    );
}

function rowOf(row: number, cells: ReadonlyMap<string, string>, currency: string | null): ReadRow {
  const names = [...cells.keys()];
  const as = guessColumns(names, {});
  const given = names.map((name, at) => ({
    name: name.replace(/^[a-z]:/u, ""),
    as: as[at] ?? "ignore",
    text: cells.get(name) ?? "",
  }));
  const found = readCells(given, currency);
  return "field" in found ? { row, fault: found } : { row, product: found };
}
