/** Folders of a Google Drive and a help centre, from nothing to answers, in a browser; the vendors are on this machine. */
import {
  GOOGLE_DOCUMENT,
  serveDrive,
  serveIntercom,
  type ServedDrive,
  type ServedIntercom,
} from "@parley/adapters/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { lookAt } from "./support/look-at.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const withId = z.object({ id: z.string() });
const rows = z.object({ data: z.array(withId) });
let drive: ServedDrive;
let intercom: ServedIntercom;
let owner: Owner;
let page: Page;
let agent = "";
const place = (path: string) => `${owner.parley.url}/o/${owner.organization}${path}`;

beforeAll(async () => {
  [drive, intercom] = await Promise.all([serveDrive(), serveIntercom()]);
  owner = await becomeOwner("embedded", { env: { GOOGLE_BASE_URL: drive.url, INTERCOM_BASE_URL: intercom.url } });
  ({ page } = owner);
  agent = withId.parse(await (await owner.api("POST", "/v1/agents", { name: "Clay & Kiln" })).json()).id;
  drive.client.id = "1234-abcd.apps.googleusercontent.com";
  drive.folder("Handbook", "top");
  drive.folder("Opening and returns", "Handbook");
  drive.folder("A folder with a name as long as Donaudampfschifffahrtsgesellschaftskapitän and then some", "top");
  drive.sharedDrive("team", "Team drive");
  drive.write("hours", {
    parent: "Handbook",
    content: "# Hours\n\nThe pottery opens at nine in the morning.",
    name: "Opening hours",
    mimeType: GOOGLE_DOCUMENT,
  });
  drive.write("returns", {
    parent: "Opening and returns",
    content: "Returns are taken within thirty days.",
    name: "returns.md",
  });
  drive.write("photo", { parent: "Handbook", content: "", name: "kiln.png", mimeType: "image/png" });
  intercom.collections.push(
    { id: "1", name: "Getting started", parent_id: null },
    { id: "2", name: "Orders", parent_id: "1" },
  );
  intercom.write("1", { title: "Where is my order?", body: "<p>Orders arrive within four days.</p>", parent_ids: [2] });
});
afterAll(async () => {
  await owner?.close();
  await Promise.all([drive.close(), intercom.close()]);
});

const look = (name: string) => lookAt(page, `connected-${name}`);

test("Google Drive is set up in three steps, connected, chosen from, read, revoked and connected again", async () => {
  await page.goto(place(`/agents/${agent}/knowledge/sources/new`));
  await page.getByRole("radio", { name: /Google Drive/ }).click();
  await page.getByText("Set up Google Drive first").waitFor();
  await look("set-up");
  await page.getByRole("link", { name: "Open Connections" }).click();
  await page.getByLabel("Client id").waitFor();
  expect(await page.getByText(`${owner.parley.url}/connect/google`).count()).toBe(1);
  await look("client");
  await page.getByLabel("Client id").fill(drive.client.id);
  await page.getByLabel("Client secret").fill(drive.client.secret);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Your own client", { exact: false }).first().waitFor();
  await page.goto(place(`/agents/${agent}/knowledge/sources/new?type=google-drive`));
  await page.getByRole("button", { name: "Connect a Google account" }).waitFor();
  await look("connect");
  await page.getByRole("button", { name: "Connect a Google account" }).click();
  await page.getByRole("radio", { name: /owner@example.org/ }).waitFor();
  expect(page.url()).not.toContain("code=");
  await page.getByRole("button", { name: "Open My Drive" }).click();
  await page.getByRole("button", { name: "Open Handbook" }).click();
  await page.getByRole("checkbox", { name: "Handbook", exact: true }).click();
  await page.getByText("Opening and returns").waitFor();
  expect(await page.getByRole("checkbox", { name: "Opening and returns" }).isDisabled()).toBe(true);
  await look("choose");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("heading", { name: "Handbook" }).waitFor();
  await page.getByText("returns.md").waitFor();
  await page.getByText("There is no text in it", { exact: false }).waitFor();
  await look("read");
  await page.getByRole("radio", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Take Handbook out" }).waitFor();
  await look("settings");
  const [source] = rows.parse(await (await owner.api("GET", `/v1/agents/${agent}/sources`)).json()).data;
  drive.access.clear();
  drive.refresh.clear();
  await owner.api("POST", `/v1/sources/${source?.id}/recrawl`);
  await page.goto(place(`/agents/${agent}/knowledge/sources/${source?.id}`));
  await page.getByRole("button", { name: "Connect again" }).waitFor();
  await look("revoked");
  await page.getByRole("button", { name: "Connect again" }).click();
  await page.getByText("owner@example.org is connected").waitFor();
  await page.getByRole("button", { name: "Connect again" }).waitFor({ state: "detached" });
  expect(page.url()).toContain(`/sources/${source?.id}`);
  // What waited for access is read at once.
  await page.getByText("Last checked").waitFor();
  await page.getByRole("alert").waitFor({ state: "detached" });
});

test("an empty search, a folder that is not there and a consent that was refused are said", async () => {
  await page.goto(place(`/agents/${agent}/knowledge/sources/new?type=google-drive`));
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("Choose a folder at least.").waitFor();
  await page.getByPlaceholder("Find by name").fill("zzz");
  await page.getByText("Nothing of that name").waitFor();
  await page.getByPlaceholder("Find by name").fill("donau");
  await page.getByText(/Donaudampf/).waitFor();
  await look("search");
  await page.goto(`${owner.parley.url}/connect/google?error=access_denied&state=${owner.organization}.x`);
  await page.getByText("You did not give access at Google.", { exact: false }).waitFor();
  await look("refused");
  await page.goto(`${owner.parley.url}/connect/google?code=x&state=${owner.organization}.made-up`);
  await page.getByText("was used already, or is too old", { exact: false }).waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("a help centre is connected by its token and read", async () => {
  await page.goto(place(`/agents/${agent}/knowledge/sources/new?type=intercom`));
  await page.getByLabel("Access token").fill("not-the-token");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByText("Intercom does not accept this token", { exact: false }).waitFor();
  await look("token");
  await page.getByLabel("Access token").fill(intercom.token.good);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("button", { name: "Open Getting started" }).click();
  await page.getByRole("checkbox", { name: "Orders" }).waitFor();
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("Where is my order?").waitFor();
  await look("help-centre");
  await page.goto(place("/settings/connections"));
  await page.getByText("owner@example.org").first().waitFor();
  await look("accounts");
  await page.getByRole("button", { name: "Shop Intercom" }).click();
  await page.getByRole("button", { name: "Check now" }).click();
  await look("account");
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Check now" }).waitFor({ state: "detached" });
  expect(owner.complaints).toEqual([]);
});
