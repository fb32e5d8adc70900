/** `SIGKILL` in the middle, on both engines: nothing that was acknowledged is lost or doubled, and work goes on. */
import { agent, crawledPage, document, listOf, message, source as sourceSchema } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeEngine, type Engine, engines } from "./support/engines.ts";
import { eventually, launch, type Launched, temporaryDirectory } from "./support/launch.ts";
import { serveManyPages } from "./support/many-pages.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

const PAGES = 130;
/** Pages that may be fetched again: those on the wire when the process died, and those that waited to be stored together. */
const UNDER_WAY = 8 + 24;

describe.each(engines)("on the %s engine", (name) => {
  let engine: Engine;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let parley: Launched | undefined;

  beforeAll(async () => {
    engine = await makeEngine(name);
    directory = await temporaryDirectory();
  });
  afterAll(async () => {
    await parley?.kill("SIGTERM");
    await engine.close();
    await directory.remove();
  });

  const start = async (args: string[] = [], port = 0) =>
    (parley = await launch({
      dataDir: directory.path,
      args,
      port,
      env: { ...engine.env, PARLEY_LIMIT_VISITOR_PER_MINUTE: "100000", PARLEY_LIMIT_ADDRESS_PER_MINUTE: "100000" },
    }));

  test("a crawl that was killed goes on where it stopped", async () => {
    const site = await serveManyPages({ pages: PAGES, delayMs: 60 });
    const first = await start([site.url]);
    await eventually(async () => (site.hits.size >= 70 ? true : undefined));
    await first.kill("SIGKILL");
    const before = new Set(site.hits.keys());
    expect(before.size).toBeLessThan(PAGES);

    const second = await start();
    const source = await eventually(async () => {
      const { data: agents } = await second.get("/v1/agents", listOf(agent));
      const { data: sources } = await second.get(`/v1/agents/${agents[0]?.id}/sources`, listOf(sourceSchema));
      const [found] = sources;
      return found?.status === "done" ? found : undefined;
    });
    expect(source.progress.indexed).toBe(PAGES);
    const pages = await second.get(`/v1/sources/${source.id}/pages?limit=200`, listOf(crawledPage));
    expect(pages.data.filter((page) => page.status === "indexed")).toHaveLength(PAGES);
    const twice = [...site.hits].filter(([path, count]) => path.startsWith("/page-") && count > 1);
    expect(twice.length).toBeLessThanOrEqual(UNDER_WAY);
    const { data: documents } = await second.get(`/v1/agents/${source.agentId}/documents?limit=200`, listOf(document));
    expect(documents).toHaveLength(PAGES);
    await site.close();
  });

  test("no acknowledged message is lost or doubled, and each has exactly one answer", async () => {
    const running = parley ?? (await start());
    const { data: agents } = await running.get("/v1/agents", listOf(agent));
    const agentId = agents[0]?.id ?? "";
    const port = Number(new URL(running.url).port);
    const visitors = await Promise.all(Array.from({ length: 6 }, () => openVisitor(running.url, agentId)));
    await Promise.all(visitors.map((visitor) => visitor.connect(running.url)));
    for (const [number, visitor] of visitors.entries()) visitor.say(`opening-${number}`, "What is on page 7?");
    await settled(visitors);

    let current = running;
    for (const round of [1, 2]) {
      for (const [number, visitor] of visitors.entries()) {
        for (let nth = 0; nth < 8; nth += 1)
          visitor.say(`round-${round}-${number}-${nth}`, `What is on page ${nth + 1}?`);
      }
      // In the very middle: some are stored, some answered, some still on the wire.
      await eventually(async () =>
        visitors.some((visitor) => visitor.messages.size > 2 + (round - 1) * 16) ? true : undefined,
      );
      await current.kill("SIGKILL");
      for (const visitor of visitors) visitor.drop();
      current = await start([], port);
      const { url } = current;
      await Promise.all(visitors.map((visitor) => visitor.connect(url)));
      await settled(visitors);
    }

    for (const visitor of visitors) {
      const { data } = await current.get(
        `/v1/conversations/${visitor.conversationId}/messages?limit=200`,
        listOf(message),
      );
      expect(data.map((one) => one.seq)).toEqual(data.map((_, index) => index + 1));
      const said = data.filter((one) => one.role === "visitor");
      expect(said).toHaveLength(17);
      expect(new Set(said.map((one) => one.clientId)).size).toBe(17);
      const answers = data.filter((one) => one.role === "agent").map((one) => one.replyTo);
      expect(answers.toSorted()).toEqual(said.map((one) => one.id).toSorted());
      expect([...visitor.messages.values()].map((one) => one.id).toSorted()).toEqual(
        data.map((one) => one.id).toSorted(),
      );
    }
  });
});

async function settled(visitors: readonly Visitor[]): Promise<void> {
  const all = async () => (visitors.every((visitor) => visitor.settled()) ? true : undefined);
  await eventually(all).catch((error: unknown) => {
    const others = visitors.filter((visitor) => !visitor.settled()).map((visitor) => visitor.state());
    throw new Error(`Not settled: ${others.join("; ")}`, { cause: error });
  });
}
