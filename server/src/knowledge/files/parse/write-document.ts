import type { Place } from "@parley/contracts";
import { parseLimits } from "./limits.ts";
import type { PlaceAt } from "../../documents/place-of-chunk.ts";
import { ParseFault, type ParsedDocument } from "./types.ts";

export interface TableRow {
  cells: readonly string[];
  place?: Place;
}

/** Markdown that remembers where each of its blocks came from. */
export interface DocumentWriter {
  block(text: string, place?: Place): void;
  /** `head` is said again in each passage. Columns that are empty throughout are left out. */
  table(head: readonly string[], rows: readonly TableRow[], place?: Place): void;
  isEmpty(): boolean;
  /** So far. */
  length(): number;
  finish(about: { entry: string; title: string; language?: string | undefined }): ParsedDocument;
}

export function createWriter(): DocumentWriter {
  const pieces: string[] = [];
  const places: PlaceAt[] = [];
  let length = 0;
  let last = "";

  const add = (text: string) => {
    pieces.push(text);
    length += text.length;
    if (length > parseLimits.outputChars) throw tooMuchText();
  };
  const mark = (place: Place | undefined) => {
    if (!place) return;
    const key = JSON.stringify(place);
    if (key !== last) places.push({ at: length, place });
    last = key;
  };

  return {
    block(text, place) {
      const clean = cleanBlock(text);
      if (clean === "") return;
      if (length > 0) add("\n\n");
      mark(place);
      add(clean);
    },
    table(head, rows, place) {
      const width = Math.max(head.length, ...rows.slice(0, 5_000).map(({ cells }) => cells.length));
      const kept = Array.from({ length: width }, (_, at) => at).filter(
        (at) => (head[at] ?? "") !== "" || rows.some(({ cells }) => (cells[at] ?? "") !== ""),
      );
      if (kept.length === 0) return;
      const line = (cells: readonly string[]) => `| ${kept.map((at) => cellText(cells[at] ?? "")).join(" | ")} |`;
      if (length > 0) add("\n\n");
      mark(place ?? rows[0]?.place);
      add(`${line(head)}\n|${" --- |".repeat(kept.length)}`);
      for (const row of rows) {
        add("\n");
        mark(row.place ?? place);
        add(line(row.cells));
      }
    },
    isEmpty: () => length === 0,
    length: () => length,
    finish: ({ entry, title, language }) => ({
      entry,
      title,
      content: pieces.join(""),
      places,
      ...(language === undefined ? {} : { language }),
    }),
  };
}

export const tooMuchText = () =>
  new ParseFault("too_large", "It holds more text than can be read from one file. Split it into smaller ones.");

function cellText(text: string): string {
  return cleanBlock(text).replace(/\s+/g, " ").replace(/\|/g, "\\|");
}

/** What the database can hold, with the same length: offsets stay right. */
function cleanBlock(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ")
    .replace(/^\n+|\s+$/g, "");
}

/** A paragraph must not begin as a heading, a list, a quotation or a table would. */
export function escapeStart(text: string): string {
  return text.replace(/^(#{1,6}(?=\s|$)|[-+>](?=\s)|\|)/gm, "\\$1").replace(/^(\d{1,9})([.)])(?=\s)/gm, "$1\\$2");
}

export const heading = (level: number, text: string): string =>
  `${"#".repeat(Math.max(1, Math.min(6, level)))} ${text.replace(/\s+/g, " ").trim()}`;
