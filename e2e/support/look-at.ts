/** Pictures of a screen in both sizes and themes, and what a machine can say against them. */
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { atRest } from "./at-rest.ts";

const KEPT = process.env["PARLEY_SCREENS"] ?? resolve(import.meta.dirname, "../../.parley-tmp/screens");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Kept as pictures, no wider than their window, and without what axe finds. */
export async function lookAt(page: Page, name: string, { whole = false }: { whole?: boolean } = {}): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await atRest(page);
      const path = join(KEPT, `${name}-${size}-${theme}.png`);
      await page.screenshot({ path, fullPage: whole && size === "desktop" });
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect.soft(overflow, `${name} ${size} ${theme} is wider than its window`).toBeLessThanOrEqual(0);
      await page.evaluate(axe);
      const found = await page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))",
      );
      expect.soft(found, `${name} ${size} ${theme}`).toEqual([]);
    }
  }
  await page.setViewportSize(sizes.desktop);
}
