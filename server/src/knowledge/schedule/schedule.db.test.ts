import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { SYSTEM } from "../../platform/index.ts";
import { createTestClock, describeDatabase, openTestDatabase, type TestDatabase } from "../../testing/index.ts";
import { until } from "../../testing/until.ts";
import { makeCrawlHarness } from "../crawl/crawl-harness.testing.ts";

const HOUR = 3_600_000;
const words = "The workshop by the river mends bicycles and sells tea to those who wait for them. ";
const html = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Page</title></head><body><main><p>${body}</p></main></body></html>`;

describeDatabase("sources that stay fresh", () => {
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

  /** Pages by path; a number is answered as a status. */
  async function serve(pages: Record<string, string | number>) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? "/";
      const page = pages[path] ?? 404;
      if (path !== "/robots.txt") asked.push(path);
      if (typeof page === "number") response.writeHead(page).end();
      else
        response.writeHead(200, { "content-type": path.endsWith(".xml") ? "application/xml" : "text/html" }).end(page);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`, asked, pages };
  }

  const site = () =>
    serve({
      "/": html(`Start. ${words} <a href="/a">a</a> <a href="/b">b</a>`),
      "/a": html(`About a. ${words}`),
      "/b": html(`About b. ${words}`),
    });

  async function read(url: string, schedule: "off" | "1h" = "1h") {
    const clock = createTestClock();
    const house = await makeCrawlHarness(test.db, { clock });
    const { scope, agentId, knowledge } = house;
    const { id } = await knowledge.sources.create(scope, agentId, { type: "website", url, trusted: true, schedule });
    await knowledge.sources.crawl(scope, id);
    const now = () => knowledge.sources.get(scope, id);
    const rowOf = async () => {
      const [rows = []] = await test.db.batch(SYSTEM, [
        { text: "select run, partial, pinged from knowledge_sources where id = $1::text", values: [id] },
      ]);
      return rows[0];
    };
    const key = (await knowledge.sources.hooks.get(scope, id, "https://parley.example")).key;
    return { ...house, clock, id, now, rowOf, key };
  }

  it("says when it comes next, comes then, and only once however many processes look", async () => {
    const { url, asked } = await site();
    const { clock, id, now, rowOf, knowledge, scope } = await read(url);
    const source = await now();
    const next = Date.parse(source.nextRunAt ?? "") - clock.now();
    expect(next).toBeGreaterThan(0.85 * HOUR);
    expect(next).toBeLessThan(1.15 * HOUR);
    expect(Date.parse(source.checkedAt ?? "")).toBeLessThanOrEqual(clock.now());

    const other = await makeCrawlHarness(test.db, { clock });
    expect(await knowledge.sources.beginDue(scope, id)).toBe(false);
    await clock.advance(1.2 * HOUR);
    const begun = await Promise.all(
      [knowledge, other.knowledge, knowledge, other.knowledge].map((one) => one.sources.beginDue(scope, id)),
    );
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await rowOf()).toMatchObject({ run: 2, partial: false });
    expect(await now()).toMatchObject({ status: "queued", nextRunAt: null });
    asked.splice(0);
    await Promise.all([knowledge, other.knowledge].map((one) => one.sources.crawl(scope, id)));
    expect(asked.filter((path) => path === "/a")).toHaveLength(1);
    expect((await now()).nextRunAt).not.toBeNull();
  });

  it("keeps to another schedule at once, and to none", async () => {
    const { url } = await site();
    const { clock, id, now, knowledge, scope } = await read(url, "off");
    expect((await now()).nextRunAt).toBeNull();
    await clock.advance(3 * HOUR);
    const change = { revision: null, change: { schedule: "1h" as const } };
    expect(Date.parse((await knowledge.sources.change(scope, id, change)).nextRunAt ?? "")).toBeLessThan(clock.now());
    expect(
      (await knowledge.sources.change(scope, id, { revision: null, change: { schedule: "off" } })).nextRunAt,
    ).toBeNull();
    expect(await knowledge.sources.beginDue(scope, id)).toBe(false);
  });

  it("reads again what a ping names and nothing else, and drops at once what is gone", async () => {
    const { url, asked, pages } = await site();
    const { id, now, rowOf, knowledge, scope, agentId, key } = await read(url);
    const before = await now();
    asked.splice(0);
    pages["/a"] = html(`Now something else about a. ${words}`);
    pages["/b"] = 410;
    const { hooks } = knowledge.sources;
    const urls = [`${url}a`, `${url}b/`, `${url}new`, "https://elsewhere.example/a", "nonsense", `${url}a#part`];
    expect(await hooks.ping(key, urls)).toEqual({ taken: 3 });
    expect(await rowOf()).toMatchObject({ run: 1, partial: true, pinged: null });
    await knowledge.sources.crawl(scope, id);
    expect(asked.sort()).toEqual(["/a", "/b", "/new"]);
    const after = await now();
    expect(after).toMatchObject({ status: "done", checkedAt: before.checkedAt, nextRunAt: before.nextRunAt });
    expect(after.progress).toMatchObject({ indexed: 2 });
    const { data } = await knowledge.documents.list(scope, agentId, { limit: 10, sort: "oldest" });
    expect(data.map((one) => one.url).sort()).toEqual([url, `${url}a`]);
    const { passages } = await knowledge.search(scope, { agentId, query: "something else about a", limit: 1 });
    expect(passages).toMatchObject([{ url: `${url}a` }]);
  });

  it("takes two spellings of one page in a ping for one", async () => {
    const { url, asked } = await site();
    const { rowOf, id, knowledge, scope, key } = await read(url);
    asked.splice(0);
    expect(await knowledge.sources.hooks.ping(key, [`${url}a/`, `${url}a`])).toEqual({ taken: 2 });
    expect(await rowOf()).toMatchObject({ partial: true, pinged: null });
    await knowledge.sources.crawl(scope, id);
    expect(asked).toEqual(["/a"]);
  });

  it("begins what is due although another source cannot be begun", async () => {
    const one = await read((await site()).url);
    await one.clock.advance(2 * HOUR);
    await test.db.batch(SYSTEM, [
      {
        text: "update knowledge_sources set settings = 'null', status = 'done', progress = '{}', pinged = '[]' where id = $1::text",
        values: [one.id],
      },
    ]);
    const other = await read((await site()).url);
    await other.clock.advance(2 * HOUR);
    const stop = await other.knowledge.sources.start();
    await until(async () => (await other.rowOf())?.["run"] === 2);
    await stop();
    expect((await other.now()).status).not.toBe("failed");
    await test.db.batch(SYSTEM, [{ text: "delete from knowledge_sources where id = $1::text", values: [one.id] }]);
  });

  it("reads all of it when a ping names nothing, and after the run where one is under way", async () => {
    const { url, asked } = await site();
    const { id, rowOf, knowledge, scope, key } = await read(url);
    const { hooks } = knowledge.sources;
    await knowledge.sources.recrawl(scope, id);
    expect(await hooks.ping(key, undefined)).toEqual({ taken: null });
    expect(await rowOf()).toMatchObject({ run: 2, pinged: [] });
    await knowledge.sources.crawl(scope, id);
    asked.splice(0);
    expect(await knowledge.sources.beginDue(scope, id)).toBe(true);
    expect(await rowOf()).toMatchObject({ run: 3, partial: false, pinged: null });
    await knowledge.sources.crawl(scope, id);
    expect(asked).toContain("/a");
    expect(await knowledge.sources.beginDue(scope, id)).toBe(false);
  });

  it("opens by its own key alone, and not too often", async () => {
    const { url } = await site();
    const { id, knowledge, scope, key } = await read(url);
    const { hooks } = knowledge.sources;
    for (const wrong of [
      `${key}0`,
      key.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
      "",
      "0-0-0",
      `zzzzzzz-${key}`,
    ])
      await expect(hooks.ping(wrong, [])).rejects.toMatchObject({ code: "not_found" });
    const { key: renewed } = await hooks.renew(scope, id, "https://parley.example");
    await expect(hooks.ping(key, [])).rejects.toMatchObject({ code: "not_found" });
    let refused = 0;
    for (let call = 0; call < 40; call += 1)
      await hooks
        .ping(renewed, [])
        .catch((error: { code: string }) => void (refused += Number(error.code === "rate_limited")));
    expect(refused).toBeGreaterThan(5);
  });

  it("asks for no page that the sitemap calls unchanged, and for those that it calls changed", async () => {
    const entry = (path: string, lastmod: string) => `<url><loc>${path}</loc><lastmod>${lastmod}</lastmod></url>`;
    const { url, asked, pages } = await site();
    pages["/sitemap.xml"] = `<urlset>${entry("/a", "2001-01-01")}${entry("/b", "2001-01-01")}</urlset>`;
    const { id, knowledge, scope, clock } = await read(url);
    await clock.advance(HOUR);
    pages["/sitemap.xml"] =
      `<urlset>${entry("/a", "2001-01-01")}${entry("/b", new Date(clock.now()).toISOString())}</urlset>`;
    asked.splice(0);
    await knowledge.sources.recrawl(scope, id);
    await knowledge.sources.crawl(scope, id);
    expect(asked.filter((path) => path === "/a" || path === "/b")).toEqual(["/b"]);
    const { data } = await knowledge.sources.pages(scope, id, { limit: 10, status: "unchanged" });
    expect(data.map(({ url: at }) => at)).toContain(`${url}a`);
    expect(
      (
        await knowledge.documents.list(scope, (await knowledge.sources.get(scope, id)).agentId, {
          limit: 10,
          sort: "oldest",
        })
      ).data,
    ).toHaveLength(3);
  });

  it("takes pages out within one run: those that are gone at once, those that fail after a while", async () => {
    const { url, pages } = await site();
    const { id, knowledge, scope, agentId, clock } = await read(url);
    const left = async () =>
      (await knowledge.documents.list(scope, agentId, { limit: 10, sort: "oldest" })).data
        .map((one) => new URL(one.url ?? "").pathname)
        .sort();
    const again = async () => {
      await knowledge.sources.recrawl(scope, id);
      const state = { ended: false };
      const crawling = knowledge.sources.crawl(scope, id).finally(() => (state.ended = true));
      // What fails for a moment is tried once more after a pause.
      while (!state.ended) {
        await clock.advance(50);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await crawling;
      return left();
    };
    pages["/a"] = 404;
    pages["/b"] = 503;
    expect(await again()).toEqual(["/", "/b"]);
    await clock.advance(8 * 24 * HOUR);
    expect(await again()).toEqual(["/"]);
  });
});
