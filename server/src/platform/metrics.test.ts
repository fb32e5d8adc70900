import { expect, it } from "vitest";
import { createMetrics } from "./metrics.ts";

it("counts, measures and shows it, beside the process's own", async () => {
  const metrics = createMetrics();
  const pages = metrics.counter("crawl_pages_total", "Pages crawled", { labels: ["outcome"] });
  pages.add(2, { outcome: "indexed" });
  pages.add();
  metrics.counter("crawl_pages_total", "Pages crawled", { labels: ["outcome"] }).add(1, { outcome: "indexed" });
  const sockets = metrics.gauge("sockets_open", "Open sockets");
  sockets.change(3);
  sockets.change(-1);
  metrics.gauge("jobs_waiting", "Waiting jobs", { collect: () => 7 });
  const turns = metrics.histogram("turn_seconds", "A turn", { labels: ["answerer"], buckets: [0.1, 1] });
  turns.observe(0.5, { answerer: "extractive" });
  turns.time({ answerer: "extractive" })();
  const text = await metrics.text();
  for (const line of [
    'parley_crawl_pages_total{outcome="indexed"} 3',
    "parley_sockets_open 2",
    "parley_jobs_waiting 7",
    'parley_turn_seconds_bucket{le="0.1",answerer="extractive"} 1',
    'parley_turn_seconds_count{answerer="extractive"} 2',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  expect(metrics.contentType).toContain("text/plain");
});

it("keeps registries apart and refuses a name for two kinds", async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.counter("things_total", "Things").add();
  expect(await other.text()).not.toContain("things_total");
  expect(() => one.gauge("things_total", "Things")).toThrow(/another kind/);
});
