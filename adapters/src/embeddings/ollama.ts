import type { EmbeddingModel } from "@parley/contracts";
import { postJson } from "../post-json.ts";
import type { EmbeddingAccess } from "./create-embedding-model.ts";
import { estimateTokens, fieldOf, listOf, readVectors } from "./read-vectors.ts";

/** Ollama's `/api/embed`, by default on this machine. */
export function createOllamaEmbedding({ name, apiKey, baseUrl, fetch }: EmbeddingAccess): EmbeddingModel {
  const id = `ollama/${name}`;
  const base = (baseUrl ?? "http://127.0.0.1:11434").replace(/\/+$/u, "");
  return {
    id,
    atOnce: 32,
    embed: (texts, { signal }) =>
      postJson(
        {
          id,
          url: `${base}/api/embed`,
          headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
          body: { model: name, input: texts, truncate: true },
          fetch,
          signal,
        },
        (body) => {
          const vectors = readVectors(listOf(body, "embeddings"), texts.length);
          const counted = fieldOf(body, "prompt_eval_count");
          return vectors && { vectors, tokens: typeof counted === "number" ? counted : estimateTokens(texts) };
        },
      ),
  };
}
