import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase } from "../../testing/index.ts";
import { makeOwnerLink, PASSWORD, signInOwner } from "./accounts.testing.ts";
import { createBrowser, type TestBrowser } from "./browser.testing.ts";
import { codeOf } from "./code-of.testing.ts";

describeDatabase("accounts", () => {
  let test: TestHouse;
  let ann: TestBrowser;

  beforeAll(async () => {
    test = await openTestHouse();
  });
  afterAll(() => test.close());

  const sql = async (text: string, values: unknown[] = []) =>
    (await test.house.db.batch(SYSTEM, [{ text, values }]))[0];
  const audited = async (action: string) =>
    (await sql("select action, actor_type, target_name, before, after from audit_entries where action = $1", [
      action,
    ])) ?? [];

  describe("the owner link", () => {
    it("makes the owner's account, once, and signs in", async () => {
      const browser = createBrowser(test.app);
      expect((await browser.get("/v1/auth/options")).json()).toEqual({
        signUp: "closed",
        social: [],
        passkeys: true,
        signedIn: false,
        ownerExists: false,
        mailIsSent: false,
      });
      const token = await makeOwnerLink(test);
      const look = await browser.get(`/v1/owner-links/${token}`);
      expect(look.json()).toMatchObject({ organization: "My organization", ownerExists: false });
      const answers = { name: "Ann", email: " Ann@Example.com", password: PASSWORD };
      const used = await browser.post(`/v1/owner-links/${token}`, answers);
      expect([used.statusCode, used.json()]).toEqual([
        201,
        { organizationId: test.house.tenants.adminScope.organizationId, reset: false },
      ]);
      expect((await browser.get("/v1/me")).json()).toMatchObject({
        name: "Ann",
        email: "ann@example.com",
        serverAdmin: true,
        hasPassword: true,
      });
      expect((await browser.post(`/v1/owner-links/${token}`, answers)).json().code).toBe("link_expired");
      expect((await browser.get(`/v1/owner-links/${token}`)).json().code).toBe("link_expired");
    });

    it("is refused when it is wrong, old, or for something else; a weak password uses nothing up", async () => {
      const browser = createBrowser(test.app);
      expect((await browser.get("/v1/owner-links/nonsense")).json().code).toBe("link_expired");
      const token = await makeOwnerLink(test);
      for (const password of ["password123", "aaaaaaaaaaaa", "short", "bob@example.com"]) {
        const weak = await browser.post(`/v1/owner-links/${token}`, {
          name: "Bob",
          email: "bob@example.com",
          password,
        });
        expect([weak.statusCode, weak.json().field]).toEqual([400, "password"]);
      }
      const foreign = await browser.post("/v1/auth/reset-password", { token, password: PASSWORD });
      expect(foreign.json().code).toBe("link_expired");
      await sql("update auth_links set expires_at = now() - interval '1 second' where used_at is null");
      const late = await browser.post(`/v1/owner-links/${token}`, {
        name: "Bob",
        email: "bob@example.com",
        password: PASSWORD,
      });
      expect(late.json().code).toBe("link_expired");
    });

    it("lets one of two who come at once in", async () => {
      const token = await makeOwnerLink(test);
      const both = await Promise.all(
        ["cat@example.com", "dan@example.com"].map((email) =>
          createBrowser(test.app).post(`/v1/owner-links/${token}`, { name: "Two", email, password: PASSWORD }),
        ),
      );
      expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 410]);
    });

    it("resets the account of an address that has one: other ways in are gone", async () => {
      const before = await signInOwner(test, "eve@example.com");
      const after = await signInOwner(test, "eve@example.com");
      expect((await before.get("/v1/me")).statusCode).toBe(401);
      expect((await after.get("/v1/me")).statusCode).toBe(200);
    });
  });

  describe("signing in", () => {
    beforeAll(async () => {
      ann = await signInOwner(test);
    });

    it("answers a wrong password and an unknown address the same", async () => {
      const browser = createBrowser(test.app);
      const wrong = await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: "not this one" });
      const unknown = await browser.post("/v1/auth/sign-in", { email: "nobody@example.com", password: "not this one" });
      expect(wrong.statusCode).toBe(401);
      const { requestId: _one, ...first } = wrong.json();
      const { requestId: _two, ...second } = unknown.json();
      expect(first).toEqual(second);
      expect(first.code).toBe("wrong_credentials");
      expect(browser.cookies.size).toBe(0);
    });

    it("sets one cookie that scripts cannot read and other sites cannot send", async () => {
      const browser = createBrowser(test.app);
      const right = await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
      expect(right.statusCode).toBe(204);
      expect(right.cookies).toMatchObject([
        { name: "parley.session_token", httpOnly: true, sameSite: "Lax", path: "/", maxAge: 2_592_000 },
      ]);
      expect(right.cookies[0]?.domain).toBeUndefined();
      await browser.post("/v1/auth/sign-out");
      expect(browser.cookies.size).toBe(0);
    });

    it("takes no cookie that was not signed here", async () => {
      const browser = createBrowser(test.app);
      const [[name = "", value = ""] = []] = ann.cookies;
      browser.cookies.set(
        name,
        value.replace(/^./, (letter) => (letter === "a" ? "b" : "a")),
      );
      expect((await browser.get("/v1/me")).json().code).toBe("unauthorized");
      browser.cookies.set(name, value.split(".")[0] ?? "");
      expect((await browser.get("/v1/me")).json().code).toBe("unauthorized");
    });

    it("opens only what belongs to the person's organization, and says so alike for others and for none", async () => {
      expect((await ann.get("/v1/agents")).statusCode).toBe(200);
      const elsewhere = { "parley-organization": "org_00000000000000000000000000" };
      expect((await ann.get("/v1/agents", elsewhere)).json().code).toBe("not_found");
      expect((await ann.get("/v1/agents", { "parley-organization": "" })).json().code).toBe("invalid_request");
      const keyed = { authorization: "Bearer parley_nonsense" };
      expect((await ann.get("/v1/agents", keyed)).json().code).toBe("unauthorized");
    });

    it("refuses what another site makes the browser send", async () => {
      const attacks = [
        { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
        { "sec-fetch-site": "same-site", origin: "http://other.localhost:3000" },
        { "sec-fetch-site": "", origin: "" },
        { "sec-fetch-site": "none", origin: "null" },
      ];
      for (const headers of attacks) {
        expect((await ann.patch("/v1/me", { name: "Mallory" }, headers)).json().code).toBe("forbidden");
      }
      const login = await createBrowser(test.app).post(
        "/v1/auth/sign-in",
        { email: "ann@example.com", password: PASSWORD },
        { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      );
      expect([login.statusCode, login.cookies]).toEqual([403, []]);
      const own = { "sec-fetch-site": "", origin: "http://localhost:3000" };
      expect((await ann.patch("/v1/me", { name: "Ann" }, own)).statusCode).toBe(200);
      expect((await ann.get("/v1/me", { "sec-fetch-site": "cross-site" })).statusCode).toBe(200);
    });

    it("reaches nothing of the library but what is in the API", async () => {
      const others = ["get-session", "sign-in/email", "sign-up/email", "list-sessions", "update-user", "ok", "error"];
      for (const path of others) {
        expect((await ann.get(`/v1/auth/${path}`)).statusCode).toBe(404);
        expect((await ann.post(`/v1/auth/${path}`, {})).statusCode).toBe(404);
      }
    });

    it("writes sign-ins down, also those in vain, and never a password", async () => {
      await expect.poll(async () => (await audited("person.sign-in-failed")).length).toBeGreaterThan(0);
      expect((await audited("person.sign-in-failed"))[0]).toMatchObject({
        actor_type: "visitor",
        target_name: "ann@example.com",
      });
      expect((await audited("person.signed-in")).length).toBeGreaterThan(0);
      const [{ all } = {}] = (await sql("select string_agg(audit_entries::text, ' ') as all from audit_entries")) ?? [];
      expect(String(all)).not.toContain(PASSWORD);
    });
  });

  describe("sessions", () => {
    it("are listed in people's words, and end at once when they are revoked", async () => {
      const phone = createBrowser(test.app);
      const iphone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
      await phone.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD }, { "user-agent": iphone });
      const { data } = (await ann.get("/v1/me/sessions")).json();
      expect(data[0]).toMatchObject({
        device: "Safari on iPhone",
        kind: "phone",
        address: "127.0.0.1",
        current: false,
      });
      expect(data.find(({ current }: { current: boolean }) => current)).toMatchObject({ device: "Firefox on Linux" });
      expect((await phone.get("/v1/me")).statusCode).toBe(200);
      expect((await ann.delete(`/v1/me/sessions/${data[0].id}`)).statusCode).toBe(204);
      expect((await phone.get("/v1/me")).statusCode).toBe(401);
      expect((await ann.delete(`/v1/me/sessions/${data[0].id}`)).statusCode).toBe(404);
      const dan = await signInOwner(test, "dan2@example.com");
      const [own] = (await dan.get("/v1/me/sessions")).json().data;
      expect((await ann.delete(`/v1/me/sessions/${own.id}`)).statusCode).toBe(404);
      await phone.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
      expect((await ann.delete("/v1/me/sessions")).json()).toEqual({ revoked: 1 });
      expect((await phone.get("/v1/me")).statusCode).toBe(401);
      expect((await dan.get("/v1/me")).statusCode).toBe(200);
    });

    it("slide with their use, and end 30 days after the last", async () => {
      await sql(
        "update auth_sessions set updated_at = now() - interval '6 minutes', expires_at = now() + interval '1 day'",
      );
      const touched = await ann.get("/v1/agents");
      expect(touched.cookies).toMatchObject([{ name: "parley.session_token", maxAge: 2_592_000 }]);
      expect((await ann.get("/v1/agents")).cookies).toEqual([]);
      const [row] = (await sql("select max(expires_at) > now() + interval '29 days' as slid from auth_sessions")) ?? [];
      expect(row).toEqual({ slid: true });
      const bob = await signInOwner(test, "old@example.com");
      await sql(
        "update auth_sessions set expires_at = now() - interval '1 second' where user_id = (select id from auth_users where email = 'old@example.com')",
      );
      expect((await bob.get("/v1/me")).statusCode).toBe(401);
    });
  });

  describe("two-step sign-in", () => {
    it("goes from the first code through recovery codes to off", async () => {
      const { secret, recoveryCodes, uri } = (await ann.post("/v1/me/second-factor", { password: PASSWORD })).json();
      expect(uri).toContain("otpauth://totp/Parley:ann%40example.com?secret=");
      expect(recoveryCodes).toHaveLength(10);
      expect((await ann.get("/v1/me")).json().secondFactor).toBe(false);
      expect((await ann.post("/v1/me/second-factor/confirmation", { code: "000000" })).json()).toMatchObject({
        code: "wrong_credentials",
        field: "code",
      });
      expect((await ann.post("/v1/me/second-factor/confirmation", { code: codeOf(secret) })).statusCode).toBe(204);
      expect((await ann.get("/v1/me")).json().secondFactor).toBe(true);

      const begin = async () => {
        const browser = createBrowser(test.app);
        const first = await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
        expect([first.statusCode, first.json().code]).toEqual([401, "second_factor_needed"]);
        expect((await browser.get("/v1/me")).statusCode).toBe(401);
        return browser;
      };
      const withApp = await begin();
      expect((await withApp.post("/v1/auth/second-factor", { code: "123456" })).json().code).toBe("wrong_credentials");
      expect((await withApp.post("/v1/auth/second-factor", { code: codeOf(secret, 1) })).statusCode).toBe(204);
      expect((await withApp.get("/v1/me")).statusCode).toBe(200);

      const looker = await begin();
      const again = await looker.post("/v1/auth/second-factor", { code: codeOf(secret, 1) });
      expect(again.json()).toMatchObject({
        code: "wrong_credentials",
        detail: expect.stringContaining("has been used"),
      });
      expect((await looker.get("/v1/me")).statusCode).toBe(401);

      const code = String(recoveryCodes[0]);
      const withRecovery = await begin();
      expect((await withRecovery.post("/v1/auth/second-factor", { code, kind: "recovery" })).statusCode).toBe(204);
      const twice = await (await begin()).post("/v1/auth/second-factor", { code, kind: "recovery" });
      expect(twice.json().code).toBe("wrong_credentials");

      const renewed = (await ann.post("/v1/me/second-factor/recovery-codes", { password: PASSWORD })).json();
      const outdated = await (
        await begin()
      ).post("/v1/auth/second-factor", { code: recoveryCodes[1], kind: "recovery" });
      expect(outdated.json().code).toBe("wrong_credentials");
      const spaced = String(renewed.recoveryCodes[0]).replace("-", " ");
      expect(
        (await (await begin()).post("/v1/auth/second-factor", { code: spaced, kind: "recovery" })).statusCode,
      ).toBe(204);

      expect((await ann.post("/v1/me/second-factor/removal", { password: "not mine at all" })).json().field).toBe(
        "password",
      );
      expect((await ann.post("/v1/me/second-factor/removal", { password: PASSWORD })).statusCode).toBe(204);
      expect((await ann.get("/v1/me")).json().secondFactor).toBe(false);
      const plain = await createBrowser(test.app).post("/v1/auth/sign-in", {
        email: "ann@example.com",
        password: PASSWORD,
      });
      expect(plain.statusCode).toBe(204);
      for (const action of ["person.second-factor-on", "person.second-factor-off", "person.recovery-codes-made"]) {
        expect(await audited(action)).toHaveLength(1);
      }
    });

    it("ends a sign-in after five wrong codes, not the account", async () => {
      const { secret } = (await ann.post("/v1/me/second-factor", { password: PASSWORD })).json();
      await ann.post("/v1/me/second-factor/confirmation", { code: codeOf(secret) });
      const browser = createBrowser(test.app);
      await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
      for (let n = 0; n < 5; n += 1) await browser.post("/v1/auth/second-factor", { code: "000000" });
      const ended = await browser.post("/v1/auth/second-factor", { code: codeOf(secret, 1) });
      expect(ended.json()).toMatchObject({ code: "unauthorized", detail: expect.stringContaining("Sign in again") });
      await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
      expect((await browser.post("/v1/auth/second-factor", { code: codeOf(secret, 1) })).statusCode).toBe(204);
      await ann.post("/v1/me/second-factor/removal", { password: PASSWORD });
    });

    it("is not asked again for a browser that is trusted", async () => {
      const { secret } = (await ann.post("/v1/me/second-factor", { password: PASSWORD })).json();
      await ann.post("/v1/me/second-factor/confirmation", { code: codeOf(secret) });
      await sql("update auth_two_factors set failed_verification_count = 0");
      const browser = createBrowser(test.app);
      await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
      await browser.post("/v1/auth/second-factor", { code: codeOf(secret), trustDevice: true });
      await browser.post("/v1/auth/sign-out");
      const again = await browser.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
      expect(again.statusCode).toBe(204);
      await ann.post("/v1/me/second-factor/removal", { password: PASSWORD });
    });
  });
});
