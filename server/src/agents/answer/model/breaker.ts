import type { Clock } from "../../../platform/index.ts";

/** Keeps visitors from waiting for a model that has just failed again and again. */
export interface Breaker {
  /** Whether a model may be asked now. After a pause, one turn may try it; the others wait for how that goes. */
  mayTry(id: string): boolean;
  succeeded(id: string): void;
  /** `pauseMs`: what the vendor itself asks for. */
  failed(id: string, pauseMs?: number): void;
  /** Neither: the visitor stopped it. */
  released(id: string): void;
}

interface State {
  failures: number;
  openUntil: number;
  pauseMs: number;
  probing: boolean;
}

export function createBreaker(clock: Pick<Clock, "now">): Breaker {
  const states = new Map<string, State>();
  const stateOf = (id: string): State => {
    const state = states.get(id) ?? { failures: 0, openUntil: 0, pauseMs: FIRST_PAUSE_MS, probing: false };
    states.set(id, state);
    return state;
  };
  return {
    mayTry(id) {
      const state = stateOf(id);
      if (state.openUntil === 0) return true;
      if (clock.now() < state.openUntil || state.probing) return false;
      state.probing = true;
      return true;
    },
    succeeded: (id) => void states.delete(id),
    failed(id, pauseMs = 0) {
      const state = stateOf(id);
      state.failures += 1;
      if (state.failures >= PATIENCE || state.probing || pauseMs > 0) {
        const pause = Math.min(Math.max(state.pauseMs, pauseMs), LONGEST_PAUSE_MS);
        state.openUntil = clock.now() + pause;
        if (state.failures >= PATIENCE) state.pauseMs = Math.min(state.pauseMs * 2, LONGEST_PAUSE_MS);
      }
      state.probing = false;
    },
    released(id) {
      stateOf(id).probing = false;
    },
  };
}

/** Failures in a row that a model is forgiven. */
const PATIENCE = 3;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 300_000;
