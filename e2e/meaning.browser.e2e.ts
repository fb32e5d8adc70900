/** An embedding model of one's own, chosen on the screen, made in the background and given up; the vendor is on this machine. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { serveTestVendor, type TestVendor } from "../server/src/connections/vendor.testing.ts";
import { lookAt } from "./support/look-at.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const withId = z.object({ id: z.string() });
let vendor: TestVendor;
let owner: Owner;
let page: Page;

beforeAll(async () => {
  vendor = await serveTestVendor();
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  const { id } = withId.parse(await (await owner.api("POST", "/v1/agents", { name: "Clay & Kiln" })).json());
  for (const text of ["The pottery opens at nine.", "A course costs 80 euro.", "Dogs are welcome."])
    await owner.api("POST", `/v1/agents/${id}/documents`, { externalId: text.slice(0, 8), text });
  const body = { vendor: "compatible", name: "Own server", baseUrl: vendor.url, key: vendor.key };
  await owner.api("POST", "/v1/connections", body);
});
afterAll(async () => {
  await owner?.close();
  await vendor.close();
});

const look = (name: string) => lookAt(page, `meaning-${name}`);

test("a model is tested, chosen, and given up again", async () => {
  await page.goto(`${owner.parley.url}/o/${owner.organization}/settings/connections`);
  await page.getByText("No model: passages are found by their words alone").waitFor();
  await page.getByRole("link", { name: "Choose a model" }).click();
  const panel = page.getByRole("dialog").or(page.getByRole("complementary")).filter({ hasText: "It is asked once" });
  await look("panel");
  await page.getByRole("combobox", { name: "Model" }).click();
  expect(await page.getByRole("option").allTextContents()).toEqual(["text-embedding-3"]);
  await page.getByRole("combobox", { name: "Search" }).fill("small-chat");
  await page.getByRole("option", { name: /small-chat/ }).click();
  await page.getByRole("button", { name: "Test and use" }).click();
  await page.getByText("The vendor has no model of that name").waitFor();
  await look("refused");
  await page.getByRole("combobox", { name: "Model" }).click();
  await page.getByRole("option", { name: "text-embedding-3", exact: true }).click();
  await page.getByRole("button", { name: "Test and use" }).click();
  await panel.waitFor({ state: "detached" });
  await page.getByText("text-embedding-3 over Own server").waitFor();
  await page.getByText("All 3 passages can be found by meaning.").waitFor();
  await look("chosen");
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("button", { name: "Stop using it" }).click();
  await page.getByText("Passages are then found by their words alone.").waitFor();
  await page.getByRole("button", { name: "Stop using it" }).last().click();
  await page.getByText("No model: passages are found by their words alone").waitFor();
  expect(owner.complaints).toEqual([]);
});
