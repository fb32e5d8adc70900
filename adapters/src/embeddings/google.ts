import type { EmbeddingModel } from "@parley/contracts";
import { postJson } from "../post-json.ts";
import type { EmbeddingAccess } from "./create-embedding-model.ts";
import { estimateTokens, fieldOf, listOf, readVectors } from "./read-vectors.ts";

/** Google's `batchEmbedContents`. */
export function createGoogleEmbedding({ name, apiKey, baseUrl, fetch }: EmbeddingAccess): EmbeddingModel {
  const id = `google/${name}`;
  const base = (baseUrl ?? "https://generativelanguage.googleapis.com/v1beta").replace(/\/+$/u, "");
  return {
    id,
    atOnce: 100,
    embed: (texts, { kind, signal }) =>
      postJson(
        {
          id,
          url: `${base}/models/${encodeURIComponent(name)}:batchEmbedContents`,
          headers: { "x-goog-api-key": apiKey ?? "" },
          body: {
            requests: texts.map((text) => ({
              model: `models/${name}`,
              content: { parts: [{ text }] },
              taskType: kind === "query" ? "RETRIEVAL_QUERY" : "RETRIEVAL_DOCUMENT",
            })),
          },
          fetch,
          signal,
        },
        (body) => {
          const vectors = readVectors(
            listOf(body, "embeddings").map((one) => fieldOf(one, "values")),
            texts.length,
          );
          return vectors && { vectors, tokens: estimateTokens(texts) };
        },
      ),
  };
}
