import { describe, expect, test } from "vitest";
import { budgets, checkQuality } from "./check-quality.mjs";
import { sourceFile } from "./house.mjs";

/** The rules that one file breaks. */
function broken(path: string, text: string, longFiles: Record<string, number> = {}): string[] {
  const house = { files: [sourceFile(path, text)], manifests: {} };
  return checkQuality(house, { longFiles }).map((problem) => problem.rule);
}

const lines = (count: number) => "// line\n".repeat(count);

describe("lengths", () => {
  test.each([
    ["as long as it may be", budgets.lines, {}, []],
    ["too long", budgets.lines + 1, {}, ["length"]],
    ["long and listed", 300, { "server/src/a.ts": 300 }, []],
    ["longer than listed", 301, { "server/src/a.ts": 300 }, ["length"]],
    ["shorter than listed", 299, { "server/src/a.ts": 300 }, ["stale exception"]],
    ["listed, but past the wall", budgets.wall + 1, { "server/src/a.ts": 500 }, ["length", "stale exception"]],
  ])("a file that is %s", (_name, count, listed, rules) => {
    expect(broken("server/src/a.ts", lines(count), listed)).toEqual(rules);
  });

  test("texts in one language are prose", () => {
    expect(broken("server/src/agents/texts/en.ts", lines(budgets.wall))).toEqual([]);
    expect(broken("server/src/agents/texts/en.ts", lines(budgets.wall + 1))).toEqual(["length"]);
    expect(broken("server/src/agents/texts/index.ts", lines(budgets.wall + 1))).toEqual(["length"]);
  });

  test("a listed file that is gone", () => {
    expect(broken("server/src/a.ts", "", { "server/src/gone.ts": 260 })).toEqual(["stale exception"]);
  });
});

describe("functions", () => {
  const statements = (count: number) => "  call();\n".repeat(count);

  test("one of 61 lines is too long, one of 60 is not", () => {
    expect(broken("server/src/a.ts", `export function a() {\n${statements(58)}}\n`)).toEqual([]);
    expect(broken("server/src/a.ts", `export function a() {\n${statements(59)}}\n`)).toEqual(["function length"]);
    expect(broken("server/src/a.ts", `export const a = () => {\n${statements(59)}};\n`)).toEqual(["function length"]);
  });

  test("four parameters are one too many, but for callbacks", () => {
    expect(broken("server/src/a.ts", "export function a(b: 1, c: 2, d: 3, e: 4) {}")).toEqual(["parameters"]);
    expect(broken("server/src/a.ts", "export const a = (b: 1, c: 2, d: 3, e: 4) => {};")).toEqual(["parameters"]);
    expect(broken("server/src/a.ts", "export const a = { b(c: 1, d: 2, e: 3, f: 4) {} };")).toEqual(["parameters"]);
    expect(broken("server/src/a.ts", "text.replace(/a/g, (whole, b, c, d) => b);")).toEqual([]);
  });

  test("functions inside count for themselves", () => {
    const inner = `  const b = () => {\n${statements(40)}  };\n`;
    expect(broken("server/src/a.ts", `export function a() {\n${inner.repeat(4)}}\n`)).toEqual([]);
    const long = inner.replace(statements(40), statements(60));
    expect(broken("server/src/a.ts", `export function a() {\n${long}}\n`)).toEqual(["function length"]);
  });
});

describe("casts", () => {
  test("one in a small house is bearable, two are not", () => {
    expect(broken("server/src/a.ts", "export const a = b as string;")).toEqual([]);
    expect(broken("server/src/a.ts", "export const a = [b as string, <string>c];")).toEqual(["cast", "cast"]);
  });

  test("as const and renamed imports are none", () => {
    const text = "import { a as b } from 'x';\nexport const c = [[b] as const, [b] as const, [b] as const];";
    expect(broken("server/src/a.ts", text)).toEqual([]);
  });
});

describe("fetching past the guards", () => {
  const ways = [
    "globalThis.fetch(url);",
    "globalThis['fetch'](url);",
    "http.request(url);",
    "https.get(url);",
    "undici.fetch(url);",
    "new WebSocket(url);",
    "await import('undici');",
  ];
  test.each(ways)("%s", (text) => {
    expect(broken("server/src/knowledge/a.ts", text)).toEqual(["raw fetch"]);
    expect(broken("server/src/platform/outbound/a.ts", text)).toEqual([]);
  });
});

describe("tests that cannot fail", () => {
  test.each([
    "test('a', () => { expect(x).toMatchObject({}); });",
    "test('a', () => { list.forEach(async (x) => { await x; }); });",
    "test('a', () => { expect([]).toBeTruthy(); });",
    "test('a', () => { expect(load()).rejects.toThrow(); });",
    "test.only('a', () => {});",
    "test.skip('a', () => {});",
    "it.todo('a');",
    "describe.skip('a', () => {});",
  ])("%s", (text) => {
    expect(broken("server/src/a.test.ts", text)).toEqual(["vacuous test"]);
  });

  test("sound ones are left alone", () => {
    const text =
      "// needs a browser\ntest.skip('a', async () => { await expect(x()).rejects.toThrow(); expect(a).toMatchObject({ b: 1 }); });";
    expect(broken("server/src/a.test.ts", text)).toEqual([]);
  });
});
