/** An owner says for whom pages are: on a source, on one document; a search is narrowed by it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { join } from "node:path";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { eventually } from "./support/launch.ts";
import { lookAt } from "./support/look-at.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const SITE = join(import.meta.dirname, "../cli/demo-site");
const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";
const withId = z.object({ id: z.string() });

let owner: Owner;
let site: ServedSite;
let page: Page;
let agent: string;
let source: string;
let document: string;

beforeAll(async () => {
  site = await serveSite(SITE);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  const made = async (path: string, body: object) =>
    withId.parse(await (await owner.api("POST", path, body)).json()).id;
  agent = await made("/v1/agents", { name: "Bicycles" });
  document = await made(`/v1/agents/${agent}/documents`, {
    externalId: "staff",
    title: "For us",
    text: "The key of the yard hangs behind the charger.",
  });
  source = await made(`/v1/agents/${agent}/sources`, { type: "website", url: site.url });
  await eventually(async () => {
    const { status } = z
      .object({ status: z.string() })
      .parse(await (await owner.api("GET", `/v1/sources/${source}`)).json());
    return status === "done" ? true : undefined;
  });
});
afterAll(async () => {
  await owner?.close();
  await site?.close();
});

const to = (place: string) => `${owner.parley.url}/o/${owner.organization}/agents/${agent}/knowledge/${place}`;
const look = (name: string) => lookAt(page, `labels-${name}`);

test("a document gets tags and an audience, and shows them", async () => {
  await page.goto(to(`documents/${document}`));
  await page.getByRole("radio", { name: "Labels" }).click();
  const tags = page.getByLabel("Tags");
  for (const tag of ["inside", LONG]) {
    await tags.fill(tag);
    await tags.press("Enter");
  }
  await page.getByLabel("Audience").fill("staff");
  await look("document");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. Searches use them from now on.").waitFor();
  await page.getByRole("radio", { name: "Content" }).click();
  const badges = page.getByRole("dialog").or(page.locator("aside")).getByRole("list", { name: "Labels" }).first();
  expect((await badges.innerText()).split("\n")).toEqual(["inside", LONG, "For staff"]);
  await look("shown");
});

test("a source gets them for all that it holds, and a search is narrowed by them", async () => {
  await page.goto(to(`sources/${source}?view=labels`));
  const tags = page.getByLabel("Tags");
  await tags.fill("public");
  await tags.press("Enter");
  await look("source");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. Searches use them from now on.").waitFor();
  await page.goto(to("search?q=charger&tag=public"));
  await page.getByText("Why it stands here").first().waitFor();
  expect(await page.getByText("The key of the yard").count()).toBe(0);
  await page.goto(to("search?q=charger&tag=inside"));
  await page.getByText("The key of the yard").first().waitFor();
  await page.goto(to("documents"));
  await page.getByRole("row").filter({ hasText: "For us" }).getByText("For staff").waitFor();
  await look("list");
  expect(owner.complaints).toEqual([]);
});
