export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

/** The longest text that is compared word by word; longer ones line by line. */
const MOST_WORDS = 1_500;

/** What became of a text, word by word or, where it is long, line by line. */
export function diffWords(before: string, after: string): Change[] {
  const words = (text: string) => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
  const [a, b] = [words(before), words(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return diffParts(lines(before), lines(after));
  return diffParts(a, b);
}

/** What became of a list. */
export function diffParts(before: readonly string[], after: readonly string[]): Change[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const middle = a.length * b.length > 4_000_000 ? replaced(a, b) : common(a, b);
  return join([...same(before.slice(0, start)), ...middle, ...same(end === 0 ? [] : before.slice(-end))]);
}

/** The longest common parts, by a table of lengths. */
function common(a: readonly string[], b: readonly string[]): Change[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const down = lengths[(i + 1) * width + j] ?? 0;
    const right = lengths[i * width + j + 1] ?? 0;
    if (a[i] === b[j]) {
      changes.push({ kind: "same", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (down >= right) {
      changes.push({ kind: "removed", text: a[i] ?? "" });
      i += 1;
    } else {
      changes.push({ kind: "added", text: b[j] ?? "" });
      j += 1;
    }
  }
  return [...changes, ...replaced(a.slice(i), b.slice(j))];
}

const same = (parts: readonly string[]) => parts.map((text): Change => ({ kind: "same", text }));
const replaced = (a: readonly string[], b: readonly string[]): Change[] => [
  ...a.map((text): Change => ({ kind: "removed", text })),
  ...b.map((text): Change => ({ kind: "added", text })),
];
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

function join(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last?.kind === change.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + change.text };
    else joined.push(change);
  }
  return joined;
}
