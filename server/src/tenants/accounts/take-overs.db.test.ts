/** Ways in which somebody else's account could become one's own, or stay so. */
import { createServer } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase } from "../../testing/index.ts";
import { linkMailedTo, PASSWORD, signInOwner, tokenIn } from "./accounts.testing.ts";
import { createBrowser } from "./browser.testing.ts";
import { codeOf } from "./code-of.testing.ts";

/** Mail is "sent": to a port where nobody listens, so it waits where the tests can read it. */
const mailed = {
  SMTP_URL: "smtp://127.0.0.1:9",
  PARLEY_MAIL_FROM: "parley@example.com",
  PARLEY_PUBLIC_URL: "http://localhost:3000",
  PARLEY_SIGNUP: "open",
};

type GoogleStandIn = Awaited<ReturnType<typeof startGoogle>>;

/** Answers every sign-in with this profile, as it is at that moment. */
async function startGoogle(profile: object) {
  const vendor = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url === "/token" ? { access_token: "granted" } : profile));
  });
  await once(vendor.listen(0, "127.0.0.1"), "listening");
  const address = vendor.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    env: { GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "secret", GOOGLE_BASE_URL: `http://127.0.0.1:${port}` },
    close: () => vendor.close(),
  };
}

describeDatabase("who knew the password", () => {
  let test: TestHouse;
  beforeAll(async () => {
    test = await openTestHouse({ env: mailed });
  });
  afterAll(() => test.close());

  const resetBy = async (email: string, password: string) => {
    const browser = createBrowser(test.app);
    await browser.post("/v1/auth/forgot-password", { email });
    const token = tokenIn(await linkMailedTo(test.house, email));
    expect((await browser.post("/v1/auth/reset-password", { token, password })).statusCode).toBe(204);
  };

  it("cannot take the account to another address once it has a new password", async () => {
    const thief = await signInOwner(test);
    const wish = { email: "thief@example.com", password: PASSWORD };
    expect((await thief.post("/v1/me/email", wish)).json().next).toBe("confirm");
    const token = tokenIn(await linkMailedTo(test.house, "thief@example.com"));
    await resetBy("ann@example.com", "another good one");
    expect((await thief.post("/v1/auth/verify-email", { token })).json().code).toBe("link_expired");
    const ann = createBrowser(test.app);
    await ann.post("/v1/auth/sign-in", { email: "ann@example.com", password: "another good one" });
    await ann.post("/v1/me/email", { email: "thief@example.com", password: "another good one" });
    const second = tokenIn(await linkMailedTo(test.house, "thief@example.com"));
    const change = { currentPassword: "another good one", password: PASSWORD };
    expect((await ann.post("/v1/me/password", change)).statusCode).toBe(204);
    expect((await thief.post("/v1/auth/verify-email", { token: second })).json().code).toBe("link_expired");
  });

  it("cannot finish a sign-in that waits for a code, and no trusted browser of before goes without one", async () => {
    const ann = await signInOwner(test);
    const { secret } = (await ann.post("/v1/me/second-factor", { password: PASSWORD })).json();
    await ann.post("/v1/me/second-factor/confirmation", { code: codeOf(secret, -1) });
    const signIn = { email: "ann@example.com", password: PASSWORD };
    const trusted = createBrowser(test.app);
    await trusted.post("/v1/auth/sign-in", signIn);
    const code = { code: codeOf(secret), trustDevice: true };
    expect((await trusted.post("/v1/auth/second-factor", code)).statusCode).toBe(204);
    const half = createBrowser(test.app);
    expect((await half.post("/v1/auth/sign-in", signIn)).json().code).toBe("second_factor_needed");

    await resetBy("ann@example.com", PASSWORD);
    const finished = await half.post("/v1/auth/second-factor", { code: codeOf(secret, 1) });
    expect([finished.statusCode, (await half.get("/v1/me")).statusCode]).toEqual([401, 401]);
    expect((await trusted.post("/v1/auth/sign-in", signIn)).json().code).toBe("second_factor_needed");
  });

  it("mails invitations with links to this server alone, whatever a request says of where it came from", async () => {
    const ann = await signInOwner(test);
    const forged = { origin: "https://evil.example", host: "evil.example", "sec-fetch-site": "same-origin" };
    const sent = await ann.post("/v1/invitations", { emails: ["new@example.com"], role: "analyst" }, forged);
    expect(sent.statusCode).toBe(201);
    const reader = { scope: test.house.tenants.adminScope, holdsServer: true };
    const { data } = await test.house.mail.list(reader, { limit: 1 });
    const { text } = await test.house.mail.get(reader, data[0]?.id ?? "");
    expect(text).toContain("http://localhost:3000/invitations/");
    expect(text).not.toContain("evil.example");
  });

  it("who held the mailbox of before cannot use its links, and is told of the new address", async () => {
    const ann = await signInOwner(test);
    await ann.post("/v1/auth/forgot-password", { email: "ann@example.com" });
    const reset = tokenIn(await linkMailedTo(test.house, "ann@example.com"));
    await ann.post("/v1/me/email", { email: "fresh@example.com", password: PASSWORD });
    const token = tokenIn(await linkMailedTo(test.house, "fresh@example.com"));
    expect((await ann.post("/v1/auth/verify-email", { token })).statusCode).toBe(200);
    const used = await ann.post("/v1/auth/reset-password", { token: reset, password: "taken by somebody" });
    expect(used.json().code).toBe("link_expired");
    const reader = { scope: test.house.tenants.adminScope, holdsServer: true };
    const { data } = await test.house.mail.list(reader, { limit: 1 });
    expect(data[0]).toMatchObject({ purpose: "email-changed", to: { address: "ann@example.com" } });
  });
});

describeDatabase("an address that a vendor has not confirmed", () => {
  let test: TestHouse;
  const profile = { sub: "g-1", email: "vic@example.com", email_verified: false, name: "Mal" };
  let vendor: GoogleStandIn;
  beforeAll(async () => {
    vendor = await startGoogle(profile);
    test = await openTestHouse({ env: { PARLEY_SIGNUP: "invite", ...vendor.env } });
  });
  afterAll(async () => {
    await test.close();
    vendor.close();
  });

  it("is not the one that was invited", async () => {
    const ann = await signInOwner(test);
    await ann.post("/v1/invitations", { emails: [profile.email], role: "analyst" });
    const enter = async () => {
      const browser = createBrowser(test.app);
      const begun = await browser.post("/v1/auth/social", { provider: "google", returnTo: "/o" });
      const state = new URL(begun.json().url).searchParams.get("state") ?? "";
      await browser.get(`/v1/auth/callback/google?code=c&state=${state}`);
      return (await browser.get("/v1/me")).statusCode;
    };
    expect(await enter()).toBe(401);
    profile.email_verified = true;
    expect(await enter()).toBe(200);
  });
});

describeDatabase("who was here first with somebody else's address", () => {
  let test: TestHouse;
  let vendor: GoogleStandIn;
  beforeAll(async () => {
    vendor = await startGoogle({ sub: "g-1", email: "vic@example.com", email_verified: true, name: "Vic" });
    test = await openTestHouse({ env: { PARLEY_SIGNUP: "open", PARLEY_LIMIT_SIGN_IN: "10", ...vendor.env } });
  });
  afterAll(async () => {
    await test.close();
    vendor.close();
  });

  const withGoogle = async () => {
    const vic = createBrowser(test.app);
    const begun = await vic.post("/v1/auth/social", { provider: "google", returnTo: "/o" });
    const state = new URL(begun.json().url).searchParams.get("state") ?? "";
    return String((await vic.get(`/v1/auth/callback/google?code=c&state=${state}`)).headers.location);
  };
  const signUp = async (email: string, more: object = {}) => {
    const browser = createBrowser(test.app);
    const signedUp = await browser.post("/v1/auth/sign-up", { name: "Mal", email, password: PASSWORD, ...more });
    expect(signedUp.statusCode).toBe(202);
    expect((await browser.post("/v1/auth/sign-in", { email, password: PASSWORD })).statusCode).toBe(204);
    return browser;
  };
  const forget = (email: string) =>
    test.house.db.batch(SYSTEM, [{ text: "delete from auth_users where email = $1", values: [email] }]);

  it("does not get its owner in: by sign-up, by a change of address, by a link that the inviter was shown", async () => {
    await signUp("vic@example.com");
    expect(await withGoogle()).toContain("error=");
    await forget("vic@example.com");

    const mal = await signUp("mal@example.com");
    await mal.post("/v1/me/email", { email: "vic@example.com", password: PASSWORD });
    expect(await withGoogle()).toContain("error=");
    await forget("vic@example.com");

    const ann = await signInOwner(test);
    const invited = await ann.post("/v1/invitations", { emails: ["vic@example.com"], role: "analyst" });
    const link = String(invited.json().data[0].link);
    await signUp("vic@example.com", { invitation: link.slice(link.lastIndexOf("/") + 1) });
    expect(await withGoogle()).toContain("error=");
  });

  it("cannot keep others from their links by trying many", async () => {
    for (let n = 0; n < 110; n += 1) {
      const payload = { token: `guess-${n}`, password: PASSWORD };
      const remoteAddress = `198.51.100.${n}`;
      await test.app.inject({ method: "POST", url: "/v1/auth/reset-password", remoteAddress, payload });
      await test.app.inject({ method: "GET", url: `/v1/owner-links/guess-${n}`, remoteAddress });
    }
    const browser = createBrowser(test.app);
    const payload = { token: "mine", password: PASSWORD };
    expect((await browser.post("/v1/auth/reset-password", payload)).json().code).toBe("link_expired");
    expect((await browser.get("/v1/owner-links/mine")).json().code).toBe("link_expired");
  });
});
