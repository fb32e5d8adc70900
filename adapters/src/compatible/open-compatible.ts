import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { SdkModel, SdkSettings } from "../ai-sdk/create-sdk-model.ts";

/** Anything that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, LM Studio, OpenRouter. */
export function openCompatible({ name, apiKey, baseUrl, fetch }: SdkSettings): SdkModel {
  const settings = { name: "compatible", baseURL: baseUrl ?? "", fetch, includeUsage: true };
  const compatible = createOpenAICompatible(apiKey === "" ? settings : { ...settings, apiKey });
  return { model: compatible.languageModel(name), thinksAloud: true };
}
