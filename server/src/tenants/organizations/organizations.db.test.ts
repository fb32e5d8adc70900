/** An organization over the API: made, changed, handed out as a file, and deleted without a trace. */
import { gunzipSync } from "node:zlib";
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { type Scope, SYSTEM } from "../../platform/index.ts";
import { describeDatabase, makeOrganization, until } from "../../testing/index.ts";
import { joinAs, signUp, type TestPerson } from "../people.testing.ts";

let world: TestHouse;
let scope: Scope;
let owner: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  scope = await makeOrganization(world.house.db, "Kettle & Chain");
  owner = await joinAs(world, scope, "owner", "Olga");
  admin = await joinAs(world, scope, "admin", "Adam");
}, 180_000);
afterAll(() => world.close());

const path = () => `/v1/organizations/${scope.organizationId}`;

/** Rows of an organization in every table that there is, by table. */
async function rowsOf(organization: number): Promise<Record<string, number>> {
  const { db } = world.house;
  const [tables = []] = await db.batch(SYSTEM, [
    {
      text: `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not a.attisdropped`,
      values: [],
    },
  ]);
  const counts = await db.batch(
    SYSTEM,
    tables.map(({ name }) => ({
      text: `select count(*)::int as rows from "${String(name)}" where organization = $1`,
      values: [organization],
    })),
  );
  return Object.fromEntries(
    tables
      .map(({ name }, at): [string, number] => [String(name), Number(counts[at]?.[0]?.["rows"])])
      .filter(([, rows]) => rows > 0),
  );
}

describeDatabase("organizations", () => {
  test("are made by whom the server lets, and listed with one's role", async () => {
    const person = await signUp(world, { name: "Fay", email: "fay@example.org" });
    const made = await person.post("/v1/organizations", { name: "Zweite 🫖", timeZone: "Europe/Berlin" });
    expect([made.statusCode, made.json()]).toEqual([
      201,
      expect.objectContaining({
        name: "Zweite 🫖",
        timeZone: "Europe/Berlin",
        language: null,
        role: { id: "owner", name: "Owner" },
      }),
    ]);
    const list = (await person.get("/v1/organizations")).json();
    expect(list).toMatchObject({ mayCreate: true, next: null });
    expect(list.data[0]).toMatchObject({ name: "Zweite 🫖", role: { id: "owner" } });
    for (const body of [
      { name: "" },
      { name: "x", timeZone: "Mars/Olympus" },
      { name: "x", language: "no such tag" },
      {},
    ]) {
      expect((await person.post("/v1/organizations", body)).statusCode, JSON.stringify(body)).toBe(400);
    }
  });

  test("tell everybody what they may do, and nobody of others", async () => {
    const seen = (await admin.browser.get(path())).json();
    expect(seen).toMatchObject({ name: "Kettle & Chain", role: { id: "admin", name: "Admin" }, mailIsSent: false });
    expect(seen.permissions).toContain("members:write");
    expect(seen.permissions).not.toContain("organization:own");
    expect((await admin.browser.get(`/v1/organizations/${newId("organization")}`)).statusCode).toBe(404);
    const other = await makeOrganization(world.house.db, "Other");
    for (const method of ["GET", "PATCH", "DELETE"] as const) {
      const answer = await world.app.inject({
        method,
        url: `/v1/organizations/${other.organizationId}?name=Other`,
        headers: { authorization: `Bearer ${world.house.tenants.adminToken}` },
        ...(method === "PATCH" ? { payload: { name: "Mine" } } : {}),
      });
      expect(answer.statusCode, method).toBe(404);
    }
  });

  test("are changed field by field, and never over somebody else's change", async () => {
    const before = await admin.browser.get(path());
    const etag = String(before.headers["etag"]);
    const first = await admin.browser.patch(path(), { timeZone: "Asia/Tokyo", language: "ja" }, { "if-match": etag });
    expect(first.json()).toMatchObject({ name: "Kettle & Chain", timeZone: "Asia/Tokyo", language: "ja" });
    const stale = await owner.browser.patch(path(), { name: "Overwritten" }, { "if-match": etag });
    expect([stale.statusCode, stale.json().code]).toEqual([412, "stale"]);
    const second = await owner.browser.patch(path(), { language: null }, { "if-match": String(first.headers["etag"]) });
    expect(second.json()).toMatchObject({ name: "Kettle & Chain", timeZone: "Asia/Tokyo", language: null });
    const [entry] = (await owner.browser.get("/v1/audit-entries?action=organization.changed")).json().data;
    expect(entry).toMatchObject({ before: { language: "ja" }, after: { language: null }, actor: { name: "Olga" } });
  });

  test("are exported whole, by owners, without what opens anything and without others", async () => {
    const other = await makeOrganization(world.house.db, "Foreign words");
    await joinAs(world, other, "owner", "Foreign person");
    const key = (await owner.browser.post("/v1/keys", { name: "exported key" })).json();
    const agent = (await owner.browser.post("/v1/agents", { name: "Exported agent" })).json();
    await owner.browser.post(`/v1/agents/${agent.id}/documents`, { externalId: "one", text: "A text of some words." });
    await world.house.files.write(`agents/${agent.id}/logo.png`, Buffer.from("logo"), "image/png");
    expect((await admin.browser.get(`${path()}/export`)).statusCode).toBe(403);
    const answer = await owner.browser.get(`${path()}/export`);
    expect(answer.headers["content-type"]).toBe("application/gzip");
    const text = gunzipSync(answer.rawPayload).toString();
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ format: "parley-organization", organization: scope.organizationId });
    const tables = new Set(lines.map(({ table }) => table));
    for (const table of ["organizations", "members", "api_keys", "audit_entries", "agents", "knowledge_documents"]) {
      expect(tables).toContain(table);
    }
    expect(text).toContain(owner.email);
    expect(text).toContain("exported key");
    expect(lines.find(({ file }) => file)).toMatchObject({ file: { name: `agents/${agent.id}/logo.png` } });
    const [rows = []] = await world.house.db.batch(SYSTEM, [
      { text: "select hash from api_keys union all select hash from invitations", values: [] },
    ]);
    expect(rows.length).toBeGreaterThan(2);
    const secrets = [key.key, other.organizationId, "Foreign", ...rows.map(({ hash }) => String(hash))];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  test("are deleted by an owner who types the name, with everything, and nothing of others", async () => {
    const doomed = await makeOrganization(world.house.db, "Doomed <b>&</b> 🚪");
    const [last, helper] = [
      await joinAs(world, doomed, "owner", "Last"),
      await joinAs(world, doomed, "admin", "Helper"),
    ];
    const key = (await last.browser.post("/v1/keys", { name: "k" })).json().key;
    const agent = (await last.browser.post("/v1/agents", { name: "Gone" })).json();
    await last.browser.post(`/v1/agents/${agent.id}/documents`, { externalId: "one", text: "The shop opens at nine." });
    await last.browser.post(`/v1/agents/${agent.id}/ask`, { question: "When does the shop open?" });
    await last.browser.post("/v1/teams", { name: "T", members: [last.userId] });
    await last.browser.post("/v1/invitations", { emails: ["never@example.org"], role: "editor" });
    await world.house.files.write(`agents/${agent.id}/logo.png`, Buffer.from("logo"), "image/png");
    const before = await rowsOf(doomed.organization);
    for (const table of ["members", "api_keys", "agents", "messages", "audit_entries", "teams", "mails"]) {
      expect(Object.keys(before)).toContain(table);
    }
    const own = await rowsOf(scope.organization);

    const url = `/v1/organizations/${doomed.organizationId}`;
    const erase = (who: TestPerson, name: string) => who.browser.delete(`${url}?name=${encodeURIComponent(name)}`);
    expect((await erase(helper, "Doomed <b>&</b> 🚪")).statusCode).toBe(403);
    expect((await erase(last, "doomed")).json()).toMatchObject({ code: "invalid_request", field: "name" });
    expect((await erase(last, "Doomed <b>&</b> 🚪")).statusCode).toBe(204);

    expect((await last.browser.get("/v1/agents")).statusCode).toBe(404);
    const withKey = await world.app.inject({ url: "/v1/agents", headers: { authorization: `Bearer ${key}` } });
    expect(withKey.statusCode).toBe(401);
    expect((await world.app.inject(`/try/${agent.id}`)).statusCode).toBe(404);
    expect((await last.bare.get("/v1/organizations")).body).not.toContain(doomed.organizationId);
    await expect.poll(() => rowsOf(doomed.organization), { timeout: 25_000, interval: 100 }).toEqual({});
    await until(async () => (await world.house.files.read(`agents/${agent.id}/logo.png`)) === undefined);
    expect(await rowsOf(scope.organization)).toEqual(own);
    expect((await last.bare.get("/v1/me")).statusCode).toBe(200);
  }, 90_000);

  test("leave the server's admin somewhere to work when the first one is deleted", async () => {
    const authorization = `Bearer ${world.house.tenants.adminToken}`;
    const first = world.house.tenants.adminScope.organizationId;
    const erased = await world.app.inject({
      method: "DELETE",
      url: `/v1/organizations/${first}?name=My+organization`,
      headers: { authorization },
    });
    expect(erased.statusCode).toBe(204);
    const made = await world.app.inject({
      method: "POST",
      url: "/v1/agents",
      headers: { authorization },
      payload: { name: "Still here" },
    });
    expect(made.statusCode).toBe(201);
    const second = world.house.tenants.adminScope.organizationId;
    expect(second).not.toBe(first);
    expect(world.house.accounts.ownerLinks.organizationId).toBe(second);
  });
});

describeDatabase("the audit log", () => {
  test("is filtered by kind, action, actor, target and time, and read page by page", async () => {
    const list = async (query: string) => (await owner.browser.get(`/v1/audit-entries?${query}`)).json();
    const all = await list("limit=200");
    expect(all.data.length).toBeGreaterThan(5);
    const ids = all.data.map((entry: { id: string }) => entry.id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    for (const entry of (await list("action=organization")).data) expect(entry.action).toMatch(/^organization\./);
    for (const entry of (await list(`actorId=${owner.userId}`)).data) expect(entry.actor.id).toBe(owner.userId);
    expect((await list(`targetId=${scope.organizationId}&targetType=organization`)).data.length).toBe(2);
    expect((await list("to=2020-01-01T00:00:00Z")).data).toEqual([]);
    expect((await list("from=2020-01-01T00:00:00Z&limit=200")).data.length).toBe(all.data.length);
    const paged = [];
    for (let cursor = "", more = true; more;) {
      const page = await list(`limit=2${cursor}`);
      paged.push(...page.data.map((entry: { id: string }) => entry.id));
      more = page.next !== null;
      cursor = `&cursor=${page.next}`;
    }
    expect(paged).toEqual(ids);
    expect((await owner.browser.get("/v1/audit-entries?action=%25")).statusCode).toBe(400);
  });

  test("is downloaded as CSV that no spreadsheet runs, and as JSON", async () => {
    for (const name of ['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", 'a "quoted", b'])
      await owner.browser.post("/v1/teams", { name });
    const csv = await owner.browser.get("/v1/audit-entries/export?action=team");
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(String(csv.headers["content-disposition"])).toMatch(/^attachment; filename="audit-log-[\d-]+\.csv"$/);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv.body).toContain(",'+1,");
    expect(csv.body).toContain(",'-1,");
    expect(csv.body).toContain(",'@SUM(A1),");
    expect(csv.body).toContain('"a ""quoted"", b"');
    const json = await owner.browser.get("/v1/audit-entries/export?format=json&action=team");
    expect(JSON.parse(json.body)).toEqual((await owner.browser.get("/v1/audit-entries?action=team")).json().data);
    expect(JSON.parse((await owner.browser.get("/v1/audit-entries/export?format=json&action=none")).body)).toEqual([]);
    expect((await owner.browser.get("/v1/audit-entries/export?format=xml")).statusCode).toBe(400);
  });
});

describeDatabase("keys", () => {
  test("are made by members for what they may do themselves, with their maker's name", async () => {
    const role = (
      await owner.browser.post("/v1/roles", {
        name: "Key maker",
        permissions: ["keys:read", "keys:write", "agents:read"],
      })
    ).json();
    const maker = await joinAs(world, scope, role.id, "Mika");
    const refused = await maker.browser.post("/v1/keys", { name: "too much", scopes: ["agents:write"] });
    expect([refused.statusCode, refused.json().field]).toEqual([403, "scopes"]);
    const all = await maker.browser.post("/v1/keys", { name: "all of mine" });
    expect(all.json()).toMatchObject({
      scopes: ["agents:read", "keys:read"],
      maker: { userId: maker.userId, name: "Mika" },
    });
    const listed = (await maker.browser.get("/v1/keys")).json().data;
    expect(listed[0]).toMatchObject({ name: "all of mine", lastUsedAt: null, revokedAt: null });
    expect((await admin.browser.delete(`/v1/keys/${all.json().id}`)).statusCode).toBe(204);
    const [entry] = (await owner.browser.get("/v1/audit-entries?action=key.revoked")).json().data;
    expect(entry).toMatchObject({ actor: { name: "Adam" }, target: { name: "all of mine" } });
    expect(JSON.stringify(entry)).not.toContain(all.json().key);
  });
});
