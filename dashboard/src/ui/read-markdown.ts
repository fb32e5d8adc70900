export type Span =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "bold"; spans: Span[] }
  | { kind: "italic"; spans: Span[] }
  | { kind: "link"; href: string; spans: Span[] };

export type Block =
  | { kind: "paragraph"; spans: Span[] }
  | { kind: "quote"; spans: Span[] }
  | { kind: "heading"; level: number; spans: Span[] }
  | { kind: "list"; ordered: boolean; start: number; items: Span[][] }
  | { kind: "code"; text: string }
  | { kind: "table"; head: Span[][]; rows: Span[][][] }
  | { kind: "rule" };

/** Reads the small Markdown of answers. Whatever it does not know stays as it is written. */
export function readMarkdown(text: string): Block[] {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const [block, used] = readBlock(lines.slice(at));
    if (block) blocks.push(block);
    at += used;
  }
  return blocks;
}

const FENCE = /^\s*(```+|~~~+)/;
const ITEM = /^\s{0,3}(?:[-*+•]|(\d{1,9})[.)])\s+(.*)$/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;
const TABLE_RULE = /^\s{0,3}\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;

/** The block that begins here, and how many lines it takes. */
function readBlock(lines: readonly string[]): [Block | null, number] {
  const [first = ""] = lines;
  if (first.trim() === "") return [null, 1];
  const fence = FENCE.exec(first)?.[1];
  if (fence !== undefined) return readCode(lines, fence);
  if (RULE.test(first)) return [{ kind: "rule" }, 1];
  const [, marks, title] = HEADING.exec(first) ?? [];
  if (marks !== undefined) return [{ kind: "heading", level: marks.length, spans: readSpans(title ?? "") }, 1];
  const item = ITEM.exec(first);
  if (item) return readList(lines, item[1] === undefined ? null : Number(item[1]));
  if (isTable(lines)) return readTable(lines);
  const quoted = QUOTE.test(first);
  const own = takeWhile(lines, (line, place) =>
    quoted
      ? QUOTE.test(line)
      : line.trim() !== "" && (place === 0 || !startsBlock(line)) && !isTable(lines.slice(place)),
  );
  const text = own.map((line) => (quoted ? (QUOTE.exec(line)?.[1] ?? "") : line)).join("\n");
  return [{ kind: quoted ? "quote" : "paragraph", spans: readSpans(text) }, own.length];
}

function readCode(lines: readonly string[], fence: string): [Block, number] {
  const end = lines.findIndex((line, place) => place > 0 && line.trim().startsWith(fence));
  const inside = lines.slice(1, end < 0 ? undefined : end);
  return [{ kind: "code", text: inside.join("\n") }, end < 0 ? lines.length : end + 1];
}

function readList(lines: readonly string[], start: number | null): [Block, number] {
  const own = takeWhile(lines, (line) => ITEM.test(line) || /^\s{2,}\S/.test(line));
  const items: string[] = [];
  for (const line of own) {
    const item = ITEM.exec(line);
    if (item) items.push(item[2] ?? "");
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  return [
    { kind: "list", ordered: start !== null, start: start ?? 1, items: items.map((item) => readSpans(item)) },
    own.length,
  ];
}

/** A line of cells above a line of dashes. */
function isTable([head = "", rule = ""]: readonly string[]): boolean {
  return head.includes("|") && TABLE_RULE.test(rule) && cellsOf(head).length === cellsOf(rule).length;
}

function readTable(lines: readonly string[]): [Block, number] {
  const [head = "", , ...below] = lines;
  const rows = takeWhile(below, (line) => line.includes("|"));
  const own = below[0]?.includes("|") ? rows : [];
  const width = cellsOf(head).length;
  const cells = (line: string) => Array.from({ length: width }, (_, place) => readSpans(cellsOf(line)[place] ?? ""));
  return [{ kind: "table", head: cells(head), rows: own.map(cells) }, own.length + 2];
}

/** The cells of a line; a pipe behind a backslash is a sign like others. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

function startsBlock(line: string): boolean {
  return FENCE.test(line) || ITEM.test(line) || HEADING.test(line) || QUOTE.test(line) || RULE.test(line);
}

function takeWhile(lines: readonly string[], fits: (line: string, place: number) => boolean): string[] {
  const end = lines.findIndex((line, place) => !fits(line, place));
  return lines.slice(0, end < 0 ? undefined : Math.max(1, end));
}

const MARKS =
  /(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)|\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)|(\*\*|__)(?=\S)([\s\S]*?\S)\5|([*_])(?=\S)([^*_]*?\S)\7(?![\p{L}\p{N}])|(https?:\/\/[^\s<>()[\]"']*[^\s<>()[\]"'.,;:!?])/u;

/** Marks inside a line; a mark that is not closed is text. */
export function readSpans(text: string, depth = 0): Span[] {
  const found = depth < 6 ? MARKS.exec(text) : null;
  if (!found) return text === "" ? [] : [{ kind: "text", text }];
  const [whole, , code, words, href, , bold, , italic, bare] = found;
  const before: Span[] = found.index > 0 ? [{ kind: "text", text: text.slice(0, found.index) }] : [];
  const inside = (part: string) => readSpans(part, depth + 1);
  const span: Span =
    code !== undefined
      ? { kind: "code", text: code }
      : href !== undefined
        ? { kind: "link", href, spans: inside(words ?? "") }
        : bold !== undefined
          ? { kind: "bold", spans: inside(bold) }
          : italic !== undefined
            ? { kind: "italic", spans: inside(italic) }
            : { kind: "link", href: bare ?? "", spans: [{ kind: "text", text: bare ?? "" }] };
  return [...before, span, ...readSpans(text.slice(found.index + whole.length), depth)];
}
