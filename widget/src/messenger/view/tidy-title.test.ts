import { expect, it } from "vitest";
import { cleanText } from "./clean-text.ts";
import { readySentences } from "./ready-sentences.ts";
import { siteName } from "./site-name.ts";
import { tidyTitle } from "./tidy-title.ts";

it.each([
  ["Prices – Kettle & Chain", "Prices"],
  ["Kettle & Chain | Prices", "Prices"],
  ["City bikes - Prices - kettle & chain", "City bikes - Prices"],
  ["Kettle & Chain", "Kettle & Chain"],
  ["Prices", "Prices"],
  ["Prices – Another shop", "Prices – Another shop"],
])("tidyTitle makes %j into %j", (title, tidy) => expect(tidyTitle(title, "Kettle & Chain")).toBe(tidy));

it.each([
  ["https://www.example.com/", "example.com"],
  ["http://example.com:8080/shop/", "example.com:8080/shop"],
  ["nonsense", null],
  [null, null],
])("siteName says %j as %j", (address, name) => expect(siteName(address)).toBe(name));

it("cleanText takes out what nobody types and keeps the words", () => {
  expect(cleanText("a\r\nb\u2028c\u0000\u202ed\u00a0e\ufeff\n\n\n\n\nf")).toBe("a\nb\ncd e\n\n\nf");
  expect(cleanText("नमस्ते 👩‍👩‍👧 ok")).toBe("नमस्ते 👩‍👩‍👧 ok");
});

it("readySentences says whole sentences, each once, and the rest at the end", () => {
  const text = "It costs 18.50 euros. The deposit is 50 eu";
  const first = readySentences(text, 0, false);
  expect(first.ready).toBe("It costs 18.50 euros.");
  expect(readySentences(text, first.length, false).ready).toBe("");
  expect(readySentences(`${text}ros.`, first.length, true).ready).toBe("The deposit is 50 euros.");
});
