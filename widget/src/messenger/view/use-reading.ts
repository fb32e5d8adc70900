import { useEffect, useState } from "preact/hooks";
import type { Agent } from "@parley/contracts";
import type { Boot, Reading } from "../boot.ts";

const EVERY_MS = 2_000;
const LONGEST_MS = 15_000;

/** How far the reading of the site is, asked for as long as it goes on and somebody looks; null when it is done. */
export function useReading(boot: Boot, agent: Agent | null): Reading | null {
  const [reading, setReading] = useState(boot.reading);
  const active = reading !== null || agent?.state === "reading";
  useEffect(() => {
    if (!active) return;
    const over = new AbortController();
    let wait = EVERY_MS;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      if (document.visibilityState === "visible") {
        const next = await askProgress(boot.agentId, over.signal);
        if (over.signal.aborted) return;
        if (next === undefined) wait = Math.min(LONGEST_MS, wait * 2);
        else setReading(next);
      }
      timer = setTimeout(ask, wait);
    };
    timer = setTimeout(ask, wait);
    return () => {
      over.abort();
      clearTimeout(timer);
    };
  }, [active, boot.agentId]);
  return reading ?? (agent?.state === "reading" ? { pages: 0 } : null);
}

/** Undefined when there was no answer. */
async function askProgress(agentId: string, signal: AbortSignal): Promise<Reading | null | undefined> {
  try {
    const response = await fetch(`/widget/agents/${agentId}/progress`, { credentials: "omit", signal });
    if (!response.ok) return undefined;
    const { reading }: { reading: Reading | null } = await response.json();
    return reading;
  } catch {
    return undefined;
  }
}
