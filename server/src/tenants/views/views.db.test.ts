/** Saved views over the API: whose they are, who sees them, who may change them, and when they go. */
import { newId, type View } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import type { Scope } from "../../platform/index.ts";
import { describeDatabase, makeOrganization } from "../../testing/index.ts";
import { joinAs, PASSWORD, type TestPerson } from "../people.testing.ts";

let world: TestHouse;
let scope: Scope;
let owner: TestPerson;
let editor: TestPerson;
let analyst: TestPerson;
let count = 0;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open", PARLEY_LIMIT_SESSION_PER_MINUTE: "1000000" } });
  scope = await makeOrganization(world.house.db, "Kettle & Chain");
  owner = await joinAs(world, scope, "owner", "Olga Owner");
  editor = await joinAs(world, scope, "editor", "Edith Editor");
  analyst = await joinAs(world, scope, "analyst", "Anna Analyst");
}, 180_000);
afterAll(() => world.close());

const input = (given: object = {}) => ({
  list: "conversations",
  name: `View ${(count += 1)}`,
  query: { outcome: "unanswered", since: "7" },
  ...given,
});
const save = async (who: TestPerson, given: object = {}): Promise<View> => {
  const answer = await who.browser.post("/v1/views", input(given));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
};
const seenBy = async (who: TestPerson, search = "list=conversations"): Promise<View[]> =>
  (await who.browser.get(`/v1/views?limit=200&${search}`)).json().data;
const sees = async (who: TestPerson, { id }: View) => (await seenBy(who, "")).some((view) => view.id === id);
const entries = async (id: string) =>
  (await owner.browser.get(`/v1/audit-entries?targetId=${id}`))
    .json()
    .data.map(({ action }: { action: string }) => action);

describeDatabase("a view", () => {
  test("is one's own: nobody else sees, changes or removes it, and the log says nothing of it", async () => {
    const view = await save(editor, { name: "  Unanswered\u202e this week " });
    expect(view).toMatchObject({
      list: "conversations",
      agentId: null,
      name: "Unanswered this week",
      query: { outcome: "unanswered", since: "7" },
      shared: false,
      mine: true,
      mayChange: true,
      maker: { userId: editor.userId, name: "Edith Editor" },
      revision: 1,
    });
    expect(await sees(editor, view)).toBe(true);
    expect(await sees(owner, view)).toBe(false);
    for (const answer of [
      await owner.browser.get(`/v1/views/${view.id}`),
      await owner.browser.patch(`/v1/views/${view.id}`, { name: "Mine" }),
      await owner.browser.delete(`/v1/views/${view.id}`),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([404, "not_found"]);
    }
    expect((await editor.browser.delete(`/v1/views/${view.id}`)).statusCode).toBe(204);
    expect(await entries(view.id)).toEqual([]);
  });

  test("that is shared is seen by all, and changed by its maker and whoever may change the settings", async () => {
    const view = await save(editor, { shared: true });
    expect((await seenBy(analyst)).find(({ id }) => id === view.id)).toMatchObject({ mine: false, mayChange: false });
    expect((await seenBy(owner)).find(({ id }) => id === view.id)).toMatchObject({ mine: false, mayChange: true });
    const refused = await analyst.browser.patch(`/v1/views/${view.id}`, { name: "Better" });
    expect([refused.statusCode, refused.json().code]).toEqual([403, "forbidden"]);
    expect((await analyst.browser.delete(`/v1/views/${view.id}`)).statusCode).toBe(403);
    const renamed = await owner.browser.patch(`/v1/views/${view.id}`, { name: "Better", query: { rating: "down" } });
    expect(renamed.json()).toMatchObject({ name: "Better", query: { rating: "down" }, revision: 2 });
    expect(renamed.json().maker.userId).toBe(editor.userId);
    const taken = await owner.browser.patch(`/v1/views/${view.id}`, { shared: false });
    expect([taken.statusCode, taken.json().code]).toEqual([403, "forbidden"]);
    expect((await editor.browser.patch(`/v1/views/${view.id}`, { shared: false })).statusCode).toBe(200);
    expect(await sees(owner, view)).toBe(false);
    await editor.browser.patch(`/v1/views/${view.id}`, { shared: true });
    expect((await owner.browser.delete(`/v1/views/${view.id}`)).statusCode).toBe(204);
    expect(await entries(view.id)).toEqual([
      "view.removed",
      "view.shared",
      "view.unshared",
      "view.changed",
      "view.shared",
    ]);
  });

  test("of a list that one may not see is neither seen nor made", async () => {
    const view = await save(owner, { list: "audit-entries", query: { kind: "member" }, shared: true });
    expect(await sees(analyst, view)).toBe(false);
    expect((await analyst.browser.get(`/v1/views/${view.id}`)).statusCode).toBe(404);
    const made = await analyst.browser.post("/v1/views", input({ list: "mails", query: { state: "failed" } }));
    expect([made.statusCode, made.json().code]).toEqual([403, "forbidden"]);
  });

  test("is not overwritten by who saw an older one", async () => {
    const { id } = await save(editor);
    const headers = { "if-match": '"1"' };
    const send = (name: string) =>
      editor.browser.send({ method: "PATCH", url: `/v1/views/${id}`, headers, payload: { name } });
    const first = await send("First of two");
    expect([first.statusCode, first.headers["etag"]]).toEqual([200, '"2"']);
    expect([(await send("Second of two")).json().code]).toEqual(["stale"]);
  });

  test("holds filters of its list and nothing else", async () => {
    for (const query of [
      {},
      { colour: "red" },
      { q: "" },
      { q: "x".repeat(301) },
      { "q&outcome": "x" },
      { since: 7 },
      ["q"],
      "q=x",
      null,
    ]) {
      const answer = await editor.browser.post("/v1/views", input({ query }));
      expect(
        [answer.statusCode, answer.json().code, answer.json().field?.split(".")[0]],
        JSON.stringify(query),
      ).toEqual([400, "invalid_request", "query"]);
    }
    const { id } = await save(editor);
    expect((await editor.browser.patch(`/v1/views/${id}`, { query: { enabled: "true" } })).json().field).toBe(
      "query.enabled",
    );
  });

  test("has a name that no other beside it has", async () => {
    await save(editor, { name: "Angry people" });
    const again = await editor.browser.post("/v1/views", input({ name: "ANGRY people" }));
    expect([again.statusCode, again.json().code, again.json().field]).toEqual([409, "already_exists", "name"]);
    await save(analyst, { name: "Angry people" });
    const shared = await save(editor, { name: "Angry people", shared: true });
    const taken = await analyst.browser.post("/v1/views", input({ name: "angry people", shared: true }));
    expect(taken.json().code).toBe("already_exists");
    const own = (await seenBy(editor)).find(({ name, shared: all }) => name === "Angry people" && !all);
    expect((await editor.browser.patch(`/v1/views/${own?.id}`, { shared: true })).json().code).toBe("already_exists");
    expect(shared.shared).toBe(true);
  });

  test("is one of at most fifty of its list, also when many are saved at once", async () => {
    const person = await joinAs(world, scope, "analyst", "Mona Many");
    const saves = Array.from({ length: 53 }, () =>
      person.browser.post("/v1/views", input({ list: "agents", query: { q: "x" } })),
    );
    const codes = (await Promise.all(saves)).map(({ statusCode }) => statusCode);
    expect([codes.filter((code) => code === 201).length, codes.filter((code) => code === 409).length]).toEqual([50, 3]);
    await save(person, { list: "members", query: { q: "x" } });
    const pages = await person.browser.get("/v1/views?list=agents&limit=30");
    const rest = await person.browser.get(`/v1/views?list=agents&limit=30&cursor=${pages.json().next}`);
    const names = [...pages.json().data, ...rest.json().data].map(({ name }: View) => name);
    expect([names.length, new Set(names).size, rest.json().next]).toEqual([50, 50, null]);
    expect((await person.browser.get("/v1/views?cursor=%F0%9F%98%80.x")).statusCode).toBe(200);
  });
});

describeDatabase("views of an agent's lists", () => {
  test("belong to that agent and go with it", async () => {
    const agentOf = async (name: string) => (await owner.browser.post("/v1/agents", { name })).json().id;
    const [one, other] = [await agentOf("One"), await agentOf("Other")];
    const documents = { list: "documents", query: { q: "tea" } };
    expect((await owner.browser.post("/v1/views", input(documents))).json().field).toBe("agentId");
    expect((await owner.browser.post("/v1/views", input({ ...documents, agentId: newId("agent") }))).statusCode).toBe(
      404,
    );
    const view = await save(owner, { ...documents, agentId: one, name: "Tea" });
    const second = await save(owner, { ...documents, agentId: other, name: "Tea" });
    expect((await seenBy(owner, `list=documents&agentId=${one}`)).map(({ id }) => id)).toEqual([view.id]);
    await world.house.tenants.views.removeOfAgent(scope, one);
    expect([await sees(owner, view), await sees(owner, second)]).toEqual([false, true]);
    const ofConversations = await save(owner, { agentId: one });
    expect(ofConversations.agentId).toBeNull();
  });
});

describeDatabase("with a key", () => {
  test("shared views are seen by its scopes, and made with organization:write alone", async () => {
    const view = await save(editor, { shared: true });
    const own = await save(editor);
    const ask = async (scopes: ("conversations:read" | "organization:write")[], payload?: object) => {
      const { key } = await world.house.tenants.keys.create(scope, { name: "k", scopes, expiresAt: null });
      const headers = { authorization: `Bearer ${key}` };
      return payload
        ? world.app.inject({ method: "POST", url: "/v1/views", headers, payload })
        : world.app.inject({ method: "GET", url: "/v1/views?limit=200", headers });
    };
    const ids = (await ask(["conversations:read"])).json().data.map(({ id }: View) => id);
    expect([ids.includes(view.id), ids.includes(own.id)]).toEqual([true, false]);
    expect((await ask(["organization:write"])).json().data).toEqual([]);
    expect((await ask(["conversations:read"], input({ shared: true }))).statusCode).toBe(403);
    const both = ["conversations:read", "organization:write"] as const;
    expect((await ask([...both], input())).json().field).toBe("shared");
    expect((await ask([...both], input({ shared: true }))).json()).toMatchObject({ maker: null, mine: false });
  });
});

describeDatabase("when a member goes", () => {
  test("what is their own waits as long as the removal can be undone, then goes; what is shared stays", async () => {
    const person = await joinAs(world, scope, "editor", "Gone Girl");
    const [own, shared] = [await save(person), await save(person, { shared: true })];
    const gone = { organization: scope.organization, userId: person.userId };
    await owner.browser.delete(`/v1/members/${person.userId}`);
    expect((await owner.browser.post(`/v1/members/${person.userId}/restore`)).statusCode).toBe(200);
    await world.house.tenants.views.forgetOwn(gone);
    expect(await sees(person, own)).toBe(true);
    await owner.browser.delete(`/v1/members/${person.userId}`);
    await world.house.tenants.views.forgetOwn(gone);
    await owner.browser.post(`/v1/members/${person.userId}/restore`);
    expect([await sees(person, own), await sees(person, shared)]).toEqual([false, true]);
  });

  test("what an account that is deleted shared stays, and is nobody's", async () => {
    const person = await joinAs(world, scope, "editor", "Deleted Dan");
    const [own, shared] = [await save(person), await save(person, { shared: true })];
    const answer = await person.bare.post("/v1/me/deletion", { email: person.email, password: PASSWORD });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    expect((await seenBy(owner)).find(({ id }) => id === shared.id)).toMatchObject({ maker: null, mayChange: true });
    const [rows = []] = await world.house.db.batch(scope, [
      { text: "select 1 from saved_views where id = $1", values: [own.id] },
    ]);
    expect(rows).toEqual([]);
  });

  test("every view is in the organization's export", async () => {
    const view = await save(owner, { name: "For the export" });
    const { gunzipSync } = await import("node:zlib");
    const answer = await owner.browser.get(`/v1/organizations/${scope.organizationId}/export`);
    const lines = gunzipSync(answer.rawPayload).toString().split("\n");
    const line = lines.find((each) => each.includes('"saved_views"') && each.includes(view.id));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ row: { name: "For the export", query: view.query } });
  });
});
