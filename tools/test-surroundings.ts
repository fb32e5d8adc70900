import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export interface Surroundings {
  /** What the tests need to know of this machine. */
  env: Record<string, string>;
  /** For vitest: what can run here. */
  options: string[];
  /** What cannot, and why. */
  skipped: string[];
}

/** What this machine has for the tests: PostgreSQL, Redis, a browser, the shared test data. */
export async function findSurroundings(root: string): Promise<Surroundings> {
  const shared = resolve(root, process.env.PARLEY_TEST_DATA ?? "../shared");
  const skipped: string[] = [];
  const env: Record<string, string> = {};
  if (existsSync(shared)) env.PARLEY_TEST_DATA = shared;
  else skipped.push(`tests on the shared data: ${shared} is not there (PARLEY_TEST_DATA says where it is)`);
  Object.assign(env, findServices(shared));
  if (!env.DATABASE_URL) skipped.push("everything on PostgreSQL: DATABASE_URL is not set");
  if (!env.REDIS_URL) skipped.push("what needs Redis: REDIS_URL is not set");
  const browser = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((path) => path && existsSync(path));
  if (browser) env.CHROMIUM_PATH = browser;
  else skipped.push("everything in a browser (*.browser.e2e.ts): no Chromium (CHROMIUM_PATH says where it is)");
  return {
    env,
    options: [
      ...["unit", "embedded", ...(env.DATABASE_URL ? ["postgres"] : []), "e2e"].flatMap((name) => ["--project", name]),
      ...(browser ? [] : ["--exclude", "**/*.browser.e2e.ts"]),
    ],
    skipped,
  };
}

/** `DATABASE_URL` and `REDIS_URL` as they are set; if neither is, those of the services that come with the test data. */
function findServices(shared: string): Record<string, string> {
  const { DATABASE_URL, REDIS_URL } = process.env;
  const set = { ...(DATABASE_URL ? { DATABASE_URL } : {}), ...(REDIS_URL ? { REDIS_URL } : {}) };
  const script = join(shared, "services", "services.sh");
  if (DATABASE_URL || !existsSync(script) || process.getuid?.() !== 0) return set;
  console.log("Bringing up PostgreSQL and Valkey for the tests…");
  const up = spawnSync("bash", [script, "up"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const [database, redis] = up.stdout.trim().split("\n").at(-1)?.split(" ") ?? [];
  if (up.status !== 0 || !database?.startsWith("postgres://")) return set;
  return { DATABASE_URL: database, ...(redis ? { REDIS_URL: redis } : {}), ...set };
}
