/** Vendors that the environment names, as ready adapters. */
import { createLanguageModel } from "@parley/adapters";
import type { LanguageModel } from "@parley/contracts";
import type { FetchVendor } from "../platform/index.ts";

export interface ModelAccess {
  vendor: "groq" | "openai" | "anthropic" | "compatible" | "script";
  name: string;
  apiKey: string | null;
  baseUrl: string | null;
}

export interface ConnectionsDeps {
  models: readonly ModelAccess[];
  fetchVendor: FetchVendor;
}

export function createConnections({ models, fetchVendor }: ConnectionsDeps) {
  const chain: LanguageModel[] = models.map((model) => createLanguageModel({ ...model, fetch: fetchVendor }));
  return {
    /** In the order in which they are tried; empty when none is configured. */
    languageModels: (): readonly LanguageModel[] => chain,
  };
}
