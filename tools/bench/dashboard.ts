import { budgets, buildDashboard } from "@parley/dashboard/build";
import { distDirectory } from "@parley/dashboard/dist-directory";
import { statSync } from "node:fs";
import { basename } from "node:path";
import type { BrowserContext } from "playwright-core";
import { openBrowser } from "../../e2e/support/browser.ts";
import { engines, type RunningServer, withServer } from "./lib/server.ts";
import { median } from "./lib/statistics.ts";
import type { BenchRow } from "./row.ts";

const LOADS = 7;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Load {
  usableMs: number;
  shift: number;
  scripts: string[];
}

/** What a member waits for: the first page's scripts, until it can be used, and how much it moves meanwhile. */
export async function measureDashboard(): Promise<BenchRow[]> {
  const since = performance.now();
  await buildDashboard();
  const buildMs = performance.now() - since;
  return withServer(engines()[0] ?? "embedded", async (server) => {
    const browser = await openBrowser();
    try {
      const home = await signIn(browser.context, server);
      const cold = await load(browser.context, { url: home, size: WIDE });
      const warm: Load[] = [];
      for (let run = 0; run < LOADS; run += 1) warm.push(await load(browser.context, { url: home, size: WIDE }));
      const phone = await load(browser.context, { url: home, size: PHONE });
      const shift = Math.max(cold.shift, phone.shift, ...warm.map((each) => each.shift));
      return rows({ cold, shift, buildMs, usableMs: median(warm.map((each) => each.usableMs)) });
    } finally {
      await browser.close();
    }
  });
}

function rows(found: { cold: Load; shift: number; usableMs: number; buildMs: number }): BenchRow[] {
  const { cold, shift, usableMs, buildMs } = found;
  const bytes = cold.scripts.reduce((sum, name) => sum + statSync(new URL(`assets/${name}.gz`, distDirectory)).size, 0);
  return [
    {
      name: "dashboard, scripts of the first load",
      value: bytes,
      unit: "bytes",
      target: budgets.firstLoad,
      better: "lower",
      note: `gzipped, ${cold.scripts.length} files, up to the home screen`,
    },
    {
      name: "dashboard, until the home can be used",
      value: usableMs,
      unit: "ms",
      target: 1_000,
      better: "lower",
      note: `warm, median of ${LOADS}; with an empty cache ${Math.round(cold.usableMs)} ms`,
    },
    {
      name: "dashboard, layout shift",
      value: shift,
      unit: "CLS",
      target: 0.01,
      better: "lower",
      note: "most of all loads",
    },
    { name: "dashboard, build", value: buildMs, unit: "ms", target: 6_000, better: "lower" },
  ];
}

/** Makes the owner's account and gives the address of the organization's home. */
async function signIn(context: BrowserContext, server: RunningServer): Promise<string> {
  const link = await server.call<{ url: string }>("POST", "/v1/admin/owner-links");
  const token = link.url.split("/").at(-1) ?? "";
  const data = { name: "Ada", email: "ada@example.com", password: "seven green bicycles" };
  const answer = await context.request.post(`${server.url}/v1/owner-links/${token}`, {
    data,
    headers: { origin: server.url },
  });
  const { organizationId }: { organizationId: string } = await answer.json();
  return `${server.url}/o/${organizationId}`;
}

/** One page load, from the click until the heading stands and nothing is waited for. */
async function load(
  context: BrowserContext,
  { url, size }: { url: string; size: { width: number; height: number } },
): Promise<Load> {
  const page = await context.newPage();
  try {
    await page.setViewportSize(size);
    await page.addInitScript(watchLoad);
    await page.goto(url);
    // A function, not a text: the page's policy allows no evaluation of texts.
    const usable = await page.waitForFunction(() => Number(Reflect.get(globalThis, "usableMs") ?? 0));
    const usableMs = await usable.jsonValue();
    await page.waitForLoadState("networkidle");
    const shift = Number(await page.evaluate("globalThis.shift"));
    const names = await page.evaluate<string[]>(
      "performance.getEntriesByType('resource').filter(({ name, startTime }) => /\\.js$/.test(name) && startTime <= globalThis.usableMs).map(({ name }) => name)",
    );
    return { usableMs, shift, scripts: names.map((name) => basename(name)) };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
const watchLoad = `
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const ready = document.querySelector("main h1") && !document.querySelector("main [aria-busy=true]");
    if (ready) globalThis.usableMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;
