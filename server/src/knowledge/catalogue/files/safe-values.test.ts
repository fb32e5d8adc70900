import { expect, it } from "vitest";
import { readFeed } from "./read-feed.ts";
import { plainName } from "./safe-values.ts";

it.each([
  ["<b>Tea</b> <script>alert(1)</script>pot", "Tea pot"],
  ["İ<STYLE>a{}</style >Tea<script>1</SCRIPT>", "İ Tea"],
  ["a <script>1 </style> b", "a 1 b"],
  ["Tea &lt;b&gt; &amp; cake", "Tea <b> & cake"],
])("tells %j as %j", (text, told) => {
  expect(plainName(text)).toBe(told);
});

it.each(["<style", "<script ", "<style><", "</script", "<", "<!"])("is held up by no %j without an end", (piece) => {
  const told = Array.from({ length: 20 }, () => plainName(piece.repeat(5_000)));
  expect(new Set(told).size).toBe(1);
});

it("reads no feed that is nested without end", async () => {
  const read = async () => {
    for await (const row of readFeed(`<rss>${"<item>".repeat(1_000_000)}`, "EUR")) void row;
  };
  await expect(read()).rejects.toMatchObject({ code: "invalid_request" });
});
