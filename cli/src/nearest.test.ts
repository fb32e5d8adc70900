import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const known = ["start", "ask", "key", "backup", "restore", "migrate", "doctor", "demo"];

test.each([
  ["strat", "start"],
  ["bakcup", "backup"],
  ["Doctor", "doctor"],
  ["asks", "ask"],
  ["restor", "restore"],
  ["nonsense", undefined],
  ["", undefined],
])("%s → %s", (word, expected) => {
  expect(nearest(word, known)).toBe(expected);
});
