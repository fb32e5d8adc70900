/** Every template in a real browser: readable for everybody, still on the page around it, and shown by the editor alone. */
import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { defaultLook, lookTemplate } from "@parley/contracts";
import { AGENT_ID } from "@parley/widget/sample";
import axe from "axe-core";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hostPage } from "./testing/host-page.ts";
import { wear } from "./testing/look-states.ts";
import { hasBrowser, openBrowser } from "./testing/open-browser.ts";
import { arabic, ask, german, openMessenger } from "./testing/states.ts";
import { buildWidget, startSample, type Built, type Sample } from "./testing/start-sample.ts";

const LAUNCHER = "button[aria-expanded]";
const STAGE = `/widget/stage?agent=${AGENT_ID}`;
// Run in the page, where there is a DOM; nothing here has its types.
const LAYOUT_SHIFTS = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(0), 300);
})`;
const BUTTON = `(() => {
  const host = document.documentElement.lastElementChild;
  const button = host.shadowRoot.querySelector("button");
  const { left, top, width, height } = button.getBoundingClientRect();
  return { left, top, right: innerWidth - left - width, bottom: innerHeight - top - height, width, height,
    shown: getComputedStyle(host).display !== "none", words: button.textContent, fill: getComputedStyle(button).backgroundColor };
})()`;

let browser: Browser;
let built: Built;
let sample: Sample;
let context: BrowserContext;
let host: Partial<Parameters<typeof hostPage>[0]>;
let body: ((line: string) => string) | undefined;
let elsewhere: Server | undefined;

interface Button {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
  shown: boolean;
  words: string;
  fill: string;
}

describe.skipIf(!hasBrowser)("looks in a browser", () => {
  beforeAll(async () => {
    [browser, built] = await Promise.all([openBrowser(), buildWidget()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(built.dist, { recursive: true, force: true });
  });
  beforeEach(async () => {
    host = {};
    body = undefined;
    sample = await startSample(built, (path) =>
      path === "/editor" ? editorPage : path.startsWith("/host") ? page() : null,
    );
    sample.faults.paceMs = 1;
    context = await browser.newContext({
      viewport: { width: 1200, height: 800 },
      locale: "en",
      reducedMotion: "reduce",
    });
  });
  afterEach(async () => {
    await context.close();
    await sample.close();
    elsewhere?.close();
    elsewhere = undefined;
  });

  for (const template of lookTemplate.options) {
    it(`${template} has no accessibility fault, light and dark, from both sides, and moves nothing on the page`, async () => {
      for (const dark of [false, true]) {
        for (const direction of ["ltr", "rtl"] as const) {
          host = { dark, direction, language: direction === "rtl" ? "ar" : "de" };
          (direction === "rtl" ? arabic : german)(sample);
          wear(sample, {
            template,
            accent: dark ? "#ffd400" : "#c2410c",
            legal: { text: "Datenschutz", url: "https://x.example/" },
          });
          const opened = await visit("/host");
          await opened.locator(LAUNCHER).waitFor();
          expect(await opened.evaluate(LAYOUT_SHIFTS)).toBe(0);
          const messenger = await openMessenger(opened);
          const frame = frameOf(opened);
          expect(await frame.evaluate(`document.documentElement.dataset.template`)).toBe(template);
          expect(await faultsOf(frame)).toEqual([]);
          await ask(messenger, direction === "rtl" ? "كم تكلفة استئجار دراجة؟" : "Welche Versicherung brauche ich?");
          expect(await faultsOf(frame)).toEqual([]);
          expect(await frame.evaluate(`document.documentElement.scrollWidth - innerWidth`)).toBe(0);
          await opened.close();
        }
      }
    });
  }

  it("stands where it should, mirrored where it should", async () => {
    const cases = [
      [{ position: "bottom-right" }, { right: 20, bottom: 20 }, { left: 20, bottom: 20 }],
      [{ position: "bottom-left" }, { left: 20, bottom: 20 }, { right: 20, bottom: 20 }],
      [
        { position: "top-right", mirrored: false },
        { right: 20, top: 20 },
        { right: 20, top: 20 },
      ],
      [
        { position: "top-left", offset: { x: 40, y: 90 } },
        { left: 40, top: 90 },
        { right: 40, top: 90 },
      ],
      [
        { position: "middle-right", size: "large" },
        { right: 20, width: 64 },
        { left: 20, width: 64 },
      ],
      [
        { position: "bottom-left", mirrored: false, size: "compact" },
        { left: 20, width: 48 },
        { left: 20, width: 48 },
      ],
    ] as const;
    for (const [look, ltr, rtl] of cases) {
      for (const [direction, place] of [["ltr", ltr] as const, ["rtl", rtl] as const]) {
        host = { direction };
        wear(sample, look);
        const opened = await visit("/host");
        await opened.locator(LAUNCHER).waitFor();
        const found = await buttonOf(opened);
        for (const [side, distance] of Object.entries(place))
          expect(Reflect.get(found, side), `${JSON.stringify(look)} ${direction} ${side}`).toBeCloseTo(distance, 0);
        await openMessenger(opened);
        const box = await opened.locator("iframe").boundingBox();
        expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1200 && box.y + box.height <= 800).toBe(true);
        await opened.close();
      }
    }
  });

  it("keeps to its pages, also when an application changes the address by itself", async () => {
    wear(sample, { pages: { show: ["/host/**"], hide: ["/host/checkout"] } });
    const opened = await visit("/host");
    await opened.locator(LAUNCHER).waitFor();
    expect((await buttonOf(opened)).shown).toBe(true);
    await opened.evaluate(`history.pushState(null, "", "/host/checkout?step=2")`);
    await holds(opened, `!(${BUTTON}).shown`);
    await opened.evaluate(`history.back()`);
    await holds(opened, `(${BUTTON}).shown`);
  });

  it("takes the page's own colour and theme before the look's, mended", async () => {
    host = { attributes: `data-color="#ffee00" data-theme="light"` };
    wear(sample, { accent: "#1f6f54", theme: "dark" });
    const opened = await visit("/host");
    await opened.locator(LAUNCHER).waitFor();
    await openMessenger(opened);
    expect(await frameOf(opened).evaluate(`document.documentElement.dataset.theme`)).toBe("dark");
    expect((await buttonOf(opened)).fill).not.toBe("rgb(31, 111, 84)");
    const accent = `getComputedStyle(document.documentElement).getPropertyValue("--accent")`;
    expect(await frameOf(opened).evaluate(accent)).not.toContain("#1f6f54");
  });

  it("comes by whatever brings the script: an inserted element, a module, a late one", async () => {
    const ways: ((line: string) => string)[] = [
      (src) =>
        `(() => { const s = document.createElement("script"); s.async = true; s.src = "${src}"; s.setAttribute("data-agent", "${AGENT_ID}"); document.body.appendChild(s); })()`,
      (src) =>
        `(() => { const s = document.createElement("script"); s.type = "module"; s.src = "${src}"; s.dataset.agent = "${AGENT_ID}"; document.body.append(s); })()`,
      (src) =>
        `addEventListener("load", () => { const s = document.createElement("script"); s.src = "${src}"; s.dataset.agent = "${AGENT_ID}"; document.head.append(s); })`,
    ];
    for (const way of ways) {
      body = way;
      const opened = await visit("/host");
      await opened.locator(LAUNCHER).waitFor();
      const messenger = await openMessenger(opened);
      expect(await messenger.locator("h1").textContent()).toBe("Kettle & Chain");
      await opened.close();
    }
  });

  it("changes while a visitor looks, when the owner publishes", async () => {
    const opened = await visit("/host");
    await opened.locator(LAUNCHER).waitFor();
    await openMessenger(opened);
    wear(sample, { template: "console", accent: "#aa3300" });
    await holds(frameOf(opened), `document.documentElement.dataset.template === "console"`);
    expect(await frameOf(opened).evaluate(`document.querySelectorAll("link[data-look]").length`)).toBe(1);
  });

  it("has an editor's preview: the real messenger, dressed while one types, and nothing said or kept", async () => {
    const editor = await visit("/editor");
    const order = (template: string) => ({
      stage: 1,
      theme: "dark",
      open: true,
      scene: "thread",
      agent: { ...sample.agent, look: { ...defaultLook, template } },
    });
    await editor.evaluate(`new Promise((done) => {
      addEventListener("message", ({ data }) => data.stage === "ready" && done());
      const frame = Object.assign(document.createElement("iframe"), { src: "${STAGE}", width: 1000, height: 700 });
      document.body.append(frame);
    })`);
    const tell = (value: object) =>
      editor.evaluate(
        `document.querySelector("iframe").contentWindow.postMessage(${JSON.stringify(value)}, location.origin)`,
      );
    await tell(order("ledger"));
    const stage = await until(() =>
      editor.frames().find((each) => each.url().includes("/widget/stage") && each !== editor.mainFrame()),
    );
    const preview = await until(() => editor.frames().find((each) => each.url().includes("preview=1")));
    await holds(
      preview,
      `document.documentElement.dataset.template === "ledger" && document.querySelector(".visitor") !== null`,
    );
    expect(await stage.evaluate(`document.documentElement.dataset.theme`)).toBe("dark");
    await tell({
      ...order("ledger"),
      agent: { ...sample.agent, look: { ...defaultLook, template: "ledger", accent: "#123456" } },
    });
    await holds(preview, `getComputedStyle(document.documentElement).getPropertyValue("--accent").includes("#123456")`);
    expect(sample.stored()).toEqual([]);
    expect(sample.requests.filter((request) => request.includes("/v1/"))).toEqual([]);
  });

  it("lets no other site hold the preview, nor order it about through a window of its own", async () => {
    elsewhere = createServer((_, response) =>
      response.setHeader("content-type", "text/html").end(`<iframe src="${sample.url}${STAGE}"></iframe>`),
    ).listen(0, "127.0.0.1");
    await until(() => elsewhere?.listening || undefined);
    const bound = elsewhere.address();
    const foreign = await context.newPage();
    await foreign.goto(`http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}/`);
    await foreign.waitForTimeout(500);
    const held = foreign.frames().find((each) => each !== foreign.mainFrame());
    expect(held?.url() ?? "").not.toContain("/widget/stage");
    const [popup] = await Promise.all([
      context.waitForEvent("page"),
      foreign.evaluate(`void (window.popup = open("${sample.url}${STAGE}"))`),
    ]);
    await popup.locator(LAUNCHER).waitFor();
    const order = { stage: 1, theme: "dark", open: true, scene: "thread", agent: { ...sample.agent, name: "Evil" } };
    await foreign.evaluate(`popup.postMessage(${JSON.stringify(order)}, "*")`);
    await popup.waitForTimeout(300);
    expect(await popup.evaluate(`document.documentElement.dataset.theme`)).toBe("light");
    expect(await popup.locator(LAUNCHER).getAttribute("aria-expanded")).toBe("false");
  });
});

/** In the place of the dashboard: a page of this server that holds the stage. */
const editorPage = { html: "<!doctype html><title>Editor</title><body>", headers: { "content-type": "text/html" } };

function page() {
  const made = hostPage({ agentId: AGENT_ID, ...host });
  if (body === undefined) return made;
  const script = /<script nonce.*<\/script>/.exec(made.html)?.[0] ?? "";
  const html = made.html.replace(script, `<script nonce="host">${body("/widget.js")}</script>`);
  // What a script inserts needs `strict-dynamic` or the server's address in the policy, and a page with Trusted Types a policy of its own.
  const policy = made.headers["content-security-policy"]
    ?.replace("'nonce-host'", "'nonce-host' 'self'")
    .replace("; require-trusted-types-for 'script'", "");
  return { html, headers: { ...made.headers, "content-security-policy": policy ?? "" } };
}

async function visit(path: string): Promise<Page> {
  const opened = await context.newPage();
  opened.setDefaultTimeout(30_000);
  await opened.goto(sample.url + path);
  return opened;
}

const buttonOf = (opened: Page): Promise<Button> => opened.evaluate(BUTTON);

function frameOf(opened: Page): Frame {
  const frame = opened.frames().find((each) => each.url().includes("/widget/frame"));
  if (frame === undefined) throw new Error("The messenger's frame is not there");
  return frame;
}

/** Asked again and again from outside: a strict page evaluates no text by itself. */
async function holds(where: Page | Frame, expression: string): Promise<void> {
  await until(async () => (await where.evaluate<boolean>(expression)) || undefined);
}

async function until<T>(find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let count = 0; count < 1_000; count += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("It did not come");
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
