import { describe, expect, it } from "vitest";
import { linesOf, textOfLine, turnItems, type TextItem } from "./segments.ts";
import { usualOf, writePage } from "./write-page.ts";
import { createWriter } from "../write-document.ts";

const item = (str: string, { x, y, size, width }: { x: number; y: number; size: number; width: number }): TextItem => ({
  str,
  dir: "ltr",
  transform: [size, 0, 0, size, x, y],
  width,
  height: size,
});

/** Two items of a list whose marks are larger than their letters; the first goes on over the end of its line. */
const items: TextItem[] = [
  item("\u0084", { x: 50, y: 700, size: 14, width: 10 }),
  item("They coordinate the work of lawyers, also of the panel appoint-", { x: 70, y: 700, size: 10, width: 300 }),
  item("ments, to cases of legal aid", { x: 70, y: 687, size: 10, width: 140 }),
  item("\u0084", { x: 50, y: 674, size: 14, width: 10 }),
  item("They train all who give legal aid in the country", { x: 70, y: 674, size: 10, width: 240 }),
];

describe("lines of a page", () => {
  it("have the size of their letters, not of the mark before them", () => {
    const lines = linesOf(turnItems(items).get(0) ?? []);
    expect(lines.map(({ size }) => size)).toEqual([10, 10, 10]);
    // As when a column of the page is read anew from what was joined.
    expect(linesOf(lines.flatMap(({ segments }) => segments)).map(({ size }) => size)).toEqual([10, 10, 10]);
  });

  it("begin with a bullet where a font has no name for its sign", () => {
    expect(linesOf(turnItems(items).get(0) ?? []).map(textOfLine)[2]).toBe(
      "• They train all who give legal aid in the country",
    );
  });

  it("make a list whose items are whole", () => {
    const page = { number: 1, pieces: turnItems(items) };
    const writer = createWriter();
    writePage(page, usualOf([page]), writer);
    expect(writer.finish({ entry: "", title: "" }).content).toBe(
      "- They coordinate the work of lawyers, also of the panel appointments, to cases of legal aid\n" +
        "- They train all who give legal aid in the country",
    );
  });
});
