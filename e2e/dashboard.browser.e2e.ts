/** The frame in a real browser: its look, its keys, and what was typed when the session or the server is gone. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./support/at-rest.ts";
import { openBrowser } from "./support/browser.ts";
import { eventually, type Launched, launch, temporaryDirectory } from "./support/launch.ts";

const ANN = { name: "Ann", email: "ann@example.com", password: "seven green bicycles" };

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let running: Launched;
let page: Page;
let home: string;

beforeAll(async () => {
  directory = await temporaryDirectory();
  running = await launch({ dataDir: directory.path });
  browser = await openBrowser();
  page = await browser.context.newPage();
  const link = (await running.line(/^Make your account at /)).split("/").at(-1) ?? "";
  const answer = await browser.context.request.post(`${running.url}/v1/owner-links/${link}`, {
    data: ANN,
    headers: { origin: running.url },
  });
  const { organizationId }: { organizationId: string } = await answer.json();
  home = `${running.url}/o/${organizationId}`;
});
afterAll(async () => {
  await browser.close();
  await running.kill("SIGKILL");
  await directory.remove();
});

const heading = (name: string) => page.getByRole("heading", { name, exact: true, level: 1 });
const field = (label: string) => page.getByLabel(label, { exact: true });
const button = (name: string) => page.getByRole("button", { name, exact: true });

async function violations(): Promise<unknown> {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.evaluate(await readFile(axe, "utf8"));
  await atRest(page);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))",
  );
}

test("every part of the kit is accessible, in both themes, densities and sizes", async () => {
  await page.goto(`${running.url}/ui`);
  await page.getByRole("heading", { name: "Values and charts" }).waitFor();
  for (const [theme, density] of [
    ["light", "comfortable"],
    ["dark", "dense"],
  ] as const) {
    await page.evaluate(
      `Object.assign(document.documentElement.dataset, { theme: "${theme}", density: "${density}" })`,
    );
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      expect(await violations(), `${theme}, ${viewport.width}`).toEqual([]);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overflow, "nothing sticks out at the side").toBe(0);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("ten thousand rows are drawn as far as they are seen, and walked through by keys", async () => {
  await page.goto(`${running.url}/ui`);
  await page.getByRole("radio", { name: "10,000 rows" }).click();
  const table = page.getByRole("table", { name: "Conversations" });
  expect(await table.getAttribute("aria-rowcount")).toBe("10001");
  expect(await table.getByRole("row").count()).toBeLessThan(120);
  const at = () => page.evaluate("document.activeElement.closest('tr')?.getAttribute('aria-rowindex')");
  await page.getByRole("heading", { name: "Lists" }).click();
  for (const key of ["j", "j", "j", "k", "x"]) {
    await page.keyboard.press(key);
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }
  expect(await at()).toBe("3");
  await page.getByRole("toolbar", { name: "1 selected" }).waitFor();
});

test("the look is kept, and comes with the page", async () => {
  await page.goto(`${home}/settings/members`);
  await heading("Members").waitFor();
  await page.getByRole("button", { name: /Ann/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  const html = await (await browser.context.request.get(home)).text();
  expect(html).toContain('data-theme="dark"');
  await page.getByRole("menuitemradio", { name: "As the system" }).click();
  await page.keyboard.press("Escape");
});

test("keys lead everywhere", async () => {
  await page.goto(`${home}/settings/members`);
  await heading("Members").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search or go to…").fill("api");
  await page.keyboard.press("Enter");
  await heading("API keys").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await heading("Agents").waitFor();
  expect(await page.evaluate("document.activeElement?.id")).toBe("content");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await page.goBack();
  await heading("API keys").waitFor();
});

test("keys and menus run as the page is read", async () => {
  await page.goto(`${running.url}/ui`);
  const focused = () => page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent");
  const chart = page.getByRole("group", { name: "Questions a day" });
  await chart.waitFor();
  const marks = await chart
    .getByRole("button")
    .evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
  expect(marks.at(-1)).toMatch(/: Answered \d+, Not answered \d+$/);
  for (const [dir, back] of [
    ["ltr", "ArrowLeft"],
    ["rtl", "ArrowRight"],
  ] as const) {
    await page.evaluate(`document.documentElement.dir = "${dir}"`);
    await chart.getByRole("button").last().focus();
    await page.keyboard.press(back);
    expect(await focused(), dir).toBe(marks.at(-2));
    await chart.getByText("Not answered", { exact: true }).waitFor();
    await page.getByRole("radio", { name: "Dark" }).click();
    await page.keyboard.press(back);
    await eventually(async () => ((await focused()) === "Light" ? true : undefined));
    await button("Menu").click();
    expect(await page.getByRole("menu").getAttribute("dir")).toBe(dir);
    await page.keyboard.press("Escape");
  }
  await page.evaluate("document.documentElement.removeAttribute('dir')");
  await page.getByRole("radio", { name: "As the system" }).click();
});

test("what a page is for stands once: in its head, or where nothing is yet", async () => {
  await page.goto(`${home}/settings/keys`);
  await page.getByText("No keys yet").waitFor();
  expect(await page.getByRole("link", { name: "New key" }).count()).toBe(1);
  await page.getByRole("link", { name: "New key" }).click();
  await field("Name").fill("Shop");
  await page.getByRole("checkbox").first().check();
  await button("Make key").click();
  await page.getByText("Shop").first().waitFor();
  await page.goto(`${home}/settings/keys`);
  await page.getByRole("row", { name: /Shop/ }).waitFor();
  expect(await page.getByRole("link", { name: "New key" }).count()).toBe(1);
});

test("an address that leads nowhere says so, inside and outside of the frame", async () => {
  await page.goto(`${home}/nowhere`);
  await heading("There is nothing at this address").waitFor();
  await page.getByRole("link", { name: "Agents" }).waitFor();
  await page.goto(`${running.url}/o/org_00000000000000000000000000`);
  await heading("This organization is not yours").waitFor();
  expect(await page.getByRole("link", { name: "API keys" }).count()).toBe(0);
});

test("what was typed is not left behind by mistake", async () => {
  await page.goto(`${home}/settings/organization`);
  await field("Name").fill("Bright Bakery");
  await page.getByRole("link", { name: "Agents" }).click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.waitFor();
  await question.getByRole("button", { name: "Stay" }).click();
  expect(await field("Name").inputValue()).toBe("Bright Bakery");
});

test("a session that has ended elsewhere loses nothing that was typed", async () => {
  await browser.context.clearCookies({ name: /parley\.session/ });
  await button("Save changes").click();
  const dialog = page.getByRole("dialog", { name: "You have been signed out" });
  await dialog.waitFor();
  const [other] = await Promise.all([
    browser.context.waitForEvent("page"),
    dialog.getByRole("button", { name: "Sign in", exact: true }).click(),
  ]);
  await other.getByLabel("Email", { exact: true }).fill(ANN.email);
  await other.getByLabel("Password", { exact: true }).fill(ANN.password);
  await other.getByLabel("Password", { exact: true }).press("Enter");
  await other.waitForURL(/\/o\//);
  await other.close();
  await dialog.getByRole("button", { name: "I am signed in again" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await field("Name").inputValue()).toBe("Bright Bakery");
  await button("Save changes").click();
  await page.getByText("Saved", { exact: true }).first().waitFor();
});

test("a server that goes away and comes back loses nothing that was typed", async () => {
  await field("Name").fill("Brighter Bakery");
  const { port } = new URL(running.url);
  await running.kill("SIGKILL");
  await page.getByText(/The connection to the server is lost/).waitFor();
  running = await launch({ dataDir: directory.path, port: Number(port) });
  await page.getByText(/The connection to the server is lost/).waitFor({ state: "hidden" });
  expect(await field("Name").inputValue()).toBe("Brighter Bakery");
  await button("Save changes").click();
  await page.getByRole("button", { name: /^Brighter Bakery/ }).waitFor();
});
