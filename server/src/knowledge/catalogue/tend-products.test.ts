import { expect, test } from "vitest";
import { createTending } from "./tend-products.ts";

test("a growing catalogue is counted soon, and then ever more seldom", async () => {
  const at: number[] = [];
  let written = 0;
  const tending = createTending({ vacuum: async () => void at.push(written) });
  for (; written < 200_000;) {
    written += 250;
    await tending.wrote(250);
  }
  expect(at).toEqual([500, 2_000, 8_000, 32_000, 82_000, 132_000, 182_000]);
  await tending.ended(499);
  expect(at).toHaveLength(7);
  await tending.ended(500);
  expect(at).toHaveLength(8);
});
