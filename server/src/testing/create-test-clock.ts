import type { Clock } from "../platform/index.ts";

export interface TestClock extends Clock {
  /** Lets `ms` milliseconds pass: everything due in between runs, in order, and what that sets off is waited for. */
  advance(ms: number): Promise<void>;
  /** How many sleeps and repetitions are waiting. */
  waiting(): number;
}

interface Due {
  at: number;
  run: () => void;
}

/** Time that stands still until it is moved. Begins at 2026-01-01 UTC unless said. */
export function createTestClock(start = Date.UTC(2026, 0, 1)): TestClock {
  let now = start;
  const due = new Set<Due>();

  const at = (ms: number, run: () => void) => {
    const one: Due = { at: now + ms, run };
    due.add(one);
    return () => void due.delete(one);
  };
  return {
    now: () => now,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const done = () => {
          cancel();
          signal?.removeEventListener("abort", done);
          resolve();
        };
        const cancel = at(ms, done);
        signal?.addEventListener("abort", done, { once: true });
      });
    },
    every(ms, work) {
      let cancel = () => {};
      const next = () => {
        cancel = at(ms, () => {
          next();
          work();
        });
      };
      next();
      return () => cancel();
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settle();
        const [first] = [...due].filter((one) => one.at <= end).sort((a, b) => a.at - b.at);
        if (!first) break;
        due.delete(first);
        now = Math.max(now, first.at);
        first.run();
      }
      now = end;
      await settle();
    },
    waiting: () => due.size,
  };
}

/** Until the promises that are ready have run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
