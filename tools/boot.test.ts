import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** A house with nothing in it but the bootstrap and a command that says what it was called with. */
let root = "";

const command = `
const args: string[] = process.argv.slice(2);
if (args.includes("wait")) {
  process.on("SIGTERM", () => process.exit(7));
  setInterval(() => undefined, 1_000);
} else process.exitCode = Number(args.at(-1) ?? 0) || 0;
console.log(JSON.stringify(args));
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "parley-boot-"));
  cpSync(join(import.meta.dirname, "boot.mjs"), join(root, "tools/boot.mjs"));
  cpSync(join(import.meta.dirname, "boot"), join(root, "tools/boot"), { recursive: true });
  mkdirSync(join(root, "cli/src"), { recursive: true });
  writeFileSync(join(root, "cli/src/parley.ts"), command);
  writeFileSync(join(root, "package.json"), '{ "name": "house", "private": true, "type": "module" }');
  writeLock("house");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function writeLock(name: string): void {
  const packages = { "": { name } };
  writeFileSync(
    join(root, "package-lock.json"),
    JSON.stringify({ name, lockfileVersion: 3, requires: true, packages }),
  );
}

interface Ended {
  code: number | null;
  out: string;
  said: string;
}

function boot(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, "tools/boot.mjs"), ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, said] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, out, said })));
  return { child, ended };
}

test("the first start installs, the next says nothing, and standard output is the command's alone", async () => {
  const first = await boot("parley", "ask", "what is it", "--json").ended;
  expect(first).toEqual({
    code: 0,
    out: '["ask","what is it","--json"]\n',
    said: "Installing Parley (first start only)…\n",
  });
  const next = await boot("start", "--port", "0").ended;
  expect(next).toEqual({ code: 0, out: '["start","--port","0"]\n', said: "" });
});

test("a lock file that has changed and an install that was broken off are installed again", async () => {
  await boot("parley").ended;
  writeLock("changed");
  expect((await boot("parley").ended).said).toContain("Installing");
  for (const file of [".boot-stamp", ".package-lock.json"]) rmSync(join(root, "node_modules", file), { force: true });
  expect((await boot("parley").ended).said).toContain("Installing");
  expect((await boot("parley").ended).said).toBe("");
});

test("two at once: one installs, the other waits for it", async () => {
  const both = await Promise.all([boot("parley", "one").ended, boot("parley", "two").ended]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.filter(({ said }) => said.includes("Installing"))).toHaveLength(1);
  expect(readdirSync(join(root, ".toolchain"))).toEqual([]);
});

test("the lock of a boot that was killed is taken over at once", async () => {
  const gone = boot("nothing");
  await gone.ended;
  mkdirSync(join(root, ".toolchain"), { recursive: true });
  const lock = join(root, ".toolchain/boot.lock");
  writeFileSync(lock, JSON.stringify({ pid: gone.child.pid, host: hostname(), child: null }));
  expect(await boot("parley").ended).toMatchObject({ code: 0, out: "[]\n" });
  expect(existsSync(lock)).toBe(false);
});

test("exit codes and signals pass through", async () => {
  expect((await boot("parley", "3").ended).code).toBe(3);
  const { child, ended } = boot("parley", "wait");
  child.stdout?.once("data", () => child.kill("SIGTERM"));
  expect((await ended).code).toBe(7);
});

test("the command ends when the shell that npm runs it in is killed", async () => {
  await boot("parley").ended;
  const line = `"${process.execPath}" "${join(root, "tools/boot.mjs")}" parley wait; true`;
  const shell = spawn("sh", ["-c", line], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, npm_lifecycle_event: "start" },
  });
  // Standard output ends when nobody holds it any more: neither the bootstrap nor the command.
  const over = new Promise<string>((resolve) => shell.stdout.once("end", () => resolve("over")));
  await new Promise((resolve) => shell.stdout.once("data", resolve));
  shell.kill("SIGTERM");
  shell.stdout.resume();
  expect(await over).toBe("over");
});

test("a command that there is not", async () => {
  expect(await boot("fly").ended).toMatchObject({
    code: 1,
    out: "",
    said: expect.stringContaining('There is no "fly"'),
  });
});

test("packages that cannot be had are told in a sentence", async () => {
  const missing = { name: "house", private: true, type: "module", dependencies: { zod: "4.6.7" } };
  writeFileSync(join(root, "package.json"), JSON.stringify(missing));
  const { code, out, said } = await boot("parley").ended;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(said).toContain("Parley's packages could not be installed.");
});
