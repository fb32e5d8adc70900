/**
 * The owner's main road in a real browser: from the first start to an agent on the site, changed, published, asked,
 * corrected and asked again.
 */
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { engines } from "./support/engines.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");
const UNKNOWN = "Do you rent tandems for three people?";
const CORRECTED = "Yes: two tandems with a third saddle, 45 euros a day.";

describe.each(engines)("on %s", (engine) => {
  let owner: Owner;
  let page: Page;
  let site: ServedSite;
  let host: ServedSite;
  let agent: string;
  let visitor: Page;

  const at = (path: string) => `${owner.parley.url}/o/${owner.organization}${path}`;
  const button = (name: string | RegExp) => page.getByRole("button", { name });

  const next = () => page.getByRole("link", { name: "Next" }).click();

  beforeAll(async () => {
    site = await serveSite(SITE);
    owner = await becomeOwner(engine);
    ({ page } = owner);
  });
  afterAll(async () => {
    await owner.close();
    await host?.close();
    await site.close();
  });

  test("an address becomes an agent that talks", async () => {
    await page.getByLabel("Address of your site").fill(site.url);
    await button("Make the agent").click();
    await page.getByText(/is read$/).waitFor({ timeout: 60_000 });
    agent = /agt_\w+/.exec(page.url())?.[0] ?? "";
    expect(agent).not.toBe("");
    await page.getByText("Lindenhof Bike Rental").first().waitFor();
    const beside = page.frameLocator("iframe").first();
    expect(await ask(beside, "How much does an e-bike cost a day?")).toContain("32 euros");
  });

  test("what it does not know is found out, and how it gets onto the site is said", async () => {
    await next();
    await page.getByText(/\d+ of \d+ answered/).waitFor({ timeout: 60_000 });
    await next();
    const snippet = `<script async src="${owner.parley.url}/widget.js" data-agent="${agent}"></script>`;
    expect(await page.locator("pre, code").first().innerText()).toContain(agent);
    await page.getByText("Not seen yet").waitFor();
    host = await serveSite(SITE, { snippet });
    visitor = await owner.context.newPage();
    await visitor.goto(host.url);
    await visitor.getByRole("button").last().click();
    await page.bringToFront();
    await page
      .getByText(/^Seen on /)
      .first()
      .waitFor({ timeout: 20_000 });
    await page
      .getByRole("link", { name: "Finish", exact: true })
      .or(page.getByRole("button", { name: "Finish", exact: true }))
      .click();
    await page.waitForURL(/\/o\/org_\w+\/?$/);
  });

  test("a changed greeting reaches visitors when it is published, and not before", async () => {
    await page.goto(at(`/agents/${agent}/behaviour`));
    await page.getByLabel("Greeting").fill("Hello from the workshop. What would you like to ride?");
    await page.getByLabel("Greeting").blur();
    await page.getByText("Changes not published").waitFor();
    await visitor.reload();
    const widget = await openWidget(visitor);
    await widget.getByText("I am the AI agent of").waitFor();
    await button("Publish").first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.getByText(/Version \d+ is published/).waitFor();
    await visitor.reload();
    const greeted = await openWidget(visitor);
    expect(await greeted.locator(".log").innerText()).toContain("Hello from the workshop");
  });

  test("a question that it could not answer is corrected in the conversation and answered from then on", async () => {
    const widget = visitor.frameLocator("iframe").first();
    expect(await ask(widget, UNKNOWN)).not.toContain("third saddle");
    await page.goto(at("/conversations"));
    await page.getByRole("link", { name: /How much does an e-bike/ }).click();
    await page.waitForURL(/\/conversations\/cnv_/);
    await button("Correct this answer").last().click();
    await page
      .getByLabel(/answer/i)
      .last()
      .fill(CORRECTED);
    await button(/^Save/).last().click();
    await page
      .getByText(/used from the next message on/i)
      .first()
      .waitFor();
    await visitor.bringToFront();
    expect(await ask(widget, UNKNOWN)).toContain("third saddle");
    await page.goto(at(`/agents/${agent}/knowledge/answers`));
    await page.getByText(UNKNOWN).first().waitFor();
  });

  test("no page complained on the way", () => {
    expect(owner.complaints).toEqual([]);
  });

  async function openWidget(where: Page): Promise<FrameLocator> {
    const frame = where.frameLocator("iframe").first();
    if (!(await where.locator("iframe").first().isVisible())) await where.getByRole("button").last().click();
    await frame.locator(".log[aria-busy=false]").waitFor();
    return frame;
  }
});

const answers = (where: FrameLocator) => where.locator("article.message.agent:not(.growing)");

async function ask(where: FrameLocator, question: string): Promise<string> {
  await where.locator(".log[aria-busy=false]").waitFor({ timeout: 30_000 });
  const before = await answers(where).count();
  await where.locator("textarea").fill(question);
  await where.locator("textarea").press("Enter");
  await answers(where).nth(before).waitFor({ timeout: 20_000 });
  return answers(where).nth(before).innerText();
}

test("a start with an address leads its owner on with the agent that it made", async () => {
  const site = await serveSite(SITE);
  const owner = await becomeOwner("embedded", { args: [site.url] });
  onTestFinished(async () => {
    await owner.close();
    await site.close();
  });
  await owner.page
    .getByRole("status")
    .filter({ hasText: /is read$/ })
    .waitFor({ timeout: 60_000 });
  expect(owner.page.url()).toMatch(/\/start\?agent=agt_\w+&step=learn$/);
}, 120_000);
