import type { DifferenceHunk } from "@parley/contracts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTexts, compareWords, countWords } from "./compare-texts.ts";
import { diffSequences } from "./diff-sequences.ts";

const oldOf = (hunks: readonly DifferenceHunk[]) =>
  hunks.map((hunk) => (hunk.type === "changed" ? hunk.before : hunk.type === "added" ? "" : hunk.text)).join("");
const newOf = (hunks: readonly DifferenceHunk[]) =>
  hunks.map((hunk) => (hunk.type === "changed" ? hunk.after : hunk.type === "removed" ? "" : hunk.text)).join("");
const ended = (text: string) => {
  const body = text.replace(/\r\n?/g, "\n").trimEnd();
  return body === "" ? "" : `${body}\n\n`;
};

const line = fc.oneof(
  fc.constantFrom(
    "# Prices",
    "A room costs 90 euro.",
    "A room costs 95 euro.",
    "- one",
    "| a | b |",
    "",
    "部屋は九十円です。",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join("\n"));

describe("a difference", () => {
  test("gives both texts back, whatever they are", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const hunks = compareTexts(before, after);
        expect(oldOf(hunks)).toBe(ended(before));
        expect(newOf(hunks)).toBe(ended(after));
        for (const hunk of hunks) {
          if (hunk.type !== "changed") continue;
          const side = (without: string) =>
            hunk.words.flatMap((word) => (word.type === without ? [] : [word.text])).join("");
          expect(side("added")).toBe(hunk.before);
          expect(side("removed")).toBe(hunk.after);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("is the shortest: as long as the longest common part leaves", () => {
    const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 14 });
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const kept = diffSequences(one, other).reduce((sum, run) => sum + (run.same ? run.old[1] - run.old[0] : 0), 0);
        expect(kept).toBe(longestCommon(one, other));
      }),
      { numRuns: 500 },
    );
  });

  test("marks the words of a block that was changed, figures whole", () => {
    const before = "# Prices\n\nA double room costs 90.50 euro a night.\n\nBreakfast is included.";
    const after = "# Prices\n\nA double room costs 95.50 euro a night.\n\nBreakfast is included.\n\nDogs are welcome.";
    const hunks = compareTexts(before, after);
    expect(hunks.map(({ type }) => type)).toEqual(["same", "changed", "same", "added"]);
    expect(hunks[1]).toMatchObject({
      words: [
        { type: "same", text: "A double room costs " },
        { type: "removed", text: "90.50" },
        { type: "added", text: "95.50" },
        { type: "same", text: " euro a night.\n\n" },
      ],
    });
    expect(countWords(hunks)).toEqual({ added: 4, removed: 1 });
  });

  test("marks single signs where words have no spaces", () => {
    expect(compareWords("部屋は九十円です", "部屋は八十円です")).toEqual([
      { type: "same", text: "部屋は" },
      { type: "removed", text: "九" },
      { type: "added", text: "八" },
      { type: "same", text: "十円です" },
    ]);
  });

  test("of two long texts that share nothing ends soon and small", () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at} said so.`).join("\n");
    const started = performance.now();
    const hunks = compareTexts(long("one"), long("other"));
    expect(oldOf(hunks)).toBe(`${long("one")}\n\n`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

function longestCommon(one: readonly string[], other: readonly string[]): number {
  const lengths = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  for (const [at, left] of one.entries())
    for (const [to, right] of other.entries()) {
      const longer = Math.max(lengths[at]?.[to + 1] ?? 0, lengths[at + 1]?.[to] ?? 0);
      const row = lengths[at + 1];
      if (row) row[to + 1] = left === right ? (lengths[at]?.[to] ?? 0) + 1 : longer;
    }
  return lengths[one.length]?.[other.length] ?? 0;
}
