/** Verified answers in and out as files, their times and tags, and their twins. */
import {
  agentDetails,
  answerImportResult,
  askResult,
  bulkResult,
  listOf,
  problem,
  similarAnswers,
  verifiedAnswer,
  verifiedAnswerTags,
} from "@parley/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Call, callerOf } from "../../caller.testing.ts";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { describeDatabase } from "../../testing/index.ts";

let world: TestHouse;
let call: Call;
let agentId: string;

beforeAll(async () => {
  world = await openTestHouse();
  call = callerOf(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  agentId = await makeAgent();
});

const makeAgent = async () => (await call("POST", "/v1/agents", { body: { name: "Mill" } })).as(agentDetails).id;
const path = (rest = "", agent = agentId) => `/v1/agents/${agent}/verified-answers${rest}`;
const write = async (body: object) => (await call("POST", path(), { body })).as(verifiedAnswer);
const list = async (query = "", agent = agentId) =>
  (await call("GET", `${path("", agent)}?limit=100&${query}`)).as(listOf(verifiedAnswer)).data;
const ask = async (question: string) =>
  (await call("POST", `/v1/agents/${agentId}/ask`, { body: { question } })).as(askResult).answer;

async function send(payload: string | Buffer, query = "", { type = "text/csv", agent = agentId } = {}) {
  const answer = await world.app.inject({
    method: "POST",
    url: `${path("/import", agent)}?${query}`,
    headers: { authorization: `Bearer ${world.house.tenants.adminToken}`, "content-type": type },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}
const take = async (payload: string | Buffer, query = "", options = {}) => {
  const { status, body } = await send(payload, query, options);
  expect(status, JSON.stringify(body)).toBe(200);
  return answerImportResult.parse(body);
};
const told = ({ created, updated, unchanged, faulty, written }: ReturnType<typeof answerImportResult.parse>) => ({
  created,
  updated,
  unchanged,
  faulty,
  written,
});

describeDatabase("files of verified answers", () => {
  test("are looked at first; a question that is there is changed, and what the file does not name stays", async () => {
    await write({
      question: "Do you sell flour?",
      variants: ["Flour?"],
      answer: "Yes.",
      language: "en",
      tags: ["shop"],
    });
    const file = "Question;Answer;Mood\nDo you sell FLOUR;Yes, in bags.;good\nIs there parking?;In the yard.;\n";
    const seen = await take(file, "dryRun=true");
    expect(told(seen)).toEqual({ created: 1, updated: 1, unchanged: 0, faulty: 0, written: false });
    expect(seen.ignored).toEqual(["Mood"]);
    expect(seen.sample.map(({ does }) => does)).toEqual(["update", "create"]);
    expect(await list()).toHaveLength(1);
    expect(told(await take(file))).toMatchObject({ created: 1, updated: 1, written: true });
    expect(await ask("Do you sell flour?")).toBe("Yes, in bags.");
    expect(await ask("flour")).toBe("Yes, in bags.");
    expect(await ask("Is there parking?")).toBe("In the yard.");
    expect((await list()).find(({ question }) => question === "Do you sell FLOUR")?.tags).toEqual(["shop"]);
    expect(told(await take(file))).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  test("with faults are refused as a whole, row by row told why, unless those rows may be left out", async () => {
    const rows = [
      "Flour?,Yes.,,",
      ",No question,,",
      "flour,Again,,",
      "Cake?,Yes.,2026-05-02,2026-05-01",
      "Tea?,Yes.,soon,",
    ];
    const file = ["question,answer,from,until", ...rows].join("\n");
    const seen = await take(file);
    expect(told(seen)).toEqual({ created: 1, updated: 0, unchanged: 0, faulty: 4, written: false });
    expect(seen.faults.map(({ row, field }) => [row, field])).toEqual([
      [2, "question"],
      [3, "question"],
      [4, "validTo"],
      [5, "validFrom"],
    ]);
    expect(await list()).toEqual([]);
    expect(told(await take(file, "faulty=skip"))).toMatchObject({ created: 1, faulty: 4, written: true });
    expect(await list()).toHaveLength(1);
  });

  test("that are none say so", async () => {
    for (const [payload, type] of [
      ["", "text/csv"],
      ["a,b\n1,2", "text/csv"],
      ['question,answer\n"1,2', "text/csv"],
      ['{"a":1}', "application/json"],
    ] as const) {
      const { status, body } = await send(payload === "" ? "\n" : payload, "", { type });
      expect([400, 422], payload).toContain(status);
      expect(problem.parse(body).detail).not.toBe("");
    }
    const many = `question,answer\n${Array.from({ length: 10_001 }, (_, n) => `Question ${n},x`).join("\n")}`;
    expect(problem.parse((await send(many)).body).detail).toContain("10,000");
    expect((await send("question,answer\n1,2", "", { agent: "agt_00000000000000000000000000" })).status).toBe(404);
  });

  test("go from one agent to another, as CSV, UTF-16 and JSON, without losing anything", async () => {
    await write({
      question: "=1+1?",
      variants: ["@sum", "+1"],
      answer: '-"quoted", with\nlines; and ; more',
      tags: ["a, b", "c"],
    });
    await write({
      question: "Wie spät ist es?",
      answer: "Früh.",
      language: "de",
      spoken: "Es ist früh.",
      validFrom: "2026-05-01T10:00:00+02:00",
      validTo: "2030-01-01T00:00:00Z",
      enabled: false,
    });
    await write({ question: "日本?", answer: "はい" });
    const facts = (all: Awaited<ReturnType<typeof list>>) =>
      all.map(({ id: _, agentId: __, createdAt, updatedAt, createdBy, updatedBy, revision, ...rest }) => rest);
    const before = facts(await list());
    const csv = String((await call("GET", path("/export?format=csv"))).body);
    const json = JSON.stringify((await call("GET", path("/export?format=json"))).body);
    expect(csv.startsWith("\uFEFFquestion,")).toBe(true);
    expect(csv.split(/\r\n/u).filter((line) => /^"?[=+\-@]/u.test(line))).toEqual([]);
    for (const [payload, type] of [
      [csv, "text/csv"],
      [Buffer.from(csv, "utf16le"), "text/csv"],
      [csv.replaceAll("\r\n", "\n"), "text/csv; charset=utf-8"],
      [json, "application/json"],
    ] as const) {
      const agent = await makeAgent();
      expect(told(await take(payload, "", { type, agent }))).toMatchObject({ created: 3, faulty: 0, written: true });
      const order = (all: typeof before) => all.toSorted((a, b) => a.question.localeCompare(b.question));
      expect(order(facts(await list("", agent)))).toEqual(order(before));
    }
    expect(told(await take(csv))).toMatchObject({ unchanged: 3 });
    expect(String((await call("GET", path("/export?format=csv&tag=c"))).body).split("\r\n")).toHaveLength(3);
  });

  test("of ten thousand rows are taken in and found", async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `What is the code of locker ${n}?,Code ${n * 7}.,en`);
    expect(told(await take(["question,answer,language", ...rows].join("\r\n")))).toMatchObject({
      created: 10_000,
      written: true,
    });
    expect(await ask("what is the code of locker 7777")).toBe("Code 54439.");
  });
});

describeDatabase("verified answers", () => {
  test("are said within their time alone", async () => {
    const now = world.house.clock.now();
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
    await write({ question: "Is there a party?", answer: "Not yet.", validFrom: at(1) });
    await write({ question: "Is there a sale?", answer: "It is over.", validTo: at(-1) });
    const open = await write({ question: "Is there a fair?", answer: "Yes!", validFrom: at(-1), validTo: at(1) });
    await write({ question: "Is there a choir?", answer: "Off.", enabled: false });
    expect(await ask("Is there a fair?")).toBe("Yes!");
    for (const question of ["Is there a party?", "Is there a sale?", "Is there a choir?"])
      expect(["Not yet.", "It is over.", "Off."]).not.toContain(await ask(question));
    for (const state of ["active", "scheduled", "expired", "off"] as const)
      expect((await list(`state=${state}`)).map((one) => one.state)).toEqual([state]);
    const backwards = await call("PATCH", path(`/${open.id}`), { body: { validTo: at(-2) } });
    expect(backwards.problem).toMatchObject({ code: "invalid_request", field: "validTo" });
    await call("PATCH", path(`/${open.id}`), { body: { validTo: at(-0.5) } });
    expect(await ask("Is there a fair?")).not.toBe("Yes!");
  });

  test("carry tags, found and changed together", async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3])
      ids.push((await write({ question: `Question ${n}?`, answer: "A.", tags: n < 3 ? ["Summer"] : [] })).id);
    const bulk = async (body: object) => call("POST", path("/bulk"), { body: { ids, ...body } });
    expect((await bulk({ action: "tag", tag: "summer" })).as(bulkResult).changed).toBe(1);
    expect((await bulk({ action: "tag", tag: "new" })).as(bulkResult).changed).toBe(3);
    expect((await bulk({ action: "tag" })).problem.field).toBe("tag");
    expect((await call("GET", path("/tags"))).as(verifiedAnswerTags).data[0]).toEqual({ tag: "new", answers: 3 });
    expect((await bulk({ action: "untag", tag: "NEW" })).as(bulkResult).changed).toBe(3);
    expect(await list("tag=new")).toEqual([]);
    expect(await list("tag=Summer")).toHaveLength(2);
  });

  test("name their twins while another is written", async () => {
    const { id } = await write({ question: "Can I bring my bicycle to the terrace?", answer: "Yes.", language: "en" });
    const similar = async (question: string, rest = {}) =>
      (await call("POST", path("/similar"), { body: { question, ...rest } })).as(similarAnswers).data;
    expect(await similar("can I bring my BICYCLE to the terrace")).toMatchObject([{ answerId: id, match: "same" }]);
    expect(await similar("Can I bring my trailer to the terrace?")).toMatchObject([{ answerId: id, match: "near" }]);
    expect(await similar("can I bring my BICYCLE to the terrace", { exceptId: id })).toEqual([]);
    expect(await similar("What does it cost?")).toEqual([]);
  });
});
