import type { Source } from "@parley/contracts";
import { setTimeout as wait } from "node:timers/promises";
import type { BenchRow } from "./row.ts";
import { serveSite } from "./lib/corpus.ts";
import { engines, type RunningServer, withServer } from "./lib/server.ts";

const PAGES = 100;
const LOOK_EVERY_MS = 25;

/** Reading and indexing a site of 100 pages on loopback, and reading it again with nothing changed. */
export async function measureCrawl(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const engine of engines())
    await withServer(engine, async (server) => {
      const site = await serveSite(PAGES);
      const first = await crawl(server, site.url);
      const again = await crawl(server, site.url);
      site.close();
      rows.push(
        { name: `crawl, ${PAGES} pages, ${engine}`, value: first, unit: "s", target: 10, better: "lower" },
        { name: `crawl again, nothing changed, ${engine}`, value: again, unit: "s", target: 2, better: "lower" },
      );
    });
  return rows;
}

async function crawl(server: RunningServer, url: string): Promise<number> {
  const since = performance.now();
  const { source } = await server.call<{ source: Source }>("POST", "/v1/admin/sites", { url });
  for (;;) {
    const now = await server.call<Source>("GET", `/v1/sources/${source.id}`);
    if (now.status === "done") {
      if (now.progress.fetched !== PAGES) throw new Error(`Read ${now.progress.fetched} pages instead of ${PAGES}`);
      return (performance.now() - since) / 1_000;
    }
    if (now.status === "failed") throw new Error(now.message ?? "The crawl failed");
    await wait(LOOK_EVERY_MS);
  }
}
