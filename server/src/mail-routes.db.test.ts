import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { SYSTEM } from "./platform/index.ts";
import { serveSmtp, type TestSmtp } from "./platform/mail/serve-smtp.testing.ts";
import { describeDatabase, until } from "./testing/index.ts";

describeDatabase("the mail outbox", () => {
  let smtp: TestSmtp;
  let world: TestHouse;
  let key: string;
  let id: string;
  let ofServer: string;

  beforeAll(async () => {
    smtp = await serveSmtp();
    world = await openTestHouse({ env: { SMTP_URL: smtp.url, PARLEY_MAIL_FROM: "Parley <parley@example.com>" } });
    key = await keyWith(["mail:read", "mail:write"]);
    const { mail, db, tenants } = world.house;
    const letter = {
      to: { address: "ada@example.com" },
      subject: "Hello <b>you</b>",
      preview: "",
      purpose: "invitation",
      blocks: [{ type: "code", code: "481516" }] as const,
    };
    id = await db.transaction(tenants.adminScope, (tx) => mail.enqueue(tx, tenants.adminScope, letter));
    ofServer = await db.transaction(SYSTEM, (tx) => mail.enqueue(tx, SYSTEM, { ...letter, secret: true }));
    await until(() => smtp.taken.length === 2);
  });
  afterAll(async () => {
    await world.close();
    await smtp.close();
  });

  async function keyWith(scopes: string[]): Promise<string> {
    const made = await world.app.inject({
      method: "POST",
      url: "/v1/keys",
      headers: { authorization: `Bearer ${world.house.tenants.adminToken}` },
      payload: { name: "test", scopes },
    });
    return made.json().key;
  }
  const ask = (method: "GET" | "POST", url: string, by = key, headers: Record<string, string> = {}) =>
    world.app.inject({ method, url, headers: { authorization: `Bearer ${by}`, ...headers } });

  it("is read by who may: an organization its own, who holds the server the server's too", async () => {
    await until(async () => (await ask("GET", `/v1/mails/${id}`)).json().state === "sent");
    const own = (await ask("GET", "/v1/mails")).json();
    expect(own).toMatchObject({ canSend: true, next: null, data: [{ id, purpose: "invitation", ofServer: false }] });
    const { adminToken } = world.house.tenants;
    expect((await ask("GET", "/v1/mails?limit=10", adminToken)).json().data).toHaveLength(2);
    expect((await ask("GET", `/v1/mails/${id}`)).json()).toMatchObject({ text: expect.stringContaining("481516") });
    expect((await ask("GET", `/v1/mails/${ofServer}`)).statusCode).toBe(404);
    expect((await ask("GET", `/v1/mails/${ofServer}`, adminToken)).json().html).toContain("481516");
    expect((await ask("GET", "/v1/mails", await keyWith(["agents:read"]))).statusCode).toBe(403);
    expect((await ask("GET", `/v1/mails/${newId("mail")}`)).statusCode).toBe(404);
    expect((await ask("GET", "/v1/mails?state=lost")).json().field).toBe("state");
  });

  it("sends once more when asked, once however often the same request comes, and writes that down", async () => {
    const before = smtp.taken.length;
    const again = { "idempotency-key": "once more" };
    const first = await ask("POST", `/v1/mails/${id}/resend`, key, again);
    const second = await ask("POST", `/v1/mails/${id}/resend`, key, again);
    expect([first.statusCode, second.headers["idempotency-replayed"]]).toEqual([200, "true"]);
    await until(async () => (await ask("GET", `/v1/mails/${id}`)).json().state === "sent");
    expect(smtp.taken).toHaveLength(before + 1);
    const [rows = []] = await world.house.db.batch(SYSTEM, [
      { text: "select action from audit_entries where target_id = $1", values: [id] },
    ]);
    expect(rows).toEqual([{ action: "mail.resent" }]);
    expect((await ask("POST", `/v1/mails/${id}/resend`, await keyWith(["mail:read"]))).statusCode).toBe(403);
  });
});
