import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkMap, checkPrintedMap, manifestOf, printMap } from "./check-map.mjs";
import { readHouse, sourceFile } from "./house.mjs";

const root = join(import.meta.dirname, "..");

const map = {
  scope: "@house/",
  packages: [
    [{ name: "contracts", about: "words" }],
    [{ name: "server", about: "rooms" }],
    [{ name: "cli", about: "commands" }],
  ],
  rooms: [
    [{ name: "platform", about: "ground" }],
    [
      { name: "usage", about: "counts" },
      { name: "connections", about: "vendors" },
    ],
    [{ name: "agents", about: "answers" }],
  ],
};

const sound = {
  "contracts/src/index.ts": "export const word = 1;",
  "server/src/platform/index.ts": "export { open } from './open.ts';",
  "server/src/platform/open.ts": "import { z } from 'zod';\nimport fs from 'node:fs';\nexport const open = [z, fs];",
  "server/src/usage/index.ts": "import { open } from '../platform/index.ts';\nexport const count = open;",
  "server/src/connections/index.ts": "export const connect = 1;",
  "server/src/agents/index.ts": "export { answer } from './answer.ts';",
  "server/src/agents/answer.ts":
    "import { count } from '../usage/index.ts';\nimport { word } from '@house/contracts';\nexport const answer = [count, word];",
  "server/src/agents/answer.test.ts":
    "import 'vitest';\nimport '../testing/make.ts';\nimport { answer } from './answer.ts';\nvoid answer;",
  "server/src/testing/make.ts": "export const make = 1;",
  "server/src/main.ts": "import './agents/index.ts';\nimport './usage/index.ts';",
  "cli/src/parley.ts": "import '@house/server';",
  "tools/check.ts": "import '../server/src/agents/answer.ts';",
};

const manifests = {
  "": manifestOf('{"devDependencies":{"vitest":"1"}}'),
  contracts: manifestOf('{"name":"@house/contracts"}'),
  server: manifestOf('{"dependencies":{"@house/contracts":"*","zod":"1"}}'),
  cli: manifestOf('{"dependencies":{"@house/server":"*"}}'),
};

/** The rules that the sound little house breaks once `changed` files are added to it or put in place of its own. */
function broken(changed: Record<string, string>): string[] {
  const files = Object.entries({ ...sound, ...changed }).map(([path, text]) => sourceFile(path, text));
  return checkMap({ files, manifests }, map).map((problem) => problem.rule);
}

test("the sound little house has no fault", () => {
  expect(broken({})).toEqual([]);
});

describe("each planted fault is found, and nothing else", () => {
  const faults: [string, string, Record<string, string>][] = [
    ["upward import between packages", "upward package", { "server/src/platform/up.ts": "import '@house/cli';" }],
    ["upward import between rooms", "upward room", { "server/src/platform/up.ts": "import '../agents/index.ts';" }],
    [
      "type-only upward import",
      "upward room",
      { "server/src/platform/up.ts": "import type { A } from '../agents/index.ts';" },
    ],
    [
      "type query upward",
      "upward room",
      { "server/src/platform/up.ts": "export type A = import('../agents/index.ts').A;" },
    ],
    [
      "dynamic upward import",
      "upward room",
      { "server/src/platform/up.ts": "export const a = () => import('../agents/index.ts');" },
    ],
    ["re-export upward", "upward room", { "server/src/platform/up.ts": "export * from '../agents/index.ts';" }],
    [
      "a worker's file upward",
      "upward room",
      { "server/src/platform/up.ts": "new URL('../agents/answer.ts', import.meta.url);" },
    ],
    ["a room that imports the wiring", "upward room", { "server/src/platform/up.ts": "import '../main.ts';" }],
    ["a stranger on the same floor", "stranger", { "server/src/usage/x.ts": "import '../connections/index.ts';" }],
    ["a door passed by", "past the door", { "server/src/agents/x.ts": "import '../platform/open.ts';" }],
    ["a door passed by from above", "past the door", { "server/src/app.ts": "import './agents/answer.ts';" }],
    ["the own door used from inside", "own door", { "server/src/agents/x.ts": "import './index.ts';" }],
    ["a package that imports itself by name", "own door", { "server/src/x.ts": "import '@house/server';" }],
    [
      "a circle inside a room",
      "circle",
      { "server/src/agents/x.ts": "export * from './y.ts';", "server/src/agents/y.ts": "export * from './x.ts';" },
    ],
    ["an undeclared package", "undeclared", { "server/src/agents/x.ts": "import 'left-pad';" }],
    ["an undeclared package of the house", "undeclared", { "cli/src/x.ts": "import '@house/contracts';" }],
    ["a development package in product code", "undeclared", { "server/src/agents/x.ts": "import 'vitest';" }],
    [
      "a relative reach into another package",
      "relative reach",
      { "cli/src/x.ts": "import '../../server/src/main.ts';" },
    ],
    ["testing used by product code", "testing only", { "server/src/agents/x.ts": "import '../testing/make.ts';" }],
    [
      "a test's helper used by product code",
      "testing only",
      { "server/src/agents/x.ts": "import './y.testing.ts';", "server/src/agents/y.testing.ts": "" },
    ],
    ["an absolute path", "absolute path", { "server/src/agents/x.ts": "import '/tmp/x.ts';" }],
    ["an unknown room", "unknown room", { "server/src/cellar/index.ts": "export const wine = 1;" }],
    ["an unknown package", "unknown package", { "shed/src/index.ts": "export const rake = 1;" }],
    ["a file that is not there", "missing file", { "server/src/agents/x.ts": "import './gone.ts';" }],
  ];
  test.each(faults)("%s", (_name, rule, changed) => {
    expect(broken(changed)).toEqual([rule]);
  });

  test("what only looks like an import is none", () => {
    const text = "// import '../agents/index.ts'\nexport const s = `import '../agents/index.ts'`;";
    expect(broken({ "server/src/platform/up.ts": text })).toEqual([]);
  });
});

describe("the real house", () => {
  const house = readHouse(root);

  test("stands by its map", () => {
    expect(house.files.length).toBeGreaterThan(50);
    expect(checkMap(house)).toEqual([]);
    expect(checkPrintedMap(root, { write: false })).toEqual([]);
  });

  test("fails as soon as its ground imports from above", () => {
    const planted = sourceFile("server/src/platform/planted.ts", "import '../agents/tables.ts';");
    const faults = checkMap({ ...house, files: [...house.files, planted] });
    expect(faults.map((fault) => [fault.path, fault.rule])).toContainEqual([planted.path, "upward room"]);
  });

  test("prints every place of the map", () => {
    expect(printMap()).toMatch(/`conversations`.*\n(.*\n)*.*`platform`/);
  });
});
