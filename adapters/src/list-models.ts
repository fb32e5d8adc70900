import { APICallError } from "@ai-sdk/provider";
import { Fault } from "@parley/contracts";
import { withPath } from "./ai-sdk/with-path.ts";
import type { LanguageModelAccess, ModelVendor } from "./create-language-model.ts";

type Vendor = Exclude<ModelVendor, "script">;
export type ModelListAccess = Omit<LanguageModelAccess, "name" | "vendor"> & { vendor: Vendor };

/** Those that answer in text, or those that make vectors. */
export type ListedModels = "answers" | "vectors";

/**
 * Names of the models, as the vendor tells; all of them where none is called as those for vectors are. Throws
 * `Fault("vendor_failed")` when it tells none.
 */
export async function listModels(
  access: ModelListAccess,
  signal: AbortSignal,
  wanted: ListedModels = "answers",
): Promise<string[]> {
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
  const names = readNames(body);
  if (wanted === "answers") return names.filter((name) => !OTHER_KINDS.test(name));
  const vectors = names.filter((name) => VECTORS.test(name));
  return vectors.length > 0 ? vectors : names;
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
const VECTORS = /embed|bge|gte-|(?:^|[/-])e5-|minilm/iu;
const OTHER_KINDS =
  /embed|whisper|tts|dall-e|image|moderation|transcribe|realtime|audio|speech|guard|rerank|davinci|babbage|sora|computer-use/iu;
