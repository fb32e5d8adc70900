import type { LanguageModel, ModelPart, TraceModel } from "@parley/contracts";
import type { Trace } from "./trace.ts";

export interface Attempt {
  heard(part: ModelPart): void;
  end(outcome: TraceModel["outcome"], message: string | null): void;
}

/** One model of the chain being asked. */
export function createAttempt(trace: Trace, model: LanguageModel): Attempt {
  const endStep = trace.step("model");
  const began = trace.now();
  let firstTokenMs: number | null = null;
  let tokens: { inputTokens: number | null; outputTokens: number | null } = { inputTokens: null, outputTokens: null };
  return {
    heard(part) {
      if (part.type === "text-delta") firstTokenMs ??= Math.round(trace.now() - began);
      else tokens = { inputTokens: part.inputTokens, outputTokens: part.outputTokens };
    },
    end(outcome, message) {
      if (outcome !== "resting") endStep(model.id);
      trace.model({
        id: model.id,
        connectionId: model.connectionId ?? null,
        outcome,
        message,
        firstTokenMs,
        tookMs: Math.round(trace.now() - began),
        ...tokens,
      });
    },
  };
}
