/** What a saved view may hold, whatever is sent in its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { strangeNameIn, viewListNames, viewNamesOf, viewQuery } from "../index.ts";

const list = fc.constantFrom(...viewListNames);
const value = fc.string({ minLength: 1, maxLength: 300, unit: "binary" });
const queryOf = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1, maxKeys: names.length });

describe("the query of a view", () => {
  test("is taken as it is, of every list, with whatever values", () => {
    const given = list.chain((name) => fc.tuple(fc.constant(name), queryOf(viewNamesOf(name))));
    fc.assert(
      fc.property(given, ([name, query]) => {
        expect(viewQuery.parse(query)).toEqual({ ...query });
        expect(strangeNameIn(name, query)).toBeUndefined();
      }),
    );
  });

  test("comes back from an address as it went into it", () => {
    const given = list.chain((name) => queryOf(viewNamesOf(name)));
    fc.assert(
      fc.property(given, (query) => {
        const text = new URLSearchParams(query).toString();
        const back = Object.fromEntries(new URLSearchParams(text));
        expect(back).toEqual(Object.fromEntries(Object.entries(query).map(([key, one]) => [key, one.toWellFormed()])));
      }),
    );
  });

  test("holds nothing but short texts under names of the list, and never too many", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString")), fc.anything()),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.string({ maxLength: 400 }), { maxKeys: 30 }),
    );
    fc.assert(
      fc.property(anything, list, (given, name) => {
        const read = viewQuery.safeParse(given);
        if (!read.success) return;
        const pairs = Object.entries(read.data);
        expect(pairs.length).toBeGreaterThan(0);
        expect(pairs.length).toBeLessThanOrEqual(20);
        for (const [key, one] of pairs) {
          expect(key).toMatch(/^[a-z][A-Za-z]{0,29}$/);
          expect(one.length).toBeGreaterThan(0);
          expect(one.length).toBeLessThanOrEqual(300);
        }
        const strange = pairs.find(([key]) => !viewNamesOf(name).includes(key))?.[0];
        expect(strangeNameIn(name, read.data)).toBe(strange);
      }),
      { numRuns: 500 },
    );
  });

  test("may hold every filter of every list", () => {
    for (const name of viewListNames) {
      const all = Object.fromEntries(viewNamesOf(name).map((key) => [key, "x"]));
      expect(viewQuery.safeParse(all).success, name).toBe(true);
    }
  });
});
