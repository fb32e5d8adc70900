/** An owner sets how a website is read, tries it, adds it, and finds the settings, the log and the hook of it. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { lookAt } from "./support/look-at.ts";
import { useForADay } from "./support/day-of-use.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");

let owner: Owner;
let site: ServedSite;
let page: Page;
let sources: string;

beforeAll(async () => {
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

const look = (name: string) => lookAt(page, `websites-${name}`);

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
