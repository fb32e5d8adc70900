import { afterAll, beforeAll, expect, it } from "vitest";
import { describeDatabase } from "../../testing/index.ts";
import { item, openPassages, type TestPassages } from "../passages.testing.ts";

describeDatabase("a search", () => {
  let test: TestPassages;
  let agentId: string;
  beforeAll(async () => {
    test = await openPassages();
    agentId = await test.makeAgent();
    await test.knowledge.indexDocuments(test.scope, agentId, [
      item("library", "The library lends books for four weeks.", { title: "Lending" }),
      item("garden", "Our wheelchair entrance is in the garden behind the rhododendron."),
      item("shop", "Delivery of a couch takes five days.", { title: "Shipping" }),
      item("ausweis", "Den Ausweis der Bibliothek gibt es am Tresen.", { language: "de" }),
    ]);
  });
  afterAll(() => test.close());

  const search = (query: string, more: object = {}) =>
    test.knowledge.search(test.scope, { agentId, query, limit: 5, ...more });

  it.each([
    ["libary", "library", "library"],
    ["lirbary", "library", "library"],
    ["liibrary", "library", "library"],
    ["delivary", "shop", "Delivery"],
    ["rododendrons", "garden", "rhododendron"],
  ])("finds what %s means", async (query, expected, corrected) => {
    const outcome = await search(query);
    expect(outcome.passages[0]?.externalId).toBe(expected);
    expect(outcome.corrected).toBe(corrected);
    expect(outcome.substitutions).toMatchObject([{ word: query, by: "typo" }]);
  });

  it("finds words written together or apart", async () => {
    expect((await search("wheel chair")).passages[0]?.externalId).toBe("garden");
    expect((await search("Bibliotheksausweis")).passages[0]?.externalId).toBe("ausweis");
  });

  it("mends nothing that the index holds, nor figures, nor what is too far", async () => {
    for (const query of ["library books", "xq4711", "zzzzqqqq", "cat"]) {
      const { substitutions, corrected } = await search(query);
      expect(substitutions).toBeUndefined();
      expect(corrected).toBeUndefined();
    }
  });

  it("takes no word apart that has no end", async () => {
    for (const letters of ["한국어", "กขคง", "多少钱", "ひらがな", "aB", "İ", "straße"])
      expect((await search(letters.repeat(4_000).slice(0, 4_000))).substitutions).toBeUndefined();
  });

  it("takes synonyms both ways or one way, from the next question on, in every process", async () => {
    const other = test.makePassages();
    const found = async (query: string) =>
      (await other.search(test.scope, { agentId, query, limit: 5 })).passages.map(({ externalId }) => externalId);
    expect(await found("sofas")).toEqual([]);
    const made = await test.knowledge.synonyms.create(test.scope, agentId, {
      words: ["sofa"],
      meanings: ["couch"],
      direction: "both",
      language: null,
    });
    expect(await found("sofas")).toEqual(["shop"]);
    await test.knowledge.synonyms.create(test.scope, agentId, {
      words: ["borrow for a month"],
      meanings: ["lends books"],
      direction: "one-way",
      language: "en",
    });
    expect(await found("Can I borrow for a month?")).toEqual(["library"]);
    expect(await found("borrow something")).toEqual([]);
    await test.knowledge.synonyms.remove(test.scope, { agentId, id: made.id, revision: 1 });
    expect(await found("sofas")).toEqual([]);
    await other.stop();
  });

  it("searches some documents only: by language, tag and audience", async () => {
    const labelled = await test.makeAgent();
    await test.knowledge.documents.put(test.scope, labelled, [
      { externalId: "a", title: "", text: "Prices for everybody", language: "en-GB" },
      {
        externalId: "b",
        title: "",
        text: "Prices for dealers",
        language: "en",
        tags: ["price list"],
        audience: "dealers",
      },
      { externalId: "c", title: "", text: "Prices auf Deutsch", language: "de", tags: ["price list", "german"] },
    ]);
    const ids = async (filter: object) =>
      (await test.knowledge.search(test.scope, { agentId: labelled, query: "prices", limit: 9, filter })).passages
        .map(({ externalId }) => externalId)
        .toSorted();
    expect(await ids({})).toEqual(["a", "b", "c"]);
    expect(await ids({ languages: ["en"] })).toEqual(["a", "b"]);
    expect(await ids({ tags: ["german", "nothing"] })).toEqual(["c"]);
    expect(await ids({ tags: ["price list"], languages: ["en-US"] })).toEqual(["b"]);
    expect(await ids({ audience: "customers" })).toEqual(["a", "c"]);
    expect(await ids({ audience: "dealers" })).toEqual(["a", "b", "c"]);
    expect(await ids({ sources: ["src_01m7xf8f45pskese5n2x37mfqf"] })).toEqual([]);
  });

  it("tells why a document is not found", async () => {
    const documents = await test.knowledge.documents.list(test.scope, agentId, { limit: 10 });
    const id = documents.data.find(({ externalId }) => externalId === "shop")?.id ?? "";
    const missed = (query: string, filter?: object) =>
      test.knowledge.findMissed(test.scope, { agentId, query, documentId: id, filter });
    expect(await missed("delivery of books")).toMatchObject({ state: "found", held: ["delivery"], lacking: ["books"] });
    expect(await missed("museum")).toMatchObject({ state: "none", place: null, lacking: ["museum"] });
    expect(await missed("delivery", { languages: ["de"] })).toMatchObject({ state: "hidden" });
    await expect(
      test.knowledge.findMissed(test.scope, { agentId: await test.makeAgent(), query: "x", documentId: id }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
