/** `SIGKILL` while corrections are sent and while an archive is read, on both engines: nothing is lost, nothing doubled. */
import { agent, document, listOf, message, product, recall, verifiedAnswer } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { beginImport, exportAgent, whenDone } from "./support/archives.ts";
import { type Engine, engines, makeEngine } from "./support/engines.ts";
import { eventually, launch, type Launched, temporaryDirectory } from "./support/launch.ts";
import { openVisitor } from "./support/visitor.ts";

const VISITORS = 40;
const DOCUMENTS = 300;
const PRODUCTS = 120;
const QUESTION = "What does a double room cost a night?";
const withId = z.object({ id: z.string() });

const rooms = (price: number) => ({
  externalId: "rooms",
  title: "Rooms",
  text: `# Rooms\n\nA double room costs ${price} euro a night, with breakfast.`,
});

describe.each(engines)("on the %s engine", (name) => {
  let engine: Engine;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let parley: Launched;

  beforeAll(async () => {
    engine = await makeEngine(name);
    directory = await temporaryDirectory();
    await start();
  });
  afterAll(async () => {
    await parley?.kill("SIGTERM");
    await engine.close();
    await directory.remove();
  });

  async function start(): Promise<void> {
    parley = await launch({
      dataDir: directory.path,
      env: { ...engine.env, PARLEY_LIMIT_VISITOR_PER_MINUTE: "100000", PARLEY_LIMIT_ADDRESS_PER_MINUTE: "100000" },
    });
  }
  async function send(path: string, body: unknown): Promise<unknown> {
    const answer = await parley.api("POST", path, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  const makeAgent = async (named: string) => withId.parse(await send("/v1/agents", { name: named })).id;

  test("everybody who got an old answer is told once, although sending it was killed", async () => {
    const agentId = await makeAgent("Inn");
    await send(`/v1/agents/${agentId}/documents`, rooms(90));
    const visitors = await Promise.all(Array.from({ length: VISITORS }, () => openVisitor(parley.url, agentId)));
    for (const [nth, visitor] of visitors.entries()) {
      await visitor.connect(parley.url);
      visitor.say(`question-${nth}`, QUESTION);
    }
    await eventually(async () => (visitors.every((visitor) => visitor.settled()) ? true : undefined));
    for (const visitor of visitors) visitor.drop();
    await send(`/v1/agents/${agentId}/documents`, rooms(120));
    const open = await eventually(async () => {
      const { data } = await parley.get(`/v1/agents/${agentId}/recalls?state=open`, listOf(recall));
      return data[0]?.reachable === VISITORS ? data[0] : undefined;
    });
    const told = async () => (await parley.get(`/v1/recalls/${open.id}`, recall)).told;

    await send(`/v1/recalls/${open.id}/correction`, {});
    const before = await eventually(async () => (await told()) || undefined);
    await parley.kill("SIGKILL");
    expect(before, "the kill came too late to be one in the middle").toBeLessThan(VISITORS);
    await start();
    await eventually(async () => ((await told()) === VISITORS ? true : undefined));

    for (const { conversationId } of visitors) {
      const { data } = await parley.get(`/v1/conversations/${conversationId}/messages?limit=50`, listOf(message));
      expect(data.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      const [, old, correction] = data;
      expect(correction?.corrects).toMatchObject({ messageId: old?.id });
      expect(correction?.text).toContain("120");
    }
  });

  test("an archive is one whole agent, although reading it was killed", async () => {
    const agentId = await makeAgent("Library");
    const documents = Array.from({ length: DOCUMENTS }, (_, nth) => ({
      externalId: `book-${nth}`,
      title: `Book ${nth}`,
      text: `# Book ${nth}\n\nThe book number${nth}x tells of the river and of those who live there, in ${nth} chapters.`,
    }));
    for (let from = 0; from < DOCUMENTS; from += 50)
      await send(`/v1/agents/${agentId}/documents`, documents.slice(from, from + 50));
    const products = Array.from({ length: PRODUCTS }, (_, nth) => ({ externalId: `p-${nth}`, name: `Print ${nth}` }));
    await send(`/v1/agents/${agentId}/products`, { products });
    await send(`/v1/agents/${agentId}/verified-answers`, { question: "May I bring my dog?", answer: "Dogs may sit." });
    const archive = await exportAgent(parley, agentId);

    const begun = await beginImport(parley, archive);
    await eventually(async () => {
      const { done } = (
        await parley.get(`/v1/archives/${begun.id}`, z.object({ progress: z.object({ done: z.int() }) }))
      ).progress;
      return done > 0 ? true : undefined;
    });
    const { data: before } = await parley.get("/v1/agents?limit=50", listOf(agent));
    await parley.kill("SIGKILL");
    expect(before.map(({ id }) => id)).not.toContain(begun.agentId);
    await start();
    await whenDone(parley, begun.id);

    const { data: agents } = await parley.get("/v1/agents?limit=50", listOf(agent));
    expect(agents.filter(({ name: named }) => named === "Library")).toHaveLength(2);
    const at = `/v1/agents/${begun.agentId}`;
    const names: (string | null)[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { data: { externalId: string | null }[]; next: string | null } = await parley.get(
        `${at}/documents?limit=100${cursor === "" ? "" : `&cursor=${cursor}`}`,
        listOf(document),
      );
      names.push(...page.data.map(({ externalId }) => externalId));
      cursor = page.next;
    }
    expect(names.toSorted()).toEqual(documents.map(({ externalId }) => externalId).toSorted());
    expect((await parley.get(`${at}/products?limit=200`, listOf(product))).data).toHaveLength(PRODUCTS);
    expect((await parley.get(`${at}/verified-answers`, listOf(verifiedAnswer))).data).toHaveLength(1);
    // Passages too are there, and once.
    const { passages } = await parley.get(`${at}/knowledge`, z.object({ passages: z.int() }));
    expect(passages).toBe(
      (await parley.get(`/v1/agents/${agentId}/knowledge`, z.object({ passages: z.int() }))).passages,
    );
    const found = await send(`${at}/search`, { query: "number77x" });
    expect(z.object({ results: z.array(z.object({ externalId: z.string() })) }).parse(found).results).toMatchObject([
      { externalId: "book-77" },
    ]);
  });
});
