import { Fault, type Reranker } from "@parley/contracts";
import { fieldOf, listOf } from "../embeddings/read-vectors.ts";
import { postJson } from "../post-json.ts";

export interface RerankerAccess {
  vendor: "cohere" | "jina" | "compatible";
  name: string;
  apiKey: string | null;
  /** Up to and without `/rerank`; null for the vendor's own address. */
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
}

const ADDRESSES = { cohere: "https://api.cohere.com/v2", jina: "https://api.jina.ai/v1", compatible: null };

/** Cohere's `/rerank`, which Jina, Voyage, vLLM, llama.cpp and text-embeddings-inference's proxies speak too. */
export function createReranker({ vendor, name, apiKey, baseUrl, fetch }: RerankerAccess): Reranker {
  const base = baseUrl ?? ADDRESSES[vendor];
  const id = `${vendor}/${name}`;
  if (base === null) throw new Fault("invalid_request", `The reranker ${id} needs a base address.`);
  if (vendor !== "compatible" && apiKey === null) throw new Fault("invalid_request", `The reranker ${id} needs a key.`);
  return {
    id,
    rank: (query, texts, signal) =>
      postJson(
        {
          id,
          url: `${base.replace(/\/+$/u, "")}/rerank`,
          headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
          body: { model: name, query, documents: texts, top_n: texts.length },
          fetch,
          signal,
        },
        (body) => {
          const scores = texts.map(() => 0);
          const results = listOf(body, "results");
          for (const result of results) {
            const at = Number(fieldOf(result, "index"));
            const score = Number(fieldOf(result, "relevance_score"));
            if (!(at in scores) || !Number.isFinite(score)) return undefined;
            scores[at] = score;
          }
          return results.length === 0 ? undefined : scores;
        },
      ),
  };
}
