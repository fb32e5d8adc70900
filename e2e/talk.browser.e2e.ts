/** The main job in a real browser: a site is read, asked and answers with proof, whatever happens to the connection. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { atRest } from "./support/at-rest.ts";
import { openBrowser } from "./support/browser.ts";
import { eventually, launch, type Launched, temporaryDirectory } from "./support/launch.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site: ServedSite;
let host: ServedSite;
let parley: Launched;
let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let context: BrowserContext;
let talkAt: string;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveSite(SITE);
  directory = await temporaryDirectory();
  parley = await launch({ dataDir: directory.path, args: [site.url] });
  talkAt = /http:\S+\/try\/\S+/.exec(await parley.line(/Talk to it at/))?.[0] ?? "";
  await parley.line(/^Read \d+ pages/);
  const agentId = talkAt.split("/").at(-1) ?? "";
  host = await serveSite(SITE, {
    snippet: `<script async src="${parley.url}/widget.js" data-agent="${agentId}"></script>`,
  });
  browser = await openBrowser();
  ({ context } = browser);
  context.on("page", (page) => page.on("pageerror", (error) => complaints.push(String(error))));
});
afterAll(async () => {
  await browser?.close();
  await parley?.kill("SIGTERM");
  await host?.close();
  await site?.close();
  await directory?.remove();
});

async function ask(where: Page | FrameLocator, question: string): Promise<void> {
  const box = where.locator("textarea");
  await box.fill(question);
  await box.press("Enter");
}

const answers = (where: Page | FrameLocator) => where.locator("article.message.agent:not(.growing)");

async function lastAnswer(where: Page | FrameLocator, count: number): Promise<string> {
  await answers(where)
    .nth(count - 1)
    .waitFor({ timeout: 20_000 });
  return answers(where)
    .nth(count - 1)
    .innerText();
}

async function open(address = talkAt): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  // The conversation so far has come.
  await page.locator(".log[aria-busy=false]").waitFor();
  return page;
}

test("the site answers, and the source leads to the right page, at the passage", async () => {
  const page = await open();
  await ask(page, "How much does an e-bike cost a day?");
  expect(await lastAnswer(page, 1)).toContain("32 euros");
  const link = page.locator(`article.message.agent a[href^="${site.origin}/prices.html"]`).first();
  const address = (await link.getAttribute("href")) ?? "";
  expect(address).toContain("#:~:text=");
  const fragment = decodeURIComponent(address.split("#:~:text=")[1] ?? "").split(",")[0] ?? "";
  const source = await context.newPage();
  await source.goto(address);
  expect((await source.locator("main").innerText()).toLowerCase()).toContain(fragment.toLowerCase());
  await source.close();
  await page.close();
});

test("what the site does not hold is said to be unknown", async () => {
  const page = await open();
  const before = await answers(page).count();
  await ask(page, "Who won the world championship in chess in 1972?");
  expect(await lastAnswer(page, before + 1)).not.toMatch(/1972|Fischer/);
  expect(await answers(page).nth(before).locator("a").count()).toBe(0);
  await page.close();
});

test("a reload keeps the conversation, and two tabs stay in step", async () => {
  const first = await open();
  const before = await answers(first).count();
  expect(before).toBeGreaterThan(0);
  const second = await open();
  await ask(first, "How much is the deposit?");
  expect(await lastAnswer(second, before + 1)).toMatch(/50 euros/);
  await first.reload();
  expect(await lastAnswer(first, before + 1)).toMatch(/50 euros/);
  await first.close();
  await second.close();
});

test("what is written while the server is away is sent when it is back, and answered once", async () => {
  const page = await open();
  const before = await answers(page).count();
  const port = Number(new URL(parley.url).port);
  await parley.kill("SIGKILL");
  await ask(page, "Do students get a discount?");
  await page.getByText("Do students get a discount?").waitFor();
  expect(await answers(page).count()).toBe(before);
  parley = await launch({ dataDir: directory.path, port });
  expect(await lastAnswer(page, before + 1)).toMatch(/10 percent/);
  await page.reload();
  await lastAnswer(page, before + 1);
  expect(await page.getByText("Do students get a discount?").count()).toBe(1);
  expect(await answers(page).count()).toBe(before + 1);
  await page.close();
});

test("the widget opens on somebody's page, by mouse and by keyboard, and answers", async () => {
  const page = await context.newPage();
  await page.goto(host.url);
  const launcher = page.getByRole("button", { name: /chat/i });
  await launcher.waitFor();
  await launcher.click();
  const frame = page.frameLocator("iframe");
  await frame.locator("textarea").waitFor();
  const before = await answers(frame).count();
  await ask(frame, "What does a city bike cost a day?");
  expect(await lastAnswer(frame, before + 1)).toMatch(/14 euros/);
  await frame.locator("textarea").press("Escape");
  await eventually(async () => ((await page.locator("iframe").isVisible()) ? undefined : true));
  const focused = await page.evaluate("document.activeElement?.shadowRoot?.activeElement?.tagName");
  expect(focused).toBe("BUTTON");
  await page.close();
});

test.each([
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const)("nobody is kept out: $width wide, $colorScheme", async ({ width, height, colorScheme }) => {
  const page = await open();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await lastAnswer(page, 1);
  await page.evaluate(axe);
  await atRest(page);
  const violations = await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  );
  expect(violations).toEqual([]);
  const wider = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
  expect(wider).toBe(false);
  await page.close();
});

test("no page complained", () => {
  expect(complaints).toEqual([]);
});
