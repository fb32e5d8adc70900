import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDocx, makePdf, makePptx, makeXlsx, makeZip, paragraph } from "../make-files.testing.ts";
import { parseFile } from "./parse-file.ts";
import { ParseFault, type ParsedFile } from "./types.ts";

const read = (name: string, bytes: Uint8Array | string): Promise<ParsedFile> =>
  parseFile({ name, bytes: Buffer.from(bytes) });
const textOf = async (name: string, bytes: Uint8Array | string): Promise<string> =>
  (await read(name, bytes)).documents.map(({ content }) => content).join("\n");
const codeOf = (name: string, bytes: Uint8Array | string): Promise<unknown> =>
  read(name, bytes).then(
    () => "read",
    (error: unknown) => (error instanceof ParseFault ? error.code : error),
  );

describe("a PDF", () => {
  const column = (x: number, words: string) =>
    Array.from({ length: 8 }, (_, at) => ({ x, y: 700 - at * 14, text: `${words} line ${at + 1} of the column` }));

  it("is read column by column", async () => {
    const page = [
      ...column(60, "Left"),
      ...column(320, "Right"),
      { x: 60, y: 760, text: "One title over both", size: 18 },
    ];
    const text = await textOf("news.pdf", makePdf([page]));
    expect(text.indexOf("Left line 8")).toBeLessThan(text.indexOf("Right line 1"));
    expect(text).toMatch(/^## One title over both/);
  });

  it("keeps tables as tables", async () => {
    const rows = [
      ["Room", "Seats", "Price"],
      ["Attic", "12", "40 euro"],
      ["Cellar", "30", "85 euro"],
      ["Garden", "60", "120 euro"],
    ];
    const page = rows.flatMap((row, y) => row.map((text, x) => ({ x: 60 + x * 150, y: 700 - y * 18, text })));
    expect(await textOf("rooms.pdf", makePdf([page]))).toContain("| Cellar | 30 | 85 euro |");
  });

  it("keeps the numbers of its pages", async () => {
    const { documents, pages } = await read(
      "two.pdf",
      makePdf([[{ x: 60, y: 700, text: "First" }], [{ x: 60, y: 700, text: "Second" }]]),
    );
    expect(pages).toBe(2);
    const [{ content = "", places = [] } = {}] = documents;
    expect(places.map(({ at, place }) => [content.slice(at, at + 5), place.page])).toEqual([
      ["First", 1],
      ["Secon", 2],
    ]);
  });

  it("says so when it has no text", async () => {
    expect(await codeOf("scan.pdf", makePdf([[]]))).toBe("no_text");
    expect(await codeOf("broken.pdf", "%PDF-1.7 and nothing more")).toBe("damaged");
  });
});

describe("office files", () => {
  it("give headings, lists and tables of a text", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("Day")}${cell("Hours")}</w:tr><w:tr>${cell("Sunday")}${cell("9 to 5")}</w:tr></w:tbl>`;
    const deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>";
    const text = await textOf(
      "plan.docx",
      makeDocx(paragraph("Opening", "H1") + paragraph("All year.") + deleted + table),
    );
    expect(text).toBe("# Opening\n\nAll year.\n\n| Day | Hours |\n| --- | --- |\n| Sunday | 9 to 5 |");
  });

  it("say a sheet and a row for each row", async () => {
    const { documents } = await read(
      "prices.xlsx",
      makeXlsx({
        Prices: [
          ["Item", "Price"],
          ["Tea", 3],
          ["Cake", 4.5],
        ],
        Empty: [],
      }),
    );
    expect(documents).toHaveLength(1);
    const [{ content = "", places = [], title } = {}] = documents;
    expect(title).toBe("prices: Prices");
    expect(content).toContain("| Cake | 4.5 |");
    const last = places.at(-1);
    expect([content.slice(last?.at ?? 0), last?.place]).toEqual(["| Cake | 4.5 |", { sheet: "Prices", row: 3 }]);
  });

  it("give slides with their numbers", async () => {
    const { documents, pages } = await read(
      "talk.pptx",
      makePptx([
        { title: "Hello", lines: ["one", "two"] },
        { title: "Bye", lines: ["three"] },
      ]),
    );
    expect(pages).toBe(2);
    expect(documents[0]?.content).toBe("## Hello\n\n- one\n- two\n\n## Bye\n\nthree");
    expect(documents[0]?.places.at(-1)?.place).toEqual({ slide: 2 });
  });

  it("resolve no entities and unpack no bombs", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body>${paragraph("&b;")}</w:body></w:document>`;
    const evil = makeZip([
      { name: "[Content_Types].xml", content: "<Types/>" },
      { name: "word/document.xml", content: laughs },
    ]);
    expect(await codeOf("evil.docx", evil)).toBe("damaged");
    const bomb = makeZip([
      { name: "[Content_Types].xml", content: "" },
      { name: "word/document.xml", content: new Uint8Array(60_000_000), size: 10 },
    ]);
    expect(await codeOf("bomb.docx", bomb)).toBe("too_large");
    expect(
      await codeOf(
        "locked.docx",
        makeZip([
          { name: "[Content_Types].xml", content: "" },
          { name: "word/document.xml", content: "x", encrypted: true },
        ]),
      ),
    ).toBe("encrypted");
  });
});

describe("texts", () => {
  it("are judged by their content, whatever they are called", async () => {
    expect((await read("data", '{"tea": 3}')).type).toBe("json");
    expect((await read("page.txt", "<!doctype html><title>Hi</title><p>Hello there, all of you.</p>")).type).toBe(
      "html",
    );
    expect((await read("list.txt", "a;b;c\n1;2;3\n4;5;6")).type).toBe("csv");
    expect((await read("real.txt", makeDocx(paragraph("Words")))).type).toBe("docx");
    expect(await codeOf("not.pdf", "just words")).toBe("damaged");
    expect(await codeOf("photo.png", Buffer.from("89504e470d0a1a0a0000", "hex"))).toBe("unsupported");
    expect(await codeOf("void.txt", "")).toBe("empty");
    expect(await codeOf("noise.bin", Buffer.from(Array.from({ length: 9_000 }, (_, at) => (at * 7919) % 251)))).toBe(
      "unsupported",
    );
  });

  it("keep the rows of a table whole, with quotes and line breaks in cells", async () => {
    const { documents } = await read("a.csv", 'name;note\n"Tea; green";"two\nlines"\n=1+1;plain');
    expect(documents[0]?.content).toBe("| name | note |\n| --- | --- |\n| Tea; green | two lines |\n| =1+1 | plain |");
    expect(documents[0]?.places.at(-1)?.place).toEqual({ row: 3 });
  });

  it("are read in their own encoding", async () => {
    expect(await textOf("a.csv", Buffer.from("\ufeffname,city\nÅsa,Malmö", "utf16le"))).toContain("| Åsa | Malmö |");
    expect(await textOf("a.txt", Buffer.from("Grüße aus Köln", "latin1"))).toBe("Grüße aus Köln");
  });

  it("become a table of like records", async () => {
    const text = await textOf(
      "a.json",
      JSON.stringify([
        { name: "Tea", unitPrice: 3 },
        { name: "Cake", unitPrice: 4 },
      ]),
    );
    expect(text).toBe("| name | unit Price |\n| --- | --- |\n| Tea | 3 |\n| Cake | 4 |");
  });
});

describe("what holds other files", () => {
  it("gives each of them, and says what is wrong with one of that one alone", async () => {
    const zip = makeZip([
      { name: "docs/a.md", content: "# A\n\nAbout a." },
      { name: "../../etc/b.txt", content: "About b." },
      { name: "bad.pdf", content: "%PDF-1.4 nothing" },
      { name: "inner.zip", content: makeZip([{ name: "c.txt", content: "deep" }]) },
      { name: "__MACOSX/._a.md", content: "x" },
    ]);
    const { documents, skipped } = await read("all.zip", zip);
    expect(documents.map(({ entry, content }) => [entry, content])).toEqual([
      ["docs/a.md", "# A\n\nAbout a."],
      ["../../etc/b.txt", "About b."],
    ]);
    expect(skipped.map(({ entry, code }) => [entry, code])).toEqual([
      ["bad.pdf", "damaged"],
      ["inner.zip", "unsupported"],
    ]);
  });

  it("gives a mail and its attachments", async () => {
    const mail = [
      "From: Ada <ada@example.org>",
      "To: Bob <bob@example.org>",
      "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=",
      "Date: Fri, 20 Nov 2026 10:00:00 +0000",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "The list is attached.",
      "--b",
      'Content-Type: text/csv; name="list.csv"',
      'Content-Disposition: attachment; filename="list.csv"',
      "",
      "item,price",
      "tea,3",
      "--b--",
    ].join("\r\n");
    const { type, documents } = await read("mail", mail);
    expect(type).toBe("eml");
    expect(documents.map(({ entry, title }) => [entry, title])).toEqual([
      ["", "Grüße"],
      ["list.csv", "list"],
    ]);
    expect(documents[0]?.content).toContain("The list is attached.");
  });
});

it("answers every sequence of bytes with documents or a fault of its own", async () => {
  const kinds = [
    "%PDF-1.5\n",
    "PK\u0003\u0004",
    "{",
    "From: a\nTo: b\nDate: c\n\n",
    "<html>",
    "\u001f\u008b\u0008",
    "",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom("x.pdf", "x", "x.csv"),
      async (head, tail, name) => {
        const code = await codeOf(name, Buffer.concat([Buffer.from(head, "latin1"), tail]));
        expect(typeof code).toBe("string");
      },
    ),
    { numRuns: 150 },
  );
});
