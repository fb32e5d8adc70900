import { setTimeout as wait } from "node:timers/promises";
import type { BenchRow } from "./row.ts";
import { makeAgent } from "./lib/ask.ts";
import { engines, withServer } from "./lib/server.ts";
import { turns } from "./lib/turns.ts";

const SETTLE_MS = 5_000;
const IN_FLIGHT = 16;

/** What a server holds after 1,000 and after 5,000 turns: the first may be learning, the rest must not grow. */
export async function measureMemory(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const engine of engines())
    await withServer(engine, async (server) => {
      const agentId = await makeAgent(server);
      const after = async (count: number) => {
        await turns({ server, agentId, inFlight: IN_FLIGHT, count });
        await wait(SETTLE_MS);
        return server.memory();
      };
      const first = await after(1_000);
      const last = await after(4_000);
      const name = (what: string) => `memory, ${engine}, ${what}`;
      rows.push(
        { name: name("after 1,000 turns"), value: first, unit: "MB", target: null, better: "lower" },
        {
          name: name("after 5,000 turns"),
          value: last,
          unit: "MB",
          target: engine === "embedded" ? 1_024 : null,
          better: "lower",
        },
        { name: name("growth from 1,000 to 5,000"), value: last / first, unit: "×", target: 1.1, better: "lower" },
      );
    });
  return rows;
}
