/** How whoever holds the server gets its owner's account, with and without a running server. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { authOptions, ownerLink } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, engines, makeEngine } from "./support/engines.ts";
import { launch, temporaryDirectory } from "./support/launch.ts";

const PARLEY = resolve(import.meta.dirname, "../cli/src/parley.ts");

function parley(args: readonly string[], env: Record<string, string>): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [PARLEY, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let out = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, out: out.trim() })));
}

describe.each(engines)("on the %s engine", (name) => {
  let engine: Engine;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;

  beforeAll(async () => {
    [engine, directory] = await Promise.all([makeEngine(name), temporaryDirectory()]);
  });
  afterAll(async () => {
    await engine.close();
    await directory.remove();
  });

  let before: Awaited<ReturnType<typeof parley>>;

  test("owner link works before the first start", async () => {
    before = await parley(["owner", "link", "--data", directory.path], { ...engine.env, PARLEY_PORT: "3999" });
    expect(before).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3999\/owner\/[\w-]{43}$/),
    });
  });

  test("a start prints one too, and owner link beside it, until there is an owner", async () => {
    const running = await launch({ dataDir: directory.path, env: engine.env });
    const printed = await running.line(/^Make your account at http:\/\/127\.0\.0\.1:\d+\/owner\/[\w-]{43}$/);
    const asked = await parley(["owner", "link", "--json", "--data", directory.path], engine.env);
    expect(ownerLink.parse(JSON.parse(asked.out)).url).toContain(`${running.url}/owner/`);

    const owner = { name: "Ann", email: "ann@example.com", password: "seven green bicycles" };
    const use = (link: string) =>
      fetch(`${running.url}/v1/owner-links/${link.split("/owner/")[1]}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(owner),
      });
    expect((await use(before.out)).status).toBe(201);
    expect((await use(before.out)).status).toBe(410);
    const reset = await use(printed);
    expect([reset.status, await reset.json()]).toMatchObject([201, { reset: true }]);
    await running.kill("SIGKILL");
  });

  test("a start with an owner prints none", async () => {
    const again = await launch({ dataDir: directory.path, env: engine.env });
    expect(await again.get("/v1/auth/options", authOptions)).toMatchObject({ ownerExists: true });
    expect(again.lines.some((line) => line.includes("/owner/"))).toBe(false);
    await again.kill("SIGKILL");
  });
});
