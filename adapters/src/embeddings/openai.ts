import type { EmbeddingModel } from "@parley/contracts";
import { postJson } from "../post-json.ts";
import type { EmbeddingAccess } from "./create-embedding-model.ts";
import { estimateTokens, fieldOf, listOf, readVectors } from "./read-vectors.ts";

/** OpenAI's `/embeddings`, and every server that speaks it: vLLM, llama.cpp, LM Studio, Jina, Mistral, Voyage. */
export function createOpenaiEmbedding({ vendor, name, apiKey, baseUrl, fetch }: EmbeddingAccess): EmbeddingModel {
  const id = `${vendor}/${name}`;
  const url = `${(baseUrl ?? "https://api.openai.com/v1").replace(/\/+$/u, "")}/embeddings`;
  return {
    id,
    atOnce: 96,
    embed: (texts, { signal }) =>
      postJson(
        {
          id,
          url,
          headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
          // A third of the bytes of decimal numbers. Other servers may not know of it.
          body: { model: name, input: texts, encoding_format: vendor === "openai" ? "base64" : "float" },
          fetch,
          signal,
        },
        (body) => {
          const data = listOf(body, "data").toSorted(
            (one, other) => Number(fieldOf(one, "index")) - Number(fieldOf(other, "index")),
          );
          const vectors = readVectors(
            data.map((one) => fieldOf(one, "embedding")),
            texts.length,
          );
          const counted = fieldOf(fieldOf(body, "usage"), "prompt_tokens");
          return vectors && { vectors, tokens: typeof counted === "number" ? counted : estimateTokens(texts) };
        },
      ),
  };
}
