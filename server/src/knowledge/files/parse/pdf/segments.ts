/** Pieces of text on a page, and the lines that they make. Coordinates in points, y growing downwards. */

export interface Segment {
  text: string;
  x0: number;
  x1: number;
  /** Of the baseline. */
  y: number;
  size: number;
  rtl: boolean;
}

export interface Line {
  segments: Segment[];
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** What pdf.js gives of a text. */
export interface TextItem {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
}

/** A gap of so many times the letters' size parts two pieces; a smaller one is a space. */
const APART = 0.9;
const SPACE = 0.16;

export type Angle = 0 | 90 | 180 | 270;

/** Pieces by the direction in which they run, the page turned so that each runs to the right. */
export function turnItems(items: readonly TextItem[]): Map<Angle, Segment[]> {
  const turned = new Map<Angle, Segment[]>();
  for (const { str, dir, transform, width, height } of items) {
    const text = str.replace(/[\u0000-\u001f\u00a0]/g, " ");
    if (text.trim() === "") continue;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
    const angle = angleOf(a, b);
    const size = Math.hypot(c, d) || height || Math.hypot(a, b) || 1;
    const [x, y] = angle === 0 ? [e, -f] : angle === 90 ? [f, e] : angle === 180 ? [-e, f] : [-f, -e];
    const list = turned.get(angle);
    const last = list?.at(-1);
    if (last && isPower(last, { text, x, y, size })) {
      last.text += text.trim();
      last.x1 = x + Math.abs(width);
      continue;
    }
    const segment = { text, x0: x, x1: x + Math.abs(width), y, size, rtl: dir === "rtl" };
    if (list) list.push(segment);
    else turned.set(angle, [segment]);
  }
  return turned;
}

/** What stands small and close behind a lone letter belongs to it, as in formulas; behind a word it is a note's number. */
function isPower(last: Segment, { text, x, y, size }: { text: string; x: number; y: number; size: number }): boolean {
  return (
    size < last.size * 0.85 &&
    Math.abs(x - last.x1) < last.size * 0.25 &&
    Math.abs(y - last.y) < last.size * 0.7 &&
    /(?:^|[\s=+(])\p{L}$/u.test(last.text) &&
    /^\s*[\p{L}\p{N}]{1,2}\s*$/u.test(text)
  );
}

function angleOf(a: number, b: number): Angle {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 180;
  return b > 0 ? 90 : 270;
}

/** Pieces that stand on one line, joined where only a space is between them; lines from the top down. */
export function linesOf(pieces: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces.toSorted((one, other) => one.y - other.y || one.x0 - other.x0)) {
    const open = lines.findLast((line) => Math.abs(line.y - piece.y) <= nearness(line.size, piece.size));
    const recent = open && lines.indexOf(open) >= lines.length - 4 ? open : undefined;
    if (recent) {
      recent.x0 = Math.min(recent.x0, piece.x0);
      recent.x1 = Math.max(recent.x1, piece.x1);
      // The larger letters carry the line; what is raised or small hangs on it, and so does a mark, however large.
      const isBlank = recent.segments.every(isMark);
      if (isBlank === isMark(piece) ? piece.size > recent.size : isBlank) {
        recent.size = piece.size;
        recent.y = piece.y;
      }
      recent.segments.push(piece);
    } else lines.push({ segments: [piece], x0: piece.x0, x1: piece.x1, y: piece.y, size: piece.size });
  }
  for (const line of lines) line.segments = joinClose(line.segments);
  return lines.toSorted((one, other) => one.y - other.y);
}

/** Whether the size and the place of the left are those of both: a mark has them from the letters beside it. */
function carries(left: Segment, right: Segment): boolean {
  return isMark(left) === isMark(right) ? left.size >= right.size : isMark(right);
}

function isMark({ text }: Segment): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** What is much smaller is raised or lowered further. */
function nearness(one: number, other: number): number {
  const size = Math.max(one, other);
  return size * (Math.min(one, other) < size * 0.8 ? 0.52 : 0.42);
}

function joinClose(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments.toSorted((one, other) => one.x0 - other.x0)) {
    const last = joined.at(-1);
    const size = Math.max(last?.size ?? 0, segment.size);
    if (last && segment.x0 - last.x1 < size * APART) joined[joined.length - 1] = join(last, segment, size);
    else joined.push(segment);
  }
  return joined;
}

function join(left: Segment, right: Segment, size: number): Segment {
  const gap = right.x0 - left.x1;
  const rtl = left.rtl && right.rtl;
  const [first, second] = rtl ? [right, left] : [left, right];
  const raised = Math.abs(left.y - right.y) > size * 0.1 && right.size < left.size * 0.85;
  const spaced = gap > size * (raised ? SPACE * 2 : SPACE) && !/\s$/.test(first.text) && !/^\s/.test(second.text);
  // The same letters drawn twice, to look bold.
  if (gap < -size * 0.5 && left.text === right.text && Math.abs(left.x0 - right.x0) < size * 0.3) return left;
  const carrier = carries(left, right) ? left : right;
  return {
    text: `${first.text}${spaced ? " " : ""}${second.text}`,
    x0: Math.min(left.x0, right.x0),
    x1: Math.max(left.x1, right.x1),
    y: carrier.y,
    size: carrier.size,
    rtl: left.text.length > right.text.length ? left.rtl : right.rtl,
  };
}

export function textOfLine({ segments }: Line): string {
  const rtl = segments.filter((segment) => segment.rtl).length > segments.length / 2;
  const ordered = rtl ? segments.toReversed() : segments;
  return ordered
    .map(({ text }) => text.trim())
    .join(" ")
    .replace(unnamedMark, "• ")
    .replace(unnamed, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Signs of a font without a name for them come as control characters; at the start of a line they mark an item. */
const unnamedMark = /^\s*[\u0080-\u009f]+\s*/;
const unnamed = /[\u0080-\u009f]+/g;
