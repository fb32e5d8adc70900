import { createScriptEmbedding } from "@parley/adapters";
import { type EmbeddingModel, Fault } from "@parley/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEvents, createLog } from "../../platform/index.ts";
import { createTestClock, describeDatabase } from "../../testing/index.ts";
import { createPassages } from "../create-passages.ts";
import { item, openPassages, type TestPassages } from "../passages.testing.ts";

const soon = () => AbortSignal.timeout(20_000);

/** Knows that some words mean the same, as a real one would. */
function createSenseModel(name: string): EmbeddingModel {
  const plain = createScriptEmbedding({ name });
  const senses: [RegExp, string][] = [[/\b(?:puppy|puppies|dogs?)\b/giu, "canine"]];
  return {
    ...plain,
    embed: (texts, options) =>
      plain.embed(
        texts.map((text) => senses.reduce((read, [words, sense]) => read.replace(words, sense), text)),
        options,
      ),
  };
}

describeDatabase("vectors", () => {
  let test: TestPassages;
  beforeAll(async () => {
    test = await openPassages();
  });
  afterAll(() => test.close());

  function open(model: EmbeddingModel, older: EmbeddingModel[] = []) {
    const clock = createTestClock();
    const counted: number[] = [];
    const all = [model, ...older];
    const knowledge = createPassages({
      db: test.db,
      clock,
      events: createEvents({ db: test.db, clock }),
      log: createLog({ level: "silent", pretty: false }),
      audit: { record: async () => {} },
      live: { changed: () => {} },
      embedding: {
        model,
        modelOf: (id) => all.find((one) => one.id === id),
        count: (_scope, _agentId, tokens) => counted.push(tokens),
      },
    });
    return { knowledge, clock, counted };
  }

  const texts = Array.from({ length: 12 }, (_, at) =>
    item(
      `other${at}`,
      `Page ${at} tells of ${["boats", "trains", "bread", "music"][at % 4]} and number ${at} of the town.`,
    ),
  );

  async function makeAgent() {
    const agentId = await test.makeAgent();
    await test.knowledge.indexDocuments(test.scope, agentId, [
      ...texts,
      item("pets", "Every canine is welcome on the terrace, on a leash."),
    ]);
    return agentId;
  }

  it("find by meaning what shares no word, once they are made", async () => {
    const agentId = await makeAgent();
    const { knowledge, counted } = open(createSenseModel("words"));
    const ids = async () =>
      (await knowledge.search(test.scope, { agentId, query: "puppy", limit: 3 })).passages.map(
        ({ externalId }) => externalId,
      );
    expect(await ids()).toEqual([]);
    expect(await knowledge.embeddings.state(test.scope, agentId)).toMatchObject({
      serving: null,
      embedded: 0,
      passages: 13,
    });
    await knowledge.embeddings.embedNow(test.scope, agentId, soon());
    expect(counted.length).toBeGreaterThan(0);
    const fresh = open(createSenseModel("words")).knowledge;
    const { passages } = await fresh.search(test.scope, { agentId, query: "puppy", limit: 3 });
    expect(passages[0]).toMatchObject({ externalId: "pets", parts: { terms: 0 } });
    expect(passages[0]?.nearness).toBeGreaterThan(0.1);
    expect(await fresh.embeddings.state(test.scope, agentId)).toEqual({
      model: "script/words",
      serving: "script/words",
      passages: 13,
      embedded: 13,
      problem: null,
    });
  });

  it("go with their passages, and come for new ones alone", async () => {
    const agentId = await makeAgent();
    const { knowledge, counted } = open(createSenseModel("words"));
    await knowledge.embeddings.embedNow(test.scope, agentId, soon());
    const before = counted.length;
    await knowledge.embeddings.embedNow(test.scope, agentId, soon());
    expect(counted).toHaveLength(before);
    await knowledge.indexDocuments(test.scope, agentId, [item("pets", "No canine may come in.")]);
    expect(await knowledge.embeddings.state(test.scope, agentId)).toMatchObject({ passages: 13, embedded: 12 });
    await knowledge.embeddings.embedNow(test.scope, agentId, soon());
    expect(await knowledge.embeddings.state(test.scope, agentId)).toMatchObject({ passages: 13, embedded: 13 });
  });

  it("of an older model serve until the new one's are complete", async () => {
    const agentId = await makeAgent();
    const old = createSenseModel("words");
    await open(old).knowledge.embeddings.embedNow(test.scope, agentId, soon());
    const next = createSenseModel("others");
    const broken: EmbeddingModel = { ...next, embed: () => Promise.reject(new Fault("invalid_request", "no")) };
    const half = open(broken, [old]);
    const stopped = new AbortController();
    const work = half.knowledge.embeddings.embedNow(test.scope, agentId, stopped.signal);
    stopped.abort(new Error("stopped"));
    await expect(work).rejects.toThrow("stopped");
    const found = await half.knowledge.search(test.scope, { agentId, query: "puppy", limit: 3 });
    expect(found.passages[0]?.externalId).toBe("pets");
    const { knowledge } = open(next, [old]);
    await knowledge.embeddings.embedNow(test.scope, agentId, soon());
    expect(await knowledge.embeddings.state(test.scope, agentId)).toMatchObject({
      serving: "script/others",
      embedded: 13,
    });
    expect(
      await test.count(`select count(*) from knowledge_vector_sets s join knowledge_indexes i on i.number = s.index_number
        where i.agent_id = '${agentId}'`),
    ).toBe(1);
  });

  it("cost a search neither its answer nor its time when the vendor is down or slow", async () => {
    const agentId = await makeAgent();
    const model = createSenseModel("words");
    await open(model).knowledge.embeddings.embedNow(test.scope, agentId, soon());
    for (const name of ["failing", "slow"]) {
      const down: EmbeddingModel = { ...createScriptEmbedding({ name }), id: model.id };
      const { passages } = await open(down).knowledge.search(test.scope, { agentId, query: "boats", limit: 9 });
      expect(passages.map(({ externalId }) => externalId).toSorted()).toEqual(["other0", "other4", "other8"]);
    }
  });

  it("keep out of a search what its filter keeps out", async () => {
    const agentId = await makeAgent();
    const { knowledge } = open(createSenseModel("words"));
    await knowledge.embeddings.embedNow(test.scope, agentId, soon());
    const fresh = open(createSenseModel("words")).knowledge;
    const filter = { languages: ["de"] };
    expect((await fresh.search(test.scope, { agentId, query: "puppy", limit: 3, filter })).passages).toEqual([]);
  });
});
