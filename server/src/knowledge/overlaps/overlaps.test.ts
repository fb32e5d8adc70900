import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findFigures } from "./find-figures.ts";
import { findStatements } from "./find-statements.ts";
import { bandsOf, likenessOf, shinglesOf } from "./shingle.ts";

const said = (text: string, language = "en", heading = "Page") =>
  findStatements({ title: "Title", headings: [heading], text, language });
/** Both speak of the same thing, and name another figure. */
const contradict = (one: string, other: string, language = "en") =>
  said(one, language).some((a) =>
    said(other, language).some((b) => a.subject === b.subject && a.figures !== b.figures),
  );

describe("figures", () => {
  it.each([
    ["€14", "14.00 EUR", "14 euros", "€ 14,00"],
    ["1,200 USD", "$1200", "1.200,00 dollars"],
    ["from 9 am", "from 9:00", "from 9:00 a.m.", "from 9 Uhr"],
    ["2 pm", "14:00", "14h00"],
    ["+49 30 555 0101", "030 555 0101", "(030) 555-0101"],
    ["30 days", "30 Tage"],
    ["12.5 %", "12,5%"],
  ])("are the same however they are written: %s", (first, ...others) => {
    const [figure] = findFigures(first);
    expect(figure).toBeDefined();
    for (const other of others)
      expect(findFigures(other)[0]).toMatchObject({ kind: figure?.kind, value: figure?.value });
  });

  it("are none where a number is part of a name", () => {
    for (const text of [
      "Python 3 is needed",
      "version 2.4 of it",
      "Room 12 upstairs",
      "in 2024 we",
      "see chapter 4 about",
    ])
      expect(findFigures(text)).toEqual([]);
  });
});

describe("a contradiction", () => {
  it.each([
    ["A city bike costs €14 for a whole day.", "For a whole day a city bike costs 15 euros.", "en"],
    [
      "The workshop is open on Saturdays from 9 am to 1 pm.",
      "On Saturdays the workshop is open from 9:00 to 14:00.",
      "en",
    ],
    [
      "You can return shoes that you bought online within 30 days.",
      "Within 14 days you can return shoes that you bought online.",
      "en",
    ],
    ["Call our booking office under 030 555 0101.", "Call our booking office under 030 555 0199.", "en"],
    [
      "Der Eintritt für Erwachsene am Wochenende kostet 12 €.",
      "Am Wochenende kostet der Eintritt für Erwachsene 14 Euro.",
      "de",
    ],
    ["Registration for the summer course ends on 12 May.", "Registration for the summer course ends on 19 May.", "en"],
    ["Members of the club get 10 % off every repair.", "Members of the club get 15% off every repair.", "en"],
  ])("is one thing with two figures: %s / %s", (one, other, language) => {
    expect(contradict(one, other, language)).toBe(true);
  });

  it.each([
    ["A city bike costs €14 for a whole day.", "A mountain bike costs €25 for a whole day.", "en"],
    ["A city bike costs €14 for a whole day.", "A city bike costs €14.00 for a whole day.", "en"],
    ["A city bike costs €14 for a whole day.", "A city bike costs €60 for a whole week.", "en"],
    ["Adults pay 12 euros for the guided tour.", "Children pay 6 euros for the guided tour.", "en"],
    [
      "The workshop is open on Saturdays from 9 am to 1 pm.",
      "The workshop is open on Sundays from 10 am to 1 pm.",
      "en",
    ],
    ["The page was updated on 12 May 2024 by our team.", "The page was updated on 19 May 2024 by our team.", "en"],
    ["Open from 9:00.", "Open from 10:00.", "en"],
    ["Der Eintritt für Erwachsene kostet 12 €.", "Der Eintritt für Kinder kostet 6 €.", "de"],
    ["Use version 3 of the booking software here.", "Use version 4 of the booking software here.", "en"],
  ])("is not: %s / %s", (one, other, language) => {
    expect(contradict(one, other, language)).toBe(false);
  });

  it("in a table needs the same row and the same head", () => {
    const table = (head: string, row: string) => `| Bicycle | ${head} |\n|---|---|\n| ${row} |`;
    expect(
      contradict(table("Price for one day", "City bike | €14"), table("Price for one day", "City bike | €15")),
    ).toBe(true);
    expect(
      contradict(table("Price for one day", "City bike | €14"), table("Price for one week", "City bike | €60")),
    ).toBe(false);
  });
});

const word = fc.constantFrom(
  ..."parking breakfast bicycle deposit voucher museum ticket garden kitchen repair boat lamp river".split(" "),
);
const passage = fc.array(word, { minLength: 20, maxLength: 60 }).map((words) => words.join(" "));

test("the same words meet, whatever stands between them; a word more seldom parts them", () => {
  fc.assert(
    fc.property(passage, (text) => {
      const one = shinglesOf(text, "en");
      const other = shinglesOf(text.replaceAll(" ", ", ").toUpperCase(), "en");
      expect(likenessOf(one, other)).toBe(1);
      expect(bandsOf(one)).toEqual(bandsOf(other));
      for (const band of bandsOf(one)) expect(Number.isSafeInteger(band)).toBe(true);
    }),
  );
});

test("likeness is the share of runs that both have", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -50, max: 50 })),
      fc.uniqueArray(fc.integer({ min: -50, max: 50 })),
      (a, b) => {
        const both = a.filter((value) => b.includes(value)).length;
        const all = new Set([...a, ...b]).size;
        expect(likenessOf(Int32Array.from(a).sort(), Int32Array.from(b).sort())).toBe(all === 0 ? 0 : both / all);
      },
    ),
  );
});

test("statements lie within their passage and hold a figure, whatever it says", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer(), (text, figure) => {
      const whole = `${text}\nThe big bicycle trailer costs ${Math.abs(figure)} euros a day.`;
      for (const { start, end } of said(whole)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(whole.length);
        expect(whole.slice(start, end)).toMatch(/\d/);
      }
    }),
  );
});
