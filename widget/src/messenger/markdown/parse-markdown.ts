import { parseInline } from "./parse-inline.ts";
import type { Block } from "./types.ts";

const DEPTH = 4;

const FENCE = /^\s{0,3}(```+|~~~+)/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.+?)\s*#*\s*$/;
const RULE = /^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;
const QUOTE = /^\s{0,3}>\s?/;
const ITEM = /^(\s*)(?:([-*+•])|(\d{1,9})[.)])\s+(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * The small part of Markdown that answers use, as a tree of plain data: paragraphs, headings, lists, quotes, code,
 * tables, bold, links. HTML in it is text like any other. With `growing` the end may be incomplete.
 */
export function parseMarkdown(text: string, growing = false, depth = 0): Block[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const read = readBlock(lines, at, { growing, depth });
    if (read.block !== null) blocks.push(read.block);
    at = Math.max(read.next, at + 1);
  }
  return blocks;
}

interface Reading {
  growing: boolean;
  depth: number;
}

interface Read {
  block: Block | null;
  next: number;
}

function readBlock(lines: string[], at: number, reading: Reading): Read {
  const line = lines[at] ?? "";
  if (line.trim() === "") return { block: null, next: at + 1 };
  if (FENCE.test(line)) return readCode(lines, at);
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const children = parseInline(heading[2] ?? "", reading.growing && at === lines.length - 1);
    return { block: { type: "heading", level: heading[1]?.length ?? 1, children }, next: at + 1 };
  }
  if (RULE.test(line)) return { block: { type: "rule" }, next: at + 1 };
  if (QUOTE.test(line) && reading.depth < DEPTH) return readQuote(lines, at, reading);
  if (ITEM.test(line) && reading.depth < DEPTH) return readList(lines, at, reading);
  if (line.includes("|") && TABLE_RULE.test(lines[at + 1] ?? "")) return readTable(lines, at, reading);
  return readParagraph(lines, at, reading);
}

function readParagraph(lines: string[], at: number, { growing, depth }: Reading): Read {
  let next = at + 1;
  while (next < lines.length && !startsBlock(lines, next, depth)) next += 1;
  const text = lines
    .slice(at, next)
    .map((line) => line.trim())
    .join("\n");
  const children = parseInline(text, growing && next >= lines.length);
  return { block: children.length === 0 ? null : { type: "paragraph", children }, next };
}

function startsBlock(lines: string[], at: number, depth: number): boolean {
  const line = lines[at] ?? "";
  if (line.trim() === "" || FENCE.test(line) || HEADING.test(line) || RULE.test(line)) return true;
  if (depth < DEPTH && (QUOTE.test(line) || ITEM.test(line))) return true;
  return line.includes("|") && TABLE_RULE.test(lines[at + 1] ?? "");
}

function readCode(lines: string[], at: number): Read {
  const fence = FENCE.exec(lines[at] ?? "")?.[1] ?? "```";
  let next = at + 1;
  while (next < lines.length && !(lines[next] ?? "").trim().startsWith(fence)) next += 1;
  return { block: { type: "code", text: lines.slice(at + 1, next).join("\n") }, next: next + 1 };
}

function readQuote(lines: string[], at: number, { growing, depth }: Reading): Read {
  let next = at;
  while (next < lines.length && QUOTE.test(lines[next] ?? "")) next += 1;
  const inner = lines.slice(at, next).map((line) => line.replace(QUOTE, ""));
  return {
    block: { type: "quote", children: parseMarkdown(inner.join("\n"), growing && next >= lines.length, depth + 1) },
    next,
  };
}

function readList(lines: string[], at: number, { growing, depth }: Reading): Read {
  const first = ITEM.exec(lines[at] ?? "");
  const indent = first?.[1]?.length ?? 0;
  const ordered = first?.[3] !== undefined;
  const items: string[][] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? "";
    const item = ITEM.exec(line);
    const depthHere = item?.[1]?.length ?? 0;
    if (item !== null && depthHere <= indent + 1) {
      if ((item[3] !== undefined) !== ordered) break;
      items.push([item[4] ?? ""]);
      continue;
    }
    const isBlank = line.trim() === "";
    const followed = isBlank && ITEM.test(lines[next + 1] ?? "");
    if (!followed && (isBlank || !/^\s{2,}/.test(line)) && item === null) break;
    items.at(-1)?.push(line.replace(new RegExp(`^\\s{0,${indent + 4}}`), item === null ? "" : "  ").trimEnd());
  }
  const isOpen = growing && next >= lines.length;
  const read = items.map((item, index) => parseMarkdown(dedent(item), isOpen && index === items.length - 1, depth + 1));
  return { block: { type: "list", ordered, start: Number(first?.[3] ?? 1), items: read }, next };
}

function dedent(item: string[]): string {
  return [item[0] ?? "", ...item.slice(1).map((line) => line.replace(/^ {2}/, ""))].join("\n");
}

function readTable(lines: string[], at: number, { growing }: Reading): Read {
  let next = at + 2;
  while (next < lines.length && (lines[next] ?? "").includes("|")) next += 1;
  const head = cells(lines[at] ?? "", false);
  const rows = lines
    .slice(at + 2, next)
    .map((line, index) => cells(line, growing && at + 2 + index === lines.length - 1).slice(0, head.length));
  return { block: { type: "table", head, rows }, next };
}

function cells(line: string, growing: boolean) {
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => parseInline(cell.trim(), growing));
}
