import type { Change } from "./match-change.ts";

const TOGETHER_MS = 1_000;

/**
 * The first piece of news at once, what comes soon after it together and each once: a busy site must not make every
 * open screen ask the server all the time.
 */
export function gather(pass: (change: Change) => void): (change: Change) => void {
  let waiting: Map<string, Change> | null = null;
  const rest = () => {
    waiting = new Map();
    setTimeout(() => {
      const changes = [...(waiting?.values() ?? [])];
      waiting = null;
      if (changes.length > 0) rest();
      for (const change of changes) pass(change);
    }, TOGETHER_MS);
  };
  return (change) => {
    if (waiting) waiting.set(`${change.resource} ${change.id} ${change.agentId}`, change);
    else {
      rest();
      pass(change);
    }
  };
}
