/** A page changes its price: the answer that was given is found, taken back by the owner, and seen by the visitor. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { serveSite, type ServedSite } from "../server/src/testing/serve-site.ts";
import { lookAt } from "./support/look-at.ts";
import { eventually } from "./support/launch.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

let owner: Owner;
let site: ServedSite;
let folder: string;
let page: Page;
let visitor: Page;
let agent: string;
let source: string;

const write = (price: number) =>
  writeFile(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head><title>Boat house</title></head><body><main><h1>Boat house</h1>
    <p>The boat house at the lake lends rowing boats and canoes to everybody who can swim.</p>
    <h2>Prices</h2><p>A rowing boat costs ${price} euros an hour, and a canoe costs half of that.</p>
    <h2>Opening hours</h2><p>The boat house opens at nine in the morning and closes at sunset, from April to October.</p>
    </main></body></html>`,
  );
const idOf = async (answer: Response) => z.object({ id: z.string() }).parse(await answer.json()).id;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-site-"));
  await write(14);
  site = await serveSite(folder);
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  agent = await idOf(await owner.api("POST", "/v1/agents", { name: "Boat house" }));
  source = await idOf(await owner.api("POST", `/v1/agents/${agent}/sources`, { type: "website", url: site.url }));
  await read();
});
afterAll(async () => {
  await owner?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

async function read(): Promise<void> {
  await eventually(async () => {
    const { status } = z
      .object({ status: z.string() })
      .parse(await (await owner.api("GET", `/v1/sources/${source}`)).json());
    return status === "done";
  });
}
const to = (place: string) => `${owner.parley.url}/o/${owner.organization}/agents/${agent}/${place}`;

const look = (name: string, at: Page = page) => lookAt(at, `recall-${name}`);

test("a visitor is answered, and sees when the page was checked", async () => {
  visitor = await owner.context.newPage();
  await visitor.goto(`${owner.parley.url}/try/${agent}`);
  await visitor.locator(".log[aria-busy=false]").waitFor();
  await visitor.locator("textarea").fill("What does a rowing boat cost an hour?");
  await visitor.locator("textarea").press("Enter");
  const answer = visitor.locator("article.message.agent:not(.growing)").first();
  await answer.waitFor();
  expect(await answer.innerText()).toContain("14 euros");
  await answer.locator(".cite").first().click();
  await visitor.getByText(/^Checked /).waitFor();
  await look("checked", visitor);
  await visitor.keyboard.press("Escape");
});

test("the page changes, and the answer comes up to be taken back", async () => {
  await page.goto(to("knowledge/recalls"));
  await page.getByText("No answer has to be taken back").waitFor();
  await look("none");
  await write(18);
  await owner.api("POST", `/v1/sources/${source}/recrawl`);
  const row = page.getByRole("link", { name: /What does a rowing boat cost/ }).first();
  await row.waitFor({ timeout: 30_000 });
  await look("list");
  await row.click();
  await page.getByText("1 person got the old answer").waitFor();
  expect(await page.locator("del").allInnerTexts()).toContain("14");
  await look("panel");
});

test("what changed on the page is shown, and can be put back", async () => {
  await page.getByRole("link", { name: "See what changed on the page" }).click();
  await page.getByRole("heading", { name: "Version 1" }).waitFor();
  await page.locator("del", { hasText: "14" }).first().waitFor();
  await look("difference");
  await page.getByRole("button", { name: "All versions" }).click();
  await page.getByRole("button", { name: /Version 2/ }).waitFor();
  expect(await page.getByText("Read from its source").count()).toBe(2);
  await look("versions");
});

test("the correction is sent once, and the visitor sees it", async () => {
  await page.goto(to("knowledge/recalls"));
  await page
    .getByRole("link", { name: /What does a rowing boat cost/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Send a correction" }).click();
  await page.getByText("What they will see").waitFor();
  await look("send");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("1 of 1 told").waitFor();
  await look("sent");
  const correction = visitor.locator("article.message.agent", { has: visitor.locator(".correction") });
  await correction.waitFor();
  const words = await correction.innerText();
  expect(words).toContain("Correction");
  expect(words).toContain("14 euros");
  expect(words).toContain("18 euros");
  await look("seen", visitor);
  // Told once, and still there at the next visit.
  await visitor.reload();
  await correction.waitFor();
  expect(await visitor.locator(".correction").count()).toBe(1);
  await page.getByRole("link", { name: /\d{4}/ }).first().click();
  await page.getByText("has changed since").first().waitFor();
  await look("conversation");
});

test("the agent is exported and imported", async () => {
  await page.goto(to("history"));
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click({ timeout: 20_000 }),
  ]);
  await look("export");
  const file = join(folder, "agent.parley.tar.gz");
  await download.saveAs(file);
  await page.goto(`${owner.parley.url}/o/${owner.organization}/agents`);
  await page.getByRole("button", { name: "Import agent" }).click();
  await look("import");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "x.tar.gz", mimeType: "application/gzip", buffer: Buffer.from([0x1f, 0x8b, 1, 2, 3]) });
  await page.getByText("This is not a whole archive").waitFor();
  await look("import-refused");
  await page.getByRole("button", { name: "Try another file" }).click();
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText("The agent is there").waitFor({ timeout: 20_000 });
  await look("import-done");
  await page.getByRole("link", { name: "Open the agent" }).click();
  await page.waitForURL(/\/behaviour/);
  expect(owner.complaints).toEqual([]);
});
