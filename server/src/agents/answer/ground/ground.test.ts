import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, type Passage } from "../../../knowledge/index.ts";
import { languages } from "../../texts/texts.ts";
import { createTermReader } from "../extract/read-terms.ts";
import { createReadWholePassage } from "../extract/read-whole-passage.ts";
import { gatherEvidence, isSupported } from "./ground.ts";
import { createReadFigures, valueOf } from "./read-figures.ts";

const terms = createTermReader(analyse);
const readFigures = createReadFigures(languages.map(({ code }) => code));
const kit = { terms, readFigures, readWhole: createReadWholePassage({ terms, readFigures }) };

const passage: Passage = {
  chunk: 1,
  documentId: "doc_1",
  externalId: null,
  title: "Opening hours",
  url: "https://shop.example/hours",
  headings: [],
  language: "en",
  score: 1,
  text:
    "We open on 3 March 2024 at 8:30 am and close at 6 p.m. A ticket costs $1,250.50, or 5 percent less for 20 people. " +
    "Write to info@shop.example or see https://shop.example/a/. Ask Mary Jones. One thousand seats and two hundred and fifty trees. " +
    "Version 2.59.0 has 5 million users.",
};
const evidence = gatherEvidence([passage], ["Is there room for 7 dogs?"], kit);
const check = (sentence: string, language = "en") => isSupported(sentence, evidence, { language, exempt: false, kit });

describe("what passages hold", () => {
  it.each([
    ["We open at 08:30."],
    ["We open at 8.30 am."],
    ["We close at 18:00."],
    ["A ticket costs 1.250,50 dollars."],
    ["A ticket costs 5% less."],
    ["There are 1,000 seats."],
    ["There are 1 000 seats."],
    ["There are 250 trees."],
    ["We open on 2024-03-03."],
    ["We open on March 3."],
    ["We open on 03/03/2024."],
    ["Ask Mary Jones."],
    ["See shop.example/a."],
    ["See [the page](https://shop.example/hours)."],
    ["Write to info@shop.example."],
    ["The tickets for version 2.59.0."],
    ["It has 5,000,000 users."],
    ["There is an open ticket for 7 people."],
  ])("may be said: %s", (sentence) => expect(check(sentence)).toBe(true));

  it.each([
    ["We close at 7 pm."],
    ["A ticket costs €1,250.50."],
    ["A ticket costs $1,250.60."],
    ["A ticket costs 20% less."],
    ["We open on March 4."],
    ["We open on 3 March 2025."],
    ["Ask Peter Jones about tickets."],
    ["See https://evil.example/a."],
    ["See [the page](https://evil.example/hours)."],
    ["Write to info@evil.example."],
    ["The tickets for version 2.60.0."],
    ["It has 5 billion users."],
    ["Pets swim happily underwater nowadays."],
    ["Yes, there is room for dogs."],
  ])("may not be said: %s", (sentence) => expect(check(sentence)).toBe(false));

  it("in another language, figures and links are checked and words are not", () => {
    expect(check("Wir öffnen am 3. März 2024 um 8:30 Uhr.", "de")).toBe(true);
    expect(check("Wir öffnen am 4. März 2024.", "de")).toBe(false);
    expect(check("チケットは1250.50ドルです。", "ja")).toBe(true);
    expect(check("チケットは9999ドルです。", "ja")).toBe(false);
  });
});

describe("figures", () => {
  it("are the same however their digits are grouped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 999_999_999 }), (value) => {
        const grouped = ["en-US", "de-DE", "fr-FR", "de-CH"].map((locale) =>
          new Intl.NumberFormat(locale, { useGrouping: true }).format(value),
        );
        expect(grouped.map((text) => valueOf(text))).toEqual(grouped.map(() => String(value)));
      }),
    );
  });

  it("are the same in the digits of other scripts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999 }), (value) => {
        for (const system of ["arab", "deva", "thai", "fullwide"]) {
          const text = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(value);
          expect([...kit.readFigures(text).numbers]).toEqual([String(value)]);
        }
      }),
    );
  });

  it("dates are the same in every language's way of writing them", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        fc.constantFrom("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"),
        (date, language) => {
          const text = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
          expect(kit.readFigures(text).dates.map((readings) => [...readings])).toEqual([
            [date.toISOString().slice(0, 10)],
          ]);
        },
      ),
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => typeof check(text) === "boolean"));
  });
});
