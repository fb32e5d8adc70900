import { type EmbeddingModel, Fault } from "@parley/contracts";
import { createGoogleEmbedding } from "./google.ts";
import { createLocalEmbedding } from "./local.ts";
import { createOllamaEmbedding } from "./ollama.ts";
import { createOpenaiEmbedding } from "./openai.ts";
import { createScriptEmbedding } from "./script.ts";

export type EmbeddingVendor = "openai" | "compatible" | "google" | "ollama" | "local" | "script";

export interface EmbeddingAccess {
  vendor: EmbeddingVendor;
  /** The vendor's own name of the model. */
  name: string;
  apiKey: string | null;
  /** In the form that the vendor's own client reads; null for the vendor's own address. For `local`: the folder of models. */
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
}

/**
 * An embedding model as a port. Nothing is loaded or sent before the first request. Throws `Fault("invalid_request")`
 * when a key or an address is missing that the vendor needs.
 */
export function createEmbeddingModel(access: EmbeddingAccess): EmbeddingModel {
  const { vendor, name, apiKey, baseUrl } = access;
  if (NEEDS_KEY.has(vendor) && apiKey === null) throw missing(vendor, name, "key");
  if ((vendor === "compatible" || vendor === "local") && baseUrl === null) throw missing(vendor, name, "base address");
  return OPEN[vendor](access);
}

const NEEDS_KEY = new Set<EmbeddingVendor>(["openai", "google"]);

const OPEN: Record<EmbeddingVendor, (access: EmbeddingAccess) => EmbeddingModel> = {
  openai: createOpenaiEmbedding,
  compatible: createOpenaiEmbedding,
  google: createGoogleEmbedding,
  ollama: createOllamaEmbedding,
  local: createLocalEmbedding,
  script: ({ name }) => createScriptEmbedding({ name }),
};

function missing(vendor: string, name: string, what: string): Fault {
  return new Fault("invalid_request", `The embedding model ${vendor}/${name} needs a ${what}.`);
}
