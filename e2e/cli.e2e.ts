/** The command line as people use it: whole processes, a real site, both engines. */
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { agent, askResult, listOf } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveDemoSite } from "../cli/src/serve-demo-site.ts";
import { type Engine, engines, makeEngine } from "./support/engines.ts";
import { type Launched, launch, temporaryDirectory } from "./support/launch.ts";

const PARLEY = resolve(import.meta.dirname, "../cli/src/parley.ts");

interface Ended {
  code: number | null;
  out: string;
  said: string;
}

function parley(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [PARLEY, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, said] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, out, said })));
}

describe.each(engines)("on the %s engine", (name) => {
  let engine: Engine;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let site: Awaited<ReturnType<typeof serveDemoSite>>;
  let running: Launched;

  const run = (...args: string[]) => parley([...args, "--data", directory.path], engine.env);
  const agentId = async () => {
    const { data } = await running.get("/v1/agents", listOf(agent));
    return data.find((each) => each.siteUrl === site.url)?.id ?? "";
  };

  beforeAll(async () => {
    [engine, directory, site] = await Promise.all([makeEngine(name), temporaryDirectory(), serveDemoSite()]);
    running = await launch({ dataDir: directory.path, args: [site.url], env: engine.env });
  });
  afterAll(async () => {
    await running.kill("SIGKILL");
    await Promise.all([engine.close(), site.close()]);
    await directory.remove();
  });

  test("start reads the site and says where to talk to it, in plain lines", async () => {
    await running.line(/^Read 7 pages/);
    const talk = await running.line(/^Talk to it at /);
    expect(talk).toContain(`${running.url}/try/${await agentId()}`);
    expect(running.lines.filter((line) => /[\u0000-\u001f]/.test(line))).toEqual([]);
    expect(running.lines.filter((line) => line.startsWith("Talk to it at"))).toHaveLength(1);
  });

  test("ask answers in the terminal, with its sources", async () => {
    const { code, out } = await run("ask", site.url, "How much does an e-bike cost a day?");
    expect(code).toBe(0);
    expect(out).toContain("32 euros");
    expect(out).toMatch(new RegExp(`\\n {2}1\\. .*Prices.* — ${site.url}prices.html`));
  });

  test("ask --json prints one JSON value that is the API's own", async () => {
    const { code, out, said } = await run("ask", await agentId(), "How old must I be to ride an e-bike?", "--json");
    expect({ code, said }).toEqual({ code: 0, said: "" });
    const result = askResult.parse(JSON.parse(out));
    expect(result).toMatchObject({ answered: true, answer: expect.stringContaining("16") });
    expect(result.citations[0]?.url).toBe(`${site.url}e-bikes.html`);
  });

  test("ask takes the address of the agent's own page, and makes no agent of that", async () => {
    const page = `${running.url}/try/${await agentId()}`;
    expect((await run("ask", page, "How much does an e-bike cost a day?")).out).toContain("32 euros");
    expect(await run("start", page)).toMatchObject({ code: 1, said: expect.stringContaining("names an agent") });
    expect((await running.get("/v1/agents", listOf(agent))).data).toHaveLength(1);
  });

  test("a question that the site does not answer is not answered", async () => {
    const { out } = await run("ask", site.url, "Who won the chess world championship in 1972?", "--json");
    expect(askResult.parse(JSON.parse(out))).toMatchObject({ answered: false, citations: [] });
  });

  test("a key opens the API until it is revoked", async () => {
    const made = await run("key", "create", "--name", "shop", "--expires", "30d");
    const bearer = made.out.trim();
    expect(made.out).toBe(`${bearer}\n`);
    const agents = () => fetch(`${running.url}/v1/agents`, { headers: { authorization: `Bearer ${bearer}` } });
    expect((await agents()).status).toBe(200);
    const listed: { id: string; name: string }[] = JSON.parse((await run("key", "list", "--json")).out);
    expect(listed).toMatchObject([{ name: "shop" }]);
    expect((await run("key", "revoke", listed[0]?.id ?? "")).code).toBe(0);
    expect((await agents()).status).toBe(401);
  });

  test("start beside a running server uses that one", async () => {
    const { code, out } = await run("start", site.url);
    expect(code).toBe(0);
    expect(out).toContain(`Parley is ready at ${running.url}`);
    expect((await running.get("/v1/agents", listOf(agent))).data).toHaveLength(1);
  });

  test.each([
    ["not a url at all", /address/],
    ["ftp://example.com", /http/],
    ["http://no-such-host.invalid/", /no-such-host\.invalid/],
    ["http://127.0.0.1:1/", /connection/],
  ])("a site that cannot be read is told, and the server goes on: %s", async (address, told) => {
    const { code, said } = await run("start", address);
    expect(code).toBe(1);
    expect(said).toMatch(told);
    expect(said).toContain(`Parley goes on at ${running.url}`);
    expect((await run("doctor")).code).toBe(0);
  });

  test("a backup becomes the same Parley elsewhere", async () => {
    const file = join(directory.path, "all.backup");
    expect(await run("backup", file)).toMatchObject({ code: 0, out: "" });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await run("backup", file)).toMatchObject({ code: 1, said: expect.stringContaining("--force") });
    const [other, place] = await Promise.all([makeEngine(name), temporaryDirectory()]);
    try {
      const secret = await secretOf(directory.path, engine);
      const elsewhere = (...args: string[]) =>
        parley([...args, "--data", place.path], { ...other.env, PARLEY_SECRET: secret });
      const id = await agentId();
      expect(await elsewhere("restore", file)).toMatchObject({ code: 0 });
      const { out } = await elsewhere("ask", id, "How much does an e-bike cost a day?", "--json");
      expect(askResult.parse(JSON.parse(out)).answer).toContain("32 euros");
      expect(await elsewhere("restore", file)).toMatchObject({ code: 1, said: expect.stringContaining("empty") });
    } finally {
      await other.close();
      await place.remove();
    }
  });

  test("restore is refused while the server runs", async () => {
    expect(await run("restore", "any")).toMatchObject({ code: 1, said: expect.stringContaining(running.url) });
  });

  test("migrate is content", async () => {
    expect(JSON.parse((await run("migrate", "--json")).out)).toEqual({ migrated: true });
  });

  test("Ctrl-C ends it in order, and the commands go on without it", async () => {
    await running.kill("SIGINT");
    expect(running.lines.at(-1)).toBe("Stopping…");
    expect(existsSync(join(directory.path, "run.json"))).toBe(false);
    const { out } = await run("ask", site.url, "Do you have a car park?", "--json");
    expect(askResult.parse(JSON.parse(out))).toMatchObject({
      answered: true,
      answer: expect.stringMatching(/car park/),
    });
  });
});

async function secretOf(dataDir: string, engine: Engine): Promise<string> {
  if (engine.env.PARLEY_SECRET) return engine.env.PARLEY_SECRET;
  return (await readFile(join(dataDir, "secret"), "utf8")).trim();
}

describe("the command line alone", () => {
  test.each([
    [["strat"], 2, 'Did you mean "start"?'],
    [["ask", "agt_x"], 2, "parley ask URL-or-agent QUESTION"],
    [["key", "destroy"], 2, "There is key create, key list and key revoke"],
    [["doctor", "--data"], 2, "--data needs a value"],
  ])("%j is told what to write", async (args, code, told) => {
    expect(await parley(args)).toMatchObject({ code, out: "", said: expect.stringContaining(told) });
  });

  test("a configuration with mistakes names them all", async () => {
    const env = { PARLEY_PORT: "many", DATABASE_URL: "mysql://x", PARLEY_SECRET: "" };
    const { code, said } = await parley(["start"], env);
    expect(code).toBe(1);
    for (const variable of ["PARLEY_PORT", "DATABASE_URL", "PARLEY_SECRET"]) expect(said).toContain(variable);
  });

  test("a port in use is told", async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
    const address = taken.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const place = await temporaryDirectory();
    const { code, said } = await parley(["start", "--port", String(port), "--data", place.path], { DATABASE_URL: "" });
    taken.close();
    await place.remove();
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringMatching(new RegExp(`${port}.*in use`)) });
  });
});
