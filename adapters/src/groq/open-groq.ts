import { createGroq } from "@ai-sdk/groq";
import type { SdkModel, SdkSettings } from "../ai-sdk/create-sdk-model.ts";
import { withPath } from "../ai-sdk/with-path.ts";

/** Groq's own client takes an address without the path, the SDK one with it. */
export function openGroq({ name, apiKey, baseUrl, fetch }: SdkSettings): SdkModel {
  const groq = createGroq({ apiKey, fetch, ...(baseUrl === null ? {} : { baseURL: withPath(baseUrl, "/openai/v1") }) });
  return { model: groq.languageModel(name) };
}
