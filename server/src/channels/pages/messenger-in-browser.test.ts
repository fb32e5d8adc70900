/** The built widget in a real browser, on a page as strict as pages get, over a network that misbehaves on request. */
import { rm } from "node:fs/promises";
import { AGENT_ID } from "@parley/widget/sample";
import axe from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hostPage } from "./testing/host-page.ts";
import { hasBrowser, openBrowser } from "./testing/open-browser.ts";
import { ask, openMessenger } from "./testing/states.ts";
import { buildWidget, startSample, type Built, type Sample } from "./testing/start-sample.ts";

const HIRE = "How much does it cost to hire a bike?";
const LAUNCHER = "button[aria-expanded]";

// Run in the page, where there is a DOM; nothing here has its types.
const LENGTHS_ON_SCREEN = `(async () => {
  const seen = [];
  while (document.querySelector(".answer-actions") === null) {
    seen.push(document.querySelector(".agent .bubble")?.textContent.length ?? 0);
    await new Promise(requestAnimationFrame);
  }
  return seen;
})()`;
const SETTLED = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))";
const BELOW = `(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector(".log"))`;
const LAYOUT_SHIFTS = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(0), 300);
})`;

let browser: Browser;
let built: Built;
let sample: Sample;
let context: BrowserContext;
let dark = false;
let twice = false;

if (!hasBrowser) console.log("The messenger is not tested in a browser: there is no /usr/bin/chromium here.");

describe.skipIf(!hasBrowser)("the messenger in a browser", () => {
  beforeAll(async () => {
    [browser, built] = await Promise.all([openBrowser(), buildWidget()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(built.dist, { recursive: true, force: true });
  });
  beforeEach(async () => {
    dark = false;
    twice = false;
    sample = await startSample(built, (path) => (path === "/host" ? host() : null));
    sample.faults.paceMs = 1;
    context = await newContext();
  });
  afterEach(async () => {
    await context.close();
    await sample.close();
  });

  it("answers with its sources, streamed, and still knows it after a reload", async () => {
    const page = await visit(`/try/${AGENT_ID}`);
    await ask(page, HIRE);
    expect(await page.locator(".agent .bubble strong").textContent()).toBe("18 euros a day");
    expect(await page.locator(".agent .bubble li").count()).toBe(3);
    await page.locator(".cite").first().click();
    const link = page.locator(".card-link");
    expect(await link.getAttribute("href")).toContain("kettle-and-chain.example/hire#:~:text=");
    expect(await link.getAttribute("rel")).toContain("noopener");
    await page.reload();
    await page.locator(".answer-actions").waitFor();
    expect(await page.locator(".visitor .bubble").allTextContents()).toEqual([HIRE]);
  });

  it("grows the answer where it stands, without taking away what is on the screen", async () => {
    sample.faults.paceMs = 25;
    const page = await visit(`/try/${AGENT_ID}`);
    await page.locator("textarea").fill(HIRE);
    await page.locator("textarea").press("Enter");
    const lengths: number[] = await page.evaluate(LENGTHS_ON_SCREEN);
    expect(new Set(lengths).size).toBeGreaterThan(4);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  it("follows a growing answer to its very end, but stays where the visitor scrolled up", async () => {
    const page = await visit(`/try/${AGENT_ID}`);
    await page.setViewportSize({ width: 390, height: 600 });
    for (const question of [HIRE, "When are you open?", HIRE]) await ask(page, question);
    await page.evaluate(SETTLED);
    expect(await page.evaluate(BELOW)).toBeLessThan(2);
    sample.faults.paceMs = 20;
    await page.locator("textarea").fill("When are you open?");
    await page.locator("textarea").press("Enter");
    await page.locator(".typing").waitFor();
    await page.locator(".log").evaluate((log) => void (log.scrollTop = 0));
    await page.locator(".pill").click();
    // It goes on growing meanwhile: what counts is where it ends.
    await page.locator(".answer-actions").nth(3).waitFor();
    await page.evaluate(SETTLED);
    expect(await page.evaluate(BELOW)).toBeLessThan(2);
  });

  it("keeps two tabs in step", async () => {
    const first = await visit(`/try/${AGENT_ID}`);
    await ask(first, HIRE);
    const second = await visit(`/try/${AGENT_ID}`);
    await second.locator(".answer-actions").waitFor();
    await ask(second, "When are you open?");
    await first.locator(".answer-actions").nth(1).waitFor();
    await first.locator("[aria-pressed]").first().click();
    await second.locator("[aria-pressed=true]").waitFor();
    expect(await first.locator(".visitor .bubble").allTextContents()).toEqual(
      await second.locator(".visitor .bubble").allTextContents(),
    );
  });

  it("keeps what is said offline, over a reload too, and sends each once and in order", async () => {
    const page = await visit(`/try/${AGENT_ID}`);
    await ask(page, HIRE);
    await context.setOffline(true);
    for (const text of ["When are you open?", "Do you repair e-bikes?"]) {
      await page.locator("textarea").fill(text);
      await page.locator("textarea").press("Enter");
    }
    await page.locator(".waiting").nth(1).waitFor();
    await context.setOffline(false);
    await page.locator(".answer-actions").nth(2).waitFor();
    const said = sample.stored().filter((message) => message.role === "visitor");
    expect(said.map((message) => message.text)).toEqual([HIRE, "When are you open?", "Do you repair e-bikes?"]);
  });

  it("sends after a reload what the last page could not", async () => {
    const page = await visit(`/try/${AGENT_ID}`);
    await page.locator(".chip").first().waitFor();
    sample.faults.swallow = true;
    await page.locator("textarea").fill(HIRE);
    await page.locator("textarea").press("Enter");
    await page.locator(".visitor").waitFor();
    await page.reload();
    await page.locator(".answer-actions").waitFor();
    expect(sample.stored().filter((message) => message.role === "visitor")).toHaveLength(1);
  });

  it("comes through doubled, shuffled and broken off frames with every message once", async () => {
    Object.assign(sample.faults, { duplicate: true, shuffle: true, paceMs: 3 });
    const page = await visit(`/try/${AGENT_ID}`);
    await page.locator("textarea").fill(HIRE);
    await page.locator("textarea").press("Enter");
    await page.locator(".agent").waitFor();
    sample.dropSockets();
    await page.locator(".answer-actions").waitFor();
    await ask(page, "When are you open?");
    expect(await page.locator(".visitor").count()).toBe(2);
    expect(await page.locator(".agent").count()).toBe(2);
    expect(await page.locator(".agent .bubble").first().textContent()).toContain(
      "The deposit is 50 euros a bike, by card or in cash.",
    );
  });

  it("renews an expired session without a word, and waits out a limit", async () => {
    const page = await visit(`/try/${AGENT_ID}`);
    await ask(page, HIRE);
    sample.expireSessions();
    sample.dropSockets();
    sample.faults.next = { code: "rate_limited", message: "Too fast.", retryAfterMs: 400 };
    await ask(page, "When are you open?");
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("stops an answer, and says so", async () => {
    sample.faults.paceMs = 60;
    const page = await visit(`/try/${AGENT_ID}`);
    await page.locator("textarea").fill(HIRE);
    await page.locator("textarea").press("Enter");
    await page.locator(".agent .bubble").waitFor();
    await page.getByRole("button", { name: "Stop answering" }).click();
    await page.locator(".answer-actions").waitFor();
    expect(await page.locator(".fate").textContent()).toBe("Stopped");
  });

  it("starts afresh, can take it back, and keeps the new conversation after a reload", async () => {
    const page = await visit(`/try/${AGENT_ID}`);
    await ask(page, HIRE);
    await page.getByRole("button", { name: "New conversation" }).click();
    expect(await page.locator(".visitor").count()).toBe(0);
    await page.locator("textarea:focus").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.locator(".visitor").count()).toBe(1);
    await page.locator("textarea:focus").waitFor();
    await page.getByRole("button", { name: "New conversation" }).click();
    await page.reload();
    await page.locator(".welcome.new .about").waitFor();
    await ask(page, "When are you open?");
    expect(new Set(sample.stored().map((message) => message.conversationId)).size).toBe(2);
  });

  it("works where storage is blocked", async () => {
    await context.addInitScript(
      `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })`,
    );
    const page = await visit(`/try/${AGENT_ID}`);
    await ask(page, HIRE);
    sample.dropSockets();
    await ask(page, "When are you open?");
    expect(await page.locator(".visitor").count()).toBe(2);
  });

  it("costs a strict page nothing before intent: no frame, no shift, no cookie, no complaint, once", async () => {
    twice = true;
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${sample.url}/host`);
    await page.locator(LAUNCHER).waitFor();
    expect(await page.locator(LAUNCHER).count()).toBe(1);
    expect(sample.requests.filter((request) => !request.endsWith("/host"))).toEqual([
      "GET /widget.js",
      `GET /widget/agents/${AGENT_ID}/launcher`,
    ]);
    expect(await page.evaluate(LAYOUT_SHIFTS)).toBe(0);
    const frame = await openMessenger(page);
    await ask(frame, HIRE);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(`Object.keys(window).filter((name) => /parley/i.test(name))`)).toEqual(["Parley"]);
  });

  it("can be used with the keyboard alone, and gives the focus back", async () => {
    const page = await visit("/host");
    await page.locator(LAUNCHER).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const frame = page.frameLocator("iframe");
    await frame.locator("textarea:focus").waitFor();
    await page.keyboard.type(HIRE);
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("Please.");
    await page.keyboard.press("Enter");
    await frame.locator(".answer-actions").waitFor();
    expect(await frame.locator(".visitor .bubble").textContent()).toBe(`${HIRE}\nPlease.`);
    for (let press = 0; press < 20 && (await frame.locator(".cite:focus").count()) === 0; press += 1)
      await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await frame.locator(".card:focus").waitFor();
    await page.keyboard.press("Escape");
    await frame.locator(".cite:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(`${LAUNCHER}[aria-expanded=false]`).waitFor();
    expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.tagName`)).toBe("BUTTON");
  });

  it("tells of unread answers on the closed launcher, and obeys the page's script", async () => {
    sample.faults.paceMs = 5;
    const page = await visit("/host");
    await page.locator(LAUNCHER).waitFor();
    await page.evaluate(`Parley.ask(${JSON.stringify(HIRE)})`);
    await page.frameLocator("iframe").locator(".visitor").waitFor();
    await page.evaluate(`Parley.close()`);
    await page.locator(`${LAUNCHER}[n="1"]`).waitFor();
    expect(await page.locator(LAUNCHER).getAttribute("aria-label")).toBe("Open chat. New messages: 1");
    await page.locator(LAUNCHER).click();
    await page.locator(`${LAUNCHER}[n=""]`).waitFor();
  });

  it("says so where there is no such agent", async () => {
    const page = await visit("/widget/frame?agent=agt_nobody");
    await page.locator("h1", { hasText: "This agent is not here" }).waitFor();
    expect(await page.locator("h1").count()).toBe(1);
  });

  const sizes = {
    desktop: { viewport: { width: 1440, height: 900 } },
    phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  };
  for (const [size, options] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`has no accessibility fault on a ${size}, ${colorScheme}`, async () => {
        dark = colorScheme === "dark";
        await context.close();
        context = await newContext({ ...options, colorScheme });
        const page = await context.newPage();
        await page.goto(`${sample.url}/host`);
        const locator = await openMessenger(page);
        expect(await faultsOf(messengerFrame(page))).toEqual([]);
        await ask(locator, HIRE);
        expect(await faultsOf(messengerFrame(page))).toEqual([]);
        await locator.locator(".cite").first().click();
        await locator.locator(".card").waitFor();
        expect(await faultsOf(messengerFrame(page))).toEqual([]);
        for (const path of [`/try/${AGENT_ID}`, "/nowhere"]) {
          await page.goto(sample.url + path);
          if (path.startsWith("/try"))
            await page
              .locator(".answer-actions")
              .waitFor()
              .catch(() => undefined);
          expect(await faultsOf(page.mainFrame())).toEqual([]);
        }
      });
    }
  }
});

function host() {
  const page = hostPage({ agentId: AGENT_ID, dark });
  const script = /<script nonce.*<\/script>/.exec(page.html)?.[0] ?? "";
  return twice ? { ...page, html: page.html.replace(script, script + script) } : page;
}

function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1200, height: 800 },
    locale: "en",
    reducedMotion: "reduce",
    ...options,
  });
}

async function visit(path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(sample.url + path);
  return page;
}

function messengerFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes("/widget/frame"));
  if (frame === undefined) throw new Error("The messenger's frame is not there");
  return frame;
}

async function faultsOf(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const found: { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] } =
    await frame.evaluate(
      `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
    );
  return found.violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`.slice(0, 700),
  );
}
