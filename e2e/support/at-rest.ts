import type { Page } from "playwright-core";

/** Until no colour is on its way to another one: what is measured meanwhile is neither. What moves without end may. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(`new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))).then(() =>
    Promise.allSettled(
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished),
    ).then(() => undefined))`);
}
