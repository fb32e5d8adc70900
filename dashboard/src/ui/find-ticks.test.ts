import { expect, test } from "vitest";
import { findTicks } from "./find-ticks.ts";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [6, [0, 2, 4, 6]],
  [7, [0, 2, 4, 6, 8]],
  [11, [0, 5, 10, 15]],
  [100, [0, 50, 100]],
  [1_240, [0, 500, 1_000, 1_500]],
])("the lines up to %i", (most, lines) => {
  expect(findTicks(most)).toEqual(lines);
});

test("are whole, equally far apart, few, and hold every value", () => {
  for (let most = 0; most < 20_000; most += 7) {
    const lines = findTicks(most);
    const step = lines[1] ?? 0;
    expect(Number.isInteger(step) && step > 0, `${most}`).toBe(true);
    expect(lines, `${most}`).toEqual(lines.map((_, place) => place * step));
    expect(lines.length, `${most}`).toBeLessThanOrEqual(5);
    expect(lines.at(-1), `${most}`).toBeGreaterThanOrEqual(most);
  }
});
