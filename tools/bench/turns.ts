import type { BenchRow } from "./row.ts";
import { makeAgent } from "./lib/ask.ts";
import { type EngineName, engines, withServer } from "./lib/server.ts";
import { turns } from "./lib/turns.ts";

const WARM_UP = 300;
const counts: Record<number, number> = { 1: 400, 16: 3_000, 64: 3_000 };

interface Targets {
  medianMs?: number;
  perSecond?: number;
  cpuMs?: number;
  p99Ms?: number;
}

const targets: Record<EngineName, Record<number, Targets>> = {
  postgres: { 1: { medianMs: 5 }, 16: { perSecond: 800, cpuMs: 1.2, p99Ms: 50 } },
  embedded: { 1: { medianMs: 8 }, 16: { perSecond: 250 } },
};

/** Whole turns over HTTP: retrieval over 100 documents, the scripted model at no latency, everything stored. */
export async function measureTurns(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const engine of engines())
    await withServer(engine, async (server) => {
      const agentId = await makeAgent(server);
      await turns({ server, agentId, inFlight: 16, count: WARM_UP });
      for (const inFlight of [1, 16, 64]) {
        const found = await turns({ server, agentId, inFlight, count: counts[inFlight] ?? 0 });
        rows.push(...present(found, { engine, inFlight }));
      }
    });
  return rows;
}

function present(
  found: Awaited<ReturnType<typeof turns>>,
  { engine, inFlight }: { engine: EngineName; inFlight: number },
): BenchRow[] {
  const wanted = targets[engine][inFlight] ?? {};
  const name = (what: string) => `turn, ${engine}, ${inFlight} in flight: ${what}`;
  return [
    { name: name("median"), value: found.medianMs, unit: "ms", target: wanted.medianMs ?? null, better: "lower" },
    { name: name("99th percentile"), value: found.p99Ms, unit: "ms", target: wanted.p99Ms ?? null, better: "lower" },
    {
      name: name("per second"),
      value: found.perSecond,
      unit: "/s",
      target: wanted.perSecond ?? null,
      better: "higher",
    },
    {
      name: name("processor time"),
      value: found.cpuMs,
      unit: "ms",
      target: wanted.cpuMs ?? null,
      better: "lower",
      note: "of the server's process",
    },
  ];
}
