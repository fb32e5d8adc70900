import { expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

it.each([
  ["## Fees\n\nIt is **free**.", "Fees\n\nIt is free."],
  ['See [the guide](https://parley.example/guide "Guide") and ![logo](logo.png).', "See the guide and logo."],
  ["| Room | Seats |\n| --- | --- |\n| A | 6 |", "Room · Seats\nA · 6"],
  ["```js\nrun();\n```", "run();"],
  ["Call `run()` with 2 \\* 3 and snake_case_name.", "Call run() with 2 * 3 and snake_case_name."],
])("reads %j as %j", (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

it.each([
  ["blanks", `a${" ".repeat(300_000)}b`],
  ["blanks of a table", `| a |${" \t".repeat(150_000)}b`],
  ["brackets", "[".repeat(60_000)],
  ["pictures", "![a](".repeat(60_000)],
])("is held up by nothing: %s", (_, markdown) => {
  expect(plainText(markdown)).not.toBe("");
});
