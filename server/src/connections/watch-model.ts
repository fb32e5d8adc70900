import { explainFailure } from "@parley/adapters";
import type { LanguageModel } from "@parley/contracts";
import type { ConnectionCheck } from "./connection-store.ts";

/** Tells after each answer how the connection did, so that a key that stops working is seen where keys are kept. */
export function watchModel(
  model: LanguageModel,
  connectionId: string,
  tell: (check: ConnectionCheck) => void,
): LanguageModel {
  return {
    id: model.id,
    connectionId,
    async *stream(request, signal) {
      try {
        yield* model.stream(request, signal);
      } catch (error) {
        tell({ state: "failing", ...explainFailure(error) });
        throw error;
      }
      if (!signal.aborted) tell({ state: "working", problem: null, message: null });
    },
  };
}
