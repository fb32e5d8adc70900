/** The embedding model and the reranker that the environment names, as ports. */
import { createEmbeddingModel, createReranker } from "@parley/adapters";
import type { EmbeddingModel } from "@parley/contracts";
import type { SearchModels } from "./config-embeddings.ts";
import type { EmbeddingModels } from "./knowledge/index.ts";
import type { FetchVendor } from "./platform/index.ts";
import type { Usage } from "./usage/index.ts";

export function openSearchModels(
  { embedding, vendors, reranker }: SearchModels,
  {
    fetchVendor,
    usage,
    own,
  }: { fetchVendor: FetchVendor; usage: Pick<Usage, "addEmbedded">; own: EmbeddingModels["own"] },
): EmbeddingModels {
  const model = embedding === null ? null : createEmbeddingModel({ ...embedding, fetch: fetchVendor });
  const opened = new Map<string, EmbeddingModel | undefined>(model === null ? [] : [[model.id, model]]);

  /** One that served before is asked until the new one's vectors are there, as far as its vendor still takes us. */
  function open(id: string): EmbeddingModel | undefined {
    const slash = id.indexOf("/");
    const access = vendors.find(({ vendor }) => vendor === id.slice(0, slash));
    if (access === undefined) return undefined;
    try {
      return createEmbeddingModel({ ...access, name: id.slice(slash + 1), fetch: fetchVendor });
    } catch {
      return undefined;
    }
  }

  return {
    model,
    modelOf(id) {
      if (!opened.has(id)) opened.set(id, open(id));
      return opened.get(id);
    },
    own,
    reranker: reranker === null ? undefined : createReranker({ ...reranker, fetch: fetchVendor }),
    count: (scope, agentId, tokens) => usage.addEmbedded(scope, agentId, tokens),
  };
}
