// Makes the migrations anew from the tables. Only while nothing is released: afterwards a change is a further
// migration (`npx drizzle-kit generate --name=WHAT` in server/). Run it after changing a tables.ts:
//   node server/migrations/renew.mjs
// The hand-written migrations (role, access) stay as they are; an existing data directory must be made anew.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const server = dirname(here);
const steps = [{ name: "role", custom: true }, { name: "tables" }, { name: "access", custom: true }];
const kit = join(dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");

// Made beside and put in place at the end: who reads the migrations meanwhile finds the old ones whole.
const made = `migrations.${process.pid}.tmp`;
try {
  for (const [at, step] of steps.entries()) {
    const options = ["--dialect=postgresql", "--schema=./src/*/tables.ts", `--out=./${made}`, `--name=${step.name}`];
    if (step.custom) options.push("--custom");
    execFileSync(process.execPath, [kit, "generate", ...options], { cwd: server, stdio: ["ignore", "ignore", "inherit"] });
    if (step.custom) copyFileSync(fileOf(here, step, at), fileOf(join(server, made), step, at));
  }
  put();
} finally {
  rmSync(join(server, made), { recursive: true, force: true });
}

function put() {
  mkdirSync(join(here, "meta"), { recursive: true });
  for (const [at, step] of steps.entries()) if (!step.custom) renameSync(fileOf(join(server, made), step, at), fileOf(here, step, at));
  // What drizzle-kit needs to find the next difference is the last snapshot alone.
  renameSync(join(server, made, "meta", "0002_snapshot.json"), join(here, "meta", "0002_snapshot.json"));
  const journal = JSON.parse(readFileSync(join(server, made, "meta", "_journal.json"), "utf8"));
  for (const entry of journal.entries) entry.when = entry.idx;
  writeFileSync(join(here, "meta", "_journal.tmp"), `${JSON.stringify(journal, null, 2)}\n`);
  renameSync(join(here, "meta", "_journal.tmp"), join(here, "meta", "_journal.json"));
}

function fileOf(directory, step, at) {
  return join(directory, `000${at}_${step.name}.sql`);
}
