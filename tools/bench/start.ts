import { setTimeout as wait } from "node:timers/promises";
import type { BenchRow } from "./row.ts";
import { type EngineName, engines, makePlace, startServer } from "./lib/server.ts";
import { median } from "./lib/statistics.ts";

const COLD = 3;
const WARM = 5;
const AT_REST_MS = 5_000;

const targets: Record<EngineName, { warmMs: number; restMb: number }> = {
  postgres: { warmMs: 1_000, restMb: 150 },
  embedded: { warmMs: 2_000, restMb: 400 },
};

/** From the process's beginning to "Parley is ready", and what it holds when nothing happens. */
export async function measureStart(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const engine of engines()) {
    const cold: number[] = [];
    for (let run = 0; run < COLD; run += 1) cold.push(await coldStart(engine));
    const { ready, restMb } = await warmStarts(engine);
    const { warmMs, restMb: restTarget } = targets[engine];
    rows.push(
      {
        name: `start, first ever, ${engine}`,
        value: median(cold),
        unit: "ms",
        target: null,
        better: "lower",
        note: `median of ${COLD}`,
      },
      {
        name: `start, warm, ${engine}`,
        value: median(ready),
        unit: "ms",
        target: warmMs,
        better: "lower",
        note: `median of ${WARM}`,
      },
      {
        name: `memory at rest, ${engine}`,
        value: restMb,
        unit: "MB",
        target: restTarget,
        better: "lower",
        note: "resident, 5 s after a warm start",
      },
    );
  }
  return rows;
}

async function coldStart(engine: EngineName): Promise<number> {
  const place = await makePlace(engine);
  try {
    const server = await startServer(place);
    await server.stop();
    return server.readyMs;
  } finally {
    await place.remove();
  }
}

async function warmStarts(engine: EngineName): Promise<{ ready: number[]; restMb: number }> {
  const place = await makePlace(engine);
  try {
    await (await startServer(place)).stop();
    const ready: number[] = [];
    let restMb = 0;
    for (let run = 0; run < WARM; run += 1) {
      const server = await startServer(place);
      ready.push(server.readyMs);
      if (run === WARM - 1) {
        await wait(AT_REST_MS);
        restMb = server.memory();
      }
      await server.stop();
    }
    return { ready, restMb };
  } finally {
    await place.remove();
  }
}
