/** Draft, publish, history, difference and roll back, over the API, as two people would. */
import {
  agentChanges,
  agentDetails,
  agentDraft,
  agentVersion,
  agentVersionDetails,
  askResult,
  listOf,
} from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { SYSTEM } from "../../platform/index.ts";
import { describeDatabase, until } from "../../testing/index.ts";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";

const versions = listOf(agentVersion);
let world: TestHouse;
let call: Call;
beforeAll(async () => {
  world = await openTestHouse();
  call = callerOf(world);
});
afterAll(() => world.close());

const make = async (settings: object = {}) =>
  (await call("POST", "/v1/agents", { body: { name: "Rose Café", ...settings } })).as(agentDetails);
const draftOf = async (id: string) => (await call("GET", `/v1/agents/${id}/draft`)).as(agentDraft);

async function audited(id: string): Promise<string[]> {
  const [rows = []] = await world.house.db.batch(SYSTEM, [
    { text: "select action from audit_entries where target_id = $1 order by id", values: [id] },
  ]);
  return rows.map((row) => String(row["action"]));
}

describeDatabase("a draft", () => {
  test("is seen by nobody outside before it is published, and then by everybody", async () => {
    const { id, revision, version } = await make();
    expect([revision, version]).toEqual([1, 1]);
    const draft = await call("PATCH", `/v1/agents/${id}/draft`, {
      body: { tone: "playful", greeting: "Hey!" },
      ifMatch: 1,
    });
    expect(draft.body).toMatchObject({
      revision: 2,
      changed: true,
      settings: { tone: "playful" },
      agent: { greeting: "Hey!" },
    });
    expect(draft.headers["etag"]).toBe('"2"');
    const before = (await call("GET", `/v1/agents/${id}`)).body;
    expect(before).toMatchObject({ hasDraft: true, version: 1, settings: { name: "Rose Café" } });
    const session = await world.app.inject({ method: "POST", url: "/v1/widget/sessions", payload: { agentId: id } });
    expect(session.json().agent.greeting).not.toBe("Hey!");
    expect(session.body).not.toContain("playful");
    const published = await call("POST", `/v1/agents/${id}/publish`, { body: { note: "Livelier" }, ifMatch: 2 });
    expect(published.body).toMatchObject({ hasDraft: false, version: 2, revision: 3, settings: { greeting: "Hey!" } });
    const after = await world.app.inject({ method: "POST", url: "/v1/widget/sessions", payload: { agentId: id } });
    expect(after.json().agent.greeting).toBe("Hey!");
    expect(after.json().agent).not.toHaveProperty("settings");
    expect(await audited(id)).toEqual(["agent.created", "agent.drafted", "agent.published"]);
  });

  test("that says what is published already is none; null goes back to what the site says", async () => {
    const { id } = await make({ tone: "formal" });
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { tone: null } });
    expect((await draftOf(id)).settings).not.toHaveProperty("tone");
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { tone: "formal" } });
    expect((await draftOf(id)).changed).toBe(false);
    const nothing = await call("POST", `/v1/agents/${id}/publish`, { body: {} });
    expect([nothing.status, nothing.problem.code]).toEqual([409, "conflict"]);
  });

  test("is thrown away without a trace in what visitors see", async () => {
    const { id } = await make();
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { name: "Other" } });
    const gone = await call("DELETE", `/v1/agents/${id}/draft`);
    expect(gone.body).toMatchObject({ changed: false, settings: { name: "Rose Café" } });
  });

  test("keeps a change that is made past it", async () => {
    const { id } = await make();
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { tone: "formal" } });
    await call("PATCH", `/v1/agents/${id}`, { body: { name: "Rose & Co" } });
    expect(await draftOf(id)).toMatchObject({ changed: true, settings: { name: "Rose & Co", tone: "formal" } });
    const published = (await call("POST", `/v1/agents/${id}/publish`, { body: {} })).body;
    expect(published).toMatchObject({ name: "Rose & Co", version: 3 });
  });

  test("refuses what is not right, with the field, and changes nothing", async () => {
    const { id } = await make();
    for (const [body, field] of [
      [{ tone: "rude" }, "tone"],
      [{ name: "" }, "name"],
      [{ instructions: "x".repeat(4_001) }, "instructions"],
      [{ goals: Array.from({ length: 11 }, () => "more") }, "goals"],
      [{ hours: { timeZone: "Mars/Base", days: {} } }, "hours.timeZone"],
      [{ hours: { timeZone: "UTC", days: { monday: [{ from: "25:00", to: "26:00" }] } } }, "hours.days.monday.0.from"],
      [{ models: [{ connectionId: "con_00000000000000000000000000", model: "x" }] }, "models"],
    ] as const) {
      const refused = await call("PATCH", `/v1/agents/${id}/draft`, { body });
      expect([refused.status, refused.problem.code, refused.problem.field], JSON.stringify(body).slice(0, 60)).toEqual([
        400,
        "invalid_request",
        field,
      ]);
    }
    expect((await draftOf(id)).revision).toBe(1);
  });

  test("holds every kind of letter as it was written", async () => {
    const { id } = await make();
    const instructions = 'سياسة <script>alert("1")</script> 日本語 🙂 {name} \\ \' "';
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { instructions, name: "مقهى الورد" } });
    await call("POST", `/v1/agents/${id}/publish`, { body: {} });
    expect((await call("GET", `/v1/agents/${id}`)).as(agentDetails).settings).toMatchObject({
      instructions,
      name: "مقهى الورد",
    });
  });
});

describeDatabase("two people at once", () => {
  test("the later of two edits of the same state is told, and overwrites nothing", async () => {
    const { id } = await make();
    const [one, other] = await Promise.all([
      call("PATCH", `/v1/agents/${id}/draft`, { body: { role: "One" }, ifMatch: 1 }),
      call("PATCH", `/v1/agents/${id}/draft`, { body: { role: "Other" }, ifMatch: 1 }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    expect([one, other].find(({ status }) => status === 412)?.problem.code).toBe("stale");
    const won = one.status === 200 ? "One" : "Other";
    expect((await draftOf(id)).settings.role).toBe(won);
  });

  test("of two who publish, one does, and there is one more version", async () => {
    const { id } = await make();
    const { revision } = (await call("PATCH", `/v1/agents/${id}/draft`, { body: { role: "New" } })).as(agentDraft);
    const answers = await Promise.all(
      [1, 2, 3].map(() => call("POST", `/v1/agents/${id}/publish`, { body: {}, ifMatch: revision })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await call("GET", `/v1/agents/${id}/versions`)).as(versions).data.map(({ number }) => number)).toEqual([
      2, 1,
    ]);
  });

  test("without If-Match, changes of different things at once are both kept", async () => {
    const { id } = await make();
    await Promise.all([
      call("PATCH", `/v1/agents/${id}`, { body: { role: "Barista" } }),
      call("PATCH", `/v1/agents/${id}`, { body: { tone: "formal" } }),
    ]);
    expect((await call("GET", `/v1/agents/${id}`)).body).toMatchObject({
      version: 3,
      settings: { role: "Barista", tone: "formal" },
    });
  });

  test("an If-Match that is none of ours is refused", async () => {
    const { id } = await make();
    const answer = await world.app.inject({
      method: "PATCH",
      url: `/v1/agents/${id}/draft`,
      headers: { authorization: `Bearer ${world.house.tenants.adminToken}`, "if-match": "x" },
      payload: { role: "x" },
    });
    expect(answer.statusCode).toBe(400);
  });
});

describeDatabase("the history", () => {
  test("tells each version by whom, when and what; pages; and compares any two", async () => {
    const { id } = await make();
    for (const [at, role] of ["First", "Second", "Third"].entries())
      await call("PATCH", `/v1/agents/${id}`, { body: { role, suggestions: [`Question ${at}?`] } });
    const page = (await call("GET", `/v1/agents/${id}/versions?limit=2`)).as(versions);
    expect(page.data.map(({ number }) => number)).toEqual([4, 3]);
    expect(page.data[0]).toMatchObject({
      isPublished: true,
      changed: ["role", "suggestions"],
      publishedBy: { type: "server-admin" },
    });
    const rest = (await call("GET", `/v1/agents/${id}/versions?limit=2&cursor=${page.next}`)).body;
    expect(rest).toMatchObject({ next: null, data: [{ number: 2 }, { number: 1 }] });
    const { changes } = (await call("GET", `/v1/agents/${id}/changes?from=2&to=4`)).as(agentChanges);
    expect(changes).toMatchObject([
      { field: "role", before: "First", after: "Third" },
      { field: "suggestions", items: { added: ["Question 2?"], removed: ["Question 0?"] } },
    ]);
    expect((await call("GET", `/v1/agents/${id}/versions/2`)).as(agentVersionDetails).settings.role).toBe("First");
    for (const path of ["versions/9", "changes?from=9&to=draft"])
      expect((await call("GET", `/v1/agents/${id}/${path}`)).status).toBe(404);
    expect((await call("GET", `/v1/agents/${id}/changes?from=yesterday`)).status).toBe(400);
  });

  test("brings a version back as the draft, or at once", async () => {
    const { id } = await make();
    await call("PATCH", `/v1/agents/${id}`, { body: { role: "Later" } });
    const drafted = await call("POST", `/v1/agents/${id}/versions/1/restore`, { body: {} });
    expect(drafted.body).toMatchObject({ hasDraft: true, version: 2, settings: { role: "Later" } });
    expect((await draftOf(id)).settings).toEqual({ name: "Rose Café" });
    const back = await call("POST", `/v1/agents/${id}/versions/1/restore`, { body: { publish: true } });
    expect(back.body).toMatchObject({ hasDraft: false, version: 3, settings: { name: "Rose Café" } });
    expect((await call("GET", `/v1/agents/${id}/versions`)).as(versions).data[0]?.note).toBe("Back to version 1");
    expect((await call("POST", `/v1/agents/${id}/versions/77/restore`, { body: {} })).status).toBe(404);
  });
});

describeDatabase("behaviour", () => {
  test("is shown to who may read agents and changed by who may write them", async () => {
    const { id } = await make();
    const reader = await keyWith(world, ["agents:read"]);
    const asker = await keyWith(world, ["ask"]);
    expect((await call("GET", `/v1/agents/${id}/draft`, { key: reader })).status).toBe(200);
    for (const [method, path, body] of [
      ["PATCH", "draft", {}],
      ["DELETE", "draft", undefined],
      ["POST", "publish", {}],
      ["POST", "versions/1/restore", {}],
    ] as const)
      expect((await call(method, `/v1/agents/${id}/${path}`, { key: reader, body })).status, path).toBe(403);
    for (const path of ["draft", "versions", "changes", "models"])
      expect((await call("GET", `/v1/agents/${id}/${path}`, { key: asker })).status, path).toBe(403);
  });

  test("is what the next message is answered with", async () => {
    const { id } = await make();
    const text = "The shop opens at nine in the morning.";
    await call("POST", `/v1/agents/${id}/documents`, { body: { externalId: "a", title: "Hours", text } });
    const ask = async () =>
      (await call("POST", `/v1/agents/${id}/ask`, { body: { question: "Do you sell helicopters?" } })).as(askResult)
        .answer;
    expect(await ask()).toContain("couldn't find");
    await call("PATCH", `/v1/agents/${id}`, { body: { fallbacks: { unknown: "Call us: we know." } } });
    expect(await ask()).toBe("Call us: we know.");
    await call("POST", `/v1/agents/${id}/archive`);
    expect(await ask()).toContain("not available");
    await call("POST", `/v1/agents/${id}/unarchive`);
    expect(await ask()).toBe("Call us: we know.");
  });

  test("tells live screens that it changed", async () => {
    const { id, organization } = { ...(await make()), organization: world.house.tenants.adminScope.organization };
    const heard: unknown[] = [];
    const end = world.house.realtime.subscribe(`organization:${organization}`, (news) => heard.push(news));
    await call("PATCH", `/v1/agents/${id}`, { body: { role: "Barista" } });
    await until(() => heard.length >= 2);
    end();
    expect(heard).toEqual(
      expect.arrayContaining([
        { resource: "agents", id, agentId: null },
        { resource: "versions", id: null, agentId: id },
      ]),
    );
  });
});
