/**
 * Pictures of every state of the messenger and the pages, on two sizes and at 200 % zoom, light and dark:
 * `node server/src/channels/pages/testing/gallery.ts DIRECTORY [part of a state's name]`.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "./open-browser.ts";
import { buildWidget, startSample } from "./start-sample.ts";
import { hostPage } from "./host-page.ts";
import { lookStates } from "./look-states.ts";
import { states, type State } from "./states.ts";
import { AGENT_ID } from "@parley/widget/sample";

const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  zoomed: { width: 720, height: 450 },
};
const [directory = "gallery", wanted = "", only = ""] = process.argv.slice(2);

await mkdir(directory, { recursive: true });
const built = await buildWidget();
const browser = await openBrowser();
for (const state of [...states, ...lookStates].filter(({ name }) => name.includes(wanted))) {
  for (const size of ["desktop", "phone", "zoomed"] as const) {
    for (const theme of ["light", "dark"] as const) {
      if (only !== "" && !`${size}-${theme}`.includes(only)) continue;
      await shoot(browser, { state, size, theme }).catch((error: unknown) =>
        console.log(`${state.name} ${size} ${theme}: ${String(error).slice(0, 300)}`),
      );
    }
  }
}
await browser.close();
await rm(built.dist, { recursive: true, force: true });

async function shoot(
  opened: Browser,
  { state, size, theme }: { state: State; size: keyof typeof SIZES; theme: "light" | "dark" },
): Promise<void> {
  const sample = await startSample(built, (path) =>
    path === "/host" ? hostPage({ agentId: state.agentId ?? AGENT_ID, dark: theme === "dark", ...state.host }) : null,
  );
  const context = await opened.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    locale: state.locale ?? "en",
    hasTouch: size === "phone",
    isMobile: size === "phone",
    deviceScaleFactor: 1,
    permissions: [],
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && console.log(`${state.name}: ${message.text()}`));
  page.on("pageerror", (error) => console.log(`${state.name}: ${error.message}`));
  sample.faults.paceMs = 1;
  try {
    await state.prepare?.(sample);
    await page.goto(sample.url + state.path, { waitUntil: "load" });
    await state.act({ page, sample, context });
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(directory, `${state.name}-${size}-${theme}.png`) });
  } finally {
    await context.close();
    await sample.close();
  }
}
