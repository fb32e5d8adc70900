/** An owner tries a search: a mistyped word is mended, a synonym added, a missing page explained. */
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
let search: string;

beforeAll(async () => {
  await mkdir(KEPT, { recursive: true });
  site = await serveSite(SITE);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  const made = await useForADay(owner, site.url);
  search = `${owner.parley.url}/o/${made["organization"]}/agents/${made["agent"]}/knowledge/search`;
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
      await page.screenshot({ path: join(KEPT, `search-${name}-${size}-${theme}.png`), fullPage: size === "desktop" });
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

test("a mistyped word is mended, and the tester says so", async () => {
  await page.goto(search);
  await look("empty");
  await page.getByPlaceholder("When are you open on Sundays?").fill("What is your telehpone number?");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("mistyped").waitFor();
  expect(await page.getByText("Understood as:").count()).toBe(1);
  await page.getByText("Why it stands here").first().click();
  await look("mended");
});

test("a synonym counts from the next question on", async () => {
  await page.goto(`${search}?q=velocipede`);
  await page.getByText("No passage holds any of these words").waitFor();
  await page.getByRole("link", { name: "Synonyms" }).click();
  await page.getByText("No synonyms yet").waitFor();
  await page.getByRole("button", { name: "New synonym" }).click();
  const words = page.getByLabel("Visitors say");
  await words.fill("velocipede");
  await words.press("Enter");
  const meanings = page.getByLabel("Your pages say");
  await meanings.fill("charger");
  await meanings.press("Enter");
  await look("synonym");
  await page.getByRole("button", { name: "Save synonym" }).click();
  await page.getByText("Saved. Searches use it from now on.").waitFor();
  await page.getByText("(synonym)").waitFor();
  expect(await page.getByText("velocipede", { exact: false }).count()).toBeGreaterThan(0);
  await look("synonyms");
});

test("a page that was expected says why it is not there", async () => {
  await page.goto(`${search}?q=charger`);
  await page.getByText("Why not this page?").waitFor();
  await page.getByRole("combobox", { name: "Expected page" }).click();
  await page.getByRole("option").last().click();
  await page
    .getByText(/Among the results|Others fit better|No word in common/)
    .first()
    .waitFor();
  expect(await page.getByRole("combobox", { name: "Expected page" }).count()).toBe(1);
  await look("missed");
});
