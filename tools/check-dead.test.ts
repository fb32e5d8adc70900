import { expect, test } from "vitest";
import { checkDead } from "./check-dead.mjs";
import { sourceFile } from "./house.mjs";

function dead(files: Record<string, string>): string[] {
  const house = { files: Object.entries(files).map(([path, text]) => sourceFile(path, text)), manifests: {} };
  return checkDead(house).map(({ path, line, message }) => `${path}:${line} ${message}`);
}

test("what nothing names is dead, of every kind", () => {
  const text = "export const a = 1;\nexport function b() {}\nexport type C = string;\nexport interface D { e: 1 }\n";
  expect(dead({ "server/src/a.ts": text }).map((line) => line.split(" ")[3])).toEqual(["a:", "b:", "C:", "D:"]);
});

test("what another file or its own uses is alive; a comment is no use", () => {
  expect(
    dead({
      "server/src/a.ts": "// c\nexport const a = 1;\nexport const b = 2;\nexport const c = b;\n",
      "server/src/b.ts": 'import { a } from "./a.ts";\nconsole.log(a);\n',
    }),
  ).toEqual(["server/src/a.ts:4 nothing uses c: delete it"]);
  expect(dead({ "a.tsx": "export function Screen() {}\n", "b.tsx": "const one = <Screen />;\n" })).toEqual([]);
});

test("an index that passes it on is no use of it either", () => {
  const files = { "server/src/a.ts": "export const a = 1;\n", "server/src/index.ts": 'export { a } from "./a.ts";\n' };
  expect(dead(files)).toEqual(["server/src/a.ts:1 nothing uses a: delete it"]);
});

test("tables and measurements are taken whole", () => {
  expect(
    dead({ "server/src/x/tables.ts": "export const a = 1;\n", "tools/bench/b.ts": "export const b = 1;\n" }),
  ).toEqual([]);
});
