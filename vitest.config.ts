import { defineConfig } from "vitest/config";

const shared = { testTimeout: 30_000, hookTimeout: 60_000 };

// *.test.ts runs once; *.db.test.ts on each engine; e2e in a real browser.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["{contracts,adapters,sdk,server,widget,dashboard,cli,tools}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/*.db.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "embedded",
          include: ["{server,cli,tools}/**/*.db.test.ts"],
          env: { PARLEY_TEST_ENGINE: "embedded" },
        },
      },
      {
        test: {
          ...shared,
          name: "postgres",
          include: ["{server,cli,tools}/**/*.db.test.ts"],
          env: { PARLEY_TEST_ENGINE: "postgres" },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.e2e.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
