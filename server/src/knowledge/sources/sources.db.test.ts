import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFetchPublic, type PublicRequest } from "../../platform/index.ts";
import {
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  ownSite,
  ownSiteHost,
  serveSite,
  type ServedSite,
  type TestDatabase,
} from "../../testing/index.ts";
import { makeCrawlHarness } from "../crawl/crawl-harness.testing.ts";

const MOST = { limit: 200 };

describeDatabase("websites as sources", () => {
  let test: TestDatabase;
  let site: ServedSite;
  beforeAll(async () => {
    test = await openTestDatabase();
    site = await serveSite(ownSite, { aliases: [ownSiteHost] });
  });
  afterAll(async () => {
    await site.close();
    await test.close();
  });

  const crawlOwn = async (served: ServedSite) => {
    const house = await makeCrawlHarness(test.db);
    const { scope, agentId, knowledge } = house;
    const { id } = await knowledge.sources.create(scope, agentId, { type: "website", url: served.url, trusted: true });
    await knowledge.sources.crawl(scope, id);
    return { ...house, id, sources: knowledge.sources };
  };

  it("reads a whole site, each page once, and makes it searchable", async () => {
    site.hits.clear();
    const { scope, agentId, knowledge, sources, id, told } = await crawlOwn(site);
    const source = await sources.get(scope, id);
    expect(source).toMatchObject({
      status: "done",
      code: null,
      message: null,
      progress: { found: 9, fetched: 9, indexed: 9, failed: 0 },
    });
    const pages = [...site.hits].filter(([path]) => path.endsWith("/"));
    expect(pages.map(([, times]) => times)).toEqual(Array(9).fill(1));
    const { passages } = await knowledge.search(scope, {
      agentId,
      query: "What is the price of a puncture, inner tube included?",
      limit: 3,
    });
    const priced = passages.find(({ text }) => text.includes("Puncture, inner tube included | £14"));
    expect(priced?.url).toBe(`${site.origin}/services/`);
    expect(told.map(({ type }) => type).filter((type) => type.startsWith("source."))).toEqual([
      "source.created",
      "source.searchable",
      "source.finished",
    ]);
  });

  it("keeps a page's language, the facts of the footer once, and none of the furniture", async () => {
    const { scope, agentId, knowledge } = await crawlOwn(site);
    const { data } = await knowledge.documents.list(scope, agentId, MOST);
    expect(data.find(({ url }) => url?.endsWith("/de/"))?.language).toBe("de");
    const [rows = []] = await test.db.batch(scope, [
      { text: "select url, content from knowledge_documents where agent_id = $1", values: [agentId] },
    ]);
    const contents = new Map(rows.map((row) => [new URL(String(row["url"])).pathname, String(row["content"])]));
    expect(contents.get("/")).toContain("01603 555018");
    expect(contents.get("/about/")).not.toContain("01603 555018");
    expect([...contents.values()].join()).not.toMatch(
      /Skip to content|remember that you have closed|Made between two punctures/,
    );
    expect(contents.get("/faq/")).toContain("## Do you repair electric bicycles?\n\nYes. We look after");
  });

  it("learns name, colour, logo and questions", async () => {
    const { profile, files, agentId } = await crawlOwn(site);
    expect(profile()).toMatchObject({
      name: "Kettle & Chain",
      color: "#0f766e",
      language: "en",
      logoFile: `agents/${agentId}/logo.svg`,
    });
    expect(files.get(`agents/${agentId}/logo.svg`)?.contentType).toBe("image/svg+xml");
    expect(profile()?.questions.slice(0, 2)).toEqual(["Do I need an appointment?", "How long does a repair take?"]);
  });

  it("reads again only what changed, and lets go of what is gone", async () => {
    const dir = await mkdtemp(join(tmpdir(), "parley-site-"));
    await cp(ownSite, dir, { recursive: true });
    const copy = await serveSite(dir, { aliases: [ownSiteHost] });
    const { scope, agentId, knowledge, sources, id } = await crawlOwn(copy);
    const before = await knowledge.documents.list(scope, agentId, MOST);
    await sources.recrawl(scope, id);
    await sources.crawl(scope, id);
    expect((await sources.pages(scope, id, { ...MOST, status: "unchanged" })).data).toHaveLength(9);
    // They were compared again, and that is all that is new about them.
    const again = (await knowledge.documents.list(scope, agentId, MOST)).data;
    const checked = new Map(again.map(({ id: document, checkedAt }) => [document, checkedAt]));
    expect(again).toEqual(before.data.map((one) => ({ ...one, checkedAt: checked.get(one.id) })));

    await rm(join(dir, "bikes"), { recursive: true });
    await writeFile(
      join(dir, "about", "index.html"),
      "<!doctype html><title>About</title><main><h1>About us</h1><p>We moved to a lighthouse in Cromer last spring.</p></main>",
    );
    await sources.recrawl(scope, id);
    await sources.crawl(scope, id);
    const log = await sources.pages(scope, id, MOST);
    const statuses = new Map(log.data.map(({ url, status }) => [new URL(url).pathname, status]));
    expect(statuses.get("/bikes/")).toBe("removed");
    expect(statuses.get("/about/")).toBe("indexed");
    expect(statuses.get("/faq/")).toBe("unchanged");
    const after = await knowledge.documents.list(scope, agentId, MOST);
    expect(after.data).toHaveLength(8);
    const { passages } = await knowledge.search(scope, { agentId, query: "lighthouse in Cromer", limit: 1 });
    expect(passages[0]?.url).toBe(`${copy.origin}/about/`);
    await copy.close();
    await rm(dir, { recursive: true });
  });

  it("keeps what it knows while a site answers with errors", async () => {
    const routes: NonNullable<Parameters<typeof serveSite>[1]>["routes"] = new Map();
    const flaky = await serveSite(ownSite, { aliases: [ownSiteHost], routes });
    const { scope, agentId, knowledge, sources, id } = await crawlOwn(flaky);
    for (const path of ["/faq/", "/journal/"])
      routes.set(path, (_request, response) => response.writeHead(503, { "retry-after": "1" }).end());
    await sources.recrawl(scope, id);
    await sources.crawl(scope, id);
    expect(
      (await sources.pages(scope, id, { ...MOST, status: "failed" })).data.map(({ httpStatus }) => httpStatus),
    ).toEqual([503, 503]);
    expect((await knowledge.documents.list(scope, agentId, MOST)).data).toHaveLength(9);
    await flaky.close();
  });

  it("goes on where it was cut off, at whatever page, and fetches none twice", async () => {
    for (const cutAfter of [1, 4, 7]) {
      site.hits.clear();
      const fetchPublic = createFetchPublic({ allow: [], userAgent: "test" });
      const stop = new AbortController();
      let fetched = 0;
      const cutting = async (url: string, request: PublicRequest) => {
        const response = await fetchPublic(url, request);
        if (response.headers["content-type"]?.startsWith("text/html") && response.status === 200) fetched += 1;
        if (fetched === cutAfter) stop.abort();
        return response;
      };
      const { scope, agentId, knowledge, progress } = await makeCrawlHarness(test.db, { fetchPublic: cutting });
      const { sources } = knowledge;
      const { id } = await sources.create(scope, agentId, { type: "website", url: site.url, trusted: true });
      await sources.crawl(scope, id, stop.signal);
      expect((await sources.get(scope, id)).status).toBe("running");
      await sources.crawl(scope, id);
      expect(await sources.get(scope, id)).toMatchObject({
        status: "done",
        progress: { found: 9, fetched: 9, indexed: 9 },
      });
      expect((await knowledge.documents.list(scope, agentId, MOST)).data).toHaveLength(9);
      for (const [at, now] of progress.entries())
        expect(now.fetched).toBeGreaterThanOrEqual(progress[at - 1]?.fetched ?? 0);
      const pages = [...site.hits].filter(([path]) => path.endsWith("/")).reduce((sum, [, times]) => sum + times, 0);
      // Fetches that were cut off in flight may be made again.
      expect(pages).toBeLessThanOrEqual(9 + 8);
    }
  });

  it("is crawled by one process at a time, and taken up after a dead one", async () => {
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db);
    const { sources } = knowledge;
    const { id } = await sources.create(scope, agentId, { type: "website", url: site.url, trusted: true });
    const inOneHour = new Date(Date.now() + 3_600_000).toISOString();
    const lend = (until: string) =>
      test.db.batch(scope, [
        {
          text: "update knowledge_sources set status = 'running', lease_owner = 'another', lease_until = $2 where id = $1",
          values: [id, until],
        },
      ]);
    await lend(inOneHour);
    await sources.crawl(scope, id);
    expect((await sources.get(scope, id)).progress.fetched).toBe(0);
    await lend(new Date(Date.now() - 1_000).toISOString());
    await sources.crawl(scope, id);
    expect((await sources.get(scope, id)).status).toBe("done");
  });

  it("can be held, goes on, and can be ended", async () => {
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db);
    const { sources } = knowledge;
    const { id } = await sources.create(scope, agentId, { type: "website", url: site.url, trusted: true });
    expect((await sources.pause(scope, id)).status).toBe("paused");
    await sources.crawl(scope, id);
    expect((await sources.get(scope, id)).progress.fetched).toBe(0);
    expect((await sources.resume(scope, id)).status).toBe("queued");
    expect((await sources.cancel(scope, id)).status).toBe("cancelled");
    await expect(sources.resume(scope, id)).rejects.toMatchObject({ code: "conflict" });
    expect((await sources.recrawl(scope, id)).status).toBe("queued");
  });

  it("is found again by its address, and by nobody else", async () => {
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db);
    const { sources } = knowledge;
    const made = await sources.create(scope, agentId, { type: "website", url: "https://shop.example/" });
    expect((await sources.create(scope, agentId, { type: "website", url: "www.shop.example" })).id).toBe(made.id);
    const stranger = await makeOrganization(test.db);
    await expect(sources.get(stranger, made.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(sources.pages(stranger, made.id, MOST)).rejects.toMatchObject({ code: "not_found" });
    await expect(sources.list(stranger, agentId, MOST)).rejects.toMatchObject({ code: "not_found" });
    await expect(sources.pause(stranger, made.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      sources.create(stranger, agentId, { type: "website", url: "https://shop.example/" }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(
      sources.create(scope, newId("agent"), { type: "website", url: "https://shop.example/" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("reads no private address that nobody trusts", async () => {
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db);
    const { sources } = knowledge;
    for (const url of [site.url, "http://2130706433/", "http://169.254.169.254/latest/"]) {
      const { id } = await sources.create(scope, agentId, { type: "website", url });
      await sources.crawl(scope, id);
      expect(await sources.get(scope, id)).toMatchObject({ status: "failed", code: "private_address" });
    }
  });

  it("stops at the limit of pages and says so", async () => {
    const { scope, agentId, knowledge } = await makeCrawlHarness(test.db);
    const { sources } = knowledge;
    const { id } = await sources.create(scope, agentId, {
      type: "website",
      url: site.url,
      trusted: true,
      settings: { pageLimit: 3 },
    });
    await sources.crawl(scope, id);
    const source = await sources.get(scope, id);
    expect(source).toMatchObject({ status: "done", progress: { indexed: 3 } });
    expect(source.message).toContain("limit of 3 pages");
  });
});
