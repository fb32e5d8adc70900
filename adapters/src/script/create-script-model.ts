import { Fault, type LanguageModel, type ModelPart, type ModelRequest } from "@parley/contracts";
import { answerFromPrompt } from "./answer-from-prompt.ts";

export interface ScriptOptions {
  /** What it says to a request; by default it answers from the passages in the prompt. */
  reply?: (request: ModelRequest) => string;
  /** Characters a delta; 0 sends whole words. */
  deltaLength?: number;
  /** Waited before the first delta, and between deltas. */
  firstMs?: number;
  betweenMs?: number;
  /** Fails after so many characters; 0 before any. */
  failAfter?: number | null;
  /** Said at the end of every answer: a fact that no passage holds. */
  invent?: string;
  /** Follows orders that it finds in passages, as the worst of models would. */
  obey?: boolean;
  /** How it waits; a test gives its clock's. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  name?: string;
}

/** A model that needs no vendor and says the same to the same: for tests, demonstrations and benchmarks. */
export function createScriptModel(options: ScriptOptions = {}): LanguageModel {
  const { firstMs = 0, betweenMs = 0, failAfter = null, sleep = sleepReally } = options;
  return {
    id: `script/${options.name ?? "script"}`,
    async *stream(request, signal) {
      const wait = async (ms: number) => {
        if (ms > 0) await sleep(ms, signal);
      };
      const text = say(request, options);
      let sent = 0;
      await wait(firstMs);
      for (const delta of cut(text, options.deltaLength ?? 0)) {
        if (signal.aborted) return;
        if (failAfter !== null && sent + delta.length > failAfter) throw failure();
        if (sent > 0) await wait(betweenMs);
        if (signal.aborted) return;
        sent += delta.length;
        yield { type: "text-delta", text: delta };
      }
      if (signal.aborted) return;
      if (failAfter !== null && sent <= failAfter) throw failure();
      yield count(request, sent);
    },
  };
}

/** Scripts by name, for `PARLEY_MODELS=script/NAME`; an unknown name is the plain one. */
export function scriptNamed(name: string): ScriptOptions {
  return { ...NAMED[name], name };
}

const NAMED: Record<string, ScriptOptions> = {
  slow: { firstMs: 600, betweenMs: 40 },
  failing: { failAfter: 0 },
  "failing-midway": { failAfter: 60 },
  inventing: { invent: "It costs $4,321 and was founded in 1877." },
  obeying: { obey: true },
};

function say(request: ModelRequest, { reply, invent, obey }: ScriptOptions): string {
  const text = reply === undefined ? answerFromPrompt(request, obey === true) : reply(request);
  return invent === undefined ? text : `${text} ${invent}`;
}

function cut(text: string, length: number): string[] {
  if (length === 0) return text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [];
  const signs = [...text];
  const deltas: string[] = [];
  for (let at = 0; at < signs.length; at += length) deltas.push(signs.slice(at, at + length).join(""));
  return deltas;
}

function count({ system, messages }: ModelRequest, written: number): ModelPart {
  const read = messages.reduce((sum, { content }) => sum + content.length, system.length);
  return { type: "usage", inputTokens: Math.ceil(read / 4), outputTokens: Math.ceil(written / 4) };
}

function failure(): Fault {
  return new Fault("vendor_failed", "The scripted model failed, as it was told to.");
}

function sleepReally(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    if (signal.aborted) done();
  });
}
