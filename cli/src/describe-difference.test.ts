import { expect, test } from "vitest";
import { describeDifference } from "./describe-difference.ts";

test("a difference is told a line each, lists item by item", () => {
  const text = describeDifference({
    same: false,
    settings: [
      { field: "tone", before: null, after: "formal", text: null, items: null },
      { field: "goals", before: ["a"], after: ["b"], text: null, items: { added: ["b"], removed: ["a"] } },
    ],
    sources: [{ url: "https://shop.example/", change: "removed" }],
    verifiedAnswers: [{ question: "Open?", change: "added" }],
  });
  expect(text.split("\n")).toEqual([
    '~ tone: not set -> "formal"',
    "~ goals",
    "  - a",
    "  + b",
    "- source https://shop.example/",
    "+ verified answer “Open?”",
  ]);
  expect(describeDifference({ same: true, settings: [], sources: [], verifiedAnswers: [] })).toBe("Nothing differs.");
});
