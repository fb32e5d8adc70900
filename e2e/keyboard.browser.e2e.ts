/** The owner's main road once more, with the keyboard alone: nothing here clicks, fills or looks for an element to use. */
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { eventually } from "./support/launch.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");
const UNKNOWN = "Do you rent tandems for three people?";
const CORRECTED = "Yes, two of them.";
const MOST_STEPS = 150;

let owner: Owner;
let site: ServedSite;
let page: Page;

beforeAll(async () => {
  site = await serveSite(SITE);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
});
afterAll(async () => {
  await owner.close();
  await site.close();
});

const press = (key: string) => page.keyboard.press(key);
const type = (text: string) => page.keyboard.type(text);

/** What a screen reader would call what has the focus, in whatever frame it is. */
async function focused(): Promise<string> {
  const names = await Promise.all(page.frames().map(nameIn));
  return names.find((name) => name !== "") ?? "";
}

async function nameIn(frame: Frame): Promise<string> {
  const found: unknown = await frame.evaluate(NAME_OF_FOCUS).catch(() => "");
  return typeof found === "string" ? found : "";
}

/** Runs in the page. */
const NAME_OF_FOCUS = `(() => {
  const at = document.activeElement;
  if (!document.hasFocus() || !at || at === document.body || at.tagName === "IFRAME") return "";
  const labels = [...(at.labels ?? [])].map((label) => label.textContent);
  const named = (at.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText);
  const words = [at.getAttribute("aria-label"), ...named, ...labels, at.innerText, at.getAttribute("placeholder")];
  return (at.getAttribute("role") ?? at.tagName.toLowerCase()) + ": " + words.filter(Boolean).join(" ");
})()`;

/** Goes on with Tab until the focus is on what is named so. */
async function reach(name: RegExp, key = "Tab"): Promise<void> {
  const met: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const now = await focused();
    if (name.test(now)) return;
    met.push(now);
    await press(key);
  }
  throw new Error(`${name} cannot be reached with ${key}. Met: ${[...new Set(met)].join(" | ")}`);
}

const shown = (text: RegExp | string) => page.getByText(text).first().waitFor({ timeout: 30_000 });
async function expectAt(url: RegExp): Promise<void> {
  await expect.poll(() => page.url(), { timeout: 15_000 }).toMatch(url);
}

test("from an address to an agent, its questions and its snippet", async () => {
  await eventually(async () => (/Address of your site/.test(await focused()) ? true : undefined), 10_000);
  await type(site.url);
  await press("Enter");
  await shown(/is read$/);
  await reach(/Ask a question/i);
  await type("How much does an e-bike cost a day?");
  await press("Enter");
  await page.frameLocator("iframe").first().getByText("32 euros").first().waitFor();
  await reach(/^a: Next/, "Shift+Tab");
  await press("Enter");
  await shown(/\d+ of \d+ answered/);
  await reach(/^a: Next/);
  await press("Enter");
  await shown("Put it on your site");
  await reach(/Finish$/);
  await press("Enter");
  await expectAt(/\/o\/org_\w+\/?$/);
});

test("a greeting is changed and published", async () => {
  await reach(/^a: Agents/);
  await press("Enter");
  await expectAt(/\/agents$/);
  await reach(/^a: Lindenhof Bike Rental/);
  await press("Enter");
  await expectAt(/\/behaviour/);
  await reach(/^textarea: Greeting/);
  await type("Hello by keyboard.");
  await reach(/^button: Publish/, "Shift+Tab");
  await eventually(async () => ((await page.getByRole("button", { name: "Publish" }).isEnabled()) ? true : undefined));
  await press("Enter");
  await page.getByRole("dialog").waitFor();
  await reach(/^button: Publish/);
  await press("Enter");
  await shown(/Version \d+ is published/);
});

test("a conversation is found with the command menu and its answer corrected", async () => {
  const agent = /agt_\w+/.exec(page.url())?.[0] ?? "";
  expect((await owner.api("POST", `/v1/agents/${agent}/ask`, { question: UNKNOWN })).ok).toBe(true);
  await press("Control+k");
  await page.getByRole("dialog").waitFor();
  await eventually(async () => (/^(input|combobox)/.test(await focused()) ? true : undefined), 10_000);
  await type("Conversations");
  await press("Enter");
  await expectAt(/\/conversations/);
  await shown(UNKNOWN);
  await reach(new RegExp(`^a: .*${UNKNOWN.slice(0, 20)}`, "s"));
  await press("Enter");
  await expectAt(/\/conversations\/cnv_/);
  await reach(/Correct this answer/);
  await press("Enter");
  await eventually(async () => (/textarea/.test(await focused()) ? true : undefined), 10_000);
  await press("Control+a");
  await type(CORRECTED);
  await reach(/^button: Save/);
  await press("Enter");
  await shown(/used from the next message on/i);
  const asked = await owner.api("POST", `/v1/agents/${agent}/ask`, { question: UNKNOWN });
  expect(await asked.json()).toMatchObject({ answer: CORRECTED });
});
