/** News as fast as it comes while there is little of it; while there is much, a few times a second and each once. */
import type { LiveChange } from "@parley/contracts";
import type { Clock } from "../platform/index.ts";

const TOGETHER_MS = 250;
/** More different things of one kind at once are told as "several of them". */
const MOST_OF_A_KIND = 30;

export interface NewsPasser {
  put(change: LiveChange): void;
  end(): void;
}

export function passNews(clock: Clock, send: (change: LiveChange) => void): NewsPasser {
  let waiting = new Map<string, LiveChange>();
  let resting = false;
  const ended = new AbortController();

  async function rest(): Promise<void> {
    resting = true;
    await clock.sleep(TOGETHER_MS, ended.signal);
    resting = false;
    if (ended.signal.aborted || waiting.size === 0) return;
    const changes = [...waiting.values()];
    waiting = new Map();
    void rest();
    for (const [resource, own] of Map.groupBy(changes, (change) => change.resource)) {
      if (own.length > MOST_OF_A_KIND) send({ resource, id: null, agentId: null });
      else for (const change of own) send(change);
    }
  }

  return {
    put(change) {
      if (ended.signal.aborted) return;
      if (resting) waiting.set(`${change.resource} ${change.id} ${change.agentId}`, change);
      else {
        void rest();
        send(change);
      }
    },
    end: () => ended.abort(),
  };
}
