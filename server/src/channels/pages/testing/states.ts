import { AGENT_ID } from "@parley/widget/sample";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import type { Sample } from "./start-sample.ts";

export interface Scene {
  page: Page;
  sample: Sample;
  context: BrowserContext;
}

export interface State {
  name: string;
  path: string;
  agentId?: string;
  locale?: string;
  host?: { direction?: "ltr" | "rtl"; language?: string; attributes?: string };
  prepare?: (sample: Sample) => void;
  act: (scene: Scene) => Promise<void>;
}

export const HOST = "/host";
const TRY = `/try/${AGENT_ID}`;

/** Opens the messenger behind the launcher and waits until it can be used. */
export async function openMessenger(page: Page): Promise<FrameLocator> {
  await page.locator("button[aria-expanded]").click();
  const frame = page.frameLocator("iframe");
  await frame.locator(".messenger").waitFor();
  return frame;
}

export async function ask(frame: FrameLocator | Page, question: string): Promise<void> {
  const before = await frame.locator(".answer-actions").count();
  await frame.locator("textarea").fill(question);
  await frame.locator("textarea").press("Enter");
  await frame.locator(".answer-actions").nth(before).waitFor();
}

export const states: State[] = [
  { name: "launcher", path: HOST, act: async ({ page }) => page.locator("button[aria-expanded]").waitFor() },
  { name: "widget-empty", path: HOST, act: async ({ page }) => void (await openMessenger(page)) },
  { name: "widget-logo", path: HOST, prepare: logo, act: async ({ page }) => void (await openMessenger(page)) },
  {
    name: "widget-answer",
    path: HOST,
    act: async ({ page }) => ask(await openMessenger(page), "How much does it cost to hire a bike?"),
  },
  {
    name: "widget-card",
    path: HOST,
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await ask(frame, "How much does it cost to hire a bike?");
      await frame.locator(".cite").first().click();
    },
  },
  { name: "widget-table", path: HOST, act: async ({ page }) => ask(await openMessenger(page), "When are you open?") },
  {
    name: "widget-code",
    path: HOST,
    act: async ({ page }) => ask(await openMessenger(page), "Show me the embed code"),
  },
  {
    name: "widget-unknown",
    path: HOST,
    act: async ({ page }) => ask(await openMessenger(page), "Who won the world cup?"),
  },
  {
    name: "widget-typing",
    path: HOST,
    prepare: (sample) => void (sample.faults.paceMs = 1_000),
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await frame.locator("textarea").fill("How much does it cost to hire a bike?");
      await frame.locator("textarea").press("Enter");
      await frame.locator(".typing").waitFor();
    },
  },
  {
    name: "widget-streaming",
    path: HOST,
    prepare: (sample) => void (sample.faults.paceMs = 30),
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await frame.locator("textarea").fill("How much does it cost to hire a bike?");
      await frame.locator("textarea").press("Enter");
      await frame.locator(".agent .cite").first().waitFor();
    },
  },
  {
    name: "widget-pill",
    path: HOST,
    act: async ({ page, sample }) => {
      const frame = await openMessenger(page);
      await ask(frame, "How much does it cost to hire a bike?");
      await ask(frame, "When are you open?");
      sample.faults.paceMs = 40;
      await frame.locator("textarea").fill("Do you repair e-bikes?");
      await frame.locator("textarea").press("Enter");
      await frame.locator(".typing").waitFor();
      await frame.locator(".log").evaluate((log) => void (log.scrollTop = 0));
      await frame.locator(".pill").waitFor();
    },
  },
  {
    name: "widget-offline",
    path: HOST,
    act: async ({ page, context }) => {
      const frame = await openMessenger(page);
      await ask(frame, "When are you open?");
      await context.setOffline(true);
      await frame.locator("textarea").fill("And on public holidays?");
      await frame.locator("textarea").press("Enter");
      await page.waitForTimeout(1_800);
    },
  },
  {
    name: "widget-limited",
    path: HOST,
    prepare: (sample) =>
      void (sample.faults.next = { code: "rate_limited", message: "Too many requests.", retryAfterMs: 30_000 }),
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await frame.locator("textarea").fill("Do you repair e-bikes?");
      await frame.locator("textarea").press("Enter");
      await frame.locator(".notice").waitFor();
    },
  },
  {
    name: "widget-budget",
    path: HOST,
    prepare: (sample) => void (sample.faults.next = { code: "budget_spent", message: "", retryAfterMs: 40_000_000 }),
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await frame.locator("textarea").fill("Do you repair e-bikes?");
      await frame.locator("textarea").press("Enter");
      await frame.locator(".fate.failed").waitFor();
    },
  },
  {
    name: "widget-afresh",
    path: HOST,
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await ask(frame, "When are you open?");
      await frame.locator(".actions button").first().click();
    },
  },
  {
    name: "widget-long-text",
    path: HOST,
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await frame
        .locator("textarea")
        .fill("I would like to know a number of things about your hire bikes. ".repeat(61) + "And then");
    },
  },
  { name: "widget-reading", path: HOST, prepare: reading, act: async ({ page }) => void (await openMessenger(page)) },
  {
    name: "widget-nothing",
    path: HOST,
    prepare: (sample) => sample.setAgent({ state: "empty", suggestions: [] }),
    act: async ({ page }) => void (await openMessenger(page)),
  },
  { name: "widget-gone", path: HOST, agentId: "agt_nobody", act: async ({ page }) => void (await openMessenger(page)) },
  {
    name: "widget-german",
    path: HOST,
    host: { language: "de" },
    prepare: german,
    act: async ({ page }) => ask(await openMessenger(page), "Welche Versicherung brauche ich?"),
  },
  {
    name: "widget-arabic",
    path: HOST,
    host: { language: "ar", direction: "rtl" },
    prepare: arabic,
    act: async ({ page }) => ask(await openMessenger(page), "كم تكلفة استئجار دراجة؟"),
  },
  {
    name: "widget-yellow",
    path: HOST,
    prepare: (sample) => sample.setAgent({ brand: { color: "#ffd400", logoUrl: null } }),
    act: async ({ page }) => ask(await openMessenger(page), "Do you repair e-bikes?"),
  },
  {
    name: "widget-black",
    path: HOST,
    prepare: (sample) => sample.setAgent({ brand: { color: "#000000", logoUrl: null } }),
    act: async ({ page }) => ask(await openMessenger(page), "Do you repair e-bikes?"),
  },
  {
    name: "unread",
    path: HOST,
    prepare: (sample) => void (sample.faults.paceMs = 15),
    act: async ({ page }) => {
      const frame = await openMessenger(page);
      await frame.locator("textarea").fill("Do you repair e-bikes?");
      await frame.locator("textarea").press("Enter");
      await frame.locator(".visitor").waitFor();
      await frame.locator("textarea").press("Escape");
      await page.waitForTimeout(1_800);
    },
  },
  { name: "try-empty", path: TRY, act: async ({ page }) => page.locator("textarea").waitFor() },
  { name: "try-logo", path: TRY, prepare: logo, act: async ({ page }) => page.locator("textarea").waitFor() },
  { name: "try-reading", path: TRY, prepare: reading, act: async ({ page }) => page.locator("textarea").waitFor() },
  {
    name: "try-answer",
    path: TRY,
    act: async ({ page }) => {
      await ask(page, "How much does it cost to hire a bike?");
      await ask(page, "When are you open?");
    },
  },
  {
    name: "try-card",
    path: TRY,
    act: async ({ page }) => {
      await ask(page, "How much does it cost to hire a bike?");
      await page.locator(".cite").last().click();
    },
  },
  {
    name: "readme",
    path: TRY,
    prepare: logo,
    act: async ({ page }) => {
      await ask(page, "How much does it cost to hire a bike?");
      await page.locator(".cite").last().click();
    },
  },
  { name: "try-embed", path: TRY, act: async ({ page }) => page.locator(".embed > button").click() },
  {
    name: "try-arabic",
    path: TRY,
    locale: "ar",
    prepare: arabic,
    act: async ({ page }) => ask(page, "كم تكلفة استئجار دراجة؟"),
  },
  { name: "not-found", path: "/nowhere", act: async () => undefined },
  { name: "error", path: "/broken", act: async () => undefined },
];

export function logo(sample: Sample): void {
  sample.setAgent({ brand: { color: "#1f6f54", logoUrl: `/widget/agents/${AGENT_ID}/logo` } });
}

function reading(sample: Sample): void {
  sample.reading = { pages: 12 };
}

export function german(sample: Sample): void {
  sample.setAgent({
    name: "Rechtsschutzversicherungsgesellschaft Fahrradfreundinnen",
    language: "de",
    greeting: "Guten Tag! Fragen Sie mich alles zur Fahrraddiebstahlversicherung.",
    suggestions: ["Was kostet die Haftpflichtversicherungsbescheinigung?"],
  });
}

export function arabic(sample: Sample): void {
  sample.setAgent({
    name: "كيتل وتشين",
    language: "ar",
    greeting: "مرحبًا! اسألني عن استئجار الدراجات والإصلاح والمقهى.",
    suggestions: ["كم تكلفة استئجار دراجة؟", "متى تفتحون؟"],
  });
}
