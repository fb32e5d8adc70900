// `npm test`: the checks, then every test that can run here, then what was left out and why.
// The last line is `N passed, N failed` (and `N skipped`). `npm test -- PATH` runs the tests of one place alone.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "./check.ts";
import { root, testRunner } from "./programs.ts";
import { type Surroundings, findSurroundings } from "./test-surroundings.ts";

interface TestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

const args = process.argv.slice(2);
const sound = args.length > 0 || (await check({ write: false }));
const surroundings = await findSurroundings(root);
const report = await runTests(surroundings, args);
process.exitCode = tell({ report, surroundings, sound }) ? 0 : 1;

/** Vitest's own report; null if it could not write one. */
async function runTests({ env, options }: Surroundings, more: string[]): Promise<TestReport | null> {
  const folder = mkdtempSync(join(tmpdir(), "parley-report-"));
  const file = join(folder, "report.json");
  const chosen = more.includes("--project") ? [] : options;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  try {
    await run([testRunner, "run", ...chosen, ...reporters, ...more], env);
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const stop = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on("SIGTERM", stop).on("SIGINT", () => undefined);
  return new Promise((resolve, reject) => child.on("error", reject).on("close", () => resolve()));
}

interface Ending {
  report: TestReport | null;
  surroundings: Surroundings;
  sound: boolean;
}

function tell({ report, surroundings, sound }: Ending): boolean {
  const { passed, failed, skipped } = countOf(report);
  const left = [...surroundings.skipped, ...skippedInside(report)];
  if (left.length > 0) console.log(["", "Left out:", ...left.map((reason) => `  - ${reason}`)].join("\n"));
  if (!sound) console.log("\nThe checks failed (see above); they count as one failure.");
  const failures = failed + (sound ? 0 : 1);
  console.log(`\n${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failures === 0;
}

/** A file that could not even be loaded and an error outside of every test count as failures too. */
function countOf(report: TestReport | null): { passed: number; failed: number; skipped: number } {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const states = report.testResults.flatMap((file) => file.assertionResults.map((result) => result.status));
  const passed = states.filter((state) => state === "passed").length;
  const broken = report.testResults.filter((file) => file.status === "failed" && !hasFailedTest(file)).length;
  const failed = states.filter((state) => state === "failed").length + broken;
  const skipped = states.length - passed - (failed - broken);
  return { passed, failed: failed === 0 && !report.success ? 1 : failed, skipped };
}

function hasFailedTest(file: TestReport["testResults"][number]): boolean {
  return file.assertionResults.some((result) => result.status === "failed");
}

function skippedInside(report: TestReport | null): string[] {
  const files = report?.testResults ?? [];
  return files.flatMap((file) => {
    const count = file.assertionResults.filter((result) => !["passed", "failed"].includes(result.status)).length;
    return count > 0 ? [`${count} in ${file.name.replace(`${root}/`, "")} (the reason is printed above)`] : [];
  });
}
