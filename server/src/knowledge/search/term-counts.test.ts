import { expect, it } from "vitest";
import { createTermCounts } from "./term-counts.ts";

it("keeps the common terms of an index until it is of another size", () => {
  const counts = createTermCounts();
  counts.learn(1, "900/9000", [
    { term: "house", passages: 500 },
    { term: "giraffe", passages: 2 },
  ]);
  counts.learn(1, "900/9000", [{ term: "street", passages: 700 }]);
  counts.learn(2, "10/90", [{ term: "house", passages: 3 }]);
  expect(counts.of(1)?.size).toBe("900/9000");
  expect([...(counts.of(1)?.terms ?? [])]).toEqual([
    ["house", 500],
    ["street", 700],
  ]);
  expect(counts.of(2)).toBeUndefined();
  counts.learn(1, "901/9009", [{ term: "street", passages: 701 }]);
  expect([...(counts.of(1)?.terms ?? [])]).toEqual([["street", 701]]);
});
