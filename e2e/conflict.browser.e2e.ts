/** Two people with the same agent open: nobody's work is written over, and nothing that was typed is lost. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openBrowser } from "./support/browser.ts";
import { eventually } from "./support/launch.ts";
import { becomeOwner, OWNER, type Owner } from "./support/owner.ts";

let owner: Owner;
let other: Page;
let closeOther: () => Promise<void>;
let agent = "";

const BANNER = "Somebody else changed the same meanwhile";
const theDraft = z.object({
  changed: z.boolean(),
  settings: z.object({ greeting: z.string().optional(), name: z.string().optional() }),
  agent: z.object({ look: z.object({ template: z.string() }) }),
});
const draft = async () => theDraft.parse(await (await owner.api("GET", `/v1/agents/${agent}/draft`)).json());
const template = async () => (await draft()).agent.look.template;

beforeAll(async () => {
  owner = await becomeOwner("embedded");
  await owner.page.clock.install();
  const browser = await openBrowser();
  closeOther = () => browser.close();
  other = await browser.context.newPage();
  await other.goto(`${owner.parley.url}/sign-in`);
  await other.getByLabel("Email").fill(OWNER.email);
  await other.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await other.waitForURL(/\/o\/org_/);
});
afterAll(async () => {
  await closeOther();
  await owner.close();
});

/** Both at the same screen of a new agent; what the owner saves waits until `letGo`. */
async function meetAt(place: string) {
  const { page, parley, organization } = owner;
  const made = await (await owner.api("POST", "/v1/agents", { name: `At ${place}` })).json();
  agent = z.object({ id: z.string() }).parse(made).id;
  const address = `${parley.url}/o/${organization}/agents/${agent}/${place}`;
  let letGo = () => undefined as void;
  const gate = new Promise<void>((open) => (letGo = open));
  let saves = 0;
  await page.unrouteAll();
  await page.clock.resume();
  await page.route(/\/draft$/, async (route) => {
    if (route.request().method() === "PATCH") {
      saves += 1;
      await gate;
    }
    await route.continue();
  });
  await Promise.all([page.goto(address), other.goto(address)]);
  return { page, letGo, saves: () => saves };
}

const saved = (page: Page) =>
  page
    .getByRole("status")
    .filter({ hasText: /^Saved$/ })
    .waitFor();
const banner = (page: Page) => page.getByText(BANNER);
const choose = (page: Page, name: string) => page.getByRole("radio", { name: new RegExp(`^${name}`) }).click();
const isChosen = (page: Page, name: string) =>
  page.getByRole("radio", { name: new RegExp(`^${name}`), checked: true }).waitFor();

/** The owner chooses Journal while the other one saves Poster. */
async function disagree() {
  const meeting = await meetAt("widget");
  const { page } = meeting;
  await choose(page, "Journal");
  await eventually(async () => (meeting.saves() === 1 ? true : undefined));
  await choose(other, "Poster");
  await saved(other);
  meeting.letGo();
  await banner(page).waitFor();
  return meeting;
}

test("the widget keeps what one chose on the screen, and asks before it is saved over another's", async () => {
  const { page, saves } = await disagree();
  await isChosen(page, "Journal");
  expect(await template()).toBe("poster");
  expect(await page.getByRole("button", { name: "Publish" }).isDisabled()).toBe(true);
  await choose(page, "Console");
  await page.clock.runFor(5_000);
  expect(saves()).toBe(1);
  expect(await template()).toBe("poster");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await saved(page);
  await banner(page).waitFor({ state: "detached" });
  expect(await template()).toBe("console");
  await isChosen(other, "Console");
});

test("the widget shows what the other one made where that is taken", async () => {
  const { page, saves } = await disagree();
  await page.getByRole("button", { name: "Take theirs" }).click();
  await isChosen(page, "Poster");
  await banner(page).waitFor({ state: "detached" });
  await page.clock.runFor(5_000);
  expect([saves(), await template()]).toEqual([1, "poster"]);
  await choose(page, "Pebble");
  await saved(page);
  expect(await template()).toBe("pebble");
});

test("the widget does not save over what comes in while one chooses", async () => {
  const { page } = await meetAt("widget").then((meeting) => (meeting.letGo(), meeting));
  await isChosen(page, "Clear");
  await page.clock.pauseAt(Date.now() + 60_000);
  await choose(page, "Journal");
  await choose(other, "Poster");
  await saved(other);
  // The news of it has come when the page says that there is something to publish.
  const news = page.getByText("Changes not published");
  await eventually(async () => {
    await page.clock.runFor(5);
    return (await news.count()) > 0 ? true : undefined;
  }, 5_000);
  await page.clock.resume();
  await banner(page).waitFor();
  expect(await template()).toBe("poster");
});

test("leaving with something undecided asks first, and saves nothing over anybody", async () => {
  const { page } = await disagree();
  await page.getByRole("link", { name: "Model" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stay" }).click();
  await isChosen(page, "Journal");
  await page.getByRole("link", { name: "Model" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await page.waitForURL(/\/model$/);
  expect(await template()).toBe("poster");
});

test("the behaviour keeps what was typed, and asks before it is saved over another's", async () => {
  const { page, letGo, saves } = await meetAt("behaviour");
  const greeting = page.getByLabel("Greeting");
  await greeting.fill("Mine");
  await page.clock.runFor(1_000);
  await eventually(async () => (saves() === 1 ? true : undefined));
  await other.getByLabel("Greeting").fill("Theirs");
  await saved(other);
  letGo();
  await banner(page).waitFor();
  expect(await greeting.inputValue()).toBe("Mine");
  await greeting.fill("Mine, and more");
  await page.clock.runFor(5_000);
  expect([saves(), (await draft()).settings.greeting]).toEqual([1, "Theirs"]);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await saved(page);
  expect((await draft()).settings.greeting).toBe("Mine, and more");
  expect(await greeting.inputValue()).toBe("Mine, and more");
});

test("the behaviour asks nothing where two change different things", async () => {
  const { page, letGo, saves } = await meetAt("behaviour");
  await page.getByLabel("Greeting").fill("Mine");
  await page.clock.runFor(1_000);
  await eventually(async () => (saves() === 1 ? true : undefined));
  await other.getByLabel("Name", { exact: true }).fill("Theirs");
  await saved(other);
  letGo();
  await saved(page);
  expect((await draft()).settings).toMatchObject({ greeting: "Mine", name: "Theirs" });
  expect(await banner(page).count()).toBe(0);
  expect(owner.complaints).toEqual([]);
});
