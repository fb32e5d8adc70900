import { describe, expect, test } from "vitest";
import { readArguments, UsageError } from "./arguments.ts";
import type { Command } from "./command.ts";

const command: Command = {
  name: "ask",
  usage: "ask A B",
  about: "",
  words: { least: 1, most: 2 },
  options: { data: { type: "string", value: "DIR", about: "" }, json: { type: "boolean", about: "" } },
  run: async () => 0,
};

test.each([
  [["a", "b c"], { rest: ["a", "b c"], options: {} }],
  [["--json", "a"], { rest: ["a"], options: { json: true } }],
  [["a", "--data", "d", "b"], { rest: ["a", "b"], options: { data: "d" } }],
  [["a", "--data=d"], { rest: ["a"], options: { data: "d" } }],
  [["a", "--", "--json"], { rest: ["a", "--json"], options: {} }],
])("%j", (args, expected) => {
  expect(readArguments(command, args)).toEqual(expected);
});

describe("what cannot be understood is said", () => {
  test.each([
    [["a", "--jsno"], "no option --jsno. Did you mean --json?"],
    [["a", "--colour"], '"ask" has no option --colour.'],
    [["a", "-x"], '"ask" has no option -x.'],
    [["a", "--data"], "--data needs a value: --data DIR"],
    [["a", "--data", "--json"], "--data needs a value: --data DIR"],
    [["a", "--json=yes"], "--json takes no value."],
    [[], '"ask" needs more:'],
    [["a", "b", "c"], 'cannot do anything with "c". Put quotes around what has spaces.'],
  ])("%j", (args, message) => {
    expect(() => readArguments(command, args)).toThrow(UsageError);
    expect(() => readArguments(command, args)).toThrow(message);
  });
});
