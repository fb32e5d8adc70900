/** Addresses that lead to private networks, over the API: none is fetched, and each is said no to in words. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join, resolve } from "node:path";
import type { Source } from "@parley/contracts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { describeDatabase } from "./testing/index.ts";

const dataDir = process.env["PARLEY_TEST_DATA"] ?? resolve(import.meta.dirname, "../../../shared");

interface Watched {
  port: number;
  /** Everything that was asked of it. */
  asked: string[];
  pages: Map<string, { status: number; headers: Record<string, string>; body: string }>;
  close(): Promise<void>;
}

let world: TestHouse;
let secret: Watched;
let listed: Watched;
let agentId: string;
let key: string;

beforeAll(async () => {
  [secret, listed] = await Promise.all([watch(), watch()]);
  world = await openTestHouse({ env: { PARLEY_ALLOW_PRIVATE_ADDRESSES: `127.0.0.1:${listed.port}` } });
  const { tenants, agents } = world.house;
  ({ id: agentId } = await agents.create(tenants.adminScope, { name: "Reader" }));
  ({ key } = await tenants.keys.create(tenants.adminScope, {
    name: "key",
    scopes: ["knowledge:read", "knowledge:write"],
    expiresAt: null,
  }));
});
afterAll(async () => {
  await world.close();
  await Promise.all([secret.close(), listed.close()]);
});
afterEach(() => {
  for (const server of [secret, listed]) {
    server.asked.length = 0;
    server.pages.clear();
  }
});

async function watch(): Promise<Watched> {
  const asked: string[] = [];
  const pages: Watched["pages"] = new Map();
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const { status, headers, body } = pages.get(request.url ?? "") ?? { status: 404, headers: {}, body: "" };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    asked,
    pages,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function serve(
  server: Watched,
  path: string,
  body: string,
  over: { status?: number; headers?: Record<string, string> } = {},
): void {
  server.pages.set(path, {
    status: over.status ?? 200,
    headers: { "content-type": "text/html", ...over.headers },
    body,
  });
}

const page = (words: string, links: readonly string[] = []) =>
  `<!doctype html><html lang="en"><title>Page</title><body><main><h1>A page</h1><p>${words}</p>${links.map((link) => `<a href="${link}">more</a>`).join("")}</main></body></html>`;
const WORDS = "The workshop repairs bicycles of every kind and lends tools to everybody who wants to do it alone.";

async function add(url: string, extra: object = {}) {
  const answer = await world.app.inject({
    method: "POST",
    url: `/v1/agents/${agentId}/sources`,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    payload: JSON.stringify({ type: "website", url, ...extra }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function ended(id: string): Promise<Source> {
  const { sources } = world.house.knowledge;
  const over = async () =>
    !["queued", "running"].includes((await sources.get(world.house.tenants.adminScope, id)).status);
  await expect.poll(over, { timeout: 25_000, interval: 20 }).toBe(true);
  return sources.get(world.house.tenants.adminScope, id);
}

async function readUrls(): Promise<string[]> {
  const file = join(dataDir, "data/abuse/ssrf_urls.jsonl");
  if (!existsSync(file)) {
    process.stderr.write(`Skipped: ${file} is not there.\n`);
    return [];
  }
  return (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line): string => JSON.parse(line).text);
}

/** One address of this machine as it can be written. */
const spellings = (port: number) =>
  [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.0.0.1.",
    "localhost",
    "LOCALHOST",
    "0.0.0.0",
    "0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "①②⑦.⓪.⓪.①",
    "[64:ff9b::7f00:1]",
    "foo.localhost",
  ].map((host) => `http://${host}:${port}/`);

describeDatabase("an address of a private network", () => {
  test("is refused or fails in every spelling, and nothing is asked of it", async () => {
    const urls = [...spellings(secret.port), ...(await readUrls())];
    const begun: string[] = [];
    for (const url of urls) {
      const { status, body } = await add(url);
      expect([201, 400], url).toContain(status);
      if (status === 201) begun.push(body.id);
      else expect(["invalid_url", "private_address", "invalid_request"], url).toContain(body.code);
    }
    const sources = await Promise.all(begun.map(ended));
    for (const source of sources) {
      expect(source.status, source.name).toBe("failed");
      expect(["private_address", "invalid_url", "host_not_found"], source.name).toContain(source.code);
      expect(source.message, source.name).toMatch(/^\S.{20,}[.!]$/);
    }
    expect(
      sources
        .filter(
          (source) =>
            source.name.includes(`:${secret.port}`) &&
            !source.name.includes("foo.") &&
            source.code !== "private_address",
        )
        .map((source) => source.url),
    ).toEqual([]);
    expect(secret.asked).toEqual([]);
  }, 60_000);

  test("is not trusted because the caller says so", async () => {
    const { body } = await add(`http://127.0.0.1:${secret.port}/said`, { trusted: true, settings: { trusted: true } });
    expect(await ended(body.id)).toMatchObject({ status: "failed", code: "private_address" });
    expect(secret.asked).toEqual([]);
  });

  test("is read when it is listed, and then nothing beside it: no link, no redirect, no sitemap, no picture", async () => {
    const inside = `http://127.0.0.1:${secret.port}`;
    serve(
      listed,
      "/",
      page(WORDS, [`${inside}/link`, "/moved", "/two"]).replace(
        "<title>",
        `<link rel="icon" href="${inside}/icon.png"><meta property="og:image" content="${inside}/og.png"><link rel="canonical" href="${inside}/canonical"><title>`,
      ),
    );
    serve(listed, "/two", page(`${WORDS} Come by.`));
    serve(listed, "/moved", "", { status: 302, headers: { location: `${inside}/redirect` } });
    serve(listed, "/robots.txt", `User-agent: *\nAllow: /\nSitemap: ${inside}/sitemap.xml\n`, {
      headers: { "content-type": "text/plain" },
    });
    const { body } = await add(`http://127.0.0.1:${listed.port}/`);
    expect(await ended(body.id)).toMatchObject({ status: "done" });
    expect(listed.asked).toContain("/two");
    expect(secret.asked).toEqual([]);
  }, 60_000);

  test("is not read as a feed either, nor by a redirect of one; and no password is kept in its address", async () => {
    serve(listed, "/feed", "", { status: 302, headers: { location: `http://127.0.0.1:${secret.port}/feed` } });
    const feeds = [`http://127.0.0.1:${listed.port}/feed`, ...spellings(secret.port).slice(0, 6)];
    for (const url of feeds) {
      const { status, body } = await add(url, { type: "catalogue" });
      expect(status, url).toBe(201);
      expect(await ended(body.id), url).toMatchObject({ status: "failed", code: "private_address" });
    }
    expect(secret.asked).toEqual([]);
    const { status, body } = await add("https://shop:secret@shop.example/feed.xml", { type: "catalogue" });
    expect([status, body.code, body.field]).toEqual([400, "invalid_url", "url"]);
  }, 60_000);

  test("is reached by no redirect of a start page", async () => {
    serve(listed, "/start", "", { status: 301, headers: { location: `http://localhost:${secret.port}/` } });
    const { body } = await add(`http://127.0.0.1:${listed.port}/start`);
    const source = await ended(body.id);
    expect([source.status, source.code]).toEqual(["failed", "private_address"]);
    expect(secret.asked).toEqual([]);
  }, 60_000);
});

describeDatabase("an address that the server's admin typed", () => {
  const open = async (url: string): Promise<Source> => {
    const answer = await world.app.inject({
      method: "POST",
      url: "/v1/admin/sites",
      headers: { authorization: `Bearer ${world.house.tenants.adminToken}`, "content-type": "application/json" },
      payload: JSON.stringify({ url }),
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return ended(answer.json().source.id);
  };

  test("is trusted for its own origin and nothing else", async () => {
    const trusted = await watch();
    const inside = `http://127.0.0.1:${secret.port}`;
    serve(
      trusted,
      "/",
      page(WORDS, [`${inside}/link`, "/moved", "/two"]).replace(
        "<title>",
        `<link rel="icon" href="${inside}/icon.png"><title>`,
      ),
    );
    serve(trusted, "/two", page(`${WORDS} Come by.`));
    serve(trusted, "/moved", "", { status: 302, headers: { location: `${inside}/redirect` } });
    serve(trusted, "/robots.txt", `Sitemap: ${inside}/sitemap.xml\n`, { headers: { "content-type": "text/plain" } });
    try {
      expect(await open(`http://127.0.0.1:${trusted.port}/`)).toMatchObject({ status: "done" });
      expect(trusted.asked).toContain("/two");
      expect(secret.asked).toEqual([]);
    } finally {
      await trusted.close();
    }
  }, 60_000);

  test("that redirects to another private place is not followed there", async () => {
    const trusted = await watch();
    serve(trusted, "/", "", { status: 302, headers: { location: `http://127.0.0.1:${secret.port}/` } });
    try {
      const source = await open(`http://127.0.0.1:${trusted.port}/`);
      expect([source.status, source.code]).toEqual(["failed", "private_address"]);
      expect(secret.asked).toEqual([]);
    } finally {
      await trusted.close();
    }
  }, 60_000);
});
