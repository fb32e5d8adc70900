import { APICallError } from "@ai-sdk/provider";
import { Fault } from "@parley/contracts";
import { withPath } from "./ai-sdk/with-path.ts";
import type { LanguageModelAccess, ModelVendor } from "./create-language-model.ts";

type Vendor = Exclude<ModelVendor, "script">;
export type ModelListAccess = Omit<LanguageModelAccess, "name" | "vendor"> & { vendor: Vendor };

/** Names of the models that answer in text, as the vendor tells. Throws `Fault("vendor_failed")` when it does not. */
export async function listModels(access: ModelListAccess, signal: AbortSignal): Promise<string[]> {
  const url = `${baseOf(access)}/models${access.vendor === "anthropic" ? "?limit=1000" : ""}`;
  const failed = (statusCode: number | undefined, responseBody: string, cause?: unknown) =>
    new Fault("vendor_failed", "The vendor did not name its models.", {
      cause: new APICallError({
        message: "The vendor did not name its models.",
        url,
        requestBodyValues: {},
        statusCode,
        responseBody,
        cause,
      }),
    });
  const response = await access.fetch(url, { headers: headersOf(access), signal }).catch((error: unknown) => {
    throw failed(undefined, "", error);
  });
  const body = await response.text();
  if (!response.ok) throw failed(response.status, body);
  return readNames(body).filter((name) => !OTHER_KINDS.test(name));
}

function baseOf({ vendor, baseUrl }: ModelListAccess): string {
  if (vendor === "groq") return withPath(baseUrl ?? "https://api.groq.com", "/openai/v1");
  if (vendor === "anthropic") return withPath(baseUrl ?? "https://api.anthropic.com", "/v1");
  return baseUrl ?? "https://api.openai.com/v1";
}

function headersOf({ vendor, apiKey }: ModelListAccess): Record<string, string> {
  if (apiKey === null || apiKey === "") return {};
  if (vendor === "anthropic") return { "x-api-key": apiKey, "anthropic-version": "2023-06-01" };
  return { authorization: `Bearer ${apiKey}` };
}

/** `{data: [{id}]}`, as all of them answer. */
function readNames(body: string): string[] {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return [];
  }
  const data = typeof read === "object" && read !== null && "data" in read ? read.data : null;
  if (!Array.isArray(data)) return [];
  return data
    .flatMap((one: unknown) => (typeof one === "object" && one !== null && "id" in one ? [String(one.id)] : []))
    .sort();
}

/** Models that hear, speak, draw, measure or judge instead of answering. */
const OTHER_KINDS =
  /embed|whisper|tts|dall-e|image|moderation|transcribe|realtime|audio|speech|guard|rerank|davinci|babbage|sora|computer-use/iu;
