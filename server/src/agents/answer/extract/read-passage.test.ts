import { expect, it } from "vitest";
import type { Passage } from "../../../knowledge/index.ts";
import { readPassage } from "./read-passage.ts";

const passage = (text: string): Passage => ({
  chunk: 1,
  documentId: "doc_1",
  externalId: null,
  title: "Page",
  url: null,
  language: "en",
  headings: [],
  text,
  score: 1,
});
const textsOf = (text: string) => readPassage(passage(text)).map((unit) => unit.text);

it("tells the way to a page from what the page says", () => {
  expect(textsOf("Home / Visit us / Opening hours")).toEqual([]);
  expect(textsOf("We speak TCP/IP and HTTP / 2 here.")).toEqual(["We speak TCP/IP and HTTP / 2 here."]);
});

it("is held up by no line that is nearly such a way", () => {
  expect(textsOf(`a${" / a".repeat(28)}!`)).toHaveLength(1);
});
