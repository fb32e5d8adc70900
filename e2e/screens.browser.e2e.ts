/**
 * Every screen of the dashboard, filled by a day of use: axe finds nothing in both themes, nothing is wider than a
 * phone, and pictures of all of them are kept where `PARLEY_SCREENS` says.
 */
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { atRest } from "./support/at-rest.ts";
import { useForADay } from "./support/day-of-use.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");
const KEPT = process.env["PARLEY_SCREENS"] ?? resolve(import.meta.dirname, "../.parley-tmp/screens");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const router = (await readFile(join(import.meta.dirname, "../dashboard/src/router.tsx"), "utf8")).replaceAll(
  /^ *\/\/.*$/gm,
  "",
);

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const themes = ["light", "dark"] as const;

let owner: Owner;
let site: ServedSite;
let page: Page;
let made: Record<string, string>;

beforeAll(async () => {
  await mkdir(KEPT, { recursive: true });
  site = await serveSite(SITE);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  made = await useForADay(owner, site.url);
});
afterAll(async () => {
  await owner.close();
  await site.close();
});

const parents: Record<string, string> = {
  root: "",
  organization: "/o/$organization",
  conversations: "/o/$organization/conversations",
  agent: "/o/$organization/agents/$agent",
};

/** Each address of the router, in its order. Those that only lead on have no picture of their own. */
const addresses = [...router.matchAll(/screen\(\s*(root|organization|conversations|agent),\s*"([^"]+)"/g)].map(
  ([, parent = "", path = ""]) => `${parents[parent] ?? ""}${path}`.replace(/(.)\/$/, "$1"),
);

const knowledge = "/o/$organization/agents/$agent/knowledge";
/** What opens on those screens under an address of its own. */
const states = [
  "/o/$organization/agents?import=file",
  "/o/$organization/settings/connections?client=google",
  "/o/$organization/settings/connections?embeddings=choose",
  `${knowledge}/sources/new`,
  `${knowledge}/sources/new?type=google-drive`,
  `${knowledge}/sources/new?type=intercom`,
  `${knowledge}/sources/$source?view=settings`,
  `${knowledge}/sources/$source?view=labels`,
  `${knowledge}/catalogue/new`,
  `${knowledge}/catalogue/import`,
  `${knowledge}/catalogue/settings`,
  `${knowledge}/documents/$versioned?view=passages`,
  `${knowledge}/documents/$versioned?view=labels`,
  `${knowledge}/documents/$versioned?view=versions`,
  `${knowledge}/documents/$versioned?view=versions&version=1`,
  `${knowledge}/documents/$versioned?view=versions&version=1&with=present`,
  `${knowledge}/answers/new`,
  `${knowledge}/answers/import`,
  `${knowledge}/search?q=bike`,
  `${knowledge}/search?panel=synonyms`,
  `${knowledge}/search?panel=synonyms&synonym=$synonym`,
];

test("the list of screens is the router's own", () => {
  const lines = [...router.matchAll(/\bscreen\(\s*\w+,/g)].length;
  expect(addresses).toHaveLength(lines);
  expect(lines).toBeGreaterThan(60);
});

test.each([...addresses, ...states])("%s", async (path) => {
  const address = path.replaceAll(/\$(\w+)/g, (_, name: string) => made[name] ?? `unknown-${name}`);
  expect(address, "the day of use makes none").not.toContain("unknown-");
  const name = path.replaceAll(/[^a-z]+/gi, "-").replaceAll(/^-|-$/g, "") || "home";
  const before = owner.complaints.length;
  await page.setViewportSize(sizes.desktop);
  await open(`${owner.parley.url}${address}`);
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.screenshot({ path: join(KEPT, `${name}-${size}-${theme}.png`) });
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect.soft(overflow, `${size} ${theme} is wider than its window`).toBeLessThanOrEqual(0);
      expect.soft(await violations(), `${size} ${theme}`).toEqual([]);
    }
  }
  expect(owner.complaints.slice(before)).toEqual([]);
});

/** Loaded, and nothing on it is still a skeleton. */
async function open(url: string): Promise<void> {
  await page.goto(url);
  await page.locator("h1").first().waitFor();
  await page.locator("[aria-busy=true]:not(button)").first().waitFor({ state: "detached" });
}

async function violations(): Promise<unknown> {
  await page.evaluate(axe);
  await atRest(page);
  // What stands in frames is tested with the widget.
  return page.evaluate(
    "axe.run({ exclude: [['iframe']] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 4).join(' | ')}`))",
  );
}
