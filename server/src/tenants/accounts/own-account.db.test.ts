import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase } from "../../testing/index.ts";
import { linkMailedTo, PASSWORD, signInOwner, tokenIn } from "./accounts.testing.ts";
import { createBrowser, type TestBrowser } from "./browser.testing.ts";

describeDatabase("one's own account", () => {
  let test: TestHouse;
  let ann: TestBrowser;

  beforeAll(async () => {
    test = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
    ann = await signInOwner(test);
  });
  afterAll(() => test.close());

  const sql = async (text: string, values: unknown[] = []) =>
    (await test.house.db.batch(SYSTEM, [{ text, values }]))[0];
  const audited = async (action: string) =>
    (await sql("select action, actor_type, target_name, before, after from audit_entries where action = $1", [
      action,
    ])) ?? [];

  it("keeps any name, and a time zone and language that exist", async () => {
    const name = "O'Brien <b>شركة</b> 👩‍🚀";
    const changed = await ann.patch("/v1/me", { name, timeZone: "Europe/Berlin", language: "de" });
    expect(changed.json()).toMatchObject({ name, timeZone: "Europe/Berlin", language: "de" });
    expect((await ann.patch("/v1/me", { timeZone: "Mars/Base" })).json().field).toBe("timeZone");
    expect((await ann.patch("/v1/me", { name: " " })).json().field).toBe("name");
    expect((await ann.patch("/v1/me", { name: "x".repeat(121) })).json().field).toBe("name");
    expect((await ann.patch("/v1/me", { name: "Ann" })).json().language).toBe("de");
  });

  it("is not promised a link to confirm the address by, where no mail goes out", async () => {
    const bob = createBrowser(test.app);
    const input = { email: "bob@example.com", password: PASSWORD };
    expect((await bob.post("/v1/auth/sign-up", { ...input, name: "Bob" })).statusCode).toBe(202);
    await bob.post("/v1/auth/sign-in", input);
    expect((await bob.get("/v1/me")).json().emailVerified).toBe(false);
    const asked = await bob.post("/v1/me/verification-mails", {});
    expect([asked.statusCode, asked.json().code]).toEqual([409, "conflict"]);
    expect(await sql("select id from mails where purpose = 'verify-email'")).toEqual([]);
  });

  it("changes the password with the one before, and signs out everywhere else", async () => {
    const other = createBrowser(test.app);
    await other.post("/v1/auth/sign-in", { email: "ann@example.com", password: PASSWORD });
    const wrong = await ann.post("/v1/me/password", {
      currentPassword: "not this one",
      password: "another good one",
    });
    expect(wrong.json().field).toBe("currentPassword");
    const done = await ann.post("/v1/me/password", { currentPassword: PASSWORD, password: "another good one" });
    expect(done.statusCode).toBe(204);
    expect((await ann.get("/v1/me")).statusCode).toBe(200);
    expect((await other.get("/v1/me")).statusCode).toBe(401);
    await ann.post("/v1/me/password", { currentPassword: "another good one", password: PASSWORD });
  });

  it("changes the address at once while no mail can be sent, and gives nobody another's", async () => {
    await signInOwner(test, "taken@example.com");
    const taken = await ann.post("/v1/me/email", { email: "Taken@example.com", password: PASSWORD });
    expect(taken.json()).toMatchObject({ code: "already_exists", field: "email" });
    expect((await ann.post("/v1/me/email", { email: "anna@example.com" })).json().field).toBe("password");
    const done = await ann.post("/v1/me/email", { email: "anna@example.com", password: PASSWORD });
    expect(done.json()).toEqual({ next: "done" });
    await ann.post("/v1/me/email", { email: "ann@example.com", password: PASSWORD });
  });

  it("gives a new password by a mailed link, once, for an hour", async () => {
    const browser = createBrowser(test.app);
    expect((await browser.post("/v1/auth/forgot-password", { email: "nobody@example.com" })).statusCode).toBe(202);
    expect(await linkMailedTo(test.house, "nobody@example.com")).toBeUndefined();
    await browser.post("/v1/auth/forgot-password", { email: "ann@example.com" });
    const first = tokenIn(await linkMailedTo(test.house, "ann@example.com"));
    await browser.post("/v1/auth/forgot-password", { email: "ann@example.com" });
    const link = await linkMailedTo(test.house, "ann@example.com");
    expect(link).toMatch(/^http:\/\/localhost:3000\/reset-password\?token=/);
    const token = tokenIn(link);
    const input = { token, password: "a third good one" };
    expect((await browser.post("/v1/auth/reset-password", { ...input, token: first })).json().code).toBe(
      "link_expired",
    );
    expect((await browser.post("/v1/auth/verify-email", { token })).json().code).toBe("link_expired");
    expect((await browser.post("/v1/auth/reset-password", { token, password: "password123" })).json().field).toBe(
      "password",
    );
    expect((await browser.post("/v1/auth/reset-password", input)).statusCode).toBe(204);
    expect((await browser.post("/v1/auth/reset-password", input)).json().code).toBe("link_expired");
    expect((await ann.get("/v1/me")).statusCode).toBe(401);
    const signedIn = await ann.post("/v1/auth/sign-in", { email: "ann@example.com", password: "a third good one" });
    expect(signedIn.statusCode).toBe(204);
  });

  it("mails no link to a host that a request made up", async () => {
    const forged = { host: "evil.example", origin: "http://evil.example" };
    await createBrowser(test.app).post("/v1/auth/forgot-password", { email: "taken@example.com" }, forged);
    expect(await linkMailedTo(test.house, "taken@example.com")).toBeUndefined();
  });

  it("is exported whole and without secrets, then deleted, unless others would be left without an owner", async () => {
    const gus = await signInOwner(test, "gus@example.com");
    const exported = (await gus.get("/v1/me/export")).json();
    expect(exported).toMatchObject({
      person: { email: "gus@example.com" },
      organizations: [{ name: "My organization", role: "owner" }],
      sessions: [{ device: "Firefox on Linux" }],
    });
    expect(JSON.stringify(exported)).not.toMatch(/"(password|token|hash|secret)"/i);
    expect((await gus.post("/v1/me/deletion", { email: "other@example.com", password: PASSWORD })).json().field).toBe(
      "email",
    );
    expect(
      (await gus.post("/v1/me/deletion", { email: "gus@example.com", password: "wrong one it is" })).json().field,
    ).toBe("password");
    await sql(
      "update members set role = 'editor' where user_id <> (select id from auth_users where email = 'gus@example.com')",
    );
    const last = await gus.post("/v1/me/deletion", { email: "gus@example.com", password: PASSWORD });
    expect(last.json()).toMatchObject({ code: "conflict", detail: expect.stringContaining("My organization") });
    await sql("update members set role = 'owner'");
    expect((await gus.post("/v1/me/deletion", { email: "gus@example.com", password: PASSWORD })).statusCode).toBe(204);
    expect((await gus.get("/v1/me")).statusCode).toBe(401);
    const gone = await sql("select 1 from auth_users where email = 'gus@example.com'");
    expect(gone).toEqual([]);
    expect(await audited("person.deleted")).toHaveLength(1);
  });
});
