/** Running an organization in a real browser: people come, get roles and leave; keys, the audit log, and the end. */
import type { Page } from "playwright-core";
import { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./support/browser.ts";
import { becomeOwner, type Owner } from "./support/owner.ts";

const roleList = z.object({ data: z.array(z.unknown()) });

let owner: Owner;
let page: Page;
let guest: Awaited<ReturnType<typeof openBrowser>>;
let guestPage: Page;

beforeAll(async () => {
  owner = await becomeOwner("embedded");
  ({ page } = owner);
  guest = await openBrowser();
  guestPage = await guest.context.newPage();
});
afterAll(async () => {
  await guest.close();
  await owner.close();
});

const settings = (place: string) => `${owner.parley.url}/o/${owner.organization}/settings/${place}`;
const button = (name: string | RegExp, on = page) => on.getByRole("button", { name });
const row = (name: string | RegExp) => page.getByRole("row", { name });

test("somebody is invited by a link, makes an account with it, and is a member at once", async () => {
  await page.goto(settings("members"));
  await page.getByRole("link", { name: "Invite people" }).first().click();
  const panel = page.getByRole("dialog", { name: "Invite people" });
  const emails = panel.getByRole("textbox", { name: "Email addresses" });
  await button("Make links").click();
  await panel.getByText("Needs at least one address.").waitFor();
  await emails.fill("not-an-address");
  await emails.press("Enter");
  await panel.getByText("not-an-address is no email address").waitFor();
  await emails.fill("grace@example.com");
  await emails.press("Enter");
  await button("Make links").click();
  await panel.getByText("Pass these links on").waitFor();
  const link = await panel
    .getByText(/\/invitations\//)
    .first()
    .textContent();
  expect(link).toMatch(/\/invitations\/[\w-]{43}$/);

  await guestPage.goto(link ?? "");
  await guestPage.getByRole("heading", { name: /^Join / }).waitFor();
  await guestPage.getByRole("link", { name: "Make an account" }).click();
  await guestPage.getByLabel("Name", { exact: true }).or(guestPage.getByLabel("Your name")).fill("Grace <b>Hopper</b>");
  await guestPage.getByLabel("Password", { exact: true }).fill("seven green bicycles");
  await guestPage.getByRole("button", { name: /account|Sign up/ }).click();
  await guestPage.waitForURL(/\/o/);

  // Without a reload: the panel is still open beside it.
  await row(/Grace <b>Hopper<\/b>/)
    .first()
    .waitFor();
  await guestPage.goto(link ?? "");
  await guestPage
    .getByText(/used already|member/)
    .first()
    .waitFor();
});

test("a role counts at once: what it does not allow is not offered", async () => {
  await page.goto(settings("members"));
  await guestPage.goto(settings("members"));
  await guestPage.getByRole("heading", { name: "Members" }).waitFor();
  expect(await guestPage.getByRole("link", { name: "Invite people" }).count()).toBe(0);
  await page.getByRole("combobox", { name: /^Role of Grace/ }).click();
  await page.getByRole("option", { name: "Admin" }).click();
  await page.getByText("Grace <b>Hopper</b> is now Admin").waitFor();
  await guestPage.getByRole("link", { name: "Invite people" }).first().waitFor();
});

test("a role of one's own is made and given", async () => {
  await page.goto(settings("roles"));
  // The list is there: before, the head has a link of this name that goes.
  await page.getByText("Fit roles to how you work").waitFor();
  await page.getByRole("link", { name: "New role" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Support lead");
  await page.getByRole("checkbox", { name: "Read conversations" }).check();
  await page.getByRole("checkbox", { name: "See members, teams, roles and invitations" }).check();
  await button("Make role").click();
  await page.getByRole("columnheader", { name: /^Support lead/ }).waitFor();
  await page.goto(settings("members"));
  await page.getByRole("combobox", { name: /^Role of Grace/ }).click();
  await page.getByRole("option", { name: "Support lead" }).click();
  await page.getByText("is now Support lead").waitFor();
  const { data } = roleList.parse(await (await owner.api("GET", "/v1/roles")).json());
  expect(data.at(-1)).toMatchObject({
    name: "Support lead",
    members: 1,
    permissions: ["conversations:read", "members:read"],
  });
});

test("who is removed loses sight at once, and undo brings them back", async () => {
  await guestPage.goto(settings("members"));
  await button(/^Actions for Grace/).click();
  await page.getByRole("menuitem", { name: "Remove from organization" }).click();
  await page.getByText("Grace <b>Hopper</b> was removed").waitFor();
  await guestPage.getByRole("table", { name: "Members" }).waitFor({ state: "detached" });
  await button("Undo").click();
  await page.getByText("is a member again").waitFor();
  await row(/Grace/).first().waitFor();
  await guestPage.reload();
  await guestPage.getByRole("table", { name: "Members" }).waitFor();
  expect(await guestPage.getByRole("row", { name: /Grace/ }).count()).toBeGreaterThan(0);
});

test("a key is shown once, opens what its scopes say, and nothing once it is revoked", async () => {
  await page.goto(settings("keys/new"));
  await page.getByLabel("Name", { exact: true }).fill("CI");
  await button("Make key").click();
  await page.getByText("Choose at least one scope.").waitFor();
  await page.getByRole("checkbox", { name: "See agents and how they behave" }).check();
  await button("Make key").click();
  const key = await page
    .getByText(/^parley_[\w-]{43}$/)
    .first()
    .textContent();
  const ask = (path: string) =>
    fetch(new URL(path, owner.parley.url), { headers: { authorization: `Bearer ${key}` } }).then(
      ({ status }) => status,
    );
  expect([await ask("/v1/agents"), await ask("/v1/conversations")]).toEqual([200, 403]);
  await page.getByRole("link", { name: "Done" }).click();
  await button("Revoke CI").click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("CI was revoked").waitFor();
  expect(await ask("/v1/agents")).toBe(401);
});

test("the audit log tells it all, with before and after, and is narrowed down in the address", async () => {
  await page.goto(settings("audit"));
  await page.getByRole("button", { name: "Kind" }).click();
  await page.getByRole("menuitem", { name: "Members" }).click();
  await page.waitForURL(/kind=member/);
  await page.getByText("changed a role").first().click();
  await page.getByRole("dialog").getByText("member.role-changed").waitFor();
  await page.getByRole("dialog").getByText("What changed").waitFor();
  await page.goBack();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(page.url()).toContain("kind=member");
});

test("two who change the name notice each other, and nobody deletes by mistake", async () => {
  await page.goto(settings("organization"));
  await page.getByLabel("Name", { exact: true }).fill("Ada & Sons");
  await owner.api("PATCH", `/v1/organizations/${owner.organization}`, { language: "de" });
  await button("Save changes").click();
  await page
    .getByText(/Somebody else has changed this|Saved/)
    .first()
    .waitFor();
  await owner.api("PATCH", `/v1/organizations/${owner.organization}`, { name: "Ada & Sons" });
  await page.reload();
  await button("Delete organization").click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByRole("button", { name: "Delete for good" }).isDisabled()).toBe(true);
  await dialog.getByRole("textbox").fill("Ada & Sons");
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await page.waitForURL(/\/o$/);
  await page.getByText("Ada & Sons was deleted").waitFor();
  expect(owner.complaints).toEqual([]);
});
