import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { CrawlSettings } from "@parley/contracts";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createFetchPublic } from "../../platform/index.ts";
import { describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { findChromium } from "../render/find-chromium.ts";
import { makeDocx, makePdf, paragraph } from "../files/make-files.testing.ts";
import { makeCrawlHarness } from "./crawl-harness.testing.ts";

type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);
const chromium = (await findChromium(process.env["PARLEY_CHROMIUM"] ?? null, process.env["PATH"] ?? "")).path;
if (chromium === null) console.warn("Skipped: no Chromium is there to run pages in.");

const words = "The workshop by the river mends bicycles and sells tea to those who wait for them. ";
const page = (body: string, head = "", language = "en") =>
  `<!doctype html><html lang="${language}"><head><title>Page</title>${head}</head><body><main>${body}</main></body></html>`;

describeDatabase("how a website is read", () => {
  let test: TestDatabase;
  const servers: Server[] = [];
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  afterAll(() => test.close());

  async function serve(routes: Record<string, Answer>) {
    const asked: { path: string; at: number; request: IncomingMessage }[] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? "/";
      asked.push({ path, at: performance.now(), request });
      const answer = routes[path] ?? routes[path.split("?")[0] ?? ""];
      if (answer === undefined) response.writeHead(404).end();
      else if (typeof answer === "string") response.writeHead(200, { "content-type": "text/html" }).end(answer);
      else answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const pages = () =>
      asked.map(({ path }) => path).filter((path) => !/robots|sitemap|favicon|\.(?:png|ico)/.test(path));
    return { url: `http://127.0.0.1:${port}/`, host: `localhost:${port}`, asked, pages, routes };
  }

  const open = (browser = false) =>
    makeCrawlHarness(test.db, {
      fetchPublic: createFetchPublic({ allow: ["127.0.0.0/8", "::1"], userAgent: "ParleyBot/test" }),
      ...(browser && chromium !== null && { chromium }),
    });

  async function crawl(url: string, settings: Partial<CrawlSettings>, browser = false) {
    const house = await open(browser);
    const { scope, agentId, knowledge } = house;
    ends.push(() => knowledge.stop());
    const { id } = await knowledge.sources.create(scope, agentId, { type: "website", url, trusted: true, settings });
    await knowledge.sources.crawl(scope, id);
    const read = async () => {
      const { data } = await knowledge.sources.pages(scope, id, { limit: 200 });
      const [rows = []] = await test.db.batch(scope, [
        { text: "select content from knowledge_documents where agent_id = $1 order by url", values: [agentId] },
      ]);
      const log = new Map(data.map((line) => [new URL(line.url).pathname + new URL(line.url).search, line]));
      return { log, texts: rows.map((row) => String(row["content"])), source: await knowledge.sources.get(scope, id) };
    };
    return { ...house, id, ...(await read()), read };
  }

  it("sends what opens a site to its own origin only, seals it, and shows only names", async () => {
    const other = await serve({ "/": page(`<p>Other. ${words}</p>`), "/gone-to": page(words) });
    const site = await serve({
      "/": (request, response) => {
        if (request.headers.authorization === undefined) response.writeHead(401).end();
        else
          response
            .writeHead(200, { "content-type": "text/html" })
            .end(page(`<p>In. ${words}</p><a href="/away">x</a><a href="http://${other.host}/">y</a>`));
      },
      "/away": (_request, response) => response.writeHead(302, { location: `http://${other.host}/gone-to` }).end(),
    });
    const { scope, agentId, knowledge } = await open();
    const access = {
      headers: [{ name: "X-Api-Key", value: "key-of-the-site" }],
      cookies: [{ name: "member", value: "cookie-of-the-site" }],
      basic: { username: "reader", password: "password-of-the-site" },
    };
    const made = await knowledge.sources.create(scope, agentId, {
      type: "website",
      url: site.url,
      trusted: true,
      access,
      settings: { subdomains: [other.host] },
    });
    expect(made.access).toEqual({
      headers: [{ name: "X-Api-Key" }],
      cookies: [{ name: "member" }],
      basic: { username: "reader" },
    });
    await knowledge.sources.crawl(scope, made.id);
    expect((await knowledge.sources.get(scope, made.id)).status).toBe("done");
    const opened = site.asked.map(({ request: { headers } }) => [
      headers["x-api-key"],
      headers.cookie,
      headers.authorization,
    ]);
    const basic = `Basic ${Buffer.from("reader:password-of-the-site").toString("base64")}`;
    expect(new Set(opened.map(String))).toEqual(
      new Set([String(["key-of-the-site", "member=cookie-of-the-site", basic])]),
    );
    expect(other.asked.length).toBeGreaterThan(1);
    expect(
      other.asked.filter(({ request: { headers } }) => headers["x-api-key"] ?? headers.cookie ?? headers.authorization),
    ).toEqual([]);

    const [rows] = await test.db.batch(scope, [
      { text: "select access::text as access from knowledge_sources where id = $1", values: [made.id] },
    ]);
    expect(JSON.stringify(rows)).not.toContain("of-the-site");
    const kept = { headers: [{ name: "x-api-key" }], cookies: [], basic: { username: "other" } };
    const changed = await knowledge.sources.change(scope, made.id, { revision: null, change: { access: kept } });
    expect(changed).toMatchObject({
      access: { headers: [{ name: "x-api-key" }], cookies: [], basic: { username: "other" } },
    });
    const unknown = { ...kept, cookies: [{ name: "new" }] };
    await expect(
      knowledge.sources.change(scope, made.id, { revision: null, change: { access: unknown } }),
    ).rejects.toMatchObject({ code: "invalid_request", field: "access.cookies.0.value" });
    const moved = await knowledge.sources.change(scope, made.id, { revision: null, change: { url: other.url } });
    expect(moved).toMatchObject({ access: { headers: [], cookies: [], basic: null } });
  });

  it("keeps to its rules for hosts, queries, sitemaps and parts of pages", async () => {
    const docs = await serve({ "/": page(`<p>Docs. ${words}</p>`) });
    const site = await serve({
      "/": page(
        `<p>Start. ${words}</p><a href="/list?page=2&sort=up&ref=1">l</a><a href="/list?page=2&sort=down">l</a><a href="http://${docs.host}/">d</a><a href="http://elsewhere.example/">e</a>`,
      ),
      "/list": page(
        `<div class="text"><p>The list. ${words}</p><div class="ad"><p>Buy this at once, it is cheap and good and everybody has it.</p></div></div><p>Beside the list stands this, which nobody wants to read here.</p>`,
      ),
      "/sitemap.xml": `<urlset><url><loc>/only-in-sitemap</loc></url></urlset>`,
      "/lists/own.xml": `<urlset><url><loc>/only-in-own-list</loc></url></urlset>`,
      "/only-in-own-list": page(`<p>Own. ${words}</p>`),
    });
    const { log, texts } = await crawl(site.url, {
      subdomains: [docs.host],
      queryRule: "without",
      queryNames: ["sort", "re*"],
      useSitemaps: false,
      sitemaps: [`${site.url}lists/own.xml`],
      keepSelectors: [".text"],
      dropSelectors: ["div.ad > p"],
    });
    expect(site.pages().sort()).toEqual(["/", "/list?page=2", "/lists/own.xml", "/only-in-own-list"]);
    expect(docs.pages()).toEqual(["/"]);
    expect([...log.keys()].filter((path) => path.startsWith("/list"))).toEqual(["/list?page=2"]);
    const list = texts.find((text) => text.includes("The list.")) ?? "";
    expect(list).not.toMatch(/Buy this|Beside the list/);
    const { scope, agentId, knowledge } = await open();
    await expect(
      knowledge.sources.create(scope, agentId, {
        type: "website",
        url: site.url,
        trusted: true,
        settings: { dropSelectors: ["p >> ]["] },
      }),
    ).rejects.toMatchObject({ code: "invalid_request", field: "settings.dropSelectors.0" });
  });

  it("folds canonicals and languages as its owner wants", async () => {
    const alternates = `<link rel="alternate" hreflang="en" href="/en"><link rel="alternate" hreflang="de" href="/de">`;
    const routes = {
      "/": page(`<p>Start. ${words}</p><a href="/de">d</a><a href="/en">e</a><a href="/copy">c</a>`),
      "/en": page(`<p>The hours. ${words}</p>`, alternates),
      "/de": page(
        "<p>Die Werkstatt am Fluss repariert Fahrräder und verkauft Tee an alle, die darauf warten.</p>",
        alternates,
        "de",
      ),
      "/copy": page(`<p>A copy. ${words}</p>`, `<link rel="canonical" href="/en">`),
    };
    const site = await serve(routes);
    const folded = await crawl(site.url, { foldLanguages: true });
    expect([folded.log.get("/de")?.status, folded.log.get("/en")?.status, folded.log.get("/copy")?.status]).toEqual([
      "duplicate",
      "indexed",
      "duplicate",
    ]);
    const apart = await crawl((await serve(routes)).url, { foldCanonical: false });
    expect([...apart.log.values()].map(({ status }) => status)).toEqual(["indexed", "indexed", "indexed", "indexed"]);
  });

  it("reads files that pages lead to, with the pages in them, and says why not", async () => {
    const routes: Record<string, Answer> = {
      "/": page(
        `<p>Start. ${words}</p><a href="/menu.pdf">m</a><a href="/hours.docx">h</a><a href="/broken.pdf">b</a><a href="/feed.xml">f</a>`,
      ),
      "/menu.pdf": (_request, response) =>
        response
          .writeHead(200, { "content-type": "application/pdf" })
          .end(makePdf(["Soup of the day", "Plum cake from the oven"].map((text) => [{ x: 60, y: 700, text }]))),
      "/hours.docx": (_request, response) =>
        response
          .writeHead(200, { "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document" })
          .end(makeDocx(paragraph("Open on Sundays until five."))),
      "/broken.pdf": (_request, response) =>
        response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7 nothing"),
    };
    const site = await serve(routes);
    const { log, texts, knowledge, scope, agentId } = await crawl(site.url, {});
    const status = (path: string) => log.get(path)?.status;
    expect([status("/menu.pdf"), status("/hours.docx"), status("/broken.pdf"), status("/feed.xml")]).toEqual([
      "indexed",
      "indexed",
      "skipped",
      "skipped",
    ]);
    expect(log.get("/broken.pdf")?.reason).toMatch(/\w/);
    expect(texts.join()).toContain("Open on Sundays until five.");
    const { passages } = await knowledge.search(scope, { agentId, query: "plum cake", limit: 1 });
    expect(passages).toMatchObject([{ url: `${site.url}menu.pdf` }]);
    const without = await crawl((await serve(routes)).url, { readFiles: false });
    expect(without.log.get("/menu.pdf")).toMatchObject({
      status: "skipped",
      reason: expect.stringContaining("settings"),
    });
  });

  it("asks no host oftener than it may, and for nothing twice", { timeout: 60_000 }, async () => {
    const routes: Record<string, Answer> = {
      "/": page(
        `<p>Start. ${words}</p>${Array.from({ length: 24 }, (_, at) => `<a href="/p${at}?utm_source=x">p</a><a href="/p${at}/">p</a>`).join("")}`,
      ),
    };
    for (let at = 0; at < 24; at += 1) routes[`/p${at}`] = page(`<p>Page ${at}. ${words}</p><a href="/">home</a>`);
    const site = await serve(routes);
    const perSecond = 12;
    await crawl(site.url, { requestsPerSecond: perSecond, concurrency: 4 });
    const times = site.asked.map(({ at }) => at).sort((a, b) => a - b);
    for (let first = 0; first + perSecond + 2 < times.length; first += 1)
      expect((times[first + perSecond + 2] ?? 0) - (times[first] ?? 0)).toBeGreaterThan(1_000);
    const seen = site.pages();
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.skipIf(chromium === null)(
    "runs pages that are empty without JavaScript, asks for each file once, and notices changes",
    { timeout: 90_000 },
    async () => {
      const shell = (name: string) =>
        `<!doctype html><html lang="en"><head><title>${name}</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>`;
      const script = `fetch("/data.json").then((r) => r.json()).then((data) => { document.querySelector("#root").innerHTML = data[location.pathname] + '<a href="/two">two</a><a href="/away">away</a>'; if (location.pathname === "/away") location.href = "http://127.0.0.1:9/private"; })`;
      const data = {
        "/": `<p>One: ${words}</p>`,
        "/two": `<p>Two, open on Sundays: ${words}</p>`,
        "/away": `<p>Away. ${words}</p>`,
      };
      const site = await serve({
        "/": shell("One"),
        "/two": shell("Two"),
        "/away": shell("Away"),
        "/app.js": (_request, response) => response.writeHead(200, { "content-type": "text/javascript" }).end(script),
        "/data.json": (_request, response) =>
          response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(data)),
      });
      const { log, texts, knowledge, scope, id, read } = await crawl(site.url, {}, true);
      expect([...log.values()].map(({ status, rendered }) => [status, rendered])).toEqual(
        Array.from({ length: 3 }, () => ["indexed", true]),
      );
      expect(texts.join()).toContain("open on Sundays");
      expect(site.pages().sort()).toEqual(["/", "/app.js", "/away", "/data.json", "/two"]);
      data["/two"] = `<p>Two, closed on Sundays: ${words}</p>`;
      await knowledge.sources.recrawl(scope, id);
      await knowledge.sources.crawl(scope, id);
      expect((await read()).texts.join()).toContain("closed on Sundays");
    },
  );

  it.skipIf(chromium === null)(
    "reads pages that ask their site for their text by posting, without lending them what opens it",
    { timeout: 60_000 },
    async () => {
      const script = `const ask = () => fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ page { text } }" }) });
        ask().then((r) => r.json()).then(({ data }) => { document.querySelector("#root").textContent = data.page.text; })`;
      const site = await serve({
        "/": `<!doctype html><html lang="en"><head><title>Rooms</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>`,
        "/app.js": (_request, response) => response.writeHead(200, { "content-type": "text/javascript" }).end(script),
        "/graphql": (_request, response) =>
          response
            .writeHead(200, { "content-type": "application/json" })
            .end(JSON.stringify({ data: { page: { text: `Rooms from 90 euro. ${words}` } } })),
      });
      const house = await open(true);
      ends.push(() => house.knowledge.stop());
      const { scope, agentId, knowledge } = house;
      const access = { headers: [{ name: "x-preview", value: "secret" }], cookies: [], basic: null };
      const { id } = await knowledge.sources.create(scope, agentId, {
        type: "website",
        url: site.url,
        trusted: true,
        access,
      });
      await knowledge.sources.crawl(scope, id);
      const { data } = await knowledge.sources.pages(scope, id, { limit: 9 });
      expect(data).toMatchObject([{ status: "indexed", rendered: true }]);
      expect((await knowledge.documents.list(scope, agentId, { limit: 9 })).data).toHaveLength(1);
      const sent = site.asked.map(({ path, request }) => [path, request.headers["x-preview"]]);
      expect(sent).toContainEqual(["/app.js", "secret"]);
      expect(sent.filter(([path]) => path === "/graphql")).toEqual([["/graphql", undefined]]);
    },
  );

  it("tells in the log that a page needs a browser where there is none, and where none is wanted", async () => {
    const site = await serve({
      "/": page(`<p>Start. ${words}</p><a href="/app">a</a>`),
      "/app": `<html><body><div id="app"></div><script src="/x.js"></script></body></html>`,
    });
    expect((await crawl(site.url, {})).log.get("/app")?.reason).toMatch(/JavaScript.*switched off/);
    expect((await crawl(site.url, { rendering: "never" })).log.get("/app")?.reason).toMatch(/JavaScript.*settings/);
  });

  it("shows in a dry run what would be read and why not the rest, and stores nothing", async () => {
    const site = await serve({
      "/robots.txt": (_request, response) =>
        response.end("User-agent: *\nDisallow: /private\nCrawl-delay: 0.01\nSitemap: /list.xml"),
      "/list.xml": `<urlset><url><loc>/from-list</loc></url><url><loc>/private/list</loc></url></urlset>`,
      "/": page(
        `<h1>Welcome</h1><p>Start. ${words}</p><a href="/a">a</a><a href="/old/b">b</a><a href="/c.pdf">c</a><a href="https://elsewhere.example/">e</a>`,
      ),
    });
    const { scope, agentId, knowledge } = await open();
    const input = { url: site.url, settings: { exclude: ["/old/**"], readFiles: false } };
    const seen = await knowledge.preview.preview(scope, agentId, { input, signal: new AbortController().signal });
    expect(seen).toMatchObject({
      problem: null,
      start: { words: expect.any(Number), rendered: false },
      sitemaps: [{ pages: 2 }],
      cut: false,
    });
    const told = Object.fromEntries(
      seen.addresses.map(({ url, read, reason }) => [
        new URL(url).host === new URL(site.url).host ? new URL(url).pathname : url,
        read ? "read" : reason,
      ]),
    );
    expect(told).toMatchObject({
      "/": "read",
      "/a": "read",
      "/from-list": "read",
      "/private/list": expect.stringContaining("robots.txt"),
      "/old/b": expect.stringContaining("/old/**"),
      "/c.pdf": expect.stringContaining("pdf"),
      "https://elsewhere.example/": expect.stringContaining("another site"),
    });
    expect(seen.counts).toEqual({ read: 3, skipped: 4 });
    expect(site.pages().sort()).toEqual(["/", "/list.xml"]);
    expect((await knowledge.sources.list(scope, agentId, { limit: 5 })).data).toEqual([]);
    const ill = await serve({ "/": (_request, response) => response.writeHead(500).end() });
    const { signal } = new AbortController();
    expect(await knowledge.preview.preview(scope, agentId, { input: { url: ill.url }, signal })).toMatchObject({
      problem: { code: "http_error" },
      start: null,
    });
  });
});
