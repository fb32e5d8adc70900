import { Fault, type LanguageModel } from "@parley/contracts";
import { createSdkModel, type SdkModel, type SdkSettings } from "./ai-sdk/create-sdk-model.ts";
import { createScriptModel, scriptNamed } from "./script/create-script-model.ts";

export type ModelVendor = "groq" | "openai" | "anthropic" | "compatible" | "script";

export interface LanguageModelAccess {
  vendor: ModelVendor;
  /** The vendor's own name of the model. */
  name: string;
  apiKey: string | null;
  /** In the form that the vendor's own client reads; null for the vendor's own address. */
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
}

/**
 * A language model as a port. Nothing is loaded or sent before the first request. Throws `Fault("invalid_request")`
 * when a key or an address is missing that the vendor needs.
 */
export function createLanguageModel(access: LanguageModelAccess): LanguageModel {
  const { vendor, name, apiKey, baseUrl, fetch } = access;
  if (vendor === "script") return createScriptModel(scriptNamed(name));
  if (vendor === "compatible" && baseUrl === null) throw missing(access, "base address");
  if (vendor !== "compatible" && apiKey === null) throw missing(access, "key");
  const settings: SdkSettings = { name, apiKey: apiKey ?? "", baseUrl, fetch };
  return createSdkModel(`${vendor}/${name}`, () => OPEN[vendor](settings));
}

function missing({ vendor, name }: LanguageModelAccess, what: string): Fault {
  return new Fault("invalid_request", `The model ${vendor}/${name} needs a ${what}.`);
}

/** Loaded when first used: a start must not wait for clients that nobody may ask for. */
const OPEN: Record<Exclude<ModelVendor, "script">, (settings: SdkSettings) => Promise<SdkModel>> = {
  groq: async (settings) => (await import("./groq/open-groq.ts")).openGroq(settings),
  openai: async (settings) => (await import("./openai/open-openai.ts")).openOpenai(settings),
  anthropic: async (settings) => (await import("./anthropic/open-anthropic.ts")).openAnthropic(settings),
  compatible: async (settings) => (await import("./compatible/open-compatible.ts")).openCompatible(settings),
};
