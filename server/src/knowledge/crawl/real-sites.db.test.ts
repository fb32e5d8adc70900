import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { describeDatabase, openTestDatabase, serveSite, type TestDatabase } from "../../testing/index.ts";
import { makeCrawlHarness } from "./crawl-harness.testing.ts";

const sites = join(process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../../../shared"), "data/sites");
const there = existsSync(sites) && canUnpack();
if (!there) console.warn("Skipped: the real sites are not there (PARLEY_TEST_DATA), or tar cannot unpack xz.");

const manifestSchema = z.object({
  serve_at_prefix: z.string(),
  host_aliases: z.array(z.string()),
  sitemap_entries: z.number(),
});

describeDatabase("real sites, served as staging copies", () => {
  let test: TestDatabase;
  let dir: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    dir = mkdtempSync(join(tmpdir(), "parley-sites-"));
  });
  afterAll(async () => {
    rmSync(dir, { recursive: true });
    await test.close();
  });

  it.skipIf(!there).each(["nyu-library", "docling-docs"])(
    "finds every page of %s that a link or the sitemap names, and reads none again that is the same",
    { timeout: 120_000 },
    async (name) => {
      const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(sites, `${name}.manifest.json`), "utf8")));
      execFileSync("tar", ["xJf", join(sites, `${name}.tar.xz`), "-C", dir]);
      const root = join(dir, readdirSync(dir).at(0) ?? "");
      const site = await serveSite(root, { prefix: manifest.serve_at_prefix, aliases: manifest.host_aliases });
      const { scope, agentId, knowledge } = await makeCrawlHarness(test.db);
      const { sources } = knowledge;
      const { id } = await sources.create(scope, agentId, { type: "website", url: site.url, trusted: true });
      await sources.crawl(scope, id);
      expect((await sources.get(scope, id)).status).toBe("done");
      const pages = [...site.hits.keys()].filter((path) => path.endsWith("/") || path.endsWith(".html"));
      expect(pages).toHaveLength(manifest.sitemap_entries);
      const { data } = await sources.pages(scope, id, { limit: 500 });
      expect(data.filter(({ url }) => !url.startsWith(site.origin))).toEqual([]);
      const read = data.filter(({ status }) => status === "indexed").length;
      expect(read).toBeGreaterThanOrEqual(manifest.sitemap_entries - 1);
      await sources.recrawl(scope, id);
      await sources.crawl(scope, id);
      expect((await sources.pages(scope, id, { limit: 500, status: "unchanged" })).data).toHaveLength(read);
      await site.close();
      rmSync(root, { recursive: true });
    },
  );
});

function canUnpack(): boolean {
  try {
    execFileSync("xz", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
