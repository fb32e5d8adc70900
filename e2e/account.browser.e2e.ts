/** The owner's first day in a real browser: the owner link, a passkey, two-step sign-in, a killed server, other sessions. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { listOf, personSession } from "@parley/contracts";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf } from "../server/src/tenants/accounts/code-of.testing.ts";
import { atRest } from "./support/at-rest.ts";
import { openBrowser } from "./support/browser.ts";
import { type Launched, launch, temporaryDirectory } from "./support/launch.ts";

const PASSWORD = "seven green bicycles";
const ANN = "ann@example.com";

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let running: Launched;
let page: Page;
let devices: CDPSession;
let base: string;
let authenticatorId = "";
let secret = "";
let organization = "";

/** Browsers make passkeys for names, not for numbers. */
const named = (url: string) => url.replace("127.0.0.1", "localhost");

beforeAll(async () => {
  directory = await temporaryDirectory();
  running = await launch({ dataDir: directory.path });
  base = named(running.url);
  browser = await openBrowser();
  page = await browser.context.newPage();
  devices = await browser.context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  ({ authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  }));
});
afterAll(async () => {
  await browser.close();
  await running.kill("SIGKILL");
  await directory.remove();
});

const field = (label: string) => page.getByLabel(label, { exact: true });
const button = (name: string | RegExp) => page.getByRole("button", { name });

async function signOut(): Promise<void> {
  await forgetCookies();
  await page.goto(`${base}/sign-in`);
}

/** From a page that asks for nothing: an answer that is on its way would bring a cookie back. */
async function forgetCookies(): Promise<void> {
  await page.goto("about:blank");
  await page.context().clearCookies();
}

/** Of what stands on the page; the frame around it has tests of its own. */
async function assertAccessible(): Promise<void> {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(await readFile(axe, "utf8"));
    await atRest(page);
    const found: unknown = await page.evaluate(
      "axe.run(document.querySelector('[role=dialog]') ?? document.querySelector('main')).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))",
    );
    expect(found).toEqual([]);
  }
}

test("the link that the first start prints makes the owner's account and leads on", async () => {
  const printed = await running.line(/^Make your account at /);
  const link = named(printed.replace("Make your account at ", ""));
  await page.goto(link);
  await field("Your name").fill("Ann");
  await assertAccessible();
  await field("Email").fill(ANN);
  await field("Password").fill("password123");
  await button("Make my account").click();
  await page.getByText("Many people use this password").waitFor();
  await field("Password").fill(PASSWORD);
  await field("Password").press("Enter");
  await page.waitForURL(/\/o\/org_[0-9a-z]+\/start$/);
  organization = /org_[0-9a-z]+/.exec(page.url())?.[0] ?? "";
  await page.goto(link);
  await page.getByRole("heading", { name: "This link is no longer valid" }).waitFor();
});

test("a passkey is made on the device and listed", async () => {
  await page.goto(`${base}/o/${organization}/profile/security`);
  await button("Add a passkey").click();
  await field("Your password").fill("not my password");
  await button("Next").click();
  await page.getByText("This is not your password").waitFor();
  await field("Your password").fill(PASSWORD);
  await button("Next").click();
  await page.getByText("Passkey added").waitFor();
  await page.getByText("Chrome on Linux").first().waitFor();
  await assertAccessible();
});

test("two-step sign-in is turned on with a first code, and gives recovery codes once", async () => {
  await button("Turn on").click();
  await field("Your password").fill(PASSWORD);
  await button("Next").click();
  await page.getByRole("img", { name: /QR code/ }).waitFor();
  secret = (await page.getByRole("status", { name: "Secret" }).textContent()) ?? "";
  await assertAccessible();
  await field("Then enter the code that it shows").fill(codeOf(secret));
  await page.getByRole("dialog").getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("heading", { name: "Keep these recovery codes" }).waitFor();
  expect(
    await page
      .getByRole("listitem")
      .filter({ hasText: /^\w{5}-\w{5}$/ })
      .count(),
  ).toBe(10);
  await button("I have kept them").click();
  await page.getByText("Two-step sign-in is on").waitFor();
});

/**
 * Presses the button beside the field's own offer, of which one may be slow to get its challenge. The device sleeps until
 * the button asks for its own: else it answers the offer, and one that sleeps while it is asked does not notice being
 * woken.
 */
async function signInByPasskey(slow: "offer" | "button" | "neither"): Promise<void> {
  const wake = (enabled: boolean) =>
    devices.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  const challenges = "**/v1/auth/passkey/options";
  await wake(false);
  let asked = 0;
  await page.route(challenges, async (route) => {
    asked += 1;
    const isOffer = asked === 1;
    if (slow === (isOffer ? "offer" : "button")) await new Promise((go) => setTimeout(go, 700));
    if (!isOffer) await wake(true);
    await route.continue();
  });
  const first = page.waitForResponse((response) => response.url().endsWith("/v1/auth/passkey/options"));
  await signOut();
  if (slow !== "offer") await first;
  await button("Sign in with a passkey").click();
  await page.waitForURL(/\/o(\/|$)/);
  await page.unroute(challenges);
}

test("the passkey signs in by itself, without password and code", async () => {
  await signInByPasskey("neither");
  expect(await page.evaluate("fetch('/v1/me').then((answer) => answer.json())")).toMatchObject({ email: ANN });
});

test.each(["offer", "button"] as const)(
  "the field's own offer of a passkey and the button never end each other: a slow %s",
  async (slow) => {
    await signInByPasskey(slow);
    expect(await page.evaluate("fetch('/v1/me').then(({ status }) => status)")).toBe(200);
  },
);

test("the password asks for the code, and goes back to where one was", async () => {
  // A device without a passkey: it offers none.
  await devices.send("WebAuthn.clearCredentials", { authenticatorId });
  await forgetCookies();
  await page.goto(`${base}/o/${organization}/profile`);
  await page.waitForURL(/\/sign-in\?return=%2Fo%2Forg_/);
  await assertAccessible();
  await field("Email").fill(ANN);
  await field("Password").fill("not my password");
  await button("Sign in").first().click();
  await page.getByText("The email or the password is not right").waitFor();
  await field("Password").fill(PASSWORD);
  await button("Sign in").first().click();
  await page.waitForURL(/\/second-factor/);
  await assertAccessible();
  await field("Code").fill(codeOf(secret, 1));
  await page.waitForURL(`${base}/o/${organization}/profile`);
});

test("a killed server keeps the session, and a session that is ended elsewhere is over at once", async () => {
  const { port } = new URL(running.url);
  await running.kill("SIGKILL");
  running = await launch({ dataDir: directory.path, port: Number(port) });
  expect(running.lines.some((line) => line.startsWith("Make your account"))).toBe(false);
  const me = () => page.evaluate("fetch('/v1/me').then(({ status }) => status)");
  await page.goto(`${base}/o`);
  expect(await me()).toBe(200);
  await page.evaluate("fetch('/v1/me/sessions', { method: 'DELETE' })");
  expect(await me()).toBe(200);
  await running.api("POST", "/v1/admin/owner-links");
  const cookies = await page.context().cookies();
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const listed = await fetch(`${running.url}/v1/me/sessions`, { headers: { cookie: header } });
  const { data } = listOf(personSession).parse(await listed.json());
  const own = { method: "DELETE", headers: { cookie: header, "sec-fetch-site": "same-origin" } };
  expect((await fetch(`${running.url}/v1/me/sessions/${data[0]?.id}`, own)).status).toBe(204);
  expect(await me()).toBe(401);
});
