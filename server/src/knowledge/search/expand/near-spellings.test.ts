import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayBeMistyped, slipsBetween, spellingsAt1 } from "./near-spellings.ts";

const word = fc.stringMatching(/^[a-z]{5,14}$/);

describe("spellings", () => {
  it("hold every single slip of a word, and nothing further away", () => {
    fc.assert(
      fc.property(word, (term) => {
        const near = spellingsAt1(term);
        expect(new Set(near).size).toBe(near.length);
        expect(near).not.toContain(term);
        for (const spelling of near) expect(slipsBetween(term, spelling, 2)).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it("hold the word that was meant, whatever one slip was made", () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom("leave", "swap", "put", "take"), (term, chance, slip) => {
        const at = chance % (term.length - 1);
        const [left, one, two, rest] = [term.slice(0, at), term[at] ?? "", term[at + 1] ?? "", term.slice(at + 2)];
        const mistyped = {
          leave: left + two + rest,
          swap: left + two + one + rest,
          put: `${left}q${one}${two}${rest}`,
          take: `${left}q${two}${rest}`,
        }[slip];
        if (mistyped === term || !mayBeMistyped(mistyped)) return;
        expect(spellingsAt1(mistyped)).toContain(term);
      }),
    );
  });

  it("counts the same both ways, and no more than it may", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = slipsBetween(one, other, 20);
        expect(slipsBetween(other, one, 20)).toBe(slips);
        expect(slips === 0).toBe(one === other);
        expect(slipsBetween(one, other, 2)).toBe(Math.min(slips, 3));
      }),
    );
  });

  it.each(["библиотека", "βιβλιοθηκη", "مكتبة", "ספרייה"])("knows the letters of %s", (term) => {
    expect(spellingsAt1(term).length).toBeGreaterThan(50);
  });

  it.each(["图书馆", "ab", "hour", "a1b2c3", "x".repeat(60), "c++", ""])("leaves %s alone", (term) => {
    expect(spellingsAt1(term)).toEqual([]);
  });
});
