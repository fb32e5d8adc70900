import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkMarkdown } from "./chunk.ts";
import { wordsIn } from "./text-size.ts";

const about = { title: "Guide", language: "en" };
const sentences = (count: number, topic = "rooms") =>
  Array.from({ length: count }, (_, at) => `Sentence ${at} says ten words about ${topic} of this place.`).join(" ");

describe("chunkMarkdown", () => {
  it("keeps a short page whole, without its title", () => {
    expect(chunkMarkdown("# Guide\n\nAll you need.", about)).toMatchObject([{ headings: [], text: "All you need." }]);
  });

  it("cuts along headings and remembers their path", () => {
    const markdown = `# Guide\n\n## Rooms\n\n${sentences(6)}\n\n### Small ones\n\n${sentences(6)}\n\n## Fees\n\n${sentences(6)}`;
    expect(chunkMarkdown(markdown, about).map(({ headings }) => headings)).toEqual([
      ["Rooms"],
      ["Rooms", "Small ones"],
      ["Fees"],
    ]);
  });

  it("joins tiny sections with their neighbours and keeps their headings in the text", () => {
    const [chunk, ...more] = chunkMarkdown(
      "## Hours\n\n### Monday\n\nNine to five.\n\n### Tuesday\n\nTen to four.",
      about,
    );
    expect(more).toEqual([]);
    expect(chunk).toMatchObject({
      headings: ["Hours"],
      text: "### Monday\n\nNine to five.\n\n### Tuesday\n\nTen to four.",
    });
  });

  it("leaves a question with its answer alone, however short", () => {
    const faq =
      "## Is it free?\n\nYes, it is free for everybody.\n\n## May I bring my dog?\n\nDogs are welcome on the ground floor.";
    expect(chunkMarkdown(faq, about).map(({ headings }) => headings)).toEqual([
      ["Is it free?"],
      ["May I bring my dog?"],
    ]);
  });

  it("cuts long text between sentences, into passages of about one size", () => {
    const chunks = chunkMarkdown(sentences(60), about);
    const sizes = chunks.map(({ text }) => wordsIn(text));
    expect(chunks.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(220);
    expect(Math.min(...sizes)).toBeGreaterThan(100);
    for (const { text } of chunks) expect(text).toMatch(/^Sentence .*place\.$/s);
  });

  it("repeats the head of a table that goes on", () => {
    const rows = Array.from({ length: 120 }, (_, at) => `| room ${at} | ${at} seats |`);
    const chunks = chunkMarkdown(["| Room | Seats |", "| --- | --- |", ...rows].join("\n"), about);
    expect(chunks.length).toBeGreaterThan(2);
    for (const { text } of chunks) expect(text.startsWith("| Room | Seats |\n| --- | --- |\n| room ")).toBe(true);
    expect(chunks.flatMap(({ text }) => text.split("\n").slice(2))).toEqual(rows);
  });

  it("never cuts within a list item or a line of code", () => {
    const items = Array.from({ length: 60 }, (_, at) => `- Item ${at}: ${"word ".repeat(8).trim()}\n  and more`);
    const code = [
      "```js",
      ...Array.from({ length: 90 }, (_, at) => `const value${at} = compute(${at}, "some text here");`),
      "```",
    ];
    const chunks = chunkMarkdown(`${items.join("\n")}\n\n${code.join("\n")}`, about);
    const lines = chunks.flatMap(({ text }) => text.split("\n")).filter((line) => line !== "");
    expect(lines).toEqual([...items.flatMap((item) => item.split("\n")), ...code]);
    for (const { text } of chunks) expect(text).not.toMatch(/^ {2}and more/);
  });

  it("counts characters where words are not parted by spaces", () => {
    const thai = chunkMarkdown("ห้องสมุดเปิดให้บริการทุกวันตั้งแต่เช้าจนถึงเย็น ".repeat(60), { title: "", language: "th" });
    const chinese = chunkMarkdown("图书馆每天从早上九点到晚上八点开放。".repeat(80), { title: "", language: "zh" });
    for (const chunks of [thai, chinese]) {
      expect(chunks.length).toBeGreaterThan(2);
      expect(Math.max(...chunks.map(({ text }) => text.length))).toBeLessThan(1_200);
    }
    for (const { text } of chinese) expect(text.endsWith("。")).toBe(true);
  });

  it("keeps headings that nothing stands under", () => {
    const chunks = chunkMarkdown("## Alone\n\n## Also alone", about);
    const everything = chunks.flatMap(({ headings, text }) => [...headings, text]).join("\n");
    expect(everything).toContain("Alone");
    expect(everything).toContain("Also alone");
  });

  it("cuts text without any space and loses none of it", () => {
    const text = "x".repeat(1_000_000);
    expect(
      chunkMarkdown(text, about)
        .map((chunk) => chunk.text)
        .join(""),
    ).toBe(text);
  });

  it("loses nothing and keeps the order, whatever the page", () => {
    fc.assert(
      fc.property(fc.array(block(), { maxLength: 25 }), (blocks) => {
        const numbered = blocks.map((make, at) => make(at));
        const markdown = numbered.map(({ markdown: text }) => text).join("\n\n");
        const chunks = chunkMarkdown(markdown, about);
        const marks = numbered.flatMap(({ marks: own }) => own);
        expect(marksIn(chunks.map(({ text }) => text).join("\n")).filter((mark) => !mark.startsWith("h"))).toEqual(
          marks.filter((mark) => !mark.startsWith("h")),
        );
        const found = new Set(marksIn(chunks.flatMap(({ headings, text }) => [...headings, text]).join("\n")));
        expect(marks.filter((mark) => !found.has(mark))).toEqual([]);
      }),
    );
  });
});

interface Made {
  markdown: string;
  marks: string[];
}

const marksIn = (text: string) => text.match(/\b[hpltc]\d+x\d+\b/g) ?? [];

/** A block of a page; each of its smallest parts carries a mark of its own. */
function block(): fc.Arbitrary<(at: number) => Made> {
  const size = fc.integer({ min: 1, max: 60 });
  const many = (count: number, kind: string, at: number) =>
    Array.from({ length: count }, (_, part) => `${kind}${at}x${part}`);
  return fc.oneof(
    fc
      .integer({ min: 1, max: 6 })
      .map((level) => (at: number) => ({ markdown: `${"#".repeat(level)} Heading h${at}x0`, marks: [`h${at}x0`] })),
    size.map((count) => (at: number) => {
      const marks = many(count, "p", at);
      return { markdown: marks.map((mark) => `This sentence number ${mark} has some words in it.`).join(" "), marks };
    }),
    size.map((count) => (at: number) => {
      const marks = many(count, "l", at);
      return { markdown: marks.map((mark) => `- item ${mark} of a list`).join("\n"), marks };
    }),
    size.map((count) => (at: number) => {
      const marks = many(count, "t", at);
      return { markdown: ["| a | b |", "|---|---|", ...marks.map((mark) => `| ${mark} | cell |`)].join("\n"), marks };
    }),
    size.map((count) => (at: number) => {
      const marks = many(count, "c", at);
      return { markdown: ["```", ...marks.map((mark) => `run ${mark};`), "```"].join("\n"), marks };
    }),
  );
}
