import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddingModelConformance, serveEmbeddings, type EmbeddingServer } from "../conformance/embedding-model.ts";
import { createEmbeddingModel, createReranker, createScriptEmbedding, type EmbeddingVendor } from "../index.ts";

const signal = AbortSignal.timeout(5_000);
const base64 = (vector: readonly number[]) => Buffer.from(Float32Array.from(vector).buffer).toString("base64");
const model = (vendor: EmbeddingVendor, path: string) => (url: string) =>
  createEmbeddingModel({ vendor, name: "embed-small", apiKey: "key-1", baseUrl: `${url}${path}`, fetch });

function serve(make: (url: string) => ReturnType<typeof createEmbeddingModel>): () => EmbeddingServer {
  let server: EmbeddingServer | undefined;
  beforeAll(async () => {
    server = await serveEmbeddings(make);
  });
  afterAll(() => server?.close());
  return () => {
    if (server === undefined) throw new Error("The server is not there yet");
    return server;
  };
}

const openaiError = (words: string) => ({ error: { message: words, type: "invalid_request_error" } });
const sent = (server: () => EmbeddingServer) => server().requests.at(-1);

describe("openai", () => {
  const server = serve(model("openai", "/v1"));
  embeddingModelConformance(server, {
    answer: (vectors) => ({
      object: "list",
      model: "embed-small",
      // Out of order, as the vendor may send them.
      data: vectors.map((vector, index) => ({ object: "embedding", index, embedding: base64(vector) })).toReversed(),
      usage: { prompt_tokens: 11, total_tokens: 11 },
    }),
    error: openaiError,
    countsTokens: true,
  });
  it("asks for base64 with its key", async () => {
    const open = server().open((response) =>
      response.end(JSON.stringify({ data: [{ index: 0, embedding: base64([1]) }] })),
    );
    await open.embed(["a"], { kind: "query", signal });
    expect(sent(server)).toMatchObject({
      path: "/v1/embeddings",
      headers: { authorization: "Bearer key-1" },
      body: { model: "embed-small", input: ["a"], encoding_format: "base64" },
    });
  });
});

describe("compatible", () => {
  const server = serve(model("compatible", "/v1/"));
  embeddingModelConformance(server, {
    answer: (vectors) => ({
      data: vectors.map((embedding, index) => ({ index, embedding })),
      usage: { prompt_tokens: 11 },
    }),
    error: openaiError,
    countsTokens: true,
  });
});

describe("google", () => {
  const server = serve(model("google", "/v1beta"));
  embeddingModelConformance(server, {
    answer: (vectors) => ({ embeddings: vectors.map((values) => ({ values })) }),
    error: (message) => ({ error: { code: 400, message, status: "INVALID_ARGUMENT" } }),
    countsTokens: false,
  });
  it("says what a text is for, and gives its key in a header", async () => {
    const open = server().open((response) => response.end(JSON.stringify({ embeddings: [{ values: [1] }] })));
    await open.embed(["a"], { kind: "query", signal });
    expect(sent(server)).toMatchObject({
      path: "/v1beta/models/embed-small:batchEmbedContents",
      headers: { "x-goog-api-key": "key-1" },
      body: {
        requests: [{ model: "models/embed-small", taskType: "RETRIEVAL_QUERY", content: { parts: [{ text: "a" }] } }],
      },
    });
  });
});

describe("ollama", () => {
  const server = serve(model("ollama", ""));
  embeddingModelConformance(server, {
    answer: (embeddings) => ({ embeddings, prompt_eval_count: 11 }),
    error: (error) => ({ error }),
    countsTokens: true,
  });
});

describe("script", () => {
  const script = createScriptEmbedding();
  it("says the same to the same, and puts alike texts near", async () => {
    const { vectors } = await script.embed(["red wine", "red wines", "blue sky"], { kind: "passage", signal });
    const again = await script.embed(["red wine"], { kind: "query", signal });
    expect(again.vectors[0]).toEqual(vectors[0]);
    const dot = (one: number, other: number) =>
      (vectors[one] ?? new Float32Array()).reduce((sum, value, at) => sum + value * (vectors[other]?.[at] ?? 0), 0);
    expect(dot(0, 1)).toBeGreaterThan(2 * Math.abs(dot(0, 2)));
  });
  it("fails and waits as it is told to", async () => {
    await expect(
      createScriptEmbedding({ name: "failing" }).embed(["a"], { kind: "query", signal }),
    ).rejects.toMatchObject({
      code: "vendor_failed",
    });
    const stop = AbortSignal.timeout(10);
    await expect(
      createScriptEmbedding({ name: "slow" }).embed(["a"], { kind: "query", signal: stop }),
    ).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

describe("local", () => {
  it("says what is missing", async () => {
    const local = createEmbeddingModel({ vendor: "local", name: "mini", apiKey: null, baseUrl: "/nowhere", fetch });
    await expect(local.embed(["a"], { kind: "query", signal })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("There is no model mini in /nowhere"),
    });
  });
  it.each(["../secret", "a/b/c", ""])("takes no name that leads out of its folder (%j)", async (name) => {
    const local = createEmbeddingModel({ vendor: "local", name, apiKey: null, baseUrl: "/", fetch });
    await expect(local.embed(["a"], { kind: "query", signal })).rejects.toMatchObject({ code: "unavailable" });
  });
});

it("asks for what a vendor needs", () => {
  const access = { name: "x", apiKey: null, baseUrl: null, fetch };
  expect(() => createEmbeddingModel({ vendor: "openai", ...access })).toThrow("needs a key");
  expect(() => createEmbeddingModel({ vendor: "compatible", ...access })).toThrow("needs a base address");
  expect(() => createReranker({ vendor: "cohere", ...access })).toThrow("needs a key");
  expect(() => createReranker({ vendor: "compatible", ...access })).toThrow("needs a base address");
});

describe("a reranker", () => {
  const reranking = (answer: unknown, status = 200) =>
    createReranker({
      vendor: "cohere",
      name: "rerank-3",
      apiKey: "key-1",
      baseUrl: "http://ranker.example/v2",
      fetch: async (_url, init) => {
        seen.push(JSON.parse(String(init?.body)));
        return Response.json(answer, { status });
      },
    });
  const seen: unknown[] = [];

  it("gives scores in the order of the texts", async () => {
    const results = [
      { index: 1, relevance_score: 0.9 },
      { index: 0, relevance_score: 0.2 },
    ];
    expect(await reranking({ results }).rank("q", ["a", "b"], signal)).toEqual([0.2, 0.9]);
    expect(seen).toEqual([{ model: "rerank-3", query: "q", documents: ["a", "b"], top_n: 2 }]);
  });
  it.each([{}, { results: [{ index: 7, relevance_score: 1 }] }, { results: [{ index: 0 }] }])(
    "takes %j for a failure",
    async (answer) => {
      await expect(reranking(answer).rank("q", ["a"], signal)).rejects.toMatchObject({ code: "vendor_failed" });
    },
  );
});
