import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Source } from "@parley/contracts";
import { serveSite } from "../../server/src/testing/serve-site.ts";
import type { BenchRow } from "./row.ts";
import { type RunningServer, withServer } from "./lib/server.ts";

const sites = join(process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../shared"), "data/sites");
const LOOK_EVERY_MS = 50;
const PER_SECOND = 10;
const POLITE_PAGES = 40;

/** How much of real sites a crawl finds, whether it asks for anything twice, and how near it comes to a host's rate. */
export async function measureCrawlCoverage(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  await withServer("embedded", async (server) => {
    if (existsSync(sites))
      for (const name of ["nyu-library", "docling-docs"]) rows.push(...(await cover(server, name)));
    else console.error("  The sites are not there (PARLEY_TEST_DATA): coverage is not measured.");
    rows.push(...(await politeness(server)));
  });
  return rows;
}

async function cover(server: RunningServer, name: string): Promise<BenchRow[]> {
  const manifest: { serve_at_prefix: string; host_aliases: string[]; sitemap_entries: number } = JSON.parse(
    readFileSync(join(sites, `${name}.manifest.json`), "utf8"),
  );
  const directory = mkdtempSync(join(tmpdir(), "parley-bench-site-"));
  try {
    execFileSync("tar", ["xJf", join(sites, `${name}.tar.xz`), "-C", directory]);
    const root = join(directory, readdirSync(directory).at(0) ?? "");
    const site = await serveSite(root, { prefix: manifest.serve_at_prefix, aliases: manifest.host_aliases });
    const since = performance.now();
    await crawl(server, site.url);
    const seconds = (performance.now() - since) / 1_000;
    const pages = [...site.hits].filter(([path]) => path.endsWith("/") || path.endsWith(".html"));
    await site.close();
    const share = pages.length / manifest.sitemap_entries;
    const note = `${pages.length} of ${manifest.sitemap_entries} in ${seconds.toFixed(1)} s`;
    const twice = [...site.addresses.values()].filter((times) => times > 1).length;
    return [
      { name: `crawl coverage, ${name}`, value: share, unit: "", target: 1, better: "higher", note },
      { name: `addresses asked for twice, ${name}`, value: twice, unit: "", target: 0, better: "lower" },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A site that counts: pages are there under two spellings each, and all of them lead to all. */
async function politeness(server: RunningServer): Promise<BenchRow[]> {
  const asked: { path: string; at: number }[] = [];
  const links = Array.from(
    { length: POLITE_PAGES },
    (_, at) => `<a href="/p${at}">p</a> <a href="/p${at}/?utm_source=x#top">p</a>`,
  );
  const host = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    asked.push({ path, at: performance.now() });
    if (path === "/robots.txt") return void response.end(`User-agent: *\nCrawl-delay: ${1 / PER_SECOND}`);
    if (path !== "/" && !/^\/p\d+\/?$/.test(path)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html" });
    response.end(
      `<!doctype html><main><p>Page ${path} is about tea, bicycles and the river beside which they stand.</p>${links.join(" ")}</main>`,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const { port } = host.address() as AddressInfo;
  await crawl(server, `http://127.0.0.1:${port}/`);
  host.closeAllConnections();
  host.close();
  const pages = asked.map(({ path }) => path).filter((path) => path === "/" || path.startsWith("/p"));
  const most = Math.max(
    ...asked.map(({ at }) => asked.filter((other) => other.at >= at && other.at < at + 1_000).length),
  );
  return [
    {
      name: `requests in the busiest second, ${PER_SECOND} allowed`,
      value: most,
      unit: "",
      target: PER_SECOND + 1,
      better: "lower",
    },
    {
      name: "addresses asked for twice, counting site",
      value: pages.length - new Set(pages).size,
      unit: "",
      target: 0,
      better: "lower",
    },
  ];
}

async function crawl(server: RunningServer, url: string): Promise<void> {
  const { source } = await server.call<{ source: Source }>("POST", "/v1/admin/sites", { url });
  for (;;) {
    const now = await server.call<Source>("GET", `/v1/sources/${source.id}`);
    if (now.status === "done") return;
    if (now.status === "failed") throw new Error(now.message ?? "The crawl failed");
    await wait(LOOK_EVERY_MS);
  }
}
