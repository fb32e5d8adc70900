import fc from "fast-check";
import { expect, it } from "vitest";
import { readProductQuestion } from "./read-product-question.ts";

const read = (question: string, currency = "EUR") => {
  const { min, max, currency: said, sort } = readProductQuestion(question, currency);
  return { min, max, said, sort };
};

it.each([
  ["shoes under 50 euro", null, 5_000],
  ["Schuhe unter 50 €", null, 5_000],
  ["Schuhe zwischen 20 und 40 €", 2_000, 4_000],
  ["zapatos por menos de 1.299,50 €", null, 129_950],
  ["chaussures de 20 à 40 euros", 2_000, 4_000],
  ["scarpe tra i 20 e i 40 euro", 2_000, 4_000],
  ["обувь от 20 до 40 евро", 2_000, 4_000],
  ["50 euro altında ayakkabı", null, 5_000],
  ["鞋子50欧元以下", null, 5_000],
  ["20〜40ユーロの靴", 2_000, 4_000],
  ["รองเท้าไม่เกิน 50 ยูโร", null, 5_000],
  ["giày dưới 50 euro", null, 5_000],
  ["40-20€", 2_000, 4_000],
  ["at least 20 and up to 40", 2_000, 4_000],
  ["under 50, no, under 30", null, 3_000],
  ["a bag under 50 kg", null, null],
  ["a phone with 16 GB", null, null],
])("reads the bounds of %s", (question, min, max) => {
  expect(read(question)).toMatchObject({ min, max });
});

it("takes the currency that is said, and the catalogue's where none is", () => {
  expect(read("under $50")).toMatchObject({ max: 5_000, said: "USD" });
  expect(read("under 5000", "JPY")).toMatchObject({ max: 5_000, said: null });
});

it.each([
  ["the cheapest lamp", "price"],
  ["die günstigste Lampe", "price"],
  ["la plus chère", "-price"],
  ["最新的商品", "newest"],
])("reads the order of %s", (question, sort) => expect(read(question).sort).toBe(sort));

const amount = fc.integer({ min: 1, max: 90_000 });
const below = fc.constantFrom(
  "under",
  "unter",
  "menos de",
  "moins de",
  "meno di",
  "até",
  "minder dan",
  "κάτω από",
  "до",
  "sub",
  "dưới",
);
const between = fc.constantFrom(
  ["between", "and"],
  ["zwischen", "und"],
  ["entre", "y"],
  ["entre", "et"],
  ["tussen", "en"],
  ["между", "и"],
  ["între", "și"],
);
const noun = fc.constantFrom("shoes", "Lampen", "zapatos", "сумки", "çanta");

it("reads what any sum says, whatever stands around it, and leaves the rest as it is", () => {
  fc.assert(
    fc.property(below, amount, noun, (word, sum, thing) => {
      const found = readProductQuestion(`${thing} ${word} ${sum} €`, "EUR");
      expect(found).toMatchObject({ min: null, max: sum * 100, currency: "EUR", rest: thing.toLowerCase() });
    }),
  );
  fc.assert(
    fc.property(between, amount, amount, noun, ([from, to], one, other, thing) => {
      const found = readProductQuestion(`${thing} ${from} ${one} ${to} ${other} €`, "EUR");
      expect(found).toMatchObject({
        min: Math.min(one, other) * 100,
        max: Math.max(one, other) * 100,
        rest: thing.toLowerCase(),
      });
    }),
  );
});

it("never throws, never finds a bound where there is no figure, and takes its time by the length", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 700, unit: "grapheme" }), (text) => {
      const found = readProductQuestion(text, "EUR");
      if (!/\d/u.test(text.normalize("NFKC"))) expect([found.min, found.max]).toEqual([null, null]);
      expect(found.rest.length).toBeLessThanOrEqual(text.normalize("NFKC").length * 3 + 10);
    }),
  );
  const began = performance.now();
  for (const hostile of [
    "under ".repeat(500),
    "9".repeat(5_000),
    "between 1 and ".repeat(200),
    "1 ".repeat(2_000),
    "€".repeat(5_000),
  ])
    readProductQuestion(hostile, "EUR");
  expect(performance.now() - began).toBeLessThan(1_000);
});
