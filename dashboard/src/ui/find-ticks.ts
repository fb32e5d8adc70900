const STEPS = [1, 2, 5, 10];
const MOST_LINES = 4;

/** Round numbers for the lines of a chart, from 0 to the first at or over `most`; whole ones only, at most five. */
export function findTicks(most: number): number[] {
  const wanted = Math.max(1, most) / MOST_LINES;
  const size = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(1, (STEPS.find((each) => each * size >= wanted) ?? 10) * size);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, line) => line * step);
}
