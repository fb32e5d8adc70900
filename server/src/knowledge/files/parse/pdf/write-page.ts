import type { Place } from "@parley/contracts";
import { findTables } from "./find-tables.ts";
import { median, readingOrder } from "./reading-order.ts";
import { linesOf, textOfLine, type Angle, type Line, type Segment } from "./segments.ts";
import { escapeStart, heading, type DocumentWriter } from "../write-document.ts";

export interface Page {
  number: number;
  pieces: Map<Angle, Segment[]>;
}

/** What all pages tell of one: the usual size of letters, and lines that stand on many of them. */
export interface Usual {
  size: number;
  /** Larger sizes that headings have, the largest first. */
  headings: number[];
  /** Text of running heads and feet, with figures left out. */
  repeated: Set<string>;
}

/** Pages that are looked at for what is usual. */
const SAMPLE = 400;
/** A page with fewer lines has no head or foot that could be told from its text. */
const LEAST_LINES = 8;

export function usualOf(pages: readonly Page[]): Usual {
  const letters = new Map<number, number>();
  const edges = new Map<string, number>();
  let full = 0;
  for (const { pieces } of pages.slice(0, SAMPLE)) {
    const lines = linesOf(pieces.get(0) ?? []);
    if (lines.length >= LEAST_LINES) full += 1;
    for (const { size, segments } of lines) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + segments.reduce((sum, { text }) => sum + text.length, 0));
    }
    const ends = lines.length < LEAST_LINES ? [] : [...lines.slice(0, 2), ...lines.slice(-2)];
    for (const key of new Set(ends.map(edgeKey))) edges.set(key, (edges.get(key) ?? 0) + 1);
  }
  const [size = 10] = [...letters].toSorted(([, one], [, other]) => other - one).map(([value]) => value);
  const headings = [...letters.keys()].filter((value) => value >= size * 1.15).toSorted((one, other) => other - one);
  const most = Math.max(3, full * 0.5);
  const repeated = new Set([...edges].filter(([key, count]) => count >= most && key !== "").map(([key]) => key));
  return { size, headings, repeated };
}

const edgeKey = (line: Line): string => textOfLine(line).replace(/\d+/g, "#").trim();

/** A page's blocks in reading order. What runs on every page is told on the first one alone. */
export function writePage({ number, pieces }: Page, usual: Usual, writer: DocumentWriter): void {
  const place = { page: number };
  for (const [angle, segments] of pieces) {
    if (angle === 180 && pieces.has(0)) continue;
    for (const lines of readingOrder(segments))
      writeLines(withoutRunning(lines, number, usual), { usual, writer, place });
  }
}

function withoutRunning(lines: Line[], number: number, { repeated }: Usual): Line[] {
  if (number === 1 || repeated.size === 0) return lines;
  return lines.filter((line) => !repeated.has(edgeKey(line)));
}

interface Target {
  usual: Usual;
  writer: DocumentWriter;
  place: Place;
}

function writeLines(lines: Line[], { usual, writer, place }: Target): void {
  for (const part of findTables(lines)) {
    if (part.kind === "table") {
      const [head = [], ...rows] = part.rows;
      writer.table(
        head,
        rows.map((cells) => ({ cells })),
        place,
      );
    } else for (const block of paragraphsOf(part.lines, usual)) writer.block(block, place);
  }
}

/** Signs of symbol fonts stand in the private area. */
const bullet = /^[•▪◦‣●○■□◆➢►✓·∙–—\uf000-\uf0ff-]\s*(?<=\s|[\uf000-\uf0ff])(?=\S)/u;

function paragraphsOf(lines: readonly Line[], usual: Usual): string[] {
  const right = Math.max(0, ...lines.map(({ x1 }) => x1));
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const leading = median(lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0)));
  const blocks: { lines: Line[]; text: string }[] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    const last = open?.lines.at(-1);
    if (open && last && isNext(last, line, { leading, right, left })) {
      open.text = glue(open.text, textOfLine(line));
      open.lines.push(line);
    } else blocks.push({ lines: [line], text: textOfLine(line) });
  }
  return joinLists(blocks.map(({ lines: own, text }) => blockText(own, text, usual)));
}

function isNext(
  last: Line,
  line: Line,
  { leading, right, left }: { leading: number; right: number; left: number },
): boolean {
  const size = Math.max(last.size, line.size);
  if (Math.abs(last.size - line.size) > size * 0.13) return false;
  const gap = line.y - last.y;
  if (gap > Math.max(leading * 1.35, size * 1.45) || gap > size * 2.4) return false;
  const text = textOfLine(line);
  if (bullet.test(text) || /^(?:\d{1,3}[.)]|[a-z]\))\s/.test(text)) return false;
  // A line that stops early ends its paragraph.
  const width = right - left;
  return !(last.x1 < right - width * 0.15 && /[.:!?。！？…]["'”’)]?$/.test(textOfLine(last)));
}

/** Hyphens at the end of a line part a word; letters of scripts without spaces need none between. */
function glue(before: string, after: string): string {
  if (/\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(before) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(after)
  )
    return before + after;
  return `${before} ${after}`;
}

function blockText(lines: readonly Line[], text: string, { size, headings }: Usual): string {
  const own = Math.round((lines[0]?.size ?? size) * 2) / 2;
  if (own >= size * 1.15 && lines.length <= 3 && text.length <= 180 && /\p{L}/u.test(text)) {
    const rank = headings.indexOf(own);
    return heading(Math.min(4, 2 + Math.max(0, rank)), text);
  }
  return bullet.test(text) ? text.replace(bullet, "- ") : escapeStart(text);
}

/** Items that follow each other are one list. */
function joinLists(blocks: readonly string[]): string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.startsWith("- ") && block.startsWith("- ")) joined[joined.length - 1] = `${last}\n${block}`;
    else joined.push(block);
  }
  return joined;
}
