import { createOpenAI } from "@ai-sdk/openai";
import type { SdkModel, SdkSettings } from "../ai-sdk/create-sdk-model.ts";

/** Over the Responses API, with nothing kept at the vendor. */
export function openOpenai({ name, apiKey, baseUrl, fetch }: SdkSettings): SdkModel {
  const openai = createOpenAI({ apiKey, fetch, ...(baseUrl === null ? {} : { baseURL: baseUrl }) });
  return { model: openai.responses(name), options: { providerOptions: { openai: { store: false } } } };
}
