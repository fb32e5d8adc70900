/** One of several that ask the browser for a passkey; `stop` tells it to end, and it rejects once it has. */
export type Ceremony = (stop: AbortSignal) => Promise<void>;

export interface Turn {
  /** Rejects as the ceremony does; also with the reason of an abort where another took the turn. */
  ended: Promise<void>;
  stop(): void;
}

interface Running {
  /** Whether it signed in. */
  succeeded: Promise<boolean>;
  stop(): void;
}

/**
 * One ceremony at a time. A browser has room for one, and the server knows the challenge of the last one alone: two at
 * once end each other. Whoever comes next ends the one before, waits until it has ended, and only then begins. Where
 * the one before signs in while it is waited for, there is nothing left to do.
 */
export function createPasskeyTurns(): { take(ceremony: Ceremony): Turn } {
  let last: Running | null = null;
  return {
    take(ceremony) {
      const before = last;
      const controller = new AbortController();
      before?.stop();
      const run = async () => {
        if (await before?.succeeded) return;
        controller.signal.throwIfAborted();
        await ceremony(controller.signal);
      };
      const ended = run();
      const own: Running = {
        stop: () => controller.abort(),
        succeeded: ended.then(
          () => true,
          () => false,
        ),
      };
      last = own;
      void own.succeeded.then(() => {
        if (last === own) last = null;
      });
      return { ended, stop: own.stop };
    },
  };
}
