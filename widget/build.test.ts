import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { budgets, build, type Manifest } from "./build.mjs";

let outDir: string;
let manifest: Manifest;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "parley-widget-"));
  manifest = await build({ outDir });
});
afterAll(() => rm(outDir, { recursive: true, force: true }));

it("keeps to its budgets", () => {
  expect(manifest.sizes.loader).toBeLessThanOrEqual(budgets.loader);
  expect(manifest.sizes.messenger).toBeLessThanOrEqual(budgets.messenger);
});

it("lists every file with its address, and what pages ask for is among them", async () => {
  const paths = manifest.files.map((file) => file.path);
  for (const path of Object.values(manifest.entries)) if (path !== null) expect(paths).toContain(path);
  for (const { file } of manifest.files) expect((await readFile(join(outDir, file))).length).toBeGreaterThan(0);
});

it("has no schema library, no HTML from strings and no evaluation in what visitors load", async () => {
  for (const { path, file } of manifest.files.filter((each) => each.path.endsWith(".js"))) {
    const code = await readFile(join(outDir, file), "utf8");
    expect(code, path).not.toMatch(/ZodError|\beval\(|new Function/);
    expect(code.replace(/dangerouslySetInnerHTML|\.__html/g, ""), path).not.toMatch(
      /insertAdjacentHTML|document\.write/,
    );
  }
});
