/** Saved views in a real browser: kept, chosen, renamed, shared with somebody who is looking, deleted and taken back. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openBrowser } from "./support/browser.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const invited = z.object({ data: z.array(z.object({ link: z.string() })) });
const made = z.object({ id: z.string() });

let owner: Owner;
let page: Page;
let guest: Awaited<ReturnType<typeof openBrowser>>;
let guestPage: Page;

beforeAll(async () => {
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  guest = await openBrowser();
  guestPage = await guest.context.newPage();
  const agent = made.parse(await (await owner.api("POST", "/v1/agents", { name: "Kettle shop" })).json());
  for (const question of ["Do you sell spaceships?", "Can I talk to a person?"])
    await owner.api("POST", `/v1/agents/${agent.id}/ask`, { question });
  const answer = await owner.api("POST", "/v1/invitations", { emails: ["grace@example.com"], role: "analyst" });
  await guestPage.goto(invited.parse(await answer.json()).data[0]?.link ?? "");
  await guestPage.getByRole("link", { name: "Make an account" }).click();
  await guestPage.getByLabel("Name", { exact: true }).or(guestPage.getByLabel("Your name")).fill("Grace Hopper");
  await guestPage.getByLabel("Password", { exact: true }).fill("seven green bicycles");
  await guestPage.getByRole("button", { name: /account|Sign up/ }).click();
  await guestPage.waitForURL(/\/o\/org_/);
});
afterAll(async () => {
  await guest.close();
  await owner.close();
});

const list = (search = "") => `${owner.parley.url}/o/${owner.organization}/conversations${search}`;
const picker = (name: string | RegExp, on = page) =>
  on.getByRole("button", { name: typeof name === "string" ? `View: ${name}` : name, exact: typeof name === "string" });
const line = (name: string | RegExp, on = page) => on.getByRole("menuitem", { name });

async function pick(name: string | RegExp, on = page): Promise<void> {
  await picker(/^View: /, on).click();
  await line(name, on).click();
}

test("the row of filters fits its column, and what is set is seen", async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(list());
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("combobox", { name: "Outcome" }).click();
  await page.getByRole("option", { name: "Not answered" }).click();
  await page.waitForURL(/outcome=unanswered/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Outcome Not answered" }).waitFor();
  const column = page.getByRole("region", { name: "List of conversations" });
  expect(await column.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
});

test("what is set is saved under a name, and still there after a reload", async () => {
  await page.goto(list("?outcome=unanswered&since=7"));
  await picker("Not saved").waitFor();
  const before = await picker(/^View: /).boundingBox();
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByRole("button", { name: "Save view" }).click();
  await dialog.getByText("Needs a name").waitFor();
  await dialog.getByLabel("Name").fill("Left open");
  await page.keyboard.press("Enter");
  await picker("Left open").waitFor();
  await page.waitForURL(/view=view_/);
  await page.getByRole("button", { name: "Save view" }).waitFor({ state: "hidden" });
  await page.reload();
  await picker("Left open").waitFor();
  expect(await picker(/^View: /).boundingBox()).toEqual(before);
});

test("choosing a view sets the address, and back works", async () => {
  await pick("Person asked");
  await page.waitForURL(/\?outcome=person-asked$/);
  await picker("Person asked").waitFor();
  await pick("All");
  await page.waitForURL(/\/conversations$/);
  await pick("Left open");
  await page.waitForURL(/outcome=unanswered&since=7&view=view_/);
  await page.goBack();
  await picker("All").waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("works by keys alone", async () => {
  await picker("All").focus();
  await page.keyboard.press("Enter");
  const focused = page.locator("[role=menuitem]:focus");
  await focused.waitFor();
  await page.keyboard.type("left");
  await focused.filter({ hasText: "Left open" }).waitFor();
  await page.keyboard.press("Enter");
  await picker("Left open").waitFor();
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("View: Left open");
});

test("other filters are kept in it, under another name, for all: somebody who is looking sees it at once", async () => {
  await guestPage.goto(list());
  await picker("All", guestPage).waitFor();
  await page.getByRole("button", { name: "Remove the filter Begun" }).click();
  await picker("Left open, changed").waitFor();
  await page.getByRole("button", { name: "Update view" }).click();
  await picker("Left open").waitFor();
  await pick("Rename or share…");
  const dialog = page.getByRole("dialog", { name: "Change this view" });
  await dialog.getByLabel("Name").fill("Nobody knew");
  await dialog.getByRole("switch", { name: "Share with the organization" }).click();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await picker("Nobody knew").waitFor();

  await picker(/^View: /, guestPage).click();
  await line(/Nobody knew/, guestPage).waitFor();
  await line(/Nobody knew\s*Shared by Ada Lovelace/, guestPage).click();
  await guestPage.waitForURL(/outcome=unanswered&view=view_/);
  await picker(/^View: /, guestPage).click();
  expect(await line("Delete view", guestPage).count()).toBe(0);
  await guestPage.keyboard.press("Escape");
});

test("a deleted one is taken back, or gone for everybody", async () => {
  await pick("Delete view");
  // What it showed is still shown, under the name that was always there.
  await picker("Not answered").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await picker("Nobody knew").waitFor();
  await pick("Delete view");
  await picker("Not answered").waitFor();
  // Leaving does not take the deletion back.
  await page.goto(list());
  await picker("Not answered", guestPage).waitFor();
  await picker("All").click();
  await line("Not answered").waitFor();
  expect(await line(/Nobody knew/).count()).toBe(0);
});

test("on a phone views and filters are sheets", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(list());
  await picker("All").click();
  const views = page.getByRole("dialog", { name: "Views" });
  const choice = views.getByRole("button", { name: "Rated down" });
  expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await choice.click();
  await page.waitForURL(/rating=down/);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const filters = page.getByRole("dialog", { name: "Filter" });
  await filters.getByRole("button", { name: "Clear filters" }).click();
  await page.waitForURL(/\/conversations$/);
  await filters.getByRole("button", { name: "Show the list" }).click();
  await picker("All").waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("opening a row leaves the list beside it as it is", async () => {
  await page.goto(`${owner.parley.url}/o/${owner.organization}/settings/audit?kind=agent`);
  await page.locator("[data-row-link]").first().click();
  await page.waitForURL(/audit\/aud_\w+\?kind=agent$/);
  expect(owner.complaints).toEqual([]);
});
