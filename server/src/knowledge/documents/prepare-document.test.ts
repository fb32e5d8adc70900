import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareDocument, withoutGaps } from "./prepare-document.ts";

const about = { title: "Guide", language: "en" };

describe("runs of blanks", () => {
  it("are shortened, and places move along", () => {
    const text = `one${" ".repeat(1_000)}two${"\n".repeat(500)}three`;
    const places = ["one", "two", "three"].map((word, at) => ({ at: text.indexOf(word), place: { page: at + 1 } }));
    const { content, places: moved = [] } = withoutGaps(text, places);
    expect(content).toBe("one two\n\nthree");
    expect(moved.map(({ at, place }) => [content.slice(at).split(/\s/u, 1)[0], place.page])).toEqual([
      ["one", 1],
      ["two", 2],
      ["three", 3],
    ]);
  });

  it("hold nobody up, wherever they stand", async () => {
    for (const gap of [" ", "\t", "\u00a0", "\n", " \n"])
      for (const text of [`a${gap.repeat(200_000)}b`, `a${gap.repeat(200_000)}`, `| a${gap.repeat(200_000)}-- b`]) {
        const { content } = withoutGaps(text);
        expect(content.length).toBeLessThan(20);
        await prepareDocument({ ...about, content });
      }
  });

  it("are left alone where they are short", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 199 }), (text) => {
        expect(withoutGaps(text)).toEqual({ content: text });
      }),
    );
  });
});
