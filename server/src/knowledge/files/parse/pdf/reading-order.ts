import { linesOf, type Line, type Segment } from "./segments.ts";

/** A column has at least so many lines, and lines of so many letters; a table's cells are shorter. */
const LEAST_LINES = 4;
const LEAST_LETTERS = 17;
const DEEPEST = 8;

/**
 * Lines in the order in which a person reads them: columns one after the other, and what runs across them in its
 * place between. Each list is one block of a page whose lines follow each other.
 */
export function readingOrder(pieces: readonly Segment[], depth = 0): Line[][] {
  const lines = linesOf(pieces);
  const cut = depth < DEEPEST ? findColumns(lines) : undefined;
  if (!cut) return lines.length === 0 ? [] : [lines];
  const { from, to, x } = cut;
  const within = lines.slice(from, to + 1).flatMap(({ segments }) => segments);
  const part = (segments: Segment[]) => readingOrder(segments, depth + 1);
  return [
    ...part(lines.slice(0, from).flatMap(({ segments }) => segments)),
    ...part(within.filter((segment) => middle(segment) < x)),
    ...part(within.filter((segment) => middle(segment) >= x)),
    ...part(lines.slice(to + 1).flatMap(({ segments }) => segments)),
  ];
}

const middle = ({ x0, x1 }: Segment): number => (x0 + x1) / 2;

interface Cut {
  from: number;
  to: number;
  x: number;
  lines: number;
}

function findColumns(lines: readonly Line[]): Cut | undefined {
  if (lines.length < LEAST_LINES) return undefined;
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const right = Math.max(...lines.map(({ x1 }) => x1));
  const width = right - left;
  let best: Cut | undefined;
  for (const x of startsOf(lines)) {
    if (x < left + width * 0.15 || x > right - width * 0.12) continue;
    const cut = longestRun(lines, x);
    if (cut && cut.lines > (best?.lines ?? 0)) best = cut;
  }
  return best;
}

/** Where many pieces begin: a hair to the left of it a gutter may be. */
function startsOf(lines: readonly Line[]): number[] {
  const counts = new Map<number, number>();
  for (const { segments } of lines)
    for (const { x0 } of segments) {
      const at = Math.round(x0 / 3) * 3 - 2;
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 16)
    .map(([at]) => at);
}

/** The longest stretch of lines that nothing crosses at `x`, with text like a column's on both sides. */
function longestRun(lines: readonly Line[], x: number): Cut | undefined {
  let best: Cut | undefined;
  let from = 0;
  const close = (to: number) => {
    const run = trim(lines, { from, to, x });
    if (run && areColumns(lines.slice(run.from, run.to + 1), x)) {
      const count = run.to - run.from + 1;
      if (count > (best?.lines ?? 0)) best = { ...run, x, lines: count };
    }
  };
  for (const [at, line] of lines.entries()) {
    if (!line.segments.some(({ x0, x1 }) => x0 < x - 1 && x1 > x + 1)) continue;
    if (at > from) close(at - 1);
    from = at + 1;
  }
  if (from < lines.length) close(lines.length - 1);
  return best;
}

/** Without what stands above or below both columns on one side alone, far from the rest. */
function trim(lines: readonly Line[], { from, to, x }: { from: number; to: number; x: number }) {
  const right = (line: Line | undefined) => line?.segments.some((segment) => middle(segment) >= x) === true;
  let first = from;
  let last = to;
  const size = lines[from]?.size ?? 10;
  const gap = (one: number, other: number) => (lines[other]?.y ?? 0) - (lines[one]?.y ?? 0);
  while (first < last && !right(lines[first]) && gap(first, first + 1) > size * 2.2) first += 1;
  while (last > first && gap(last - 1, last) > size * 3 && !right(lines[last])) last -= 1;
  return last > first ? { from: first, to: last } : undefined;
}

function areColumns(lines: readonly Line[], x: number): boolean {
  const all = lines.flatMap(({ segments }) => segments);
  const left = all.filter((segment) => middle(segment) < x);
  const right = all.filter((segment) => middle(segment) >= x);
  return [left, right].every((side) => {
    const rows = linesOf(side);
    if (rows.length < LEAST_LINES) return false;
    const letters = rows.map(({ segments }) => segments.reduce((sum, { text }) => sum + weight(text), 0));
    return median(letters) >= LEAST_LETTERS;
  });
}

/** Letters of dense scripts say more. */
function weight(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + dense;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
