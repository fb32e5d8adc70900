/** Both engines for tests that start whole processes. */
import { randomBytes } from "node:crypto";
import { Client } from "pg";

export interface Engine {
  env: Record<string, string>;
  close(): Promise<void>;
}

const ADMIN_URL = process.env["DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:55432/postgres";

const reachable = await withAdmin(async () => true).catch(() => false);
if (!reachable) console.warn("Skipped: no PostgreSQL answers. Set DATABASE_URL to run these tests on it too.");

export const engines: readonly ("embedded" | "postgres")[] = reachable ? ["embedded", "postgres"] : ["embedded"];

export async function makeEngine(name: "embedded" | "postgres"): Promise<Engine> {
  if (name === "embedded") return { env: { DATABASE_URL: "" }, close: async () => {} };
  const database = `parley_test_${Date.now().toString(36)}_${randomBytes(4).toString("hex")}`;
  await withAdmin((admin) => admin.query(`create database ${database}`));
  const url = new URL(ADMIN_URL);
  url.pathname = `/${database}`;
  return {
    env: { DATABASE_URL: url.href, PARLEY_SECRET: "a-secret-for-these-tests-alone" },
    close: () => withAdmin(async (admin) => void (await admin.query(`drop database ${database} with (force)`))),
  };
}

async function withAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: ADMIN_URL, connectionTimeoutMillis: 2_000 });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
