import { createAsker } from "./ask.ts";
import type { RunningServer } from "./server.ts";
import { load, median, percentile } from "./statistics.ts";

interface Turns {
  server: RunningServer;
  agentId: string;
  inFlight: number;
  count: number;
}

/** Asks `count` questions with `inFlight` of them at once. */
export async function turns({ server, agentId, inFlight, count }: Turns) {
  const asker = createAsker(server, agentId, inFlight);
  const cpu = server.cpu();
  const { took, allMs } = await load(count, inFlight, asker.ask);
  asker.close();
  return {
    medianMs: median(took),
    p99Ms: percentile(took, 0.99),
    perSecond: (count / allMs) * 1_000,
    cpuMs: (server.cpu() - cpu) / count,
  };
}
