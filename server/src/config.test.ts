import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { createFetchPublic } from "./platform/index.ts";

function emptyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "parley-config-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const load = (env: Record<string, string | undefined>): Config => loadConfig(env, { dataDir: emptyDirectory() });

function problemsOf(env: Record<string, string>): string[] {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test("nothing set is a good configuration", () => {
  const config = load({});
  expect(config).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    databaseUrl: null,
    redisUrl: null,
    secret: null,
    models: [],
    publicUrl: null,
  });
  expect([...config.roles]).toEqual(["api", "live", "worker"]);
});

test("every mistake is told at once, each with the name of its variable", () => {
  const wrong = {
    PARLEY_PORT: "eighty",
    PARLEY_PUBLIC_URL: "chat.example",
    PARLEY_SECRET: "short",
    PARLEY_ROLES: "api,king",
    PARLEY_ALLOW_PRIVATE_ADDRESSES: "10.0.0.0/33",
    PARLEY_TRUSTED_PROXIES: "my-proxy",
    PARLEY_LOG_LEVEL: "loud",
    PARLEY_LIMIT_VISITOR_PER_MINUTE: "0",
    PARLEY_LIMIT_ADDRESS_PER_MINUTE: "-1",
    PARLEY_LIMIT_AGENT_PER_MINUTE: "1.5",
    PARLEY_LIMIT_KEY_PER_MINUTE: "many",
    PARLEY_LIMIT_SOCKETS_PER_ADDRESS: "Infinity",
    PARLEY_VISITOR_TOKENS_PER_DAY: "x",
    PARLEY_AGENT_TOKENS_PER_DAY: "1e99",
    PARLEY_MODEL_FIRST_TOKEN_MS: "soon",
    PARLEY_MODEL_TOTAL_MS: "later",
    PARLEY_MODELS: "nobody/nothing",
    DATABASE_URL: "mysql://localhost/x",
    REDIS_URL: "http://localhost",
  };
  const problems = problemsOf(wrong);
  for (const name of Object.keys(wrong))
    expect(
      problems.filter((problem) => problem.startsWith(name)),
      name,
    ).toHaveLength(1);
  for (const problem of problems) expect(problem.length).toBeGreaterThan(20);
});

test("a secret is asked for with DATABASE_URL, and never repeated", () => {
  expect(problemsOf({ DATABASE_URL: "postgres://localhost/parley" })).toEqual([
    expect.stringMatching(/^PARLEY_SECRET must be set.*openssl rand -hex 32/),
  ]);
  expect(problemsOf({ DATABASE_URL: "postgres://localhost/parley", PARLEY_SECRET: "a-long-enough-secret" })).toEqual(
    [],
  );
  const told = problemsOf({
    DATABASE_URL: "postgres:///x:hunter2@",
    PARLEY_SECRET: "hunter2",
    REDIS_URL: "hunter2",
  }).join();
  expect(told).not.toContain("hunter2");
});

test("NAME= means not set, for the data directory too", () => {
  const names = [
    "PARLEY_DATA",
    "PARLEY_PORT",
    "PARLEY_SECRET",
    "DATABASE_URL",
    "PARLEY_LOG_FILE",
    "PARLEY_LIMIT_VISITOR_PER_MINUTE",
  ];
  expect(loadConfig(Object.fromEntries(names.map((name) => [name, " "])))).toEqual(loadConfig({}));
  expect(loadConfig({ PARLEY_DATA: "" }).dataDir).toBe(resolve("data"));
});

test("values may stand in parley.env; the environment and the command line win", () => {
  const dataDir = emptyDirectory();
  writeFileSync(join(dataDir, "parley.env"), "PARLEY_PORT=4000\nPARLEY_HOST=127.0.0.2\nPARLEY_LOG_LEVEL=warn\n");
  expect(loadConfig({ PARLEY_LOG_LEVEL: "error" }, { dataDir, port: "5000" })).toMatchObject({
    port: 5000,
    host: "127.0.0.2",
    log: { level: "error" },
  });
});

test("a parley.env that cannot be read is a mistake with a name", () => {
  const dataDir = emptyDirectory();
  mkdirSync(join(dataDir, "parley.env"));
  expect(() => loadConfig({}, { dataDir })).toThrow(ConfigError);
  expect(() => loadConfig({}, { dataDir })).toThrow(/parley\.env/);
});

test("hosts and networks that pass here can be read where they are used", () => {
  const good = [
    "127.0.0.1",
    "10.0.0.0/8",
    "::1",
    "[::1]:8080",
    "fd00::/8",
    "localhost",
    "intranet:8080",
    "shop.example",
    "127.1",
  ];
  for (const entry of good) expect(problemsOf({ PARLEY_ALLOW_PRIVATE_ADDRESSES: entry }), entry).toEqual([]);
  for (const entry of ["http://x", "x/y", "10.0.0.0/33", "fd00::/129", "a b", "user@host", "host:99999", "/"]) {
    expect(problemsOf({ PARLEY_ALLOW_PRIVATE_ADDRESSES: entry }), entry).toHaveLength(1);
  }
  for (const entry of ["127.0.0.1", "loopback", "10.0.0.0/8", "fd00::/8"])
    expect(problemsOf({ PARLEY_TRUSTED_PROXIES: entry })).toEqual([]);
  const anything = fc.oneof(
    fc.string(),
    fc.domain(),
    fc.ipV4(),
    fc.ipV6(),
    fc.tuple(fc.ipV4(), fc.nat(40)).map((pair) => pair.join("/")),
    fc.tuple(fc.domain(), fc.nat(70_000)).map((pair) => pair.join(":")),
  );
  fc.assert(
    fc.property(anything, (entry) => {
      if (problemsOf({ PARLEY_ALLOW_PRIVATE_ADDRESSES: entry }).length > 0) return;
      createFetchPublic({
        allow: load({ PARLEY_ALLOW_PRIVATE_ADDRESSES: entry }).allowPrivateAddresses,
        userAgent: "test",
      });
    }),
    { numRuns: 300 },
  );
});

test("whatever the environment says, it is a configuration or a list of mistakes", () => {
  const names = [
    "PARLEY_PORT",
    "PARLEY_HOST",
    "PARLEY_PUBLIC_URL",
    "PARLEY_SECRET",
    "PARLEY_ROLES",
    "DATABASE_URL",
    "REDIS_URL",
    "PARLEY_MODELS",
    "PARLEY_LIMIT_KEY_PER_MINUTE",
  ];
  const directory = emptyDirectory();
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (env) => {
      try {
        expect(loadConfig(env, { dataDir: directory }).port).toBeLessThan(65_536);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
      }
    }),
  );
});
