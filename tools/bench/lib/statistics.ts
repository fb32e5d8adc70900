/** The value below which `share` (0 to 1) of all lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Runs `work(index)` `count` times with at most `inFlight` at once; gives how long each took, and all of them, in ms. */
export async function load(count: number, inFlight: number, work: (index: number, lane: number) => Promise<unknown>) {
  const took: number[] = [];
  let next = 0;
  const since = performance.now();
  const lane = async (number: number) => {
    while (next < count) {
      const index = next;
      next += 1;
      const start = performance.now();
      await work(index, number);
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, number) => lane(number)));
  return { took, allMs: performance.now() - since };
}
