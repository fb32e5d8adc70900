import { describe, expect, test } from "vitest";
import { compareAnswers } from "./compare-answers.ts";
import { readRows, reliedOn } from "./relied-on.ts";

const answered = (text: string) => ({ text, reason: "answered" as const });

describe("two answers", () => {
  test.each([
    ["A room costs 90 euro.", "A room costs 90 euro."],
    ["A room costs 1,200.00 euro.", "A room costs 1200 euro!"],
    ["We deliver within two days, also on islands.", "We deliver also on islands, within two days."],
    ["部屋は九十円です。", "部屋は九十円です"],
  ])("mean the same: %s / %s", (one, other) => {
    expect(compareAnswers(one, answered(other))).toEqual([]);
  });

  test.each([
    ["A room costs 90 euro.", "A room costs 95 euro.", ["figures"]],
    ["Open on Monday.", "Open on Tuesday.", ["figures"]],
    ["Dogs are allowed in rooms.", "Dogs are not allowed in rooms.", ["negation"]],
    ["Hunde sind im Haus erlaubt.", "Hunde sind im Haus nicht erlaubt.", ["negation"]],
    ["You get a mug of soup.", "Our rooms face the sea.", ["words"]],
  ])("differ: %s / %s", (one, other, differs) => {
    expect(compareAnswers(one, answered(other))).toEqual(differs);
  });

  test("differ where nothing is known any more", () => {
    expect(compareAnswers("Yes.", { text: "I do not know.", reason: "unknown" })).toEqual(["unanswered"]);
  });
});

describe("an answer relied", () => {
  const relied = (text: string, { before, after }: { before: string | null; after: string | null }) =>
    reliedOn(text, {
      before: before === null ? null : readRows(before),
      after: after === null ? null : readRows(after),
    });
  const before = "# Rooms\n\nA double room costs [90 euro](/prices) a night.\n\nBreakfast is served from seven.";
  const cited = "A double room costs 90 euro a night.";

  test("on words that are gone or changed", () => {
    expect(relied(cited, { before, after: before.replace("90", "95") })).toBe(true);
    expect(relied(cited, { before, after: "# Rooms\n\nWe are closed." })).toBe(true);
    expect(relied(cited, { before, after: null })).toBe(true);
  });

  test("not on what changed elsewhere on the page, nor on how the page is built", () => {
    expect(relied(cited, { before, after: before.replace("seven", "eight") })).toBe(false);
    expect(relied(cited, { before, after: `News first.\n\n${before}` })).toBe(false);
    expect(relied("Price | 90", { before: "| Price | Night |\n|---|---|\n| 90 | 1 |", after: before })).toBe(false);
  });

  test("as far as can be told without the old text", () => {
    expect(relied(cited, { before: null, after: before })).toBe(false);
    expect(relied(cited, { before: null, after: "Nothing of that sort stands here now." })).toBe(true);
  });
});
