// Makes the migrations anew from the tables. Only while nothing is released: afterwards a change is a further
// migration (`npx drizzle-kit generate --name=WHAT` in server/). Run it after changing a tables.ts:
//   node server/migrations/renew.mjs
// The hand-written migrations (role, access) stay as they are; an existing data directory must be made anew.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const steps = [{ name: "role", custom: true }, { name: "tables" }, { name: "access", custom: true }];
const kit = join(dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");

const texts = steps.map((step, at) => (step.custom ? readFileSync(fileOf(step, at), "utf8") : ""));
rmSync(join(here, "meta"), { recursive: true, force: true });
for (const [at, step] of steps.entries()) {
  rmSync(fileOf(step, at), { force: true });
  const custom = step.custom ? ["--custom"] : [];
  execFileSync(process.execPath, [kit, "generate", `--name=${step.name}`, ...custom], { cwd: dirname(here), stdio: ["ignore", "ignore", "inherit"] });
  if (step.custom) writeFileSync(fileOf(step, at), texts[at]);
}
// What Drizzle needs to find the next difference is the last snapshot alone.
for (const at of [0, 1]) rmSync(join(here, "meta", `000${at}_snapshot.json`), { force: true });

function fileOf(step, at) {
  return join(here, `000${at}_${step.name}.sql`);
}
