import { createAnthropic } from "@ai-sdk/anthropic";
import type { SdkModel, SdkSettings } from "../ai-sdk/create-sdk-model.ts";
import { withPath } from "../ai-sdk/with-path.ts";

/** Anthropic's own client takes an address without the version, the SDK one with it. */
export function openAnthropic({ name, apiKey, baseUrl, fetch }: SdkSettings): SdkModel {
  const anthropic = createAnthropic({
    apiKey,
    fetch,
    ...(baseUrl === null ? {} : { baseURL: withPath(baseUrl, "/v1") }),
  });
  return { model: anthropic.languageModel(name), noTemperature: true };
}
