/** Questions that are answered from some of the documents only. */
import { agentDetails, askResult, recall, listOf, searchResults, type SearchFilter } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Call, callerOf } from "./caller.testing.ts";
import { openTestHouse, type TestHouse } from "./house.testing.ts";
import { joinAs } from "./tenants/people.testing.ts";
import { describeDatabase, makeOrganization } from "./testing/index.ts";
import { until } from "./testing/until.ts";

let world: TestHouse;
let call: Call;
let agentId: string;

beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_SIGNUP: "open" } });
  call = callerOf(world);
  agentId = (await call("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails).id;
  await put("public", "A return is free within 30 days of delivery.", { audience: "customers", tags: ["returns"] });
  await put("staff", "A return without a receipt needs the code 4711 at the till.", { audience: "staff" });
  await put("lamp", "Die Lampe Aurora kostet 40 Euro und ist aus Glas.", { language: "de" });
  await call("POST", `/v1/agents/${agentId}/verified-answers`, {
    body: { question: "Do you gift-wrap?", answer: "Yes, for 2 euro." },
  });
  await call("POST", `/v1/agents/${agentId}/products`, {
    body: { externalId: "chair", name: "Chair Borealis", price: 8_000, currency: "EUR" },
  });
});
afterAll(() => world.close());

const put = (externalId: string, text: string, more: object = {}) =>
  call("POST", `/v1/agents/${agentId}/documents`, { body: { externalId, title: externalId, text, ...more } });
const ask = async (question: string, filter?: SearchFilter) =>
  (await call("POST", `/v1/agents/${agentId}/ask`, { body: { question, filter } })).as(askResult);

/** Text in a file of its own, which is the whole of a source. */
async function upload(person: Awaited<ReturnType<typeof joinAs>>, agent: string, text: string): Promise<string> {
  const payload = `--part\r\ncontent-disposition: form-data; name="file"; filename="note.txt"\r\n\r\n${text}\r\n--part--\r\n`;
  const headers = { "content-type": "multipart/form-data; boundary=part" };
  const answer = await person.browser.send({ method: "POST", url: `/v1/agents/${agent}/files`, headers, payload });
  const { id } = answer.json().data[0].file;
  await until(async () => (await person.browser.get(`/v1/files/${id}`)).json().status === "ready");
  return (await person.browser.get(`/v1/agents/${agent}/sources`)).json().data[0].id;
}

describeDatabase("a question with a filter", () => {
  test("is answered from the documents that pass it, each question for itself", async () => {
    const code = "Which code does a return without a receipt need?";
    expect((await ask(code)).answer).toContain("4711");
    expect((await ask(code, { audience: "staff" })).answer).toContain("4711");
    for (const filter of [{ audience: "customers" }, { tags: ["returns"] }, { languages: ["de"] }]) {
      const kept = await ask(code, filter);
      expect(kept.answer).not.toContain("4711");
      expect(kept.citations.map(({ externalId }) => externalId)).not.toContain("staff");
    }
    const first = await ask("Is a return free?", { audience: "customers" });
    expect(first).toMatchObject({ answered: true, citations: [{ externalId: "public" }] });
    const body = { question: code, conversationId: first.conversationId };
    const further = await call("POST", `/v1/agents/${agentId}/ask`, { body });
    expect(further.as(askResult).answer).toContain("4711");
    expect((await ask("Was kostet die Lampe Aurora?", { languages: ["de"] })).answer).toContain("40 Euro");
  });

  test("counts what the organization says itself, and no products", async () => {
    expect((await ask("Do you gift-wrap?", { audience: "staff" })).answer).toContain("2 euro");
    const price = "What does the Chair Borealis cost?";
    expect((await ask(price)).answer).toContain("80");
    expect(await ask(price, { tags: ["returns"] })).toMatchObject({ answered: false });
  });

  test("tells the search tester's verdict by the same filter", async () => {
    const query = "Which code does a return without a receipt need?";
    const judged = async (filter: object) =>
      (await call("POST", `/v1/agents/${agentId}/search`, { body: { query, explain: true, filter } })).as(searchResults)
        .verdict;
    expect(await judged({ audience: "staff" })).toMatchObject({ answered: true });
    expect((await judged({ audience: "customers" }))?.answer).not.toContain("4711");
  });

  test("of another organization's source is not known, and of its own is", async () => {
    const scopes = await Promise.all(["One", "Two"].map((name) => makeOrganization(world.house.db, name)));
    const [one, two] = await Promise.all(scopes.map((scope, at) => joinAs(world, scope, "owner", `Owner ${at}`)));
    if (!one || !two) throw new Error("two owners were made");
    const agents = await Promise.all(
      [one, two].map(async (who) => (await who.browser.post("/v1/agents", { name: "Pier" })).json().id),
    );
    const sources = [
      await upload(one, agents[0], "The zeppelin museum opens at ten."),
      await upload(two, agents[1], "The zeppelin museum opens at noon."),
    ];
    const question = "When does the zeppelin museum open?";
    const asked = async (at: number, source: string | undefined) =>
      (
        await (at === 0 ? one : two).browser.post(`/v1/agents/${agents[at]}/ask`, {
          question,
          filter: { sources: [source] },
        })
      ).json();
    expect(await asked(0, sources[0])).toMatchObject({ answered: true });
    expect((await asked(0, sources[0])).answer).toContain("ten");
    const foreign = await asked(0, sources[1]);
    expect(foreign).toMatchObject({ answered: false, citations: [] });
    expect(foreign.answer).not.toContain("noon");
    expect(await asked(0, "src_00000000000000000000000000")).toMatchObject({ answered: false, answer: foreign.answer });
  });

  test("is asked with it again when a page has changed", async () => {
    const question = "How long is a return free?";
    expect((await ask(question, { audience: "customers" })).answer).toContain("30 days");
    await put("newer", "How long is a return free? A return is free within 90 days for the staff.", {
      audience: "staff",
    });
    await put("public", "A return is free within 14 days of delivery.", { audience: "customers", tags: ["returns"] });
    const open = async () =>
      (await call("GET", `/v1/agents/${agentId}/recalls?state=open`))
        .as(listOf(recall))
        .data.filter((one) => one.question === question);
    await until(async () => (await open()).length > 0);
    const [found] = await open();
    expect(found?.newAnswer).toContain("14 days");
    expect(found?.newAnswer).not.toContain("90 days");
  });

  test("refuses a filter that says nothing", async () => {
    const body = { question: "x", filter: { sources: [] } };
    const refused = await call("POST", `/v1/agents/${agentId}/ask`, { body });
    expect(refused.problem).toMatchObject({ code: "invalid_request", field: "filter.sources" });
  });
});
