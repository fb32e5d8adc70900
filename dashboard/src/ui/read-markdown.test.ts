import fc from "fast-check";
import { expect, test } from "vitest";
import { readMarkdown, readSpans, type Block, type Span } from "./read-markdown.ts";

const wordsOf = (spans: readonly Span[]): string =>
  spans.map((span) => ("text" in span ? span.text : wordsOf(span.spans))).join("");

test("reads what agents write", () => {
  const kinds = readMarkdown(
    "# Hours\nOpen **daily**:\n\n- Mon\n- Tue\n\n1. First\n2. Second\n\n> quoted\n\n```\ncode\n```\n---",
  ).map(({ kind }) => kind);
  expect(kinds).toEqual(["heading", "paragraph", "list", "list", "quote", "code", "rule"]);
});

test("marks and links", () => {
  expect(readSpans("a **b** *c* `d` [e](https://e.example) https://f.example.")).toEqual([
    { kind: "text", text: "a " },
    { kind: "bold", spans: [{ kind: "text", text: "b" }] },
    { kind: "text", text: " " },
    { kind: "italic", spans: [{ kind: "text", text: "c" }] },
    { kind: "text", text: " " },
    { kind: "code", text: "d" },
    { kind: "text", text: " " },
    { kind: "link", href: "https://e.example", spans: [{ kind: "text", text: "e" }] },
    { kind: "text", text: " " },
    { kind: "link", href: "https://f.example", spans: [{ kind: "text", text: "https://f.example" }] },
    { kind: "text", text: "." },
  ]);
});

test("HTML and marks that are not closed stay text", () => {
  expect(readMarkdown("<img src=x onerror=alert(1)> **open")).toEqual([
    { kind: "paragraph", spans: [{ kind: "text", text: "<img src=x onerror=alert(1)> **open" }] },
  ]);
});

test("tables", () => {
  const [table] = readMarkdown("| Day | Open |\n| --- | :-: |\n| Mon | 7–18 |\n| Sun \\| holidays |\nAfter");
  expect(table).toEqual({
    kind: "table",
    head: [[{ kind: "text", text: "Day" }], [{ kind: "text", text: "Open" }]],
    rows: [
      [[{ kind: "text", text: "Mon" }], [{ kind: "text", text: "7–18" }]],
      [[{ kind: "text", text: "Sun | holidays" }], []],
    ],
  });
  expect(readMarkdown("Price: 3 | 4\nno table").map(({ kind }) => kind)).toEqual(["paragraph"]);
  expect(readMarkdown("Before\n| a | b |\n|---|---|").map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
});

test("no line is lost, whatever is written", () => {
  const parts = fc.array(
    fc.constantFrom("word", "- ", "1. ", "# ", "> ", "```", "\n", "**", "_", "`", "[a](b)", " ", "---"),
  );
  fc.assert(
    fc.property(parts, (pieces) => {
      const text = pieces.join("");
      const blocks: Block[] = readMarkdown(text);
      const words = blocks
        .map((block) =>
          block.kind === "list"
            ? block.items.map(wordsOf).join(" ")
            : block.kind === "rule"
              ? ""
              : "text" in block
                ? block.text
                : wordsOf(block.spans),
        )
        .join(" ");
      const count = (all: string) => all.split("word").length - 1;
      // Words on the line that opens a fence name its language and are not shown.
      if (!text.includes("```")) expect(count(words)).toBe(count(text));
    }),
  );
});
