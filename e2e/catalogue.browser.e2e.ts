/** An owner brings a price list, writes products, narrows the list down, and a visitor is shown them as cards. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { lookAt } from "./support/look-at.ts";
import { eventually } from "./support/launch.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihstelle";
const prices = [
  "SKU,Title,Price,Currency,Availability,Category,Colour",
  `T-1,Trail tent ${LONG},199.00,EUR,in stock,Camping > Tents,green`,
  "T-2,City tent,89.90,EUR,out of stock,Camping > Tents,red",
  "B-1,Sleeping bag خفيف 🏕️,49.50,EUR,in stock,Camping > Bags,red",
  'B-2,"<b onmouseover=""alert(1)"">Mat</b>",19,EUR,in stock,Camping > Bags,blue',
  "X-1,Without a price list,what it is worth,EUR,in stock,,",
].join("\n");
const feed = ["id,title,price,currency,availability", "F-1,Gas stove,35.00,EUR,in stock"].join("\n");

let owner: Owner;
let page: Page;
let agent: string;
let shop: Server;

beforeAll(async () => {
  shop = createServer((_, response) => response.setHeader("content-type", "text/csv").end(feed));
  await new Promise<void>((done) => shop.listen(0, "127.0.0.1", done));
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  const made = await owner.api("POST", "/v1/agents", { name: "Camping shop" });
  agent = z.object({ id: z.string() }).parse(await made.json()).id;
});
afterAll(async () => {
  await owner?.close();
  shop?.close();
});

const to = (place: string) => `${owner.parley.url}/o/${owner.organization}/agents/${agent}/knowledge/${place}`;
const price = () => page.getByRole("textbox", { name: /^Price( optional)?$/ });
const look = (name: string) => lookAt(page, `catalogue-${name}`);
const row = (name: string) => page.getByRole("row").filter({ hasText: name });
const rows = () => page.getByRole("table", { name: "Catalogue" }).getByRole("link").allInnerTexts();

test("a price list is shown before it is written, with what is wrong in it", async () => {
  await page.goto(to("catalogue"));
  await page.getByText("No products yet").waitFor();
  await look("empty");
  await page.getByRole("button", { name: "Import and settings" }).click();
  await page.getByRole("menuitem", { name: "Import a file" }).click();
  await page.getByRole("dialog", { name: "Import products" }).waitFor();
  await page.locator('input[type="file"]').setInputFiles({
    name: "prices.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(prices),
  });
  await page.getByText("1 row cannot be taken").waitFor();
  await look("preview");
  await page.getByRole("button", { name: "Import 4 products" }).click();
  await page.getByText(/The file was imported: 4 new or changed/).waitFor();
  await row("City tent").getByText("Out of stock").waitFor();
  await row("Sleeping bag")
    .getByText(/49\.50/)
    .waitFor();
  await page.getByRole("link", { name: /^Catalogue\s*4$/ }).waitFor();
  expect((await rows())[0]).toContain("Mat");
  await look("list");
});

test("a product is written by hand, and changed", async () => {
  await page.getByRole("link", { name: "Add product" }).click();
  await page.getByLabel("Name", { exact: false }).first().fill("Camping chair");
  await page.getByLabel("SKU or id").fill("C-1");
  await price().fill("a lot");
  await page.getByRole("button", { name: "Add product" }).click();
  await page.getByText("Write an amount such as 49.90.").waitFor();
  await look("refused");
  await price().fill("24.50");
  await page.getByLabel("Currency").fill("EUR");
  await page.getByRole("button", { name: "Add product" }).click();
  await page.getByText("Product added").waitFor();
  await row("Camping chair")
    .getByText(/24\.50/)
    .waitFor();
  await look("panel");
  await price().fill("22");
  await page.getByRole("button", { name: "Save" }).click();
  await row("Camping chair")
    .getByText(/22\.00/)
    .waitFor();
  expect(await rows()).toHaveLength(5);
});

test("a feed fills it too, and its products stand by themselves", async () => {
  await page.goto(to("catalogue/settings"));
  await page.getByRole("dialog", { name: "Feed and prices" }).waitFor();
  await look("settings");
  const { port } = shop.address() as AddressInfo;
  await page.getByLabel("Address of the feed").fill(`http://127.0.0.1:${port}/feed.csv`);
  await page.getByRole("button", { name: "Add feed" }).click();
  await page.waitForURL(/knowledge\/sources/);
  await page.goto(to("catalogue"));
  await row("Gas stove").waitFor();
  await page.getByRole("button", { name: "Source" }).click();
  await page.getByRole("menuitem", { name: `127.0.0.1:${port}/feed.csv` }).click();
  await page.waitForURL(/source=src_/);
  await eventually(async () => ((await rows()).length === 1 ? true : undefined));
  expect((await rows())[0]).toContain("Gas stove");
  await look("of-source");
});

test("it is narrowed down and searched, and what is not there says so", async () => {
  await page.goto(to("catalogue?stock=in_stock&sort=price"));
  await row("Trail tent").waitFor();
  expect((await rows()).map((text) => text.split("\n")[0])).toEqual([
    "Mat",
    "Camping chair",
    "Gas stove",
    "Sleeping bag خفيف 🏕️",
    `Trail tent ${LONG}`,
  ]);
  await look("narrowed");
  await page.goto(to("catalogue?q=canoe"));
  await page.getByRole("button", { name: /Clear/ }).first().waitFor();
  await look("none-found");
});

test("a visitor asks, and sees what it costs as cards", async () => {
  const visitor = await owner.context.newPage();
  await visitor.goto(`${owner.parley.url}/try/${agent}`);
  await visitor.locator(".log[aria-busy=false]").waitFor();
  await visitor.locator("textarea").fill("Which tents do you have?");
  await visitor.locator("textarea").press("Enter");
  const answer = visitor.locator("article.message.agent:not(.growing)").first();
  await answer.waitFor();
  expect(await answer.innerText()).toContain("Trail tent");
  expect(await visitor.getByText("Nothing could be read").count()).toBe(0);
  await visitor
    .getByText(/199\.00/)
    .first()
    .waitFor();
  await lookAt(visitor, "catalogue-cards");
  await visitor.close();
});

test("several are taken away together", async () => {
  await page.goto(to("catalogue?q=tent"));
  await row("City tent").waitFor();
  for (const name of ["City tent", "Trail tent"]) await row(name).getByRole("checkbox").check();
  await look("chosen");
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByText("2 products deleted").waitFor();
  await row("City tent").waitFor({ state: "detached" });
  expect(owner.complaints).toEqual([]);
});
