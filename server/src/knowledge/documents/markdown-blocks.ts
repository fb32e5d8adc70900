/** The little of Markdown that passages need: where sections, tables, lists, code and paragraphs begin and end. */

export type Block = Content & {
  /** Where it begins in the text (UTF-16 units); undefined for what was put in. */
  at?: number;
};

type Content =
  | { kind: "paragraph" | "code" | "heading"; text: string }
  | { kind: "list"; text: string; items: string[] }
  /** `head` is its first row and the line under it; both empty when there is none. */
  | { kind: "table"; text: string; head: string; rows: string[] };

export interface Section {
  /** Outermost first, without the document's title. */
  headings: string[];
  blocks: Block[];
}

/** Sections in order; one for each heading, also when nothing stands under it, and one for what comes before. */
export function readSections(markdown: string, title: string): Section[] {
  const sections: Section[] = [];
  const path: { level: number; text: string }[] = [];
  let open: Section = { headings: [], blocks: [] };
  for (const block of readBlocks(markdown)) {
    if (block.kind !== "heading") {
      open.blocks.push(block);
      continue;
    }
    const heading = headingOf(block.text);
    if (sameText(heading.text, title) && path.length === 0) continue;
    if (open.blocks.length > 0 || open.headings.length > 0) sections.push(open);
    while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
    if (heading.text !== "" && heading.text !== path.at(-1)?.text) path.push(heading);
    open = { headings: path.map(({ text }) => text), blocks: [] };
  }
  if (open.blocks.length > 0 || open.headings.length > 0) sections.push(open);
  return sections.filter((section, index) => section.blocks.length > 0 || !isParent(section, sections[index + 1]));
}

/** Its heading is said by the next section anyway: as one above it, or once more. */
function isParent(section: Section, next: Section | undefined): boolean {
  if (next === undefined) return false;
  const within = section.headings.every((heading, index) => next.headings[index] === heading);
  const above = section.headings.slice(0, -1);
  const again =
    next.headings.includes(section.headings.at(-1) ?? "") && above.every((heading) => next.headings.includes(heading));
  return within || again;
}

function headingOf(line: string): { level: number; text: string } {
  const [, marks = "#", text = ""] = /^(#{1,6})\s*(.*?)(?:\s+#+)?\s*$/s.exec(line) ?? [];
  return { level: marks.length, text: plainHeading(text) };
}

/** Links and emphasis in a heading say nothing that a path of headings should carry. */
function plainHeading(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .replace(/\s+/g, " ")
    .trim();
}

function sameText(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

const fence = /^\s{0,3}(`{3,}|~{3,})/;
const heading = /^\s{0,3}#{1,6}(?:\s|$)/;
const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/;
const row = /^\s*\|/;
const rule = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const underline = /^\s{0,3}(=+|-{2,})\s*$/;

/** Blocks in order; every line that is not blank belongs to exactly one. */
export function readBlocks(markdown: string): Block[] {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  let offset = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      at += 1;
      offset += line.length + 1;
      continue;
    }
    const end = endOfBlock(lines, at);
    const own = lines.slice(at, end);
    blocks.push({ ...blockOf(own), at: offset });
    at = end;
    offset += own.reduce((sum, { length }) => sum + length + 1, 0);
  }
  return blocks;
}

function endOfBlock(lines: readonly string[], from: number): number {
  const first = lines[from] ?? "";
  const opened = fence.exec(first)?.[1];
  if (opened) return endOfFence(lines, from, opened);
  if (heading.test(first)) return from + 1;
  if (row.test(first)) return endWhere(lines, from, (line) => !row.test(line));
  if (item.test(first)) return endOfList(lines, from);
  const end = endWhere(lines, from, (line) => line.trim() === "" || startsOther(line));
  const under = lines[from + 1] ?? "";
  return underline.test(under) ? from + 2 : end;
}

function endOfFence(lines: readonly string[], from: number, opened: string): number {
  const closing = endWhere(lines, from, (line) => line.trim().startsWith(opened));
  return Math.min(lines.length, closing + 1);
}

/** A list goes on over blank lines when an item or an indented line follows. */
function endOfList(lines: readonly string[], from: number): number {
  return endWhere(lines, from, (line, index) => {
    if (line.trim() !== "") return startsOther(line) && !item.test(line);
    const next = lines[index + 1] ?? "";
    return !item.test(next) && !/^\s{2,}\S/.test(next);
  });
}

function endWhere(lines: readonly string[], from: number, ends: (line: string, index: number) => boolean): number {
  for (let index = from + 1; index < lines.length; index += 1) if (ends(lines[index] ?? "", index)) return index;
  return lines.length;
}

function startsOther(line: string): boolean {
  return fence.test(line) || heading.test(line) || row.test(line) || item.test(line);
}

function blockOf(lines: readonly string[]): Content {
  const [first = "", second = ""] = lines;
  const text = lines.join("\n");
  if (fence.test(first)) return { kind: "code", text };
  if (heading.test(first)) return { kind: "heading", text: first.trim() };
  if (row.test(first)) return tableOf(lines);
  if (item.test(first)) return { kind: "list", text, items: itemsOf(lines) };
  const under = lines.length === 2 ? underline.exec(second)?.[1] : undefined;
  if (under) return { kind: "heading", text: `${under.startsWith("=") ? "#" : "##"} ${first.trim()}` };
  return { kind: "paragraph", text };
}

function tableOf(lines: readonly string[]): Content {
  const [first = "", second = "", ...rows] = lines;
  const text = lines.join("\n");
  if (!rule.test(second) || rows.length === 0) return { kind: "table", text, head: "", rows: [...lines] };
  return { kind: "table", text, head: `${first}\n${second}`, rows };
}

function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const last = items.length - 1;
    if (last >= 0 && !item.test(line)) items[last] = `${items[last]}\n${line}`;
    else items.push(line);
  }
  return items;
}
