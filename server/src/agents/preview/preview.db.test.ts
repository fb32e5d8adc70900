/** The playground's stream: the draft answers, what led to it is told, and nothing is kept. */
import { type AnswerPart, type AnswerTrace, agentDetails } from "@parley/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { describeDatabase } from "../../testing/index.ts";
import { type Call, callerOf, keyWith } from "../../caller.testing.ts";

let world: TestHouse;
let call: Call;
beforeAll(async () => {
  world = await openTestHouse({ env: { PARLEY_MODELS: "script/default" } });
  call = callerOf(world);
});
afterAll(() => world.close());

async function preview(id: string, body: object, key?: string) {
  const answer = await call("POST", `/v1/agents/${id}/preview`, key === undefined ? { body } : { body, key });
  const events = String(answer.body)
    .split("\n\n")
    .filter(Boolean)
    .map((block) => ({
      event: /^event: (.*)$/mu.exec(block)?.[1],
      data: JSON.parse(/^data: (.*)$/mu.exec(block)?.[1] ?? "null"),
    }));
  const parts: AnswerPart[] = events.filter(({ event }) => event === "part").map(({ data }) => data);
  const trace: AnswerTrace = events.at(-1)?.data;
  const text = parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
  return { answer, parts, trace, text, end: parts.at(-1) };
}

describeDatabase("the playground", () => {
  test("answers as the draft would, tells why, and keeps nothing", async () => {
    const { id } = (await call("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails);
    const text = "The shop opens at nine in the morning from Monday to Friday, and at ten on Saturday.";
    await call("POST", `/v1/agents/${id}/documents`, {
      body: { externalId: "h", title: "Opening hours", text, url: "https://shop.example/hours" },
    });
    await call("PATCH", `/v1/agents/${id}/draft`, { body: { role: "A careful shopkeeper.", length: "short" } });
    const {
      answer,
      parts,
      trace,
      text: said,
    } = await preview(id, { question: "When does the shop open on Saturday?" });
    expect(answer.headers["content-type"]).toContain("text/event-stream");
    expect(parts.map(({ type }) => type)).toEqual(expect.arrayContaining(["text-start", "citation", "usage", "end"]));
    expect(said).toContain("ten on Saturday");
    expect(trace).toMatchObject({ understood: "question", language: "en" });
    expect(trace.passages[0]).toMatchObject({ used: true, url: "https://shop.example/hours" });
    expect(trace.passages[0]?.matched.map(({ term }) => term)).toContain("Saturday");
    expect(trace.prompt?.system).toContain("A careful shopkeeper.");
    expect(trace.models).toMatchObject([{ id: "script/default", outcome: "answered" }]);
    expect(trace.steps.length).toBeGreaterThan(3);
    for (const { startMs, tookMs } of trace.steps) expect(startMs + tookMs).toBeLessThanOrEqual(trace.totalMs + 1);
    const published = await preview(id, { question: "When does the shop open on Saturday?", draft: false });
    expect(published.trace.prompt?.system).not.toContain("shopkeeper");
    expect((await call("GET", `/v1/conversations?agentId=${id}`)).body).toMatchObject({ data: [] });
  });

  test("goes on from what was said before", async () => {
    const { id } = (await call("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails);
    await call("POST", `/v1/agents/${id}/documents`, {
      body: { externalId: "w", title: "Workshops", text: "The pottery workshop costs $80 and lasts three hours." },
    });
    const history = [
      { role: "visitor", text: "What does the pottery workshop cost?" },
      { role: "agent", text: "It costs $80." },
    ];
    const { trace } = await preview(id, { question: "And how long does it last?", history });
    expect(trace.questions[0]?.query).toContain("workshop");
  });

  test("tells of what no passage proves and was not sent", async () => {
    const inventing = await openTestHouse({ env: { PARLEY_MODELS: "script/inventing" } });
    const own = callerOf(inventing);
    const { id } = (await own("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails);
    const text = "The shop opens at nine in the morning from Monday to Friday, and at ten on Saturday.";
    await own("POST", `/v1/agents/${id}/documents`, { body: { externalId: "h", title: "Opening hours", text } });
    const body = { question: "When does the shop open on Saturday?" };
    const [sent, trace = ""] = (await own("POST", `/v1/agents/${id}/preview`, { body }))
      .as(z.string())
      .split("event: trace");
    expect(sent).toContain("ten on Saturday");
    expect(sent).not.toContain("1877");
    expect(trace).toContain("1877");
    await inventing.close();
  });

  test("is for who may see agents, of agents that are there, and takes no nonsense", async () => {
    const { id } = (await call("POST", "/v1/agents", { body: { name: "Shop" } })).as(agentDetails);
    const key = await keyWith(world, ["ask"]);
    expect((await call("POST", `/v1/agents/${id}/preview`, { key, body: { question: "x" } })).status).toBe(403);
    expect(
      (await call("POST", `/v1/agents/${id.replace(/.{5}$/u, "zzzzz")}/preview`, { body: { question: "x" } })).status,
    ).toBe(404);
    for (const body of [{}, { question: "" }, { question: "x", history: [{ role: "system", text: "x" }] }])
      expect((await call("POST", `/v1/agents/${id}/preview`, { body })).status).toBe(400);
  });
});
