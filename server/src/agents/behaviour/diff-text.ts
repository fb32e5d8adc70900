import type { TextSegment } from "@parley/contracts";

/** Two texts compared word by word: what stayed, what came, what went. */
export function diffText(before: string, after: string): TextSegment[] {
  const [one, other] = [words(before), words(after)];
  if (one.length * other.length > MOST_CELLS)
    return join([
      { type: "removed", text: before },
      { type: "added", text: after },
    ]);
  const lengths = commonLengths(one, other);
  const segments: TextSegment[] = [];
  let [at, to] = [0, 0];
  while (at < one.length || to < other.length) {
    const [left, right] = [one[at], other[to]];
    if (left !== undefined && left === right) {
      segments.push({ type: "same", text: left });
      at += 1;
      to += 1;
    } else if (right === undefined || (left !== undefined && below(lengths, at, to) >= beside(lengths, at, to))) {
      segments.push({ type: "removed", text: left ?? "" });
      at += 1;
    } else {
      segments.push({ type: "added", text: right });
      to += 1;
    }
  }
  return join(segments);
}

/** Words with the space after them, so that joined they are the text again. */
function words(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{M}\p{N}'’]/gu) ?? [];
}

type Lengths = readonly Uint16Array[];
const below = (lengths: Lengths, at: number, to: number) => lengths[at + 1]?.[to] ?? 0;
const beside = (lengths: Lengths, at: number, to: number) => lengths[at]?.[to + 1] ?? 0;

/** How much the rests of both have in common, from each place on. */
function commonLengths(one: readonly string[], other: readonly string[]): Lengths {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let at = one.length - 1; at >= 0; at -= 1) {
    const row = lengths[at];
    if (row === undefined) continue;
    for (let to = other.length - 1; to >= 0; to -= 1) {
      row[to] =
        one[at] === other[to]
          ? (lengths[at + 1]?.[to + 1] ?? 0) + 1
          : Math.max(below(lengths, at, to), beside(lengths, at, to));
    }
  }
  return lengths;
}

/** Neighbours of one kind as one; what went before what came. */
function join(segments: readonly TextSegment[]): TextSegment[] {
  const joined: TextSegment[] = [];
  let run = { removed: "", added: "" };
  const close = () => {
    if (run.removed !== "") joined.push({ type: "removed", text: run.removed });
    if (run.added !== "") joined.push({ type: "added", text: run.added });
    run = { removed: "", added: "" };
  };
  for (const { type, text } of segments) {
    if (type !== "same") run[type] += text;
    else {
      close();
      const last = joined.at(-1);
      if (last?.type === "same") last.text += text;
      else joined.push({ type, text });
    }
  }
  close();
  return joined;
}

/** Above this the comparison would take longer than it helps. */
const MOST_CELLS = 4_000_000;
