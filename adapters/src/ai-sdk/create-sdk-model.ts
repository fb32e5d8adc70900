import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { Fault, type LanguageModel, type ModelPart, type ModelRequest } from "@parley/contracts";
import { toFault } from "./to-fault.ts";
import { withoutThoughts } from "./without-thoughts.ts";

export interface SdkSettings {
  name: string;
  apiKey: string;
  baseUrl: string | null;
  fetch: typeof globalThis.fetch;
}

export interface SdkModel {
  model: LanguageModelV4;
  /** What this vendor wants said with each request. */
  options?: Pick<LanguageModelV4CallOptions, "providerOptions">;
  /** The vendor's newer models refuse one. */
  noTemperature?: boolean;
  /** Its models may begin with `<think>...</think>`, which is not part of the answer. */
  thinksAloud?: boolean;
}

/** A model of the AI SDK behind the port. `open` is called at the first request, and again after it failed. */
export function createSdkModel(id: string, open: () => Promise<SdkModel>): LanguageModel {
  let opened: Promise<SdkModel> | null = null;
  const load = async () => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = null;
      throw error;
    }
  };
  return {
    id,
    async *stream(request, signal) {
      if (signal.aborted) return;
      try {
        yield* read(await load(), request, signal);
      } catch (error) {
        if (signal.aborted) return;
        throw toFault(error, id);
      }
    },
  };
}

async function* read(sdk: SdkModel, request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelPart> {
  const { stream } = await sdk.model.doStream({ ...callOptions(sdk, request), abortSignal: signal });
  const reader = stream.getReader();
  let written = 0;
  let ended = false;
  const spoken = sdk.thinksAloud === true ? withoutThoughts() : (text: string) => text;
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (signal.aborted) return;
      const part = next.value;
      if (part.type === "error") throw part.error;
      const text = part.type === "text-delta" ? spoken(part.delta) : "";
      if (text !== "") {
        written += text.length;
        yield { type: "text-delta", text };
      }
      if (part.type === "finish") {
        ended = isWhole(part);
        yield usageOf(part, { request, written });
      }
    }
    if (!ended && !signal.aborted) throw new Fault("vendor_failed", "The model's answer broke off.");
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

type Finish = Extract<LanguageModelV4StreamPart, { type: "finish" }>;

/** A stream that closes early reaches us as an end without the vendor's reason. */
function isWhole({ finishReason }: Finish): boolean {
  if (finishReason.unified === "error") return false;
  return finishReason.unified !== "other" || finishReason.raw !== undefined;
}

/** Where a vendor counts no tokens, about one for four characters. */
function usageOf({ usage }: Finish, { request, written }: { request: ModelRequest; written: number }): ModelPart {
  const asked = request.messages.reduce((sum, { content }) => sum + content.length, request.system.length);
  return {
    type: "usage",
    inputTokens: usage.inputTokens.total ?? Math.ceil(asked / CHARACTERS_A_TOKEN),
    outputTokens: usage.outputTokens.total ?? Math.ceil(written / CHARACTERS_A_TOKEN),
  };
}

function callOptions(
  sdk: SdkModel,
  { system, messages, maxOutputTokens, temperature }: ModelRequest,
): LanguageModelV4CallOptions {
  return {
    prompt: [
      { role: "system", content: system },
      ...messages.map(({ role, content }) => ({ role, content: [{ type: "text" as const, text: content }] })),
    ],
    maxOutputTokens,
    ...(sdk.noTemperature === true ? {} : { temperature }),
    ...sdk.options,
  };
}

const CHARACTERS_A_TOKEN = 4;
