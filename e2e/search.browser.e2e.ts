/** An owner tries a search: a mistyped word is mended, a synonym added, a missing page explained. */
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
let search: string;
let broughtSynonym: string;

beforeAll(async () => {
  site = await serveSite(SITE);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  const made = await useForADay(owner, site.url);
  search = `${owner.parley.url}/o/${made["organization"]}/agents/${made["agent"]}/knowledge/search`;
  broughtSynonym = `/v1/agents/${made["agent"]}/synonyms/${made["synonym"]}`;
});
afterAll(async () => {
  await owner.close();
  await site.close();
});

const look = (name: string) => lookAt(page, `search-${name}`, { whole: true });

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
  expect((await owner.api("DELETE", broughtSynonym)).status).toBe(204);
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
