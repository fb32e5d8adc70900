const FAR = 3;

/** The known word that `word` was most likely meant to be, if any is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const measured = known.map((each) => ({ each, far: distance(word.toLowerCase(), each) }));
  const [best] = measured.toSorted((a, b) => a.far - b.far);
  return best && best.far < Math.min(FAR, best.each.length) ? best.each : undefined;
}

/** Letters to add, drop or change to make one of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
