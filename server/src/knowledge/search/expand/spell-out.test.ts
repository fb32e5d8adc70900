import { expect, test } from "vitest";
import type { Expansion } from "./mend-words.ts";
import { spellOut } from "./spell-out.ts";

const synonym = (term: string, stands: string[]): Expansion => ({
  term,
  weight: 0.8,
  stands,
  sure: true,
  told: { word: "bike", instead: "velo ride", by: "synonym" },
});
const outcome = (...held: string[]) => ({
  passages: [],
  terms: ["bike", "bik", "velo", "ride"].map((term) => ({ term, passages: held.includes(term) ? 3 : 0 })),
});

test("a word that the passages hold in one of the index's languages stays", () => {
  const expansions = [synonym("velo", ["bik"]), synonym("ride", ["bik"]), synonym("velo", ["bike"])];
  expect(spellOut("a bike for a day", expansions, outcome("bike", "velo", "ride"))).toBe("a bike for a day");
});

test("a word that no passage holds gives way to its synonym", () => {
  const expansions = [synonym("velo", ["bik"]), synonym("velo", ["bike"])];
  expect(spellOut("a bike for a day", expansions, outcome("velo"))).toBe("a velo ride for a day");
});
