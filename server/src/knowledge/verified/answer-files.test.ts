import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkRow, fromRow, readHeader, answerFields, toRow } from "./answer-columns.ts";
import { plainCell, readCsv, writeCsvRow } from "../csv.ts";
import { decodeText } from "./decode-text.ts";

const read = (text: string) => [...readCsv([text])];

describe("CSV", () => {
  it("is read whatever separates its cells and ends its lines", () => {
    for (const separator of [",", ";", "\t"])
      for (const end of ["\n", "\r\n", "\r"])
        expect(
          read(["question", "answer", `"a${separator}""b"""`, "c"].join(separator) + end + ["1", "2"].join(separator)),
        ).toEqual([
          ["question", "answer", `a${separator}"b"`, "c"],
          ["1", "2"],
        ]);
  });

  it("leaves out empty lines, keeps lines within quotes, and says when a quote is never closed", () => {
    expect(read('a,b\n\n,\n"1\n2",3\n')).toEqual([
      ["a", "b"],
      ["1\n2", "3"],
    ]);
    expect(() => read('a,b\n"1,2\n')).toThrow(RangeError);
    expect(read("")).toEqual([]);
  });

  it("is written so that no spreadsheet takes a cell for a formula", () => {
    for (const bad of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "'=1"])
      expect(writeCsvRow([bad])).toMatch(/^"?'/u);
    expect(writeCsvRow(["plain", 'with "quotes"'])).toBe('plain,"with ""quotes"""\r\n');
  });
});

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("=", "'", "+", "-", "@", '"', ",", ";", "\n", "\r", "\t", " ", "a"),
    maxLength: 12,
  }),
);

test("what is written is read back, cell by cell, in whatever pieces it comes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, size) => {
        const head = ["question", "answer"];
        const text = [head, ...rows].map(writeCsvRow).join("");
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
          text.slice(at * size, at * size + size),
        );
        const back = [...readCsv(pieces)].map((cells) => cells.map(plainCell));
        expect(back).toEqual([
          head,
          ...rows.filter((cells) =>
            cells.some((one) => one.trim() !== "" || (/^'?[\t\r]/.test(one) && one.trim() !== "")),
          ),
        ]);
      },
    ),
  );
});

const words = (max: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: max })
    .map((text) => text.trim())
    .filter((text) => text !== "");
const tricky = fc.oneof(
  words(20),
  fc.constantFrom("=1", "[x]", '["a"]', "a, b", "a;b", "line\nline", "'=x", "-", '"q"'),
);

test("an answer goes through a row and comes back as it was", () => {
  fc.assert(
    fc.property(
      fc.record({
        question: tricky,
        variants: fc.array(tricky, { maxLength: 4 }),
        answer: tricky,
        spoken: fc.option(tricky),
        language: fc.constantFrom("en", "pt-BR"),
        tags: fc.array(tricky, { maxLength: 3 }),
        enabled: fc.boolean(),
        validFrom: fc.option(fc.constant("2026-05-01T09:00:00.000Z")),
        validTo: fc.option(fc.constant("2027-05-01T09:00:00.000Z")),
      }),
      (answer) => {
        const stored = {
          ...answer,
          id: "",
          agentId: "",
          conversationId: null,
          messageId: null,
          createdAt: "",
          updatedAt: "",
          revision: 1,
          createdBy: { type: "", id: "", name: null },
          updatedBy: { type: "", id: "", name: null },
        };
        const { fields } = readHeader(answerFields);
        const [, cells = []] = read(writeCsvRow(answerFields) + writeCsvRow(toRow(stored)));
        expect(checkRow(fromRow(cells, fields))).toEqual({ input: answer });
      },
    ),
  );
});

describe("bytes of a text file", () => {
  const text = "question,answer\r\nWie spät?,Früh – 9 €\r\n日本,はい";
  const whole = (bytes: Uint8Array) => [...decodeText(bytes)].join("");
  const utf16 = (big: boolean, mark: boolean) => {
    const bytes = Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");
    return big ? bytes.swap16() : bytes;
  };
  it("are UTF-8 or UTF-16, with a mark or without", () => {
    expect(whole(Buffer.from(text))).toBe(text);
    expect(whole(Buffer.from(`\uFEFF${text}`))).toBe(text);
    for (const big of [true, false]) for (const mark of [true, false]) expect(whole(utf16(big, mark))).toBe(text);
  });
  it("are what Windows wrote where they are nothing else", () => {
    expect(whole(Buffer.from("Fr\xfch 9 \x80", "latin1"))).toBe("Früh 9 €");
    expect(whole(Buffer.concat([Buffer.alloc(70_000, "a"), Buffer.from("\xfc", "latin1")])).endsWith("ü")).toBe(true);
  });
});
