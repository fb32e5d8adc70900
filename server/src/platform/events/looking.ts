import { AsyncLocalStorage } from "node:async_hooks";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";

export interface Looking {
  wake(): void;
  /** Resolves when no look is under way. */
  ended(): Promise<void>;
}

export interface LookingDeps {
  clock: Clock;
  log: Log | undefined;
  /** True when something is there that cannot be delivered yet. */
  look: () => Promise<boolean>;
  stopping: AbortSignal;
}

/** In the long run no more often than this; a few at once are free. */
const BETWEEN_MS = 10;
const AT_ONCE = 3;
const LONGEST_PAUSE_MS = 2_000;

/** Calls that come close together are one look; what is held back is looked for again, ever more slowly. */
export function createLooking({ clock, log, look, stopping }: LookingDeps): Looking {
  // Who calls inside a transaction does not make the looking a part of it.
  const outside = AsyncLocalStorage.snapshot();
  let wanted = false;
  let nap = new AbortController();
  let paidUntil = 0;
  let active = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    active = true;
    let patienceMs = BETWEEN_MS;
    while (wanted && !stopping.aborted) {
      wanted = false;
      const heldBack = await lookSafely({ look, log });
      paidUntil = Math.max(clock.now(), paidUntil) + BETWEEN_MS;
      const pauseMs = paidUntil - clock.now() - AT_ONCE * BETWEEN_MS;
      if (pauseMs > 0) await clock.sleep(pauseMs, stopping);
      if (heldBack && !wanted) await clock.sleep(patienceMs, AbortSignal.any([stopping, nap.signal]));
      patienceMs = heldBack ? Math.min(patienceMs * 2, LONGEST_PAUSE_MS) : BETWEEN_MS;
      wanted ||= heldBack;
    }
    active = false;
  }

  return {
    wake() {
      wanted = true;
      nap.abort("woken");
      nap = new AbortController();
      if (!active) running = outside(run);
    },
    ended: async () => running,
  };
}

async function lookSafely({ look, log }: Pick<LookingDeps, "look" | "log">): Promise<boolean> {
  try {
    return await look();
  } catch (err) {
    log?.warn({ err }, "Looking for new events failed and is tried again");
    return false;
  }
}
