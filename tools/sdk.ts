// `node tools/sdk.ts`: writes sdk/src/schema.ts anew, from the OpenAPI document of the server as it stands.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { formatter, root } from "./programs.ts";

const file = join(root, "sdk/src/schema.ts");
const HEAD = "// Generated from the server's OpenAPI document by `node tools/sdk.ts`. Do not edit.\n\n";

/** The types of the API, as sdk/src/schema.ts should have them. */
export async function printSchema(document: object): Promise<string> {
  // In the sdk's own folder with its own TypeScript: the generator does not know the one of the house yet.
  const manifest = createRequire(join(root, "sdk/package.json")).resolve("openapi-typescript/package.json");
  const { default: generate, astToString } = await import(
    pathToFileURL(join(dirname(manifest), "dist/index.mjs")).href
  );
  const tree: unknown = await generate(document, { alphabetize: true, defaultNonNullable: false });
  return format(HEAD + astToString(tree));
}

export function readSchema(): string {
  return readFileSync(file, "utf8");
}

function format(text: string): string {
  const draft = join(root, `sdk/src/.${randomUUID()}.ts`);
  writeFileSync(draft, text);
  try {
    const { status, stderr } = spawnSync(process.execPath, [formatter, draft], { encoding: "utf8" });
    if (status !== 0) throw new Error(`The schema could not be formatted: ${stderr}`);
    return readFileSync(draft, "utf8");
  } finally {
    rmSync(draft, { force: true });
  }
}

async function openApiDocument(): Promise<object> {
  process.env["PARLEY_TEST_ENGINE"] = "embedded";
  const { openTestHouse } = await import("../server/src/house.testing.ts");
  const house = await openTestHouse();
  try {
    return (await house.app.inject("/openapi.json")).json();
  } finally {
    await house.close();
  }
}

if (import.meta.main) {
  const text = await printSchema(await openApiDocument());
  const changed = text !== readSchema();
  if (changed) {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
  process.stdout.write(`sdk/src/schema.ts ${changed ? "is written anew" : "is as it was"}\n`);
  process.exit(0);
}
