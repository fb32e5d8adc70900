import { setTimeout as wait } from "node:timers/promises";
import type { BenchOptions, BenchRow } from "./row.ts";
import { makeAgent } from "./lib/ask.ts";
import { questionAbout } from "./lib/corpus.ts";
import { engines, type RunningServer, withServer } from "./lib/server.ts";
import { load, median, percentile } from "./lib/statistics.ts";
import { openVisitor, type Visitor } from "./lib/visitor.ts";

const EVERY_MS = 20_000;
const ROUNDS = 3;
const OPENING_AT_ONCE = 32;

/** Open widget sockets, each of which says something every 20 seconds and gets a streamed answer. */
export async function measureSockets({ large }: BenchOptions): Promise<BenchRow[]> {
  const count = large ? 10_000 : 1_000;
  const [engine = "embedded"] = engines();
  return withServer(engine, async (server) => {
    const agentId = await makeAgent(server);
    const before = server.memory();
    const visitors: Visitor[] = [];
    await load(count, OPENING_AT_ONCE, async () => visitors.push(await openVisitor(server, agentId)));
    const idle = server.memory();
    const { took, first, peak } = await talk(server, visitors);
    for (const visitor of visitors) visitor.close();
    const name = (what: string) => `${count.toLocaleString("en")} sockets, ${engine}: ${what}`;
    return [
      { name: name("whole answer, median"), value: median(took), unit: "ms", target: null, better: "lower" },
      {
        name: name("whole answer, 99th percentile"),
        value: percentile(took, 0.99),
        unit: "ms",
        target: 250,
        better: "lower",
      },
      {
        name: name("first words, 99th percentile"),
        value: percentile(first, 0.99),
        unit: "ms",
        target: null,
        better: "lower",
      },
      {
        name: name("memory of the server"),
        value: peak,
        unit: "MB",
        target: 1_024,
        better: "lower",
        note: `${Math.round(before)} MB before, ${Math.round(idle)} MB when all were open`,
      },
    ];
  });
}

/** Everybody speaks once in each round of 20 s, spread evenly over it. */
async function talk(server: RunningServer, visitors: readonly Visitor[]) {
  const took: number[] = [];
  const first: number[] = [];
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, server.memory())), 500);
  const since = performance.now();
  await Promise.all(
    visitors.map(async (visitor, number) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const due = since + round * EVERY_MS + (number / visitors.length) * EVERY_MS;
        await wait(Math.max(0, due - performance.now()));
        const { firstMs, allMs } = await visitor.say(questionAbout(number + round));
        took.push(allMs);
        first.push(firstMs);
      }
    }),
  );
  clearInterval(watch);
  return { took, first, peak };
}
