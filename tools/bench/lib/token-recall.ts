/** How much of one text's words another holds. */

/** Words and numbers in lower case, without what Markdown adds. */
export function wordsOf(text: string): string[] {
  const plain = text.replace(/<!--.*?-->/gs, " ").replace(/\\([_*#|.()-])/g, "$1");
  return plain.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Of the words that are wanted the share that is there, each as often as it is wanted; of sets, each once. */
export function share(wanted: Iterable<string>, there: Iterable<string>): number {
  const left = new Map<string, number>();
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1);
  let all = 0;
  let found = 0;
  for (const word of wanted) {
    all += 1;
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    found += 1;
    left.set(word, count - 1);
  }
  return all === 0 ? 1 : found / all;
}

export function fOne(wanted: readonly string[], there: readonly string[]): number {
  const recall = share(wanted, there);
  const precision = share(there, wanted);
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}
