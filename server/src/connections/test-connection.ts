import { createLanguageModel, explainFailure, listModels, type ModelListAccess } from "@parley/adapters";
import type { ConnectionProblem, ConnectionTest, ConnectionVendor } from "@parley/contracts";
import type { Clock } from "../platform/index.ts";

/** Reaches a vendor with a key: what a member typed, or what is stored. */
export type VendorAccess = ModelListAccess;

/** Asks one short question, as a visitor's turn would, and says in words how it went. Never throws. */
export async function testConnection(
  access: VendorAccess,
  wanted: string | null,
  clock: Clock,
): Promise<ConnectionTest> {
  const began = clock.now();
  const stop = new AbortController();
  const patience = clock.sleep(PATIENCE_MS, stop.signal).then(() => stop.abort());
  const told = (model: string | null, problem: ConnectionProblem | null, message: string): ConnectionTest => ({
    working: problem === null,
    problem,
    message,
    model,
    tookMs: Math.round(clock.now() - began),
  });
  let model = wanted;
  try {
    model ??= await pickModel(access, stop.signal);
    if (model === null)
      return told(null, "no_model", "The server names no models. Write the name of one to test the connection with.");
    await askShortly(access, model, stop.signal);
    if (stop.signal.aborted)
      return told(model, "unreachable", `${model} did not answer within ${PATIENCE_MS / 1_000} seconds.`);
    return told(model, null, `${model} answers.`);
  } catch (error) {
    const { problem, message } = explainFailure(error);
    return told(model, problem, message);
  } finally {
    stop.abort();
    await patience;
  }
}

async function askShortly(access: VendorAccess, name: string, signal: AbortSignal): Promise<void> {
  const request = {
    system: "Answer with one word.",
    messages: [{ role: "user" as const, content: "Are you there?" }],
    maxOutputTokens: 16,
    temperature: 0,
  };
  const stream = createLanguageModel({ ...access, name }).stream(request, signal);
  const parts = stream[Symbol.asyncIterator]();
  while ((await parts.next()).done !== true) {
    if (signal.aborted) return;
  }
}

/** A model that the vendor has; null where it names none and none is known. A wrong key is found out here already. */
async function pickModel(access: VendorAccess, signal: AbortSignal): Promise<string | null> {
  const usual = USUAL[access.vendor];
  try {
    const names = await listModels(access, signal);
    if (usual !== null && (names.length === 0 || names.includes(usual))) return usual;
    return names.find((name) => CHATTY.test(name)) ?? names[0] ?? null;
  } catch (error) {
    if (usual === null || explainFailure(error).problem === "wrong_key") throw error;
    return usual;
  }
}

/** Small, cheap and long-lived, as of the vendors' own pages. */
const USUAL: Record<ConnectionVendor, string | null> = {
  groq: "llama-3.3-70b-versatile",
  openai: "gpt-4.1-mini",
  anthropic: "claude-haiku-4-5",
  compatible: null,
};
const CHATTY = /gpt|llama|claude|mistral|qwen|gemma|phi|chat|instruct/iu;
const PATIENCE_MS = 20_000;
