/** A run of what stayed, went or came: places `[from, to)` in the old sequence and in the new one. */
export interface Run {
  same: boolean;
  old: readonly [number, number];
  new: readonly [number, number];
}

/** So many changes are looked for exactly; memory grows with their square. Beyond, the rest counts as replaced. */
const MOST_CHANGES = 1_200;

/**
 * The shortest way from one sequence to another (Myers), as runs in order. Runs that are not the same may be empty on
 * one side; joined, the runs are both sequences again.
 */
export function diffSequences(before: readonly string[], after: readonly string[]): Run[] {
  const ids = new Map<string, number>();
  const [one, other] = [numbersOf(before, ids), numbersOf(after, ids)];
  let start = 0;
  while (start < before.length && start < after.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && one[before.length - 1 - end] === other[after.length - 1 - end]) end += 1;
  const [oldEnd, newEnd] = [before.length - end, after.length - end];
  const middle = findMatches(one.subarray(start, oldEnd), other.subarray(start, newEnd));
  const matches = [
    ...(start > 0 ? [{ old: 0, new: 0, length: start }] : []),
    ...middle.map((match) => ({ old: match.old + start, new: match.new + start, length: match.length })),
    ...(end > 0 ? [{ old: oldEnd, new: newEnd, length: end }] : []),
  ];
  return runsOf(matches, { old: before.length, new: after.length });
}

/** Like texts get like numbers: these are quicker to compare. */
function numbersOf(texts: readonly string[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(texts, (text) => {
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    return id;
  });
}

interface Match {
  old: number;
  new: number;
  length: number;
}

/** Stretches that both have, in order. */
function findMatches(one: Int32Array, other: Int32Array): Match[] {
  const trace = walk(one, other);
  if (trace === undefined) return [];
  const matches: Match[] = [];
  let [x, y] = [one.length, other.length];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reached = (k: number) => furthest(trace[d - 1], d - 1, k);
    const k = x - y;
    const down = d > 0 && (k === -d || (k !== d && reached(k - 1) < reached(k + 1)));
    const from = d === 0 ? 0 : down ? reached(k + 1) : reached(k - 1) + 1;
    if (x > from) matches.push({ old: from, new: from - k, length: x - from });
    if (d === 0) break;
    x = down ? from : from - 1;
    y = x - (down ? k + 1 : k - 1);
  }
  return matches.toReversed();
}

/** For each number of changes, how far the old sequence is got through on each diagonal; undefined: too many changes. */
function walk(one: Int32Array, other: Int32Array): Int32Array[] | undefined {
  const most = Math.min(MOST_CHANGES, one.length + other.length);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    const row = new Int32Array(2 * d + 1);
    const before = trace[d - 1];
    for (let k = -d; k <= d; k += 2) {
      const [left, right] = [furthest(before, d - 1, k - 1), furthest(before, d - 1, k + 1)];
      const down = k === -d || (k !== d && left < right);
      let x = d === 0 ? 0 : down ? right : left + 1;
      while (x < one.length && x - k < other.length && one[x] === other[x - k]) x += 1;
      row[k + d] = x;
      if (x >= one.length && x - k >= other.length) return [...trace, row];
    }
    trace.push(row);
  }
  return undefined;
}

const furthest = (row: Int32Array | undefined, d: number, k: number): number => row?.[k + d] ?? -1;

function runsOf(matches: readonly Match[], whole: { old: number; new: number }): Run[] {
  const runs: Run[] = [];
  let [old, fresh] = [0, 0];
  const changed = (to: { old: number; new: number }) => {
    if (to.old > old || to.new > fresh) runs.push({ same: false, old: [old, to.old], new: [fresh, to.new] });
  };
  for (const match of matches) {
    changed(match);
    [old, fresh] = [match.old + match.length, match.new + match.length];
    runs.push({ same: true, old: [match.old, old], new: [match.new, fresh] });
  }
  changed(whole);
  return runs;
}
