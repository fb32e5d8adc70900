import { describe, expect, expectTypeOf, it } from "vitest";
import { type AnswerOf, type BodyOf, createClient, ifMatch, isProblem, type ItemOf, ParleyProblem } from "./index.ts";

interface Sent {
  method: string;
  url: string;
  headers: Headers;
  body: string;
}

type Step = Response | Error | ((sent: Sent) => Response);

/** A client whose answers are given one after the other; the last one stays. */
function clientFor(steps: Step[], options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: "https://parley.test",
    ...options,
    fetch: async (request) => {
      const { method, url, headers } = request;
      const one = { method, url, headers, body: await request.text() };
      sent.push(one);
      const step = steps[Math.min(sent.length, steps.length) - 1];
      if (step instanceof Error) throw step;
      if (typeof step === "function") return step(one);
      if (!step) throw new Error("no answer was prepared");
      return step.clone();
    },
  });
  return { client, sent };
}

const json = (value: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(value), { ...init, headers: { "content-type": "application/json", ...init.headers } });
const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(
    { type: "x", title: "Title", status, code, detail: "A sentence.", field: "name", requestId: "req_1" },
    { status, headers },
  );
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const at = { params: { path: { id: "agt_1" } } };
const now = { "retry-after": "0" };

describe("a call", () => {
  it("carries who asks, and answers with the body, typed", async () => {
    const { client, sent } = clientFor([json({ id: "agt_1", name: "Shop" })], {
      apiKey: "parley_x",
      organization: "org_1",
    });
    const agent = await client.get("/v1/agents/{id}", at);
    expect(agent.name).toBe("Shop");
    expectTypeOf(agent).toEqualTypeOf<AnswerOf<"get", "/v1/agents/{id}">>();
    expectTypeOf<ItemOf<"/v1/agents">["id"]>().toEqualTypeOf<string>();
    expectTypeOf<BodyOf<"post", "/v1/agents/{id}/ask">["question"]>().toEqualTypeOf<string>();
    expect(sent[0]?.url).toBe("https://parley.test/v1/agents/agt_1");
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer parley_x");
    expect(sent[0]?.headers.get("parley-organization")).toBe("org_1");
    expect(sent[0]?.headers.has("idempotency-key")).toBe(false);
  });

  it("sends the revision that was seen", async () => {
    const { client, sent } = clientFor([json({ id: "agt_1" })]);
    await client.patch("/v1/agents/{id}", { ...at, body: { name: "New" }, headers: ifMatch(7) });
    expect(sent[0]?.headers.get("if-match")).toBe('"7"');
    expect(sent[0]?.body).toBe('{"name":"New"}');
  });

  it("throws what the server says as a problem", async () => {
    const { client } = clientFor([problem(422, "repeated_differently")]);
    const error = await caught(client.post("/v1/agents", { body: { name: "x" } }));
    expect(error).toBeInstanceOf(ParleyProblem);
    expect(error).toMatchObject({ status: 422, code: "repeated_differently", field: "name", requestId: "req_1" });
    expect(isProblem(error, "repeated_differently")).toBe(true);
    expect(isProblem(error, "stale")).toBe(false);
  });

  it("throws a problem too where a proxy answers in its own words", async () => {
    const page = new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "x-request-id": "req_9" } });
    expect(await caught(clientFor([page]).client.get("/v1/agents"))).toMatchObject({
      status: 502,
      code: "unreadable",
      detail: "The server answered with status 502.",
      requestId: "req_9",
    });
  });

  it("tells who listens that nobody is signed in, but not of a wrong password", async () => {
    const told: string[] = [];
    const onUnauthorized = (error: ParleyProblem) => told.push(error.code);
    for (const code of ["unauthorized", "wrong_credentials", "second_factor_needed"])
      await caught(clientFor([problem(401, code)], { onUnauthorized }).client.get("/v1/agents"));
    expect(told).toEqual(["unauthorized"]);
  });
});

describe("trying again", () => {
  it("reads again when the network fails or the server is busy", async () => {
    const { client, sent } = clientFor([
      new TypeError("fetch failed"),
      problem(503, "unavailable", now),
      json({ data: [], next: null }),
    ]);
    expect(await client.get("/v1/agents")).toEqual({ data: [], next: null });
    expect(sent).toHaveLength(3);
  });

  it("posts again under the same key with the same body, and waits for its own first try", async () => {
    const { client, sent } = clientFor([
      new TypeError("fetch failed"),
      problem(409, "still_running", now),
      json({ id: "agt_1" }, { status: 201 }),
    ]);
    await client.post("/v1/agents", { body: { name: "Shop" } });
    expect(new Set(sent.map(({ headers }) => headers.get("idempotency-key"))).size).toBe(1);
    expect(sent[0]?.headers.get("idempotency-key")).toMatch(/^[\da-f]{32}$/);
    expect(sent.map(({ body }) => body)).toEqual(Array(3).fill('{"name":"Shop"}'));
  });

  it("keeps a key that the caller chose, and takes a new one for each call", async () => {
    const { client, sent } = clientFor([json({ id: "agt_1" })]);
    await client.post("/v1/agents", { body: { name: "a" }, headers: { "idempotency-key": "mine" } });
    await client.post("/v1/agents", { body: { name: "a" } });
    await client.post("/v1/agents", { body: { name: "a" } });
    const keys = sent.map(({ headers }) => headers.get("idempotency-key"));
    expect(keys[0]).toBe("mine");
    expect(new Set(keys).size).toBe(3);
  });

  it("gives up after its tries, and at once where waiting would be long or nothing may be repeated", async () => {
    const down = clientFor([new TypeError("fetch failed")], { retries: 1 });
    expect(await caught(down.client.get("/v1/agents"))).toMatchObject({ code: "unreachable", status: 0 });
    expect(down.sent).toHaveLength(2);
    const long = clientFor([problem(429, "budget_spent", { "retry-after": "3600" })]);
    expect(await caught(long.client.get("/v1/agents"))).toMatchObject({ retryAfter: 3_600 });
    expect(long.sent).toHaveLength(1);
    const change = clientFor([problem(503, "unavailable", now)]);
    await caught(change.client.patch("/v1/agents/{id}", { ...at, body: { name: "x" } }));
    expect(change.sent).toHaveLength(1);
    const taken = clientFor([problem(409, "conflict", now)]);
    await caught(taken.client.post("/v1/agents", { body: { name: "x" } }));
    expect(taken.sent).toHaveLength(1);
  });

  it("stops waiting when the caller does", async () => {
    const stop = new AbortController();
    const { client, sent } = clientFor([
      () => {
        stop.abort(new Error("enough"));
        return problem(503, "unavailable", { "retry-after": "9" });
      },
    ]);
    expect(await caught(client.get("/v1/agents", { signal: stop.signal }))).toMatchObject({ message: "enough" });
    expect(sent).toHaveLength(1);
  });
});

describe("lists and streams", () => {
  it("goes through all pages, and no further than it is asked", async () => {
    const pages = [
      json({ data: [{ id: "1" }, { id: "2" }], next: "two" }),
      json({ data: [{ id: "3" }], next: "three" }),
      json({ data: [{ id: "4" }], next: null }),
    ];
    const whole = clientFor(pages);
    expect(
      (await listed(whole.client.all("/v1/agents", { params: { query: { limit: 2 } } }))).map(({ id }) => id),
    ).toEqual(["1", "2", "3", "4"]);
    expect(whole.sent.map(({ url }) => new URL(url).search)).toEqual([
      "?limit=2",
      "?limit=2&cursor=two",
      "?limit=2&cursor=three",
    ]);
    const part = clientFor(pages);
    for await (const { id } of part.client.all("/v1/agents")) if (id === "2") break;
    expect(part.sent).toHaveLength(1);
  });

  it("reads events however they are cut", async () => {
    const text =
      'event: delta\r\nid: 1\r\ndata: {"text":"grün"}\r\n\r\n: a comment\n\ndata: two\ndata: lines\n\ndata: cut off';
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 2, 3, 7, bytes.length]) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let from = 0; from < bytes.length; from += size) controller.enqueue(bytes.slice(from, from + size));
          controller.close();
        },
      });
      const { client, sent } = clientFor([
        () => new Response(body, { headers: { "content-type": "text/event-stream" } }),
      ]);
      const events = await listed(client.stream("/v1/agents/{id}/ask", { ...at, body: { question: "?" } }));
      expect(events).toEqual([
        { event: "delta", id: "1", data: { text: "grün" } },
        { event: "message", id: null, data: "two\nlines" },
      ]);
      expect(sent[0]?.headers.get("accept")).toBe("text/event-stream");
    }
  });
});
