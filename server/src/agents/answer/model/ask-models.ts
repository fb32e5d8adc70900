import { Fault, type LanguageModel, type ModelPart, type ModelRequest } from "@parley/contracts";
import type { Clock, Log } from "../../../platform/index.ts";
import type { Trace } from "../trace/trace.ts";
import { createAttempt } from "../trace/trace-model.ts";
import type { Breaker } from "./breaker.ts";

export interface AskLimits {
  /** From asking to the first words, and from words to the next. */
  firstTokenMs: number;
  totalMs: number;
}

export interface AskDeps {
  models: readonly LanguageModel[];
  breaker: Breaker;
  clock: Clock;
  log: Pick<Log, "warn" | "error">;
  trace?: Trace | undefined;
}

export type AskedPart = ModelPart & { model: string; firstTokenMs?: number };

/**
 * Asks the models of a chain in order until one begins to answer. Ends normally when the answer was whole; throws
 * `Fault("vendor_failed")` when none began, or when one broke off after it had said something: then what was said stands.
 */
export async function* askModels(
  request: ModelRequest,
  limits: AskLimits,
  { deps, signal }: { deps: AskDeps; signal: AbortSignal },
): AsyncGenerator<AskedPart> {
  const { models, breaker, log, clock } = deps;
  let failure: unknown;
  for (const model of models) {
    const attempt = deps.trace && createAttempt(deps.trace, model);
    if (!breaker.mayTry(model)) {
      attempt?.end("resting", "It failed again and again just now, and is left alone for a while.");
      continue;
    }
    let spoke = false;
    let settle: () => void = () => breaker.released(model);
    const began = clock.now();
    let firstTokenMs = 0;
    try {
      for await (const part of withinTime(model, request, { limits, clock, signal })) {
        attempt?.heard(part);
        if (!spoke && part.type === "text-delta") {
          spoke = true;
          firstTokenMs = clock.now() - began;
        }
        yield part.type === "usage" ? { ...part, model: model.id, firstTokenMs } : { ...part, model: model.id };
      }
      if (signal.aborted) return;
      if (!spoke) throw new Fault("vendor_failed", "The model said nothing.");
      settle = () => breaker.succeeded(model);
      attempt?.end("answered", null);
      return;
    } catch (error) {
      if (signal.aborted) return;
      settle = () => breaker.failed(model, error instanceof Fault ? error.retryAfterMs : undefined);
      attempt?.end("failed", error instanceof Fault ? error.message : "It failed.");
      log.warn({ err: error, model: model.id }, "A language model failed");
      if (spoke) throw error;
      failure = error;
    } finally {
      settle();
    }
  }
  throw failure ?? new Fault("vendor_failed", "No language model can be asked just now.");
}

/** A reason made once: without one, each answer would make an error and its stack only to end a stream. */
const ENOUGH = new Error("The answer has ended");

/** A model's stream that is given up when it takes too long; it is told to stop either way. */
export async function* withinTime(
  model: LanguageModel,
  request: ModelRequest,
  { limits, clock, signal }: { limits: AskLimits; clock: Clock; signal: AbortSignal },
): AsyncGenerator<ModelPart> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const end = clock.now() + limits.totalMs;
  let deadline = Math.min(clock.now() + limits.firstTokenMs, end);
  const over = watch(() => deadline, { clock, signal: both });
  const parts = model.stream(request, both)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = parts.next();
      next.catch(() => undefined);
      const first = await Promise.race([next, over]);
      if (first === "over") {
        if (signal.aborted) return;
        throw new Fault("vendor_failed", `The model ${model.id} took too long to answer.`);
      }
      if (first.done) return;
      deadline = Math.min(clock.now() + limits.firstTokenMs, end);
      yield first.value;
    }
  } finally {
    stop.abort(ENOUGH);
    // Not awaited: a vendor that hangs must not keep the visitor waiting.
    void parts.return?.().then(undefined, () => undefined);
  }
}

/** Resolves when the deadline has passed, which may be moved meanwhile, or when the signal aborts. One timer at a time. */
async function watch(
  deadline: () => number,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<"over"> {
  while (!signal.aborted && clock.now() < deadline()) await clock.sleep(deadline() - clock.now(), signal);
  return "over";
}
