import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, diffParts, diffWords } from "./diff-words.ts";

const without = (kind: Change["kind"], changes: readonly Change[]) =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join("");

test("taking the changes back gives the text before, keeping them the text after", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      const changes = diffWords(before, after);
      expect(without("added", changes)).toBe(before);
      expect(without("removed", changes)).toBe(after);
    }),
  );
});

test("one word in the middle is one change", () => {
  expect(diffWords("Be kind and short.", "Be exact and short.")).toEqual([
    { kind: "same", text: "Be " },
    { kind: "removed", text: "kind" },
    { kind: "added", text: "exact" },
    { kind: "same", text: " and short." },
  ]);
});

test("long texts go line by line, quickly", () => {
  const before = Array.from({ length: 4_000 }, (_, line) => `line ${line}`).join("\n");
  const since = performance.now();
  const changes = diffWords(before, before.replace("line 2000\n", "another\n"));
  expect(changes.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "line 2000\n" },
    { kind: "added", text: "another\n" },
  ]);
  expect(performance.now() - since).toBeLessThan(1_000);
});

test("lists are compared item by item", () => {
  expect(diffParts(["a", "b"], ["b", "c"])).toEqual([
    { kind: "removed", text: "a" },
    { kind: "same", text: "b" },
    { kind: "added", text: "c" },
  ]);
});
