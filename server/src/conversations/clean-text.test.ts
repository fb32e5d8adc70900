import { Fault } from "@parley/contracts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

test("keeps what people write", () => {
  expect(cleanText("  Grüße,\r\nwhat's 2 + 2? 👋🏽  ")).toBe("Grüße,\nwhat's 2 + 2? 👋🏽");
});

test.each(["", "   \n\t ", "\u0000\u0001\u0002", "\u200b\u200d", "\ufeff"])(
  "refuses a message of nothing: %j",
  (text) => {
    expect(() => cleanText(text)).toThrow("The message is empty. Write something first.");
  },
);

test("refuses a megabyte", () => {
  expect(() => cleanText("x".repeat(1_000_000))).toThrow(/at most/);
});

test("whatever comes in, what is kept can be stored as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      let clean: string;
      try {
        clean = cleanText(`a${text}`);
      } catch (error) {
        return error instanceof Fault;
      }
      return clean.isWellFormed() && !clean.includes("\u0000") && cleanText(clean) === clean;
    }),
  );
});
