/** Verified answers over the API: written, found from the next message on, said as written. */
import {
  agentDetails,
  askResult,
  auditEntry,
  bulkResult,
  listOf,
  searchResults,
  verifiedAnswer,
} from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Call, callerOf } from "./caller.testing.ts";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { describeDatabase } from "./testing/index.ts";

let world: TestHouse;
let call: Call;
let agentId: string;

beforeAll(async () => {
  world = await openTestHouse();
  call = callerOf(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  agentId = (await call("POST", "/v1/agents", { body: { name: "Mill" } })).as(agentDetails).id;
  const text = "The mill is open every day from 9 am to 7 pm. A city bike costs 14 euros a day. There is no car park.";
  await call("POST", `/v1/agents/${agentId}/documents`, { body: { externalId: "1", title: "The mill", text } });
});

const path = () => `/v1/agents/${agentId}/verified-answers`;
const write = async (body: object) => call("POST", path(), { body });
const ask = async (question: string) =>
  (await call("POST", `/v1/agents/${agentId}/ask`, { body: { question } })).as(askResult);

describeDatabase("verified answers", () => {
  test("are said as written, before what pages hold, with themselves as the source", async () => {
    expect((await ask("What does a city bike cost?")).answer).toContain("14 euros");
    const { status, body } = await write({
      question: "What does a city bike cost?",
      variants: ["How much is a city bike?", "how much is a city bike"],
      answer: "**15 euros** a day this year.",
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ language: "en", enabled: true, revision: 1, variants: ["How much is a city bike?"] });
    for (const question of ["what does a city bike cost", "How much is a city bike?", "Hi! How much is the city bike"])
      expect(await ask(question)).toMatchObject({
        answer: "**15 euros** a day this year.",
        answered: true,
        citations: [{ title: "What does a city bike cost?", url: null, text: "15 euros a day this year." }],
      });
    expect((await ask("What does a city bike cost for 2 days?")).answer).not.toContain("15 euros");
  });

  test("answer each of several questions by itself, and what counts as small talk", async () => {
    await write({ question: "Who are you?", answer: "I am the miller." });
    await write({ question: "Do you sell flour?", answer: "Yes, in bags of 5 kg." });
    expect((await ask("who are you")).answer).toBe("I am the miller.");
    const both = await ask("Do you sell flour? When is the mill open?");
    expect(both.answer).toContain("Yes, in bags of 5 kg.");
    expect(both.answer).toContain("9 am to 7 pm");
    expect(both.citations).toHaveLength(2);
  });

  test("are found with a word mistyped, unless a page holds that word", async () => {
    await write({ question: "Do you repair motorbikes?", answer: "No." });
    expect((await ask("Do you repair motorbkes?")).answer).toBe("No.");
    await write({ question: "Is there a card park?", answer: "You can park with the card." });
    expect((await ask("Is there a car park?")).answer).not.toContain("with the card");
  });

  test("can be switched off, changed and deleted, each from the next message on", async () => {
    const made = (await write({ question: "Do you sell flour?", answer: "Yes." })).as(verifiedAnswer);
    const one = `${path()}/${made.id}`;
    expect((await call("PATCH", one, { body: { enabled: false }, ifMatch: 1 })).as(verifiedAnswer).revision).toBe(2);
    expect((await ask("Do you sell flour?")).answered).toBe(false);
    expect((await call("PATCH", one, { body: { enabled: true, answer: "No." }, ifMatch: 1 })).problem.code).toBe(
      "stale",
    );
    await call("PATCH", one, { body: { enabled: true, answer: "No.", question: "Is flour sold?" }, ifMatch: 2 });
    expect((await ask("Is flour sold?")).answer).toBe("No.");
    expect((await ask("Do you sell flour?")).answered).toBe(false);
    expect((await call("DELETE", one, { ifMatch: 2 })).problem.code).toBe("stale");
    expect((await call("DELETE", one)).status).toBe(204);
    expect((await ask("Is flour sold?")).answered).toBe(false);
    expect((await call("GET", one)).status).toBe(404);
  });

  test("a question has one: a second is a fault, or takes its place when asked to", async () => {
    const first = (await write({ question: "Do you sell flour?", answer: "Yes." })).as(verifiedAnswer);
    expect((await write({ question: "do you sell FLOUR", answer: "No." })).body).toMatchObject({
      code: "already_exists",
      field: "question",
    });
    const again = await write({ question: "do you sell FLOUR", answer: "No.", replace: true });
    expect(again).toMatchObject({ status: 200, body: { id: first.id, answer: "No." } });
  });

  test("are listed newest first, searched, filtered, paged and changed together", async () => {
    for (const n of [1, 2, 3, 4, 5]) await write({ question: `Question ${n} of 100%?`, answer: `Answer ${n}` });
    const list = async (query: string) => (await call("GET", `${path()}?${query}`)).as(listOf(verifiedAnswer));
    const first = await list("limit=2");
    expect(first.data.map((one) => one.answer)).toEqual(["Answer 5", "Answer 4"]);
    const second = await list(`limit=10&cursor=${first.next}`);
    expect(second.data.map((one) => one.answer)).toEqual(["Answer 3", "Answer 2", "Answer 1"]);
    expect((await list("q=100%25")).data).toHaveLength(5);
    expect((await list("q=100_")).data).toHaveLength(0);
    const ids = first.data.map(({ id }) => id);
    const bulk = async (action: string) =>
      (await call("POST", `${path()}/bulk`, { body: { action, ids } })).as(bulkResult).changed;
    expect(await bulk("disable")).toBe(2);
    expect(await bulk("disable")).toBe(0);
    expect((await list("enabled=false")).data).toHaveLength(2);
    expect(await bulk("delete")).toBe(2);
    expect((await list("limit=50")).data).toHaveLength(3);
  });

  test("keep whatever is written in them, and refuse what cannot be asked", async () => {
    const strange = [
      "<script>alert(1)</script> what is this",
      "كم يكلف الدخول؟",
      "‮siht si tahW",
      "🦄🦄 pony?",
      `${"very ".repeat(90)}long?`,
    ];
    for (const question of strange) {
      expect((await write({ question, answer: `<b>${question}</b>` })).status, question).toBe(201);
      expect((await ask(question)).answer).toBe(`<b>${question}</b>`);
    }
    expect((await write({ question: "???", answer: "x" })).body).toMatchObject({
      code: "invalid_request",
      field: "question",
    });
    expect((await write({ question: "x", answer: " " })).status).toBe(400);
    expect((await write({ question: "x".repeat(501), answer: "x" })).status).toBe(400);
    expect((await write({ question: "x", answer: "y", language: "not a language" })).status).toBe(400);
  });

  test("are another organization's for nobody else, and leave their trace in the audit log", async () => {
    const made = (await write({ question: "Do you sell flour?", answer: "Yes." })).as(verifiedAnswer);
    const elsewhere = "agt_00000000000000000000000000";
    expect((await call("GET", `/v1/agents/${elsewhere}/verified-answers`)).status).toBe(404);
    expect((await call("GET", `/v1/agents/${elsewhere}/verified-answers/${made.id}`)).status).toBe(404);
    await call("DELETE", `${path()}/${made.id}`);
    const { data } = (await call("GET", "/v1/audit-entries?limit=20")).as(listOf(auditEntry));
    const actions = data.filter(({ target }) => target.id === made.id).map(({ action }) => action);
    expect(actions.toSorted()).toEqual(["verified-answer.created", "verified-answer.deleted"]);
  });

  test("explain themselves in the search tester", async () => {
    await write({ question: "Do you sell flour?", answer: "Yes." });
    const search = async (query: string) =>
      (await call("POST", `/v1/agents/${agentId}/search`, { body: { query, explain: true } })).as(searchResults);
    expect((await search("Do you sell flour?")).verdict).toMatchObject({ answered: true, by: "verified-answer" });
    const bike = await search("What does a city bike cost on Mars?");
    expect(bike.missing).toContain("mar");
    const [top] = bike.results;
    if (!top?.explain) throw new Error("the first passage is not explained");
    expect(top.explain.terms.map(({ term }) => term)).toContain("bike");
    const { terms } = top.explain.parts;
    const parts = Object.values(top.explain.parts).reduce((all, part) => all + part, 0);
    expect(parts).toBeCloseTo(top.score, 5);
    const sum = top.explain.terms.reduce((all, { score }) => all + score, 0);
    expect(sum).toBeCloseTo(terms, 2);
    const marked = top.explain.marks.map(([from, to]) => top.text.slice(from, to));
    expect(marked).toContain("bike");
  });
});
