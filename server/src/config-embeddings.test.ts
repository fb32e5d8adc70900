import { expect, it } from "vitest";
import { readSearchModels } from "./config-embeddings.ts";

const read = (env: Record<string, string>) => readSearchModels(env, "/data");

it("is off where nothing is named", () => {
  expect(read({ OPENAI_API_KEY: "sk" }).choices).toMatchObject({ embedding: null, reranker: null });
  expect(read({ PARLEY_EMBEDDINGS: "off", PARLEY_RERANKER: "" }).problems).toEqual([]);
});

it.each([
  ["openai/text-embedding-3-small", { OPENAI_API_KEY: "sk" }, { apiKey: "sk", baseUrl: null }],
  ["google/gemini-embedding-001", { GOOGLE_GENERATIVE_AI_API_KEY: "g" }, { apiKey: "g" }],
  ["google/gemini-embedding-001", { GEMINI_API_KEY: "g" }, { apiKey: "g" }],
  ["ollama/nomic-embed-text", {}, { apiKey: null, baseUrl: null }],
  [
    "compatible/bge-m3",
    { EMBEDDINGS_BASE_URL: "http://e/v1", COMPATIBLE_BASE_URL: "http://c/v1" },
    { baseUrl: "http://e/v1" },
  ],
  ["local/Xenova/e5-small", {}, { baseUrl: "/data/models", name: "Xenova/e5-small" }],
  ["script", {}, { name: "words" }],
])("reads %s", (said, env, expected) => {
  const { choices, problems } = read({ PARLEY_EMBEDDINGS: said, ...env });
  expect(problems).toEqual([]);
  expect(choices.embedding).toMatchObject(expected);
});

it.each([
  [{ PARLEY_EMBEDDINGS: "openai/x" }, "OPENAI_API_KEY is missing"],
  [{ PARLEY_EMBEDDINGS: "openai" }, "PARLEY_EMBEDDINGS is"],
  [{ PARLEY_EMBEDDINGS: "nobody/x" }, "PARLEY_EMBEDDINGS is"],
  [{ PARLEY_EMBEDDINGS: "compatible/x" }, "EMBEDDINGS_BASE_URL must say"],
  [{ PARLEY_EMBEDDINGS: "ollama/x", OLLAMA_BASE_URL: "here" }, "OLLAMA_BASE_URL must begin"],
  [{ PARLEY_RERANKER: "cohere/x" }, "RERANKER_API_KEY is missing"],
  [{ PARLEY_RERANKER: "compatible/x" }, "RERANKER_BASE_URL must say"],
  [{ PARLEY_RERANKER: "x" }, "PARLEY_RERANKER is"],
])("tells what is wrong with %j", (env, problem) => {
  expect(read(env).problems).toEqual([expect.stringContaining(problem)]);
});
