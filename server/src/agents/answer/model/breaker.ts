import type { LanguageModel } from "@parley/contracts";
import type { Clock } from "../../../platform/index.ts";

/**
 * Keeps visitors from waiting for a model that has just failed again and again. Two organizations' access to the same
 * model of a vendor are two models: one's wrong key is not the other's.
 */
export interface Breaker {
  /** Whether a model may be asked now. After a pause, one turn may try it; the others wait for how that goes. */
  mayTry(model: LanguageModel): boolean;
  succeeded(model: LanguageModel): void;
  /** `pauseMs`: what the vendor itself asks for. */
  failed(model: LanguageModel, pauseMs?: number): void;
  /** Neither: the visitor stopped it. */
  released(model: LanguageModel): void;
}

interface State {
  failures: number;
  openUntil: number;
  pauseMs: number;
  probing: boolean;
}

export function createBreaker(clock: Pick<Clock, "now">): Breaker {
  const states = new WeakMap<LanguageModel, State>();
  const stateOf = (model: LanguageModel): State => {
    const state = states.get(model) ?? { failures: 0, openUntil: 0, pauseMs: FIRST_PAUSE_MS, probing: false };
    states.set(model, state);
    return state;
  };
  return {
    mayTry(model) {
      const state = stateOf(model);
      if (state.openUntil === 0) return true;
      if (clock.now() < state.openUntil || state.probing) return false;
      state.probing = true;
      return true;
    },
    succeeded: (model) => void states.delete(model),
    failed(model, pauseMs = 0) {
      const state = stateOf(model);
      state.failures += 1;
      if (state.failures >= PATIENCE || state.probing || pauseMs > 0) {
        const pause = Math.min(Math.max(state.pauseMs, pauseMs), LONGEST_PAUSE_MS);
        state.openUntil = clock.now() + pause;
        if (state.failures >= PATIENCE) state.pauseMs = Math.min(state.pauseMs * 2, LONGEST_PAUSE_MS);
      }
      state.probing = false;
    },
    released(model) {
      stateOf(model).probing = false;
    },
  };
}

/** Failures in a row that a model is forgiven. */
const PATIENCE = 3;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 300_000;
