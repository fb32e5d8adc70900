import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { buildSdk } from "../build.mjs";

const sdk = join(import.meta.dirname, "..");

it("is published as JavaScript that runs and declarations that compile", async () => {
  const into = mkdtempSync(join(sdk, "node_modules/.built-"));
  onTestFinished(() => rmSync(into, { recursive: true, force: true }));
  buildSdk(into);
  const { createClient, ParleyProblem } = await import(pathToFileURL(join(into, "index.js")).href);
  const fetch = async () =>
    new Response('{"data":[{"id":"agt_1"}],"next":null}', { headers: { "content-type": "application/json" } });
  const ids: string[] = [];
  for await (const { id } of createClient({ baseUrl: "https://parley.test", fetch }).all("/v1/agents")) ids.push(id);
  expect(ids).toEqual(["agt_1"]);
  expect(new ParleyProblem({ status: 1, code: "x", detail: "y" })).toBeInstanceOf(Error);
  const { exports, dependencies } = JSON.parse(readFileSync(join(into, "package.json"), "utf8"));
  expect(exports["."]).toEqual({ types: "./index.d.ts", default: "./index.js" });
  expect(Object.keys(dependencies)).toEqual(["openapi-fetch"]);

  writeFileSync(
    join(into, "use.ts"),
    `import { createClient } from "./index.js";
export const name: Promise<string> = createClient({ baseUrl: "" }).get("/v1/agents/{id}", { params: { path: { id: "x" } } }).then((agent) => agent.name);
// @ts-expect-error there is no such path
void createClient({ baseUrl: "" }).get("/v1/nothing");
`,
  );
  const compiler = join(
    dirname(createRequire(join(sdk, "package.json")).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2023,dom",
    "--skipLibCheck",
  ];
  const { stdout } = spawnSync(process.execPath, [compiler, ...options, join(into, "use.ts")], { encoding: "utf8" });
  expect(stdout).toBe("");
  const own = ["create-client", "problem", "read-events", "send"].map((name) => readFileSync(join(into, `${name}.js`)));
  expect(gzipSync(Buffer.concat(own)).length).toBeLessThan(4_500);
}, 120_000);
