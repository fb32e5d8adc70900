/** An owner sets how a website is read, tries it, adds it, and finds the settings, the log and the hook of it. */
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { atRest } from "./support/at-rest.ts";
import { useForADay } from "./support/day-of-use.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");
const KEPT = process.env["PARLEY_SCREENS"] ?? resolve(import.meta.dirname, "../.parley-tmp/screens");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

let owner: Owner;
let site: ServedSite;
let page: Page;
let sources: string;

beforeAll(async () => {
  await mkdir(KEPT, { recursive: true });
  site = await serveSite(SITE);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  const made = await useForADay(owner, site.url);
  sources = `${owner.parley.url}/o/${made["organization"]}/agents/${made["agent"]}/knowledge/sources`;
});
afterAll(async () => {
  await owner.close();
  await site.close();
});

async function look(name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await atRest(page);
      await page.screenshot({ path: join(KEPT, `websites-${name}-${size}-${theme}.png`) });
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect.soft(overflow, `${name} ${size} ${theme} is wider than its window`).toBeLessThanOrEqual(0);
      await page.evaluate(axe);
      const found = await page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))",
      );
      expect.soft(found, `${name} ${size} ${theme}`).toEqual([]);
    }
  }
  await page.setViewportSize(sizes.desktop);
}

test("a dry run says what would be read before a website is added", async () => {
  await page.goto(`${sources}/new`);
  await page.getByLabel("Address", { exact: false }).first().fill(site.url);
  await page.getByText("Which pages").click();
  await page.getByLabel("Never these paths").fill("/none/**");
  await page.getByLabel("Never these paths").press("Enter");
  await look("add");
  await page.getByRole("button", { name: "Dry run" }).click();
  await page.getByText(/addresses would be read/).waitFor();
  await look("add-dry-run");
  await page.getByLabel("Address", { exact: false }).first().fill("http://10.0.0.1/");
  await page.getByRole("button", { name: "Run again" }).click();
  await page.getByText("private network").first().waitFor();
  expect(await page.getByText(/addresses would be read/).count()).toBe(0);
  await look("add-refused");
});

test("a source's settings are tried with what is stored, and saved", async () => {
  await page.goto(sources);
  await page.getByRole("row").nth(1).click();
  await page.getByText("Last checked").first().waitFor();
  await look("log");
  await page.getByRole("radio", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Dry run" }).click();
  await page.getByText(/addresses would be read/).waitFor();
  await look("dry-run");
  for (const fold of ["Which parts of a page", "How gently", "Access", "When the site changes"])
    await page.getByText(fold, { exact: true }).click();
  await page.getByRole("button", { name: "Add a header" }).click();
  await page.getByLabel("Headers: Name").fill("X-Api-Key");
  await page.getByLabel("Headers: Value").fill("a secret");
  await look("settings");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("It counts from the next reading on").waitFor();
  await page.reload();
  await page.getByText("Access", { exact: true }).click();
  expect(await page.getByLabel("Headers: Name").inputValue()).toBe("X-Api-Key");
  expect(await page.getByLabel("Headers: Value").inputValue()).toBe("");
});
