/** Answers whose page changed, through the API. */
import { newId, type Message, type Recall, type RecallCounts } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, keyWith } from "../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { type Scope, sql } from "../platform/index.ts";
import { joinAs, type TestPerson } from "../tenants/people.testing.ts";
import { describeDatabase, makeOrganization, until } from "../testing/index.ts";
import { sendCorrections } from "./send-corrections.ts";

let world: TestHouse;
let scope: Scope;
let admin: TestPerson;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open", PARLEY_RECALLS_PER_DAY: "6" } });
  scope = await makeOrganization(world.house.db);
  admin = await joinAs(world, scope, "admin");
});
afterAll(() => world.close());

const rooms = (price: number, dogs = "Dogs are welcome in every room.") =>
  `# Rooms\n\nA double room costs ${price} euro a night, with breakfast.\n\n## Dogs\n\n${dogs}`;

async function makeAgent(text: string): Promise<string> {
  const { id } = (await admin.browser.post("/v1/agents", { name: "Inn" })).json();
  await put(id, text);
  return id;
}
const put = (agentId: string, text: string) =>
  admin.browser.post(`/v1/agents/${agentId}/documents`, { externalId: "rooms", title: "Rooms", text });

/** As a visitor of the messenger. */
async function visit(agentId: string, question: string, visitorId = newId("visitor")) {
  const { message, reply } = await world.house.conversations.receive(scope, {
    agentId,
    channel: "web",
    visitorId,
    addressDigest: null,
    conversationId: null,
    clientId: newId("request"),
    text: question,
  });
  const answer = await reply;
  return { visitorId, conversationId: message.conversationId, answer };
}
async function seen(agentId: string, visitorId: string): Promise<Message[]> {
  const known = { conversationId: null, after: 0 };
  return (await world.house.conversations.resume(scope, { agentId, visitorId, known })).messages;
}
async function list(agentId: string, state = "open"): Promise<Recall[]> {
  const answer = await admin.browser.get(`/v1/agents/${agentId}/recalls?state=${state}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().data;
}
async function counts(agentId: string): Promise<RecallCounts> {
  return (await admin.browser.get(`/v1/agents/${agentId}/recalls/counts`)).json();
}
async function opened(agentId: string): Promise<Recall> {
  await until(async () => (await list(agentId)).length > 0);
  const [recall] = await list(agentId);
  if (!recall) throw new Error("there is no recall");
  return recall;
}
const PRICE = "What does a double room cost a night?";

describeDatabase("answers whose page changed", () => {
  test("are found, answered again and compared; with how many people got the old one", async () => {
    const agentId = await makeAgent(rooms(90));
    const one = await visit(agentId, PRICE);
    expect(one.answer?.text).toContain("90");
    await visit(agentId, PRICE);
    await visit(agentId, PRICE, one.visitorId);
    await admin.browser.post(`/v1/agents/${agentId}/ask`, { question: PRICE });
    await put(agentId, rooms(120));
    const recall = await opened(agentId);
    expect(recall).toMatchObject({
      state: "open",
      question: PRICE,
      differs: ["figures"],
      people: 3,
      reachable: 2,
      told: 0,
      cause: { title: "Rooms", from: 1, to: 2, removed: false },
    });
    expect(recall.oldAnswer).toContain("90");
    expect(recall.newAnswer).toContain("120");
    expect(recall.difference.filter(({ type }) => type !== "same").map(({ text }) => text)).toEqual(["90", "120"]);
    const answers = (await admin.browser.get(`/v1/recalls/${recall.id}/answers?limit=3`)).json();
    expect(answers.data).toHaveLength(3);
    expect(answers.next).not.toBeNull();
    expect((await admin.browser.get("/v1/home")).json().attention).toContainEqual(
      expect.objectContaining({ kind: "answer-outdated", count: 1, agentId }),
    );
    // Said again as it was, nobody has to look any more.
    await put(agentId, rooms(90));
    await until(async () => (await counts(agentId)).same === 1);
    expect(await list(agentId)).toEqual([]);
  });

  test("are left alone where only something else on the page changed", async () => {
    const agentId = await makeAgent(rooms(90));
    await visit(agentId, PRICE);
    await put(
      agentId,
      `${rooms(90)}\n\n## Parking\n\nCars stand behind the house, which costs 12 euro a day and is guarded.`,
    );
    await put(
      agentId,
      `${rooms(90)}\n\n## Parking\n\nThere is no parking at the house, but trams stop near by every ten minutes.`,
    );
    // What comes later is found, so that the earlier was looked at.
    await put(agentId, rooms(91));
    await opened(agentId);
    expect(await counts(agentId)).toEqual({ checking: 0, open: 1, closed: 0, same: 0 });
  });

  test("are corrected for everybody who got them, each once, marked as a correction", async () => {
    const agentId = await makeAgent(rooms(90));
    const [one, two] = [await visit(agentId, PRICE), await visit(agentId, PRICE)];
    // Has begun another conversation since: told there, where it is seen.
    await visit(agentId, "Are dogs welcome in every room?", two.visitorId);
    await put(agentId, rooms(130));
    const recall = await opened(agentId);
    const send = () => admin.browser.post(`/v1/recalls/${recall.id}/correction`, {});
    const [first, again] = await Promise.all([send(), send()]);
    expect([first.statusCode, again.statusCode], first.body).toEqual([200, 200]);
    await until(async () => (await list(agentId, "closed"))[0]?.told === 2);
    await send();
    for (const { visitorId, answer } of [one, two]) {
      const messages = await seen(agentId, visitorId);
      const corrections = messages.filter(({ corrects }) => corrects !== undefined);
      expect(corrections).toHaveLength(1);
      expect(corrections[0]).toMatchObject({ role: "agent", corrects: { messageId: answer?.id } });
      expect(corrections[0]?.corrects?.said).toContain("90");
      expect(corrections[0]?.text).toContain("130");
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
    }
    const entries = (await admin.browser.get("/v1/audit-entries")).json().data;
    const sent = entries.filter(({ action }: { action: string }) => action === "recall.sent");
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain("double room");
    // The correction itself is an answer out of the page.
    await put(agentId, rooms(140));
    const next = await opened(agentId);
    expect(next).toMatchObject({ question: PRICE, reachable: 2 });
    expect(next.oldAnswer).toContain("130");
  });

  test("are closed by dismissing and by a verified answer; opened again by whoever gets the old one anew", async () => {
    const agentId = await makeAgent(rooms(90));
    await visit(agentId, PRICE);
    await put(agentId, rooms(150));
    const recall = await opened(agentId);
    const dismissed = await admin.browser.post(`/v1/recalls/${recall.id}/dismiss`, {});
    expect(dismissed.json()).toMatchObject({ state: "dismissed", closedBy: { id: admin.userId } });
    expect((await admin.browser.post(`/v1/recalls/${recall.id}/reopen`, {})).json().state).toBe("open");
    const written = await admin.browser.post(`/v1/recalls/${recall.id}/verified-answer`, { answer: "It is 150 euro." });
    expect(written.json(), written.body).toMatchObject({ state: "verified" });
    expect((await visit(agentId, PRICE)).answer?.text).toContain("It is 150 euro.");
    expect((await counts(agentId)).closed).toBe(1);
  });

  test("go with their conversations; a page that is gone leaves them without an answer", async () => {
    const agentId = await makeAgent(rooms(90));
    const { conversationId } = await visit(agentId, PRICE);
    const [document] = (await admin.browser.get(`/v1/agents/${agentId}/documents`)).json().data;
    await admin.browser.delete(`/v1/agents/${agentId}/documents/${document.id}`);
    const recall = await opened(agentId);
    expect(recall).toMatchObject({ differs: ["unanswered"], cause: { removed: true, to: null } });
    const send = (body: object) => admin.browser.post(`/v1/recalls/${recall.id}/correction`, body);
    expect((await send({})).json()).toMatchObject({ code: "invalid_request", field: "text" });
    await admin.browser.delete(`/v1/conversations/${conversationId}`);
    expect(await list(agentId)).toEqual([]);
    expect((await send({ text: "We do not let rooms any more." })).json().code).toBe("conflict");
  });

  test("wait for another day when this one's share is used up", async () => {
    const agentId = await makeAgent(rooms(90));
    const many = [
      "Rooms: what does a double cost a night?",
      "double room cost night",
      "What is the cost of a double room a night?",
    ];
    for (const question of [...many, ...many.map((text) => `${text} Please`), ...many.map((text) => `Hello, ${text}`)])
      await visit(agentId, question);
    const given = await world.house.db.query(scope).execute<{ n: number }>(sql`
      select count(distinct conversation_id)::int as n from message_citations c
      where exists (select 1 from conversations v where v.id = c.conversation_id and v.agent_id = ${agentId})`);
    expect(given[0]?.n).toBeGreaterThan(6);
    await put(agentId, rooms(160));
    await until(async () => (await counts(agentId)).open === 6);
    expect((await counts(agentId)).checking).toBeGreaterThan(0);
  });

  test.each([
    ["taken back", null, [1, 0]],
    ["another one", "A double room costs 200 euro.", [1, 2]],
  ])("are sent no longer when the correction is %s while it is sent", async (_what, instead, counts) => {
    const agentId = await makeAgent(rooms(90));
    for (let visitor = 0; visitor < 3; visitor += 1) await visit(agentId, PRICE);
    await put(agentId, rooms(180));
    const { id: recallId } = await opened(agentId);
    const q = world.house.db.query(scope);
    const setText = (text: string | null) =>
      q.execute(sql`update recalls set sent_text = ${text}::text where id = ${recallId}::text`);
    await setText("A double room costs 180 euro.");
    const said: string[] = [];
    const { citations } = world.house.conversations;
    const tell: typeof citations.tell = async (tx, own, telling) => {
      said.push(telling.text);
      const told = await citations.tell(tx, own, telling);
      if (said.length === 1)
        await tx.execute(sql`update recalls set sent_text = ${instead}::text where id = ${recallId}::text`);
      return told;
    };
    const deps = { ...world.house, conversations: { citations: { ...citations, tell } } };
    await sendCorrections(deps, scope, { recallId, signal: new AbortController().signal });
    const times = (text: string) => said.filter((one) => one.includes(text)).length;
    expect([times("180"), times("200")]).toEqual(counts);
  });

  test("are nobody else's, and changed only by those who may", async () => {
    const agentId = await makeAgent(rooms(90));
    await visit(agentId, PRICE);
    await put(agentId, rooms(170));
    const { id } = await opened(agentId);
    const other = await joinAs(world, await makeOrganization(world.house.db), "owner");
    expect((await other.browser.get(`/v1/recalls/${id}`)).statusCode).toBe(404);
    expect((await other.browser.get(`/v1/agents/${agentId}/recalls`)).statusCode).toBe(404);
    for (const action of ["dismiss", "reopen", "correction", "verified-answer"])
      expect((await other.browser.post(`/v1/recalls/${id}/${action}`, {})).statusCode, action).toBe(404);
    const analyst = await joinAs(world, scope, "analyst");
    expect((await analyst.browser.get(`/v1/recalls/${id}`)).statusCode).toBe(200);
    expect((await analyst.browser.post(`/v1/recalls/${id}/dismiss`, {})).statusCode).toBe(403);
    const key = await keyWith(world, ["knowledge:read", "knowledge:write"], scope);
    const writer = await callerOf(world)("POST", `/v1/recalls/${id}/verified-answer`, { key, body: { answer: "x" } });
    expect(writer.status).toBe(403);
    const [refused] = [await admin.browser.get(`/v1/agents/${agentId}/recalls?cursor=1`)];
    expect(refused.json()).toMatchObject({ code: "invalid_request", field: "cursor" });
  });
});
