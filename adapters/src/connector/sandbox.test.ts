/** The connectors against the strict stand-in of the vendors' own descriptions, where that lies beside the project. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { execFileSync } from "node:child_process";
import type { ConnectorItem } from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createGoogleDrive } from "../google-drive/create-google-drive.ts";
import { exchangeGoogleCode, refreshGoogleToken, revokeGoogleToken } from "../google-drive/google-oauth.ts";
import { createEmbeddingModel } from "../embeddings/create-embedding-model.ts";
import { createIntercom } from "../intercom/create-intercom.ts";

const vendors = resolve(process.env["PARLEY_TEST_DATA"] ?? "../shared", "vendors");
const isThere = existsSync(join(vendors, "sandbox/sandbox.mjs"));
if (!isThere) console.info(`The vendors' sandbox is not at ${vendors}: its tests are left out.`);
const never = new AbortController().signal;

describe.skipIf(!isThere)("against the vendors' own descriptions", () => {
  let place = "";
  let child: ChildProcess | undefined;
  let origin = "";
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "parley-vendors-"));
    cpSync(join(vendors, "sandbox"), join(place, "sandbox"), { recursive: true });
    symlinkSync(join(vendors, "specs"), join(place, "specs"));
    const cwd = join(place, "sandbox");
    if (!existsSync(join(cwd, "node_modules")))
      try {
        execFileSync("npm", ["ci", "--no-fund", "--no-audit", "--silent"], { cwd, stdio: "ignore", timeout: 60_000 });
      } catch {
        console.info("The vendors' sandbox cannot be installed here: its tests are left out.");
        return;
      }
    child = spawn(process.execPath, ["sandbox.mjs", "--port", "0", "--specs", "../specs"], {
      cwd,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const lines = child.stdout && createInterface({ input: child.stdout });
    for await (const line of lines ?? []) {
      origin = z.object({ origin: z.string() }).parse(JSON.parse(line)).origin;
      break;
    }
  }, 90_000);
  beforeEach(({ skip }) => skip(origin === "", "the sandbox cannot be installed here"));
  afterAll(() => {
    child?.kill();
    rmSync(place, { recursive: true, force: true });
  });

  const ask = async (path: string, body?: object): Promise<unknown> =>
    (await fetch(origin + path, body && { method: "POST", body: JSON.stringify(body) })).json();
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const drive = () =>
    createGoogleDrive({ baseUrl: `${origin}/google`, fetch, sleep, accessToken: async () => "ya29.token-of-a-test" });
  const intercom = () =>
    createIntercom({ token: "token-of-a-test", region: "us", baseUrl: `${origin}/intercom`, fetch, sleep });
  const listed = async (pages: AsyncIterable<readonly ConnectorItem[]>) => {
    const items: ConnectorItem[] = [];
    for await (const page of pages) items.push(...page);
    return items;
  };
  const expectNoViolations = async () => {
    expect(await ask("/_violations")).toEqual([]);
    expect(await ask("/_selfcheck")).toEqual([]);
  };

  it("asks Google's token addresses as they are described", async () => {
    const client = { clientId: "id", clientSecret: "secret", baseUrl: `${origin}/google`, fetch };
    const given = await exchangeGoogleCode(
      client,
      { code: "good", verifier: "v", redirectUri: "https://x.example" },
      never,
    );
    expect(given).toMatchObject({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresInS: 3_599,
    });
    expect(await refreshGoogleToken(client, "one", never)).toMatchObject({ refreshToken: null });
    await revokeGoogleToken(client, "one", never);
    await expectNoViolations();
    await expect(refreshGoogleToken(client, "revoked", never)).rejects.toMatchObject({ problem: "revoked" });
    await expect(
      exchangeGoogleCode(client, { code: "bad", verifier: "v", redirectUri: "https://x.example" }, never),
    ).rejects.toMatchObject({ problem: "revoked" });
    await expectNoViolations();
  });

  it("asks Drive as it is described", async () => {
    await ask("/_trigger/google/file", {
      id: "folder",
      name: "Handbook",
      mimeType: "application/vnd.google-apps.folder",
    });
    await ask("/_trigger/google/file", {
      id: "doc",
      name: "Hours",
      mimeType: "application/vnd.google-apps.document",
      text: "# Hours",
    });
    await ask("/_trigger/google/file", {
      id: "note",
      name: "note.txt",
      mimeType: "text/plain",
      text: "Parking is free.",
    });
    const connector = drive();
    await connector.account(never);
    await connector.containers({ parentId: null, search: null, cursor: null }, never);
    await connector.containers({ parentId: "root", search: "book", cursor: null }, never);
    await connector.containers({ parentId: "shared-with-me", search: null, cursor: null }, never);
    await listed(connector.list(["folder"], never));
    const cursor = await connector.mark(["folder"], never);
    await connector.changes({ chosen: ["folder"], cursor: cursor ?? "", known: new Set() }, never);
    const item = (id: string, type: string) => ({
      id,
      title: id,
      url: null,
      version: "",
      type,
      language: null,
      within: [],
      unreadable: null,
    });
    expect(await connector.fetch(item("doc", "application/vnd.google-apps.document"), never)).toMatchObject({
      text: "# Hours",
    });
    const note = await connector.fetch(item("note", "text/plain"), never);
    expect(note.kind === "bytes" && new TextDecoder().decode(note.bytes)).toBe("Parking is free.");
    await expect(connector.fetch(item("gone", "text/plain"), never)).rejects.toMatchObject({ problem: "not-found" });
    await expectNoViolations();
  });

  it("asks Intercom as it is described", async () => {
    const connector = intercom();
    expect((await connector.account(never)).id).not.toBe("");
    expect((await listed(connector.list([], never))).length).toBeGreaterThan(0);
    await expectNoViolations();
  });

  it("asks OpenAI for vectors as its description has it", async () => {
    const model = createEmbeddingModel({
      vendor: "openai",
      name: "text-embedding-3-small",
      apiKey: "sk-of-a-test",
      baseUrl: `${origin}/openai/v1`,
      fetch,
    });
    const { vectors, tokens } = await model.embed(["one", "two"], { kind: "passage", signal: never });
    expect(vectors.map(({ length }) => length > 0)).toEqual([true, true]);
    expect(tokens).toBeGreaterThan(0);
    await expectNoViolations();
  });

  it.each([
    ["a pause", { status: 429, retryAfter: 2, times: 1 }, null],
    ["a failure that passes", { status: 500, times: 2 }, null],
    ["one that stays", { status: 500, times: 9 }, "failed"],
    ["revoked access", { status: 401, times: 9 }, "revoked"],
    ["a broken connection", { reset: true, times: 9 }, "unreachable"],
  ])("bears %s", async (_, fault, problem) => {
    for (const [vendor, connector] of [
      ["google", drive()],
      ["intercom", intercom()],
    ] as const) {
      await ask("/_fault", { vendor, ...fault });
      const asked = connector.account(never);
      if (problem === null) await asked;
      else await expect(asked).rejects.toMatchObject({ problem });
      await fetch(`${origin}/_fault`, { method: "DELETE" });
    }
    await expectNoViolations();
  });
});
