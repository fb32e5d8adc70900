import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Source } from "@parley/contracts";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { makeCrawlHarness } from "./crawl-harness.testing.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const words = "The workshop by the river mends bicycles and sells tea to those who wait for them. ";
const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`;
const html =
  (body: string, head = ""): Answer =>
  (_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(page(body, head));

describeDatabase("sites that make it hard", () => {
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

  async function serve(routes: Record<string, Answer>, other?: Answer): Promise<string> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const answer = routes[pathname] ?? other;
      if (answer) answer(request, response);
      else response.writeHead(404, { "content-type": "text/html" }).end("<h1>404</h1>");
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  }

  async function crawl(url: string, settings = {}) {
    const house = await makeCrawlHarness(test.db);
    const { scope, agentId, knowledge } = house;
    const { id } = await knowledge.sources.create(scope, agentId, { type: "website", url, trusted: true, settings });
    await knowledge.sources.crawl(scope, id);
    const source: Source = await knowledge.sources.get(scope, id);
    const { data } = await knowledge.sources.pages(scope, id, { limit: 200 });
    const log = new Map(data.map((line) => [new URL(line.url).pathname + new URL(line.url).search, line]));
    const [rows = []] = await test.db.batch(scope, [
      { text: "select content from knowledge_documents where agent_id = $1 order by url", values: [agentId] },
    ]);
    return { source, log, told: house.told, texts: rows.map((row) => String(row["content"])) };
  }

  it("says why a site with nothing to read has failed", async () => {
    const gone = await crawl("http://127.0.0.1:9/");
    expect(gone.source).toMatchObject({ status: "failed", code: "connection_refused" });
    expect(gone.told.at(-1)).toMatchObject({ type: "source.finished", data: { status: "failed" } });
    expect((await crawl(await serve({ "/": html("") }))).source).toMatchObject({ status: "failed", code: "no_pages" });
    const shell = await crawl(await serve({ "/": html(`<div id="root"></div><script src="/app.js"></script>`) }));
    expect(shell.source).toMatchObject({ status: "failed", code: "no_pages" });
    expect(shell.source.message).toContain("JavaScript");
    expect((await crawl(await serve({}))).source).toMatchObject({ status: "failed", code: "http_error" });
  });

  it("obeys a site that forbids crawling, and one that cannot say", async () => {
    const forbidden = await crawl(
      await serve({
        "/robots.txt": (_request, response) => response.end("User-agent: *\nDisallow: /"),
        "/": html(words),
      }),
    );
    expect(forbidden.source).toMatchObject({ status: "failed", code: "robots_forbidden" });
    expect(forbidden.source.message).toContain("ParleyBot");
    const silent = await crawl(
      await serve({
        "/robots.txt": (_request, response) => response.writeHead(503, { "retry-after": "1" }).end(),
        "/": html(words),
      }),
    );
    expect(silent.source).toMatchObject({ status: "failed", code: "http_error", progress: { fetched: 0 } });
  });

  it("reads what can be read beside what cannot, and says why for each", async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, 97));
    const wrongCharset = Buffer.concat([
      Buffer.from(page(`<p>${words}Caf`).split("</body>")[0] ?? ""),
      Buffer.from([0xe9]),
      Buffer.from(" au lait.</p></body>"),
    ]);
    const { source, log, texts } = await crawl(
      await serve({
        "/": html(
          `<p>${words}</p>${["loop", "huge", "bomb", "zipped", "lies", "image", "latin", "away", "noindex", "file.xml", "stub"].map((name) => `<a href="/${name}">${name}</a>`).join(" ")} <a rel="nofollow" href="/secret">x</a>`,
        ),
        "/loop": (_request, response) => response.writeHead(302, { location: "/loop2" }).end(),
        "/loop2": (_request, response) => response.writeHead(302, { location: "/loop" }).end(),
        "/huge": (_request, response) => {
          response.writeHead(200, { "content-type": "text/html" });
          const more = () =>
            void (response.destroyed || !response.write("<p>tea and bicycles</p>".repeat(5_000))
              ? response.once("drain", more)
              : setImmediate(more));
          more();
        },
        "/bomb": (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(bomb),
        "/zipped": (_request, response) =>
          response.writeHead(200, { "content-type": "text/html" }).end(gzipSync(page(`<p>Zipped. ${words}</p>`))),
        "/lies": (_request, response) =>
          response.writeHead(200, { "content-type": "text/html; charset=utf-99" }).end(page(`<p>Lies. ${words}</p>`)),
        "/image": (_request, response) =>
          response.writeHead(200, { "content-type": "text/html" }).end(Buffer.from("89504e470d0a1a0a0000", "hex")),
        "/latin": (_request, response) =>
          response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(wrongCharset),
        "/away": (_request, response) => response.writeHead(301, { location: "https://elsewhere.example/" }).end(),
        "/noindex": html(`<p>Hidden. ${words}</p>`, `<meta name="robots" content="noindex">`),
        "/stub": html(`<a href="/target">moved</a>`, `<meta http-equiv="refresh" content="0; url=/target">`),
        "/target": html(`<p>Target. ${words}</p>`),
        "/secret": html(`<p>Secret. ${words}</p>`),
      }),
    );
    expect(source.status).toBe("done");
    const told = Object.fromEntries([...log].map(([path, { status, reason }]) => [path, `${status}: ${reason ?? ""}`]));
    expect(told).toMatchObject({
      "/huge": expect.stringMatching(/^failed: .*large/),
      "/bomb": expect.stringMatching(/^failed: .*unpacks/),
      "/zipped": "indexed: ",
      "/lies": "indexed: ",
      "/latin": "indexed: ",
      "/image": expect.stringMatching(/^skipped: .*picture/),
      "/away": expect.stringMatching(/^skipped: .*elsewhere\.example/),
      "/noindex": expect.stringMatching(/^skipped: .*noindex/),
      "/file.xml": expect.stringMatching(/^skipped: .*xml/),
      "/stub": expect.stringMatching(/^duplicate: /),
      "/target": "indexed: ",
    });
    expect([...log].filter(([path, { status }]) => path.startsWith("/loop") && status === "failed")).toHaveLength(1);
    expect(log.has("/secret")).toBe(false);
    expect(texts.join()).toContain("Café au lait");
  });

  it("comes out of a labyrinth", async () => {
    let asked = 0;
    const endless: Answer = (request, response) => {
      asked += 1;
      const at = new URL(request.url ?? "/", "http://localhost");
      const day = Number(at.searchParams.get("day") ?? 0);
      html(
        `<p>Day ${day}. ${words}</p><a href="/calendar?day=${day + 1}">next</a> <a href="${at.pathname.replace(/\/$/, "")}/again/again">in</a>`,
      )(request, response);
    };
    const { source } = await crawl(
      await serve(
        {
          "/robots.txt": (_request, response) => response.writeHead(404).end(),
          "/sitemap.xml": (_request, response) => response.writeHead(404).end(),
        },
        endless,
      ),
      { pageLimit: 1_000 },
    );
    expect(source.status).toBe("done");
    expect(asked).toBeLessThan(500);
  });

  it("folds pages that say or show that they are one, and believes no canonical of elsewhere", async () => {
    const origin = await serve({
      "/": html(
        `<p>Start. ${words}</p><a href="/a?utm_source=x">a</a><a href="/a#part">a</a><a href="/b">b</a><a href="/c">c</a><a href="/d">d</a><a href="/e">e</a>`,
      ),
      "/a": html(`<p>A. ${words}</p>`, `<link rel="canonical" href="https://original.example/a">`),
      "/b": html(`<p>B. ${words}</p>`, `<link rel="canonical" href="/a">`),
      "/c": html(`<p>Same. ${words}</p>`),
      "/d": html(`<p>Same. ${words}</p>`),
      "/e": html(`<p>E. ${words}</p>`, `<link rel="canonical" href="/gone">`),
    });
    const { log } = await crawl(origin);
    const status = (path: string) => log.get(path)?.status;
    expect([status("/a"), status("/b"), status("/e"), status("/gone")]).toEqual([
      "indexed",
      "duplicate",
      "indexed",
      "failed",
    ]);
    expect([status("/c"), status("/d")].sort()).toEqual(["duplicate", "indexed"]);
    expect(log.size).toBe(7);
  });

  it("reads only what the owner wants", async () => {
    const origin = await serve({
      "/": html(
        `<p>Start. ${words}</p><a href="/docs/one">1</a><a href="/docs/old/two">2</a><a href="/shop/three">3</a>`,
      ),
      "/docs/one": html(`<p>One. ${words}</p>`),
      "/docs/old/two": html(`<p>Two. ${words}</p>`),
      "/shop/three": html(`<p>Three. ${words}</p>`),
    });
    const { log } = await crawl(origin, { include: ["/docs/**"], exclude: ["/docs/old/**"] });
    expect([...log.keys()]).toEqual(["/", "/docs/one"]);
  });
});
