import { expect, it } from "vitest";
import { createRescore } from "./rescore.ts";
import type { Passage, SearchOutcome } from "../types.ts";

let numbers = 0;

const passage = (text: string, score: number, more: Partial<Passage> = {}): Passage => {
  numbers += 1;
  return {
    chunk: numbers,
    documentId: "",
    externalId: text,
    title: "",
    url: null,
    headings: [],
    text,
    language: "en",
    score,
    ...more,
  };
};
const outcome = (passages: Passage[], terms: string[]): SearchOutcome => ({
  passages,
  terms: terms.map((term) => ({ term, passages: 2 })),
  indexSize: 50,
});
const order = (passages: readonly Passage[]) => passages.map(({ externalId }) => externalId);

it("lifts the passage in which neighbours of the question are neighbours", () => {
  const apart = passage(
    "Red things. A long sentence tells of other matters, many of them dull or old. Wine cellars.",
    5,
  );
  const together = passage("A long sentence tells of other matters, many of them dull. Red wine is sold.", 4.9);
  const ranked = createRescore()("red wine", outcome([apart, together], ["red", "wine"]), { most: 12 });
  expect(order(ranked)).toEqual(order([together, apart]));
});

it("looks in titles and headings too, but not across them", () => {
  const across = passage("wine is sold here", 5, { title: "All that is red" });
  const above = passage("It is sold here", 4.9, { title: "Shop", headings: ["Red wine"] });
  const ranked = createRescore()("red wine", outcome([across, above], ["red", "wine"]), { most: 12 });
  expect(order(ranked)).toEqual(order([above, across]));
});

it("prefers the visitor's language among near equals", () => {
  const english = passage("Parley prices", 5);
  const german = passage("Parley Preise", 4.8, { language: "de" });
  const rescore = createRescore();
  expect(
    order(rescore("parley", outcome([english, german], ["parlei", "parley"]), { most: 12, language: "de-AT" })),
  ).toEqual(order([german, english]));
  expect(order(rescore("parley", outcome([english, german], ["parlei", "parley"]), { most: 12 }))).toEqual(
    order([english, german]),
  );
});

it("leaves what it does not look at below, in its order", () => {
  const many = Array.from({ length: 8 }, (_, at) => passage(`Wine number ${at}`, 10 - at));
  const ranked = createRescore()("red wine", outcome(many, ["red", "wine"]), { most: 3 });
  expect(order(ranked.slice(3))).toEqual(order(many.slice(3)));
  expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a));
});
