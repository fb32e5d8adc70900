import { Fault } from "@parley/contracts";

/**
 * Rows of a CSV or TSV text: quotes as in RFC 4180, the separator told by the first line. @throws Fault invalid_request
 * where a quote is never closed, and would swallow every row after it.
 */
export function* readCsv(text: string): Generator<string[]> {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const separator = separatorOf(source);
  let row: string[] = [];
  let at = 0;
  const length = source.length;
  while (at < length) {
    let cell: string;
    if (source[at] === '"') [cell, at] = quoted(source, at + 1, separator);
    else {
      const end = nextOf(source, at, separator);
      cell = source.slice(at, end);
      at = end;
    }
    row.push(cell);
    const sign = source[at];
    if (sign === separator) {
      at += 1;
      if (at === length) row.push("");
      continue;
    }
    if (sign === "\r" && source[at + 1] === "\n") at += 1;
    at += 1;
    if (row.length > 1 || row[0] !== "") yield row;
    row = [];
  }
  if (row.length > 1 || (row[0] !== undefined && row[0] !== "")) yield row;
}

/** A cell in quotes: "" is a quote; what stands between its end and the separator belongs to it. */
function quoted(text: string, from: number, separator: string): [string, number] {
  let cell = "";
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0)
      throw new Fault("invalid_request", "A quote in this file is never closed. Save it as CSV again.", {
        field: "text",
      });
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = nextOf(text, quote + 1, separator);
      return [cell + text.slice(quote + 1, end).trim(), end];
    }
    cell += '"';
    at = quote + 2;
  }
}

function nextOf(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === separator || sign === "\n" || sign === "\r") return at;
  }
  return text.length;
}

function separatorOf(text: string): string {
  const line =
    text
      .slice(0, 4_000)
      .split(/\r?\n|\r/u)[0]
      ?.replace(/"(?:[^"]|"")*"/gu, "") ?? "";
  const counts = [",", ";", "\t", "|"].map((sign) => [sign, line.split(sign).length] as const);
  return counts.toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? ",";
}
