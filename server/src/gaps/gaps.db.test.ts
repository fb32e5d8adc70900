/** What visitors asked in vain, by topic: from the conversation to the missing answer. */
import {
  agentDetails,
  answerSuggestion,
  askResult,
  bulkResult,
  gapAnswered,
  gapDetail,
  gapQuestion,
  gapSummary,
  gapTopic,
  gapTry,
  listOf,
  verifiedAnswer,
} from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Call, callerOf, keyWith } from "../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../house.testing.ts";
import { sql } from "../platform/index.ts";
import { describeDatabase, until } from "../testing/index.ts";

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
  const text = "The mill is open every day from 9 am to 7 pm. A city bike costs 14 euros a day. The café sells cake.";
  await call("POST", `/v1/agents/${agentId}/documents`, { body: { externalId: "1", title: "The mill", text } });
});

const path = (rest = "") => `/v1/agents/${agentId}/gaps${rest}`;
const ask = async (question: string, conversationId?: string) =>
  (await call("POST", `/v1/agents/${agentId}/ask`, { body: { question, conversationId } })).as(askResult);
const list = async (query = "") => (await call("GET", path(`?${query}`))).as(listOf(gapTopic)).data;
const detail = async (id: string) => (await call("GET", path(`/${id}`))).as(gapDetail);
const waitFor = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
  let found: T | undefined;
  await until(async () => {
    const seen = await look();
    if (seen === undefined || seen === false) return false;
    found = seen;
    return true;
  });
  if (found === undefined) throw new Error("nothing was found");
  return found;
};
const rate = async (asked: { conversationId: string; messageId: string }, rating: "up" | "down" | null) =>
  call("PUT", `/v1/conversations/${asked.conversationId}/messages/${asked.messageId}/rating`, { body: { rating } });

describeDatabase("gaps", () => {
  test("like questions without an answer are one topic, counted, with the conversations behind it", async () => {
    const first = await ask("Do you repair submarines?");
    await ask("do you repair a SUBMARINE");
    await ask("Who repairs submarines here?");
    await ask("Is there a helicopter landing place?");
    await ask("What does a city bike cost?");
    const topics = await waitFor(async () => {
      const found = await list();
      return found.reduce((sum, one) => sum + one.questions, 0) === 4 && found;
    });
    expect(topics.map(({ questions, now, before }) => [questions, now, before])).toEqual([
      [3, 3, 0],
      [1, 1, 0],
    ]);
    const [topic] = topics;
    expect(topic).toMatchObject({ status: "open", conversations: 3, languages: ["en"], causes: { unanswered: 3 } });
    expect(topic?.spark).toHaveLength(12);
    expect(topic?.spark.at(-1)).toBe(3);
    const one = await detail(topic?.id ?? "");
    expect(one.wordings[0]).toBe(one.label);
    expect(one.wordings).toHaveLength(3);
    const questions = (await call("GET", path(`/${one.id}/questions`))).as(listOf(gapQuestion)).data;
    expect(questions.map(({ conversationId }) => conversationId)).toContain(first.conversationId);
    expect((await call("GET", path("/summary"))).as(gapSummary)).toMatchObject({ open: 2, questionsThisWeek: 4 });
    expect((await list("q=helicopter")).map(({ questions: n }) => n)).toEqual([1]);
    expect(await list("cause=rated-down")).toEqual([]);
  });

  test("one step writes the missing answer; asked in vain again, the topic opens again", async () => {
    await ask("Do you repair submarines?");
    await ask("Can submarines be repaired at your place?");
    const { id } = await waitFor(async () => (await list()).find(({ questions }) => questions === 2));
    const { wordings, label, revision } = await detail(id);
    const again = async () => (await call("POST", path(`/${id}/try`))).as(gapTry).data;
    expect((await again()).map(({ answered }) => answered)).toEqual([false, false]);
    const body = { question: label, variants: wordings.slice(1), answer: "Only yellow ones.", tags: ["repairs"] };
    const stale = await call("POST", path(`/${id}/answer`), { body, ifMatch: revision + 7 });
    expect(stale.problem.code).toBe("stale");
    const { answer, topic } = (await call("POST", path(`/${id}/answer`), { body, ifMatch: revision })).as(gapAnswered);
    expect(topic).toMatchObject({ status: "answered", answerId: answer.id });
    expect(await again()).toEqual(
      wordings.map((question) => ({ question, answered: true, answer: "Only yellow ones." })),
    );
    expect(await ask("Do you repair submarines?")).toMatchObject({ answered: true, answer: "Only yellow ones." });
    expect(await list()).toEqual([]);
    await ask("Do you repair nuclear submarines?");
    const opened = await waitFor(async () => (await list()).find((one) => one.id === id));
    expect(opened).toMatchObject({ status: "open", questions: 3 });
    // The log holds nothing that a visitor said.
    const log = await world.house.db
      .query(world.house.tenants.adminScope)
      .execute(sql`select action, coalesce(target_name, '') as name from audit_entries where target_id = ${answer.id}`);
    expect(log).toEqual([{ action: "verified-answer.created", name: "" }]);
  });

  test("what was rated down or corrected is bad as well, for as long as that stands", async () => {
    const asked = await ask("What does a city bike cost?");
    await rate(asked, "down");
    const topic = await waitFor(async () => (await list())[0]);
    expect(topic.causes).toEqual({ "rated-down": 1 });
    await rate(asked, null);
    await until(async () => (await list()).length === 0);
    await rate(asked, "down");
    const { id } = await waitFor(async () => (await list())[0]);
    await call("POST", `/v1/conversations/${asked.conversationId}/messages/${asked.messageId}/correction`, {
      body: { answer: "15 euros." },
    });
    const answered = await waitFor(async () => (await list("status=answered"))[0]);
    expect(answered).toMatchObject({ id, causes: { corrected: 1 } });
    expect(answered.answerId).toMatch(/^ans_/);
  });

  test("who asks for a person after an answer, or asks the same again, had no good one", async () => {
    const { conversationId } = await ask("What does a city bike cost?");
    await ask("Can I talk to a human?", conversationId);
    const other = await ask("When is the mill open every day?");
    await ask("The mill is open when, every day?", other.conversationId);
    const causes = await waitFor(async () => {
      const found = (await list()).flatMap((one) => Object.keys(one.causes));
      return found.length === 2 && found.toSorted();
    });
    expect(causes).toEqual(["asked-again", "handed-over"]);
  });

  test("what is set aside stays so; a deleted conversation takes its questions with it", async () => {
    const one = await ask("Do you repair submarines?");
    const { id, revision } = await waitFor(async () => (await list())[0]);
    const ignore = { body: { status: "ignored" }, ifMatch: revision };
    expect((await call("PATCH", path(`/${id}`), ignore)).as(gapDetail).status).toBe("ignored");
    const two = await ask("Will you repair submarines?");
    await waitFor(async () => (await list("status=ignored")).find(({ questions }) => questions === 2));
    expect(await list()).toEqual([]);
    await call("DELETE", `/v1/conversations/${one.conversationId}`);
    const left = await detail(id);
    expect(left).toMatchObject({ questions: 1, label: "Will you repair submarines?", wordings: [left.label] });
    await call("DELETE", `/v1/conversations/${two.conversationId}`);
    expect(await list("status=ignored")).toEqual([]);
    expect((await call("GET", path(`/${id}`))).status).toBe(404);
    const terms = await world.house.db
      .query(world.house.tenants.adminScope)
      .execute(sql`select term from gap_terms where agent_id = ${agentId}`);
    expect(terms).toEqual([]);
  });

  test("answers that visitors liked, and questions that many ask, are suggested and never said until approved", async () => {
    await rate(await ask("What does a city bike cost?"), "up");
    for (const question of ["Do you repair submarines?", "Can you repair submarines?", "Is a submarine repaired here?"])
      await ask(question);
    const suggestions = async (query = "") =>
      (await call("GET", `/v1/agents/${agentId}/answer-suggestions?${query}`)).as(listOf(answerSuggestion)).data;
    const found = await waitFor(async () => {
      const all = await suggestions();
      return all.length === 2 && all;
    });
    const rated = found.find(({ reason }) => reason === "rated-up");
    const often = found.find(({ reason }) => reason === "asked-often");
    expect(rated).toMatchObject({ question: "What does a city bike cost?", asked: 1 });
    expect(often).toMatchObject({ answer: "", asked: 3 });
    expect((await ask("Do you repair submarines?")).answered).toBe(false);
    const one = `/v1/agents/${agentId}/answer-suggestions`;
    const body = { question: often?.question, answer: "Only yellow ones." };
    expect((await call("POST", `${one}/${often?.id}/approve`, { body })).as(verifiedAnswer).answer).toBe(body.answer);
    expect((await list("status=answered")).map(({ id }) => id)).toEqual([often?.topicId]);
    await call("PATCH", `${one}/${rated?.id}`, { body: { status: "dismissed" } });
    expect(await suggestions()).toEqual([]);
    expect((await suggestions("status=dismissed")).map(({ id }) => id)).toEqual([rated?.id]);
    // The same again is not suggested again.
    await rate(await ask("what does a city bike cost"), "up");
    await rate(await ask("Which cake does the café sell?"), "up");
    await waitFor(async () => (await suggestions()).length === 1);
  });

  test("visitors' words are for who may read conversations, and for nobody else's organization", async () => {
    await ask("Do you repair submarines?");
    const { id } = await waitFor(async () => (await list())[0]);
    const key = await keyWith(world, ["knowledge:read", "knowledge:write"]);
    for (const [method, rest, body] of [
      ["GET", "", undefined],
      ["GET", `/${id}`, undefined],
      ["GET", `/${id}/questions`, undefined],
      ["PATCH", `/${id}`, { status: "ignored" }],
      ["POST", `/${id}/answer`, { question: "x", answer: "y" }],
    ] as const)
      expect((await call(method, path(rest), { key, body })).status).toBe(403);
    expect((await call("GET", path("?cursor=nonsense"))).status).toBe(400);
    const ignored = async () =>
      (await call("POST", path("/bulk"), { body: { action: "ignore", ids: [id] } })).as(bulkResult);
    expect([await ignored(), await ignored()]).toEqual([{ changed: 1 }, { changed: 0 }]);
  });

  test("long lists come page by page, in their order", async () => {
    for (const thing of ["submarines", "helicopters", "zeppelins", "rockets", "tractors"])
      await ask(`Do you sell ${thing}?`);
    await waitFor(async () => (await list("limit=50")).length === 5);
    for (const order of ["most", "newest"]) {
      const seen: string[] = [];
      for (let cursor = ""; ;) {
        const page = (await call("GET", path(`?limit=2&order=${order}${cursor}`))).as(listOf(gapTopic));
        seen.push(...page.data.map(({ id }) => id));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(new Set(seen).size).toBe(5);
      expect(seen).toEqual((await list(`limit=50&order=${order}`)).map(({ id }) => id));
    }
  });
});
