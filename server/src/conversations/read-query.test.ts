import { expect, test } from "vitest";
import { readQuery } from "./read-query.ts";

test("asks for every word that was typed in full, and for the beginning of the last one", () => {
  expect(readQuery("lost refu", "en")).toEqual({ terms: ["lost"], prefix: "refu" });
});

test("keeps a word whose beginning is being typed again", () => {
  expect(readQuery("running r", "en")).toEqual({ terms: ["run"], prefix: null });
});

test("asks for nothing where nothing was typed", () => {
  expect(readQuery("  ", "en")).toBeUndefined();
});
