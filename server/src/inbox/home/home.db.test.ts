import { type Home, newId } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { type Scope, sql } from "../../platform/index.ts";
import { joinAs, type TestPerson } from "../../tenants/people.testing.ts";
import { createTestClock, describeDatabase, makeOrganization, until } from "../../testing/index.ts";
import { createHome } from "./create-home.ts";
import { homeSources } from "../../home-sources.ts";

let world: TestHouse;
let scope: Scope;
let admin: TestPerson;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  scope = await makeOrganization(world.house.db);
  admin = await joinAs(world, scope, "admin");
});
afterAll(() => world.close());

async function look(person = admin, query = ""): Promise<Home> {
  const answer = await person.browser.get(`/v1/home${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const done = ({ start }: Home) => start?.steps.flatMap((step) => (step.done ? [step.step] : []));
const kinds = ({ attention }: Home) => attention.map(({ kind, text, count }) => [kind, text, count]);

describeDatabase("home", () => {
  test("of a new organization shows the way, step by step", async () => {
    const alone = await makeOrganization(world.house.db);
    const first = await joinAs(world, alone, "admin");
    await world.house.db.query(alone).execute(sql`delete from invitations`);
    const empty = await look(first);
    expect(done(empty)).toEqual([]);
    expect(empty.days).toHaveLength(14);
    expect(empty.numbers).toMatchObject({
      questions: { now: 0, before: 0 },
      answeredShare: { now: null, before: null },
    });
    const { id } = (await first.browser.post("/v1/agents", { name: "Shop" })).json();
    await world.house.knowledge.documents.put(alone, id, [
      { externalId: "a", title: "Hours", text: "# Hours\n\nThe shop opens at nine in the morning." },
    ]);
    expect(done(await look(first))).toEqual(["agent", "knowledge"]);
    await first.browser.post(`/v1/agents/${id}/ask`, { question: "When does the shop open?" });
    expect(done(await look(first))).toEqual(["agent", "knowledge", "question"]);
    expect((await look(first)).start?.agentId).toBe(id);
  });

  test("counts what happened, and names what nobody answered, like questions as one", async () => {
    const { id: agentId } = (await admin.browser.post("/v1/agents", { name: "Garden" })).json();
    await world.house.knowledge.documents.put(scope, agentId, [
      { externalId: "a", title: "Hours", text: "# Hours\n\nThe garden opens at nine in the morning." },
    ]);
    const ask = (question: string) => admin.browser.post(`/v1/agents/${agentId}/ask`, { question });
    await ask("When does the garden open?");
    const lacking = (await ask("Do you sell submarines?")).json();
    await ask("do you sell SUBMARINES?");
    await until(async () => (await look()).numbers?.questions.now === 3);
    const home = await look();
    expect(home.numbers).toMatchObject({
      conversations: { now: 3, before: 0 },
      answered: { now: 1, before: 0 },
      unanswered: { now: 2, before: 0 },
    });
    expect(home.numbers?.answeredShare.now).toBeCloseTo(1 / 3);
    expect(home.days.at(-1)).toMatchObject({ conversations: 3, questions: 3, answered: 1 });
    expect(home.agents).toEqual([
      { id: agentId, name: "Garden", logoUrl: null, conversations: { now: 3, before: 0 }, questions: 3, answered: 1 },
    ]);
    const [line] = home.attention.filter(({ kind }) => kind === "question-unanswered");
    expect(line).toMatchObject({ count: 2, agentName: "Garden", target: { resource: "conversations" } });
    expect(line?.text.toLowerCase()).toBe("do you sell submarines?");
    // The latest of them stands for both; corrected, the other is left.
    const path = (messageId: string | null | undefined, id: string | null | undefined) =>
      `/v1/conversations/${id}/messages/${messageId}/correction`;
    await admin.browser.post(path(line?.messageId, line?.target.id), { answer: "No." });
    await admin.browser.post(path(lacking.messageId, lacking.conversationId), { answer: "No." });
    expect(kinds(await look()).filter(([kind]) => kind === "question-unanswered")).toEqual([]);
  });

  test("shows to each what they may see, and where it can be mended", async () => {
    const id = newId("source");
    const [agent] = (await admin.browser.get("/v1/agents")).json().data;
    await world.house.db.query(scope).execute(sql`
      insert into knowledge_sources (organization, id, agent_id, type, url, settings, status, progress)
      values (${scope.organization}, ${id}, ${agent.id}, 'website', 'https://gone.example/', '{}', 'failed', '{}'),
        (${scope.organization}, ${newId("source")}, 'agt_gone', 'website', 'https://of-nobody.example/', '{}', 'failed', '{}')`);
    const home = await look();
    expect(home.attention.find(({ kind }) => kind === "source-failed")).toMatchObject({
      text: "https://gone.example/",
      target: { resource: "sources", id },
      agentId: agent.id,
    });
    expect(JSON.stringify(home)).not.toContain("of-nobody");
    expect(kinds(home).map(([kind]) => kind)).toContain("second-factor-missing");
    const billing = await look(await joinAs(world, scope, "billing"));
    expect(billing).toMatchObject({ numbers: null, days: [], agents: [], attention: [] });
    expect((await admin.browser.get("/v1/home?timeZone=Nowhere/Land")).statusCode).toBe(400);
  });

  test("lists agents that nobody talked to as well, newest activity first, with their pictures", async () => {
    const here = await makeOrganization(world.house.db);
    const person = await joinAs(world, here, "admin");
    const make = async (name: string): Promise<string> => (await person.browser.post("/v1/agents", { name })).json().id;
    const [old, talked, fresh, archived] = [
      await make("Old"),
      await make("Talked"),
      await make("Fresh"),
      await make("Gone"),
    ];
    await person.browser.post(`/v1/agents/${archived}/archive`, {});
    const q = world.house.db.query(here);
    await q.execute(sql`update agents set profile = '{"logoFile":"logo.png"}'::jsonb, updated_at = '2026-01-01Z'
      where organization = ${here.organization}::int and id = ${old}::text`);
    await q.execute(sql`update agents set updated_at = '2026-01-02Z'
      where organization = ${here.organization}::int and id in (${talked}::text, ${fresh}::text)`);
    await person.browser.post(`/v1/agents/${talked}/ask`, { question: "Is anybody there?" });
    await until(async () => (await look(person)).agents[0]?.id === talked);
    expect((await look(person)).agents.map(({ name, logoUrl }) => [name, logoUrl])).toEqual([
      ["Talked", null],
      ["Fresh", null],
      ["Old", `/widget/agents/${old}/logo`],
    ]);
  });

  test("begins days where the asking member's days begin", async () => {
    const here = await makeOrganization(world.house.db);
    await world.house.db.query(here).execute(sql`
      insert into conversation_hours (organization, hour, agent_id, conversations, answered, unanswered, person_asked)
      select ${here.organization}::int, hour::timestamptz, 'agt_x', 1, 1, 0, 0
      from unnest(array['2026-03-28 22:00Z', '2026-03-28 23:00Z', '2026-03-29 21:00Z', '2026-03-29 22:00Z']) as h(hour)`);
    // The clocks of Berlin go forward on the 29th: that day has 23 hours.
    const clock = createTestClock(Date.parse("2026-03-30T10:00:00Z"));
    const { look: lookAt } = createHome({ db: world.house.db, clock, sources: homeSources(world.house) });
    const berlin = await lookAt(here, { days: 2, timeZone: "Europe/Berlin" });
    expect(berlin.days.map(({ day, conversations }) => [day, conversations])).toEqual([
      ["2026-03-27", 0],
      ["2026-03-28", 1],
      ["2026-03-29", 2],
      ["2026-03-30", 1],
    ]);
    expect(berlin.numbers?.conversations).toEqual({ now: 3, before: 1 });
    const utc = await lookAt(here, { days: 1, timeZone: "UTC" });
    expect(utc.days.map(({ conversations }) => conversations)).toEqual([2, 0]);
  });
});

describeDatabase("usage", () => {
  test("counts answers and their tokens by day and agent", async () => {
    await world.house.usage.write();
    const report = (await admin.browser.get("/v1/usage?days=3")).json();
    expect(report.days).toHaveLength(3);
    expect(report.total.turns).toBe(3);
    expect(report.days.at(-1)).toMatchObject({ turns: 3, inputTokens: 0 });
    expect(report.agents).toEqual([expect.objectContaining({ name: "Garden", turns: 3, tokensToday: 0 })]);
    expect(report.limits).toEqual({ visitorTokensPerDay: 50_000, agentTokensPerDay: 2_000_000 });
  });
});
