import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinParts } from "./join-parts.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { plainText } from "./plain-text.ts";
import { safeLink } from "./safe-link.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
// oxlint-disable-next-line node/no-process-env
const data = process.env.PARLEY_TEST_DATA ?? `${repository}../shared`;

/** Every link of a tree, and all of its text. */
function walk(node: unknown, links: string[] = [], text: string[] = []): { links: string[]; text: string } {
  if (typeof node === "string") text.push(node);
  else if (Array.isArray(node)) for (const each of node) walk(each, links, text);
  else if (typeof node === "object" && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      if (key === "href") links.push(String(value));
      else if (key !== "type") walk(value, links, text);
    }
  }
  return { links, text: text.join("") };
}

describe("Markdown of answers", () => {
  it.each([
    ["plain text", [{ type: "paragraph", children: ["plain text"] }]],
    [
      "a **b *c*** d",
      [
        {
          type: "paragraph",
          children: ["a ", { type: "strong", children: ["b ", { type: "em", children: ["c"] }] }, " d"],
        },
      ],
    ],
    ["2 * 3 * 4", [{ type: "paragraph", children: ["2 * 3 * 4"] }]],
    ["snake_case_name", [{ type: "paragraph", children: ["snake_case_name"] }]],
    ["one\ntwo", [{ type: "paragraph", children: ["one", { type: "break" }, "two"] }]],
    ["use `a*b*`", [{ type: "paragraph", children: ["use ", { type: "code", text: "a*b*" }] }]],
    ["# Title", [{ type: "heading", level: 1, children: ["Title"] }]],
    ["```js\nlet a = '<b>';\n```", [{ type: "code", text: "let a = '<b>';" }]],
    [
      "- a\n- b",
      [
        {
          type: "list",
          ordered: false,
          start: 1,
          items: [[{ type: "paragraph", children: ["a"] }], [{ type: "paragraph", children: ["b"] }]],
        },
      ],
    ],
    [
      "3. c\n4. d",
      [
        {
          type: "list",
          ordered: true,
          start: 3,
          items: [[{ type: "paragraph", children: ["c"] }], [{ type: "paragraph", children: ["d"] }]],
        },
      ],
    ],
    ["[x](javascript:alert(1))", [{ type: "paragraph", children: ["x"] }]],
    ["![alt](https://a.example/x.png)", [{ type: "paragraph", children: ["alt"] }]],
    ["<img src=x onerror=alert(1)>", [{ type: "paragraph", children: ["<img src=x onerror=alert(1)>"] }]],
  ])("reads %j", (text, tree) => expect(parseMarkdown(text)).toEqual(tree));

  it("reads a list within a list", () => {
    const [list] = parseMarkdown("- a\n  - b\n- c");
    expect(list).toMatchObject({
      type: "list",
      items: [[{ type: "paragraph" }, { type: "list", items: [[{ children: ["b"] }]] }], [{ children: ["c"] }]],
    });
  });

  it("reads a table, and cuts rows to its head", () => {
    const [table] = parseMarkdown("| a | b |\n|---|:-:|\n| 1 | 2 | 3 |");
    expect(table).toEqual({ type: "table", head: [["a"], ["b"]], rows: [[["1"], ["2"]]] });
  });

  it("links addresses and mail without the full stop after them", () => {
    const { links } = walk(parseMarkdown("See https://a.example/b?c=d. Or write to team@kettle.example!"));
    expect(links).toEqual(["https://a.example/b?c=d", "mailto:team@kettle.example"]);
  });

  it("shows half of a mark as if it were whole while the text grows", () => {
    expect(parseMarkdown("It is **18 eur", true)).toEqual([
      { type: "paragraph", children: ["It is ", { type: "strong", children: ["18 eur"] }] },
    ]);
    expect(walk(parseMarkdown("see [our page](https://a.exa", true))).toEqual({ links: [], text: "see our page" });
    expect(walk(parseMarkdown("a `cod", true)).text).toBe("a cod");
  });

  it("puts a citation at the end of its words, and each source once", () => {
    const citation = {
      number: 2,
      documentId: "doc_1",
      externalId: null,
      title: "Hire",
      url: null,
      link: null,
      text: "",
    };
    const { text, sources } = joinParts([
      { type: "text", text: "| a |\n|---|\n| b |\n" },
      { type: "citation", citation },
      { type: "text", text: "End." },
      { type: "citation", citation },
    ]);
    expect(sources).toEqual([citation]);
    const [table, end] = parseMarkdown(text);
    expect(table).toMatchObject({ type: "table", rows: [[["b ", { type: "cite", number: 2 }]]] });
    expect(end).toMatchObject({ children: ["End.", { type: "cite", number: 2 }] });
    expect(plainText(text)).not.toMatch(/\d/);
  });

  it("makes links of three kinds only, and never fails, whatever the text is", () => {
    const noise = fc.array(
      fc.constantFrom(
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "!",
        "#",
        "- ",
        "1. ",
        "> ",
        "|",
        "---",
        "\n",
        " ",
        "a",
        "javascript:",
        "https://a.b/",
        "data:text/html,",
        "@",
        "\\",
        "\uE000",
        "\uE0001\uE001",
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(noise, fc.boolean(), (pieces, growing) => expectSafe(pieces.join(""), growing)),
      { numRuns: 500 },
    );
  });

  it("stays quick on text made to be slow", () => {
    for (const piece of ["*", "_a ", "[", "`", "> ", "- ", "|", "**a ", "[a](", "a@"]) {
      const started = performance.now();
      parseMarkdown(piece.repeat(20_000 / piece.length), true);
      expect(performance.now() - started).toBeLessThan(1_500);
    }
  });

  for (const name of ["abuse/xss.jsonl", "abuse/blns.jsonl"]) {
    const path = `${data}/data/${name}`;
    it.skipIf(!existsSync(path))(`keeps ${name} as text (skipped where the file is absent)`, () => {
      const lines = readFileSync(path, "utf8").trim().split("\n");
      for (const line of lines) {
        const { text }: { text: string } = JSON.parse(line);
        expectSafe(text, false);
        expectSafe(`[click](${text})`, false);
        expectSafe(text, true);
      }
      expect(lines.length).toBeGreaterThan(100);
    });
  }
});

describe("safeLink", () => {
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \u0001javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//a.example",
    "/path",
    "",
  ])("refuses %j", (address) => expect(safeLink(address)).toBeNull());
  it("keeps http, https and mailto", () => {
    expect(safeLink("https://a.example/#:~:text=b")).toBe("https://a.example/#:~:text=b");
    expect(safeLink("http://a.example")).toBe("http://a.example/");
    expect(safeLink("mailto:a@b.example")).toBe("mailto:a@b.example");
  });
});

function expectSafe(text: string, growing: boolean): void {
  for (const link of walk(parseMarkdown(text, growing)).links) expect(link).toMatch(/^(https?:\/\/|mailto:)/);
}
