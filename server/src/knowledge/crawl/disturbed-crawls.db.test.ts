import { createServer, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createFetchPublic } from "../../platform/index.ts";
import { describeDatabase, openTestDatabase, type TestDatabase, until } from "../../testing/index.ts";
import { findChromium } from "../render/find-chromium.ts";
import { makeCrawlHarness } from "./crawl-harness.testing.ts";

const chromium = (await findChromium(process.env["PARLEY_CHROMIUM"] ?? null, process.env["PATH"] ?? "")).path;
if (chromium === null) console.warn("Skipped: no Chromium is there to run pages in.");
const words = "The workshop by the river mends bicycles and sells tea to those who wait for them. ";
const page = (body: string) => `<!doctype html><html lang="en"><body><main>${body}</main></body></html>`;

describeDatabase("crawls that are disturbed", () => {
  let test: TestDatabase;
  const servers: Server[] = [];
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  afterAll(() => test.close());

  /** Answers pages, and holds those that `held` names until they are let go. */
  async function serve(pages: Record<string, string>, held: ReadonlySet<string> = new Set()) {
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const server = createServer((request, response: ServerResponse) => {
      const path = request.url ?? "/";
      asked.push(path);
      const body = pages[path];
      const answer = () =>
        body === undefined
          ? response.writeHead(404).end()
          : response
              .writeHead(200, { "content-type": path.endsWith(".js") ? "text/javascript" : "text/html" })
              .end(body);
      if (held.has(path)) waiting.push(answer);
      else answer();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
    return {
      url,
      asked,
      letGo: () => waiting.splice(0).forEach((answer) => answer()),
      isHeld: () => waiting.length > 0,
    };
  }

  it("end when their source is deleted, and leave nothing behind", async () => {
    const site = await serve(
      {
        "/": page(`Start. ${words}<a href="/a">a</a><a href="/b">b</a>`),
        "/a": page(`A. ${words}`),
        "/b": page(`B. ${words}`),
      },
      new Set(["/b"]),
    );
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db);
    const { id } = await knowledge.sources.create(scope, agentId, { type: "website", url: site.url, trusted: true });
    const crawling = knowledge.sources.crawl(scope, id);
    await until(
      async () =>
        site.isHeld() && (await knowledge.documents.list(scope, agentId, { limit: 9, sort: "oldest" })).data.length > 0,
    );
    await knowledge.sources.remove(scope, id);
    site.letGo();
    await crawling;
    expect((await knowledge.documents.list(scope, agentId, { limit: 9, sort: "oldest" })).data).toEqual([]);
    await expect(knowledge.sources.get(scope, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(knowledge.sources.hooks.get(scope, id, "https://parley.example")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("are one where two begin them", async () => {
    const site = await serve({ "/": page(`Start. ${words}<a href="/a">a</a>`), "/a": page(`A. ${words}`) });
    const [one, other] = [await makeCrawlHarness(test.db), await makeCrawlHarness(test.db)];
    const { scope, agentId } = one;
    const { id } = await one.knowledge.sources.create(scope, agentId, {
      type: "website",
      url: site.url,
      trusted: true,
    });
    await Promise.all([one, other, one, other].map(({ knowledge }) => knowledge.sources.crawl(scope, id)));
    await until(async () => (await one.knowledge.sources.get(scope, id)).status === "done");
    expect(site.asked.filter((path) => path === "/a")).toHaveLength(1);
  });

  it("are held up by no page that drips, never ends its headers, never answers or never ends", async () => {
    const closed = new Set<string>();
    const answers: Record<string, (response: ServerResponse) => void> = {
      "/drip": (response) => void drip(response.writeHead(200, { "content-type": "text/html" })),
      "/headers": (response) => void drip(response, "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nx-slow: "),
      "/silent": () => {},
      "/endless": (response) => flood(response.writeHead(200, { "content-type": "text/html" })),
      "/endless.pdf": (response) => flood(response.writeHead(200, { "content-type": "application/pdf" })),
    };
    /** A byte now and then, as its server would for hours. */
    async function drip(response: ServerResponse, headers?: string) {
      const { socket } = response;
      if (headers !== undefined) socket?.write(headers);
      const isOpen = () => socket?.destroyed === false;
      while (isOpen()) {
        if (headers === undefined) response.write("a");
        else socket?.write("a");
        await pause(50);
      }
    }
    const piece = Buffer.alloc(1_000_000, "word ");
    function* forever() {
      for (;;) yield piece;
    }
    const flood = (response: ServerResponse) => void Readable.from(forever()).pipe(response);
    const server = createServer((request, response) => {
      const path = request.url ?? "/";
      response.on("close", () => closed.add(path));
      const answer = answers[path];
      if (answer) return answer(response);
      const links = Object.keys(answers).map((to) => `<a href="${to}">more</a>`);
      if (path === "/" || path === "/last")
        response
          .writeHead(200, { "content-type": "text/html" })
          .end(page(path === "/" ? `Start. ${words}${links.join(" ")}<a href="/last">last</a>` : `Last. ${words}`));
      else response.writeHead(404).end();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
    // What is waited for, made short: else this would take a minute and a half.
    const guarded = createFetchPublic({ allow: [], userAgent: "ParleyBot/test" });
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db, {
      fetchPublic: (to, request) =>
        guarded(to, /drip|headers|silent/.test(to) ? { ...request, timeoutMs: 1_500 } : request),
    });
    const { id } = await knowledge.sources.create(scope, agentId, { type: "website", url, trusted: true });
    await knowledge.sources.crawl(scope, id);
    expect((await knowledge.sources.get(scope, id)).status).toBe("done");
    const { data } = await knowledge.sources.pages(scope, id, { limit: 20 });
    const log = Object.fromEntries(data.map((line) => [new URL(line.url).pathname, [line.status, line.reason]]));
    const slow = ["failed", expect.stringMatching(/in time|too long|within/)];
    const large = ["failed", expect.stringMatching(/large|MB/)];
    expect(log).toMatchObject({ "/drip": slow, "/headers": slow, "/silent": slow });
    expect(log).toMatchObject({ "/endless": large, "/endless.pdf": large });
    expect([log["/"]?.[0], log["/last"]?.[0]]).toEqual(["indexed", "indexed"]);
    // Nothing is left that goes on reading.
    await until(async () => Object.keys(answers).every((path) => closed.has(path)));
  });

  it.skipIf(chromium === null)("keep what a browser read while there is none", { timeout: 60_000 }, async () => {
    const site = await serve({
      "/": `<html><body><div id="root"></div><script src="/app.js"></script></body></html>`,
      "/app.js": `document.querySelector("#root").innerHTML = ${JSON.stringify(`<p>Open on Sundays. ${words}</p>`)}`,
    });
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db, { ...(chromium !== null && { chromium }) });
    const { id } = await knowledge.sources.create(scope, agentId, { type: "website", url: site.url, trusted: true });
    await knowledge.sources.crawl(scope, id);
    await knowledge.stop();
    const without = (await makeCrawlHarness(test.db)).knowledge;
    await without.sources.recrawl(scope, id);
    await without.sources.crawl(scope, id);
    expect((await without.documents.list(scope, agentId, { limit: 9, sort: "oldest" })).data).toHaveLength(1);
    const { data } = await without.sources.pages(scope, id, { limit: 9 });
    expect(data).toMatchObject([{ status: "failed", reason: expect.stringContaining("kept for now") }]);
  });
});
