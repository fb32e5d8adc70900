import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase } from "../../testing/index.ts";
import { linkMailedTo, PASSWORD, signInOwner, tokenIn } from "./accounts.testing.ts";
import { createBrowser } from "./browser.testing.ts";

/** Mail is "sent": to a port where nobody listens, so it waits where the tests can read it. */
const mailed = {
  SMTP_URL: "smtp://127.0.0.1:9",
  PARLEY_MAIL_FROM: "parley@example.com",
  PARLEY_PUBLIC_URL: "http://localhost:3000",
};

const person = (email: string) => ({ name: "Nia", email, password: PASSWORD });

async function invite(test: TestHouse, { email, inviterId }: { email: string; inviterId: string }): Promise<string> {
  const token = newId("event");
  await test.house.db.batch(SYSTEM, [
    {
      text: `insert into invitations (organization, id, email, role, teams, hash, inviter_id, inviter_name, expires_at, sent_at)
        values ($1, $2, $3, 'editor', '[]', $4, $5, 'Ann', now() + interval '1 day', now())`,
      values: [
        test.house.tenants.adminScope.organization,
        newId("invitation"),
        email,
        createHash("sha256").update(token).digest("hex"),
        inviterId,
      ],
    },
  ]);
  return token;
}

describeDatabase("sign-up that is open, with mail", () => {
  let test: TestHouse;
  beforeAll(async () => {
    test = await openTestHouse({ env: { ...mailed, PARLEY_SIGNUP: "open" } });
  });
  afterAll(() => test.close());

  it("answers new and known addresses the same, in about the same time, and tells the owner of a known one", async () => {
    const browser = createBrowser(test.app);
    const timed = async () => {
      const begun = performance.now();
      const answer = await browser.post("/v1/auth/sign-up", {
        ...person("nia@example.com"),
        organization: "Nia's shop",
      });
      return { answer, ms: performance.now() - begun };
    };
    const [first, second] = [await timed(), await timed()];
    for (const { answer, ms } of [first, second]) {
      expect([answer.statusCode, answer.json(), answer.cookies]).toEqual([202, { next: "confirm" }, []]);
      expect(ms).toBeGreaterThan(390);
    }
    const reader = { scope: test.house.tenants.adminScope, holdsServer: true };
    const { data } = await test.house.mail.list(reader, { limit: 10 });
    expect(data.map(({ purpose }) => purpose)).toEqual(["sign-up-again", "verify-email"]);
  });

  it("lets nobody in before the address is confirmed, and then with an organization of their own", async () => {
    const browser = createBrowser(test.app);
    const early = await browser.post("/v1/auth/sign-in", { email: "nia@example.com", password: PASSWORD });
    expect([early.statusCode, early.json().code]).toEqual([403, "email_unverified"]);
    const wrong = await browser.post("/v1/auth/sign-in", { email: "nia@example.com", password: "not this one" });
    expect(wrong.json().code).toBe("wrong_credentials");
    const link = await linkMailedTo(test.house, "nia@example.com");
    expect(link).toMatch(/^http:\/\/localhost:3000\/verify-email\?token=/);
    const token = tokenIn(link);
    expect((await browser.post("/v1/auth/verify-email", { token })).json()).toEqual({ email: "nia@example.com" });
    expect((await browser.post("/v1/auth/verify-email", { token })).json().code).toBe("link_expired");
    expect((await browser.post("/v1/auth/sign-in", { email: "nia@example.com", password: PASSWORD })).statusCode).toBe(
      204,
    );
    const exported = (await browser.get("/v1/me/export")).json();
    expect(exported.organizations).toMatchObject([{ name: "Nia's shop", role: "owner" }]);
    expect(exported.person).toMatchObject({ emailVerified: true, serverAdmin: false });
  });

  it("changes an address only once the new one is confirmed", async () => {
    const ann = await signInOwner(test);
    const input = { email: "new@example.com", password: PASSWORD };
    expect((await ann.post("/v1/me/email", input)).json()).toEqual({ next: "confirm" });
    expect((await ann.get("/v1/me")).json().email).toBe("ann@example.com");
    const token = tokenIn(await linkMailedTo(test.house, "new@example.com"));
    expect((await createBrowser(test.app).post("/v1/auth/verify-email", { token })).json().email).toBe(
      "new@example.com",
    );
    expect((await ann.get("/v1/me")).json().email).toBe("new@example.com");
    const before = await linkMailedTo(test.house, "nia@example.com");
    const taken = await ann.post("/v1/me/email", { ...input, email: "nia@example.com" });
    expect(taken.json()).toEqual({ next: "confirm" });
    expect(await linkMailedTo(test.house, "nia@example.com")).toBe(before);
  });

  it("takes no weak password, and no name or address that is none", async () => {
    const browser = createBrowser(test.app);
    const post = async (change: object) =>
      (await browser.post("/v1/auth/sign-up", { ...person("zoe@example.com"), ...change })).json().field;
    expect(await post({ password: "qwertyuiop" })).toBe("password");
    expect(await post({ password: "zoe@example.com" })).toBe("password");
    expect(await post({ password: "x".repeat(129) })).toBe("password");
    expect(await post({ email: "not an address" })).toBe("email");
    expect(await post({ name: "" })).toBe("name");
  });
});

describeDatabase("sign-up by invitation", () => {
  let test: TestHouse;
  beforeAll(async () => {
    test = await openTestHouse({ env: { PARLEY_SIGNUP: "invite" } });
  });
  afterAll(() => test.close());

  it("lets in who was invited, into that organization alone, and nobody else", async () => {
    const browser = createBrowser(test.app);
    const stranger = await browser.post("/v1/auth/sign-up", person("nia@example.com"));
    expect([stranger.statusCode, stranger.json().code]).toEqual([403, "forbidden"]);
    const token = await invite(test, { email: "nia@example.com", inviterId: "usr_somebody" });
    const other = await browser.post("/v1/auth/sign-up", { ...person("mia@example.com"), invitation: token });
    expect(other.json()).toMatchObject({ code: "forbidden", field: "email" });
    const wrong = await browser.post("/v1/auth/sign-up", { ...person("nia@example.com"), invitation: "nonsense" });
    expect(wrong.statusCode).toBe(404);
    const invited = { ...person("nia@example.com"), invitation: token };
    expect((await browser.post("/v1/auth/sign-up", invited)).json()).toEqual({ next: "sign-in" });
    expect((await browser.post("/v1/auth/sign-up", invited)).json().code).toBe("link_expired");
    await browser.post("/v1/auth/sign-in", { email: "nia@example.com", password: PASSWORD });
    const { organizations } = (await browser.get("/v1/me/export")).json();
    expect(organizations).toMatchObject([{ name: "My organization", role: "editor" }]);
  });
});

describeDatabase("sign-up that is closed, and guessing", () => {
  let test: TestHouse;
  beforeAll(async () => {
    test = await openTestHouse({ env: { PARLEY_LIMIT_SIGN_IN: "3" } });
  });
  afterAll(() => test.close());

  it("takes people by invitation of who runs the server alone", async () => {
    const ann = await signInOwner(test);
    const { id } = (await ann.get("/v1/me")).json();
    const browser = createBrowser(test.app);
    const foreign = await invite(test, { email: "mia@example.com", inviterId: "usr_somebody" });
    const refused = await browser.post("/v1/auth/sign-up", { ...person("mia@example.com"), invitation: foreign });
    expect(refused.json()).toMatchObject({ code: "forbidden", detail: expect.stringContaining("closed") });
    const own = await invite(test, { email: "nia@example.com", inviterId: id });
    const taken = await browser.post("/v1/auth/sign-up", { ...person("nia@example.com"), invitation: own });
    expect(taken.json()).toEqual({ next: "sign-in" });
  });

  it("slows down who guesses at one account, and leaves others and other networks alone", async () => {
    const browser = createBrowser(test.app);
    const guess = (email: string, remoteAddress = "192.0.2.7") =>
      test.app.inject({
        method: "POST",
        url: "/v1/auth/sign-in",
        remoteAddress,
        payload: { email, password: "a wrong guess" },
      });
    for (let n = 0; n < 3; n += 1) expect((await guess("ann@example.com")).statusCode).toBe(401);
    const slowed = await guess("ann@example.com");
    expect([slowed.statusCode, slowed.json().code]).toEqual([429, "rate_limited"]);
    expect(Number(slowed.headers["retry-after"])).toBeGreaterThan(1);
    expect((await guess("nia@example.com")).statusCode).toBe(401);
    expect((await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD })).statusCode).toBe(
      204,
    );
    for (let n = 0; n < 15; n += 1) await guess(`guess${n}@example.com`);
    expect((await guess("fresh@example.com")).statusCode).toBe(429);
    expect((await guess("fresh@example.com", "198.51.100.9")).statusCode).toBe(401);
  });
});

describeDatabase("Google and GitHub", () => {
  let test: TestHouse;
  let vendor: Server;
  const profile = { sub: "g-1", email: "gia@example.com", email_verified: true, name: "\u3164" };

  beforeAll(async () => {
    vendor = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://vendor").pathname;
      const answers: Record<string, unknown> = {
        "/token": { access_token: "granted" },
        "/v1/userinfo": request.headers.authorization === "Bearer granted" ? profile : null,
        "/login/oauth/access_token": { access_token: "granted" },
        "/api/v3/user": { id: 7, login: "gil", name: "\u200b" },
        "/api/v3/user/emails": [{ email: "gil@example.com", primary: true, verified: true }],
      };
      response.writeHead(answers[path] ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(answers[path] ?? {}));
    }).listen(0, "127.0.0.1");
    await once(vendor, "listening");
    const address = vendor.address();
    const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    test = await openTestHouse({
      env: {
        PARLEY_SIGNUP: "open",
        GOOGLE_CLIENT_ID: "id",
        GOOGLE_CLIENT_SECRET: "secret",
        GOOGLE_BASE_URL: base,
        GITHUB_CLIENT_ID: "id",
        GITHUB_CLIENT_SECRET: "secret",
        GITHUB_BASE_URL: base,
      },
    });
  });
  afterAll(async () => {
    await test.close();
    vendor.close();
  });

  const signInWith = async (provider: "google" | "github", browser = createBrowser(test.app)) => {
    const begun = await browser.post("/v1/auth/social", { provider, returnTo: "/o" });
    const url = new URL(begun.json().url);
    const state = url.searchParams.get("state") ?? "";
    expect(url.searchParams.get("redirect_uri")).toBe(`http://localhost:3000/v1/auth/callback/${provider}`);
    expect(url.searchParams.get("code_challenge_method")).toBe("S256");
    return { browser, state, back: await browser.get(`/v1/auth/callback/${provider}?code=c&state=${state}`) };
  };

  it("sign people in, new and known, and keep nothing that the vendor handed out", async () => {
    expect((await createBrowser(test.app).get("/v1/auth/options")).json().social).toEqual(["google", "github"]);
    for (const provider of ["google", "github", "google"] as const) {
      const { browser, back } = await signInWith(provider);
      expect([back.statusCode, back.headers.location]).toEqual([303, "http://localhost:3000/o"]);
      const me = (await browser.get("/v1/me")).json();
      // Names that nobody could see are not taken over.
      const name = provider === "google" ? "gia" : "gil";
      expect(me).toMatchObject({ name, social: [provider], hasPassword: false, emailVerified: true });
      expect((await browser.get("/v1/me/export")).json().organizations).toHaveLength(1);
    }
    const [[row] = []] = await test.house.db.batch(SYSTEM, [
      { text: "select string_agg(auth_accounts::text, ' ') as all, count(*) as n from auth_accounts", values: [] },
    ]);
    expect(row?.["n"]).toBe(2);
    expect(String(row?.["all"])).not.toContain("granted");
  });

  it("refuse a state of another browser, or used before, and go nowhere but home", async () => {
    const { browser, state, back } = await signInWith("google");
    expect(back.statusCode).toBe(303);
    const reused = await browser.get(`/v1/auth/callback/google?code=c&state=${state}`);
    expect(String(reused.headers.location)).toContain("error=");
    const begun = await browser.post("/v1/auth/social", { provider: "google", returnTo: "/o" });
    const fresh = new URL(begun.json().url).searchParams.get("state") ?? "";
    const stranger = createBrowser(test.app);
    const stolen = await stranger.get(`/v1/auth/callback/google?code=c&state=${fresh}`);
    expect(String(stolen.headers.location)).toContain("error=");
    expect((await stranger.get("/v1/me")).statusCode).toBe(401);
    for (const returnTo of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
      const away = await browser.post("/v1/auth/social", { provider: "google", returnTo });
      expect(away.json().field).toBe("returnTo");
    }
  });

  it("do not open an account whose address nobody confirmed", async () => {
    const { house } = test;
    await house.db.batch(SYSTEM, [
      {
        text: "insert into auth_users (id, name, email) values ($1, 'Zed', 'zed@example.com')",
        values: [newId("user")],
      },
    ]);
    profile.email = "zed@example.com";
    profile.sub = "g-2";
    const { back, browser } = await signInWith("google");
    expect(String(back.headers.location)).toContain("/sign-in?with=google&error=");
    expect((await browser.get("/v1/me")).statusCode).toBe(401);
  });
});
