import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "@parley/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "../platform/index.ts";
import { createTestClock, describeDatabase, makeOrganization } from "../testing/index.ts";
import { createIndexes } from "./indexes.ts";
import { inOrder, item, openPassages, type TestPassages } from "./passages.testing.ts";

const naughtyFile = join(process.env["PARLEY_TEST_DATA"] ?? "../shared", "data/abuse/blns.jsonl");
const naughtyStrings: string[] = existsSync(naughtyFile)
  ? readFileSync(naughtyFile, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => String(JSON.parse(line).text))
  : [];
if (naughtyStrings.length === 0)
  process.stdout.write("Skipped: no list of naughty strings. Set PARLEY_TEST_DATA to test with it.\n");

describeDatabase("passages", () => {
  let test: TestPassages;
  beforeAll(async () => {
    test = await openPassages();
  });
  afterAll(() => test.close());

  describe("storing", () => {
    it("writes nothing for what is unchanged", async () => {
      const agentId = await test.makeAgent();
      const first = await test.knowledge.indexDocuments(test.scope, agentId, [
        item("a", "The library opens at nine."),
        item("b", "It closes at five."),
      ]);
      const told = await test.count("select count(*) from events");
      const second = await test.knowledge.indexDocuments(test.scope, agentId, [
        item("a", "The library opens at nine."),
        item("b", "It closes at five."),
      ]);
      expect(second).toEqual(first.map((result) => ({ ...result, changed: false })));
      expect(await test.count("select count(*) from events")).toBe(told);
    });

    it("replaces a document with its passages and tells of it", async () => {
      const agentId = await test.makeAgent();
      const [first] = await test.knowledge.indexDocuments(test.scope, agentId, [
        item("a", "Zebras are striped.", { title: "Zebra" }),
      ]);
      const [second] = await test.knowledge.indexDocuments(test.scope, agentId, [
        item("a", "Giraffes are tall.", { title: "Giraffe" }),
      ]);
      expect(second?.documentId).toBe(first?.documentId);
      expect(await test.idsFound(agentId, "zebra")).toEqual([]);
      expect(await test.idsFound(agentId, "giraffe")).toEqual(["a"]);
      expect(await test.disorder()).toEqual(inOrder);
      const [told] = await test.db.batch(test.scope, [
        { text: "select data from events where data->>'agentId' = $1", values: [agentId] },
      ]);
      const documentId = first?.documentId;
      expect(told?.map(({ data }) => data)).toEqual([
        { agentId, documentIds: [documentId], versions: [] },
        { agentId, documentIds: [documentId], versions: [{ documentId, from: 1, to: 2 }] },
      ]);
    });

    it("finds a document by its own id too, and takes an id that is new", async () => {
      const agentId = await test.makeAgent();
      const documentId = newId("document");
      await test.knowledge.indexDocuments(test.scope, agentId, [item("x", "Old words.", { documentId })]);
      const [result] = await test.knowledge.indexDocuments(test.scope, agentId, [
        item("x", "Fresh words.", { documentId }),
      ]);
      expect(result).toMatchObject({ documentId, changed: true });
      expect((await test.knowledge.indexSummary(test.scope, agentId)).documents).toBe(1);
    });

    it("leaves nothing behind when documents go", async () => {
      const agentId = await test.makeAgent();
      const stored = await test.knowledge.indexDocuments(
        test.scope,
        agentId,
        Array.from({ length: 130 }, (_, at) => item(`d${at}`, `Document ${at} tells of wombats.`)),
      );
      await test.knowledge.removeDocuments(
        test.scope,
        stored.slice(0, 129).map(({ documentId }) => documentId),
      );
      expect(await test.idsFound(agentId, "wombats")).toEqual(["d129"]);
      expect(await test.knowledge.indexSummary(test.scope, agentId)).toEqual({
        documents: 1,
        passages: 1,
        languages: ["en"],
        reading: false,
      });
      expect(await test.disorder()).toEqual(inOrder);
    });

    it("deletes postings of an older analysis too", async () => {
      const agentId = await test.makeAgent();
      const [stored] = await test.knowledge.indexDocuments(test.scope, agentId, [item("old", "Walruses wander.")]);
      await test.db.batch(SYSTEM, [
        { text: "update knowledge_chunks set analysis = 'old' where document_id = $1", values: [stored?.documentId] },
        { text: "update knowledge_postings set term = 'formerly' where term = 'walrus'", values: [] },
      ]);
      await test.knowledge.indexDocuments(test.scope, agentId, [item("old", "Walruses wonder.")]);
      expect(await test.disorder()).toEqual(inOrder);
      expect(await test.count("select count(*) from knowledge_postings where term = 'formerly'")).toBe(0);
    });

    it("lets two writers work on one agent at once", async () => {
      const agentId = await test.makeAgent();
      const writer = (name: string, at: number) =>
        test.knowledge.indexDocuments(test.scope, agentId, [
          item(`shared-${at}`, `Otters ${name} ${at}.`),
          item(`${name}-${at}`, `Otters of ${name} alone.`),
        ]);
      const rounds = Array.from({ length: 8 }, (_, at) => at);
      await Promise.all(rounds.flatMap((at) => [writer("one", at), writer("two", at)]));
      expect((await test.knowledge.indexSummary(test.scope, agentId)).documents).toBe(24);
      expect(new Set(await test.idsFound(agentId, "otters")).size).toBe(24);
      expect(await test.disorder()).toEqual(inOrder);
    });

    it("adds statistics up when there are many rows of them", async () => {
      const agentId = await test.makeAgent();
      for (let at = 0; at < 60; at += 1)
        await test.knowledge.indexDocuments(test.scope, agentId, [item("same", `Text ${at} about lemurs.`)]);
      const { number } = await createIndexes({ db: test.db }).find(test.scope, agentId);
      expect(
        await test.count(`select count(*) from knowledge_index_statistics where index_number = ${number}`),
      ).toBeLessThan(50);
      expect(await test.disorder()).toEqual(inOrder);
    });

    it.skipIf(naughtyStrings.length === 0)(
      "takes the big list of naughty strings, as text and as questions",
      async () => {
        const agentId = await test.makeAgent();
        const items = naughtyStrings.map((text, at) =>
          item(`naughty ${at} ${text}`.slice(0, 400), text, { title: text.slice(0, 300) }),
        );
        const stored = await test.knowledge.indexDocuments(test.scope, agentId, items);
        expect(stored).toHaveLength(naughtyStrings.length);
        for (const query of naughtyStrings) {
          const { indexSize, passages } = await test.knowledge.search(test.scope, { agentId, query, limit: 3 });
          expect(indexSize).toBeGreaterThan(0);
          expect(passages.length).toBeLessThanOrEqual(3);
        }
        await test.knowledge.removeDocuments(
          test.scope,
          stored.map(({ documentId }) => documentId),
        );
        expect(await test.disorder()).toEqual(inOrder);
      },
    );

    it.each([
      ["control characters and NUL", "Badgers\u0000 and \u0007bells\u001b[31m"],
      ["halves of surrogate pairs", "Badgers \ud800 and \udc00 bells"],
      ["right-to-left overrides", "Badgers \u202egnitirw\u202c"],
      ["a megabyte without a space", `Badgers ${"x".repeat(1_000_000)}`],
      ["one very long table row", `| Badgers | ${"cell | ".repeat(5_000)}`],
      ["emoji and marks upon marks", `Badgers 👨‍👩‍👧‍👦 Z${"\u0301".repeat(500)}`],
      ["nothing but a title", ""],
      ["quotes and backslashes", `Badgers "quoted" \\{}, 'single' \\N NULL`],
    ])("takes %s", async (_name, content) => {
      const agentId = await test.makeAgent();
      const [result] = await test.knowledge.indexDocuments(test.scope, agentId, [
        item("hostile \u0000 id", content, { title: "Odd\u0000 title \ud83d" }),
      ]);
      expect(await test.idsFound(agentId, "badgers \u0000 \ud800")).toHaveLength(content === "" ? 0 : 1);
      await test.knowledge.removeDocuments(test.scope, [result?.documentId ?? ""]);
      expect(await test.disorder()).toEqual(inOrder);
    });
  });

  describe("organizations", () => {
    it("do not see each other's knowledge", async () => {
      const agentId = await test.makeAgent();
      const [stored] = await test.knowledge.indexDocuments(test.scope, agentId, [
        item("secret", "Pangolins are our secret."),
      ]);
      const stranger = await makeOrganization(test.db);
      const notFound = expect.objectContaining({ code: "not_found" });
      await expect(test.knowledge.search(stranger, { agentId, query: "pangolins", limit: 5 })).rejects.toEqual(
        notFound,
      );
      await expect(test.knowledge.indexDocuments(stranger, agentId, [item("secret", "Mine now.")])).rejects.toEqual(
        notFound,
      );
      await expect(test.knowledge.documents.list(stranger, agentId, { limit: 5 })).rejects.toEqual(notFound);
      await expect(test.knowledge.documents.remove(stranger, agentId, stored?.documentId ?? "")).rejects.toEqual(
        notFound,
      );
      await test.knowledge.removeDocuments(stranger, [stored?.documentId ?? ""]);
      expect(await test.knowledge.indexSummary(stranger, agentId)).toMatchObject({ documents: 0, passages: 0 });
      expect(await test.idsFound(agentId, "pangolins")).toEqual(["secret"]);
    });

    it("are kept apart by the database itself", async () => {
      const stranger = await makeOrganization(test.db);
      for (const table of ["indexes", "documents", "chunks", "postings", "index_statistics"]) {
        const [rows] = await test.db.batch(stranger, [
          { text: `select 1 from knowledge_${table} limit 1`, values: [] },
        ]);
        expect(rows).toEqual([]);
      }
    });

    it("keep agents of one organization apart too", async () => {
      const [one, two] = [await test.makeAgent(), await test.makeAgent()];
      const [stored] = await test.knowledge.indexDocuments(test.scope, one, [item("a", "Quokkas smile.")]);
      expect(await test.idsFound(two, "quokkas")).toEqual([]);
      await expect(test.knowledge.documents.get(test.scope, two, stored?.documentId ?? "")).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(
        test.knowledge.indexDocuments(test.scope, two, [
          item("a", "Taken over.", { documentId: stored?.documentId ?? "" }),
        ]),
      ).rejects.toMatchObject({ code: "not_found" });
    });
  });

  it("vacuums when writing has come to rest", async () => {
    const agentId = await test.makeAgent();
    const vacuumed: string[][] = [];
    const clock = createTestClock();
    const watched = { ...test.db, vacuum: async (tables: readonly string[]) => void vacuumed.push([...tables]) };
    const other = test.makePassages(watched, clock);
    await clock.advance(60_000);
    expect(vacuumed).toEqual([]);
    await other.indexDocuments(test.scope, agentId, [item("a", "Axolotls regrow their limbs.")]);
    await clock.advance(10_000);
    expect(vacuumed).toEqual([expect.arrayContaining(["knowledge_postings"])]);
    await clock.advance(60_000);
    expect(vacuumed).toHaveLength(1);
    await other.stop();
  });

  it("lists documents in pages", async () => {
    const agentId = await test.makeAgent();
    const inputs = Array.from({ length: 7 }, (_, at) => ({
      externalId: `e${at}`,
      title: `Title ${at}`,
      text: `This is the text of the document number ${at}.`,
    }));
    const stored = await test.knowledge.documents.put(test.scope, agentId, inputs);
    expect(stored.map(({ externalId, language, passages }) => ({ externalId, language, passages }))).toEqual(
      inputs.map(({ externalId }) => ({ externalId, language: "en", passages: 1 })),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.knowledge.documents.list(test.scope, agentId, { limit: 3, cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(stored.map(({ id }) => id).toSorted());
    await expect(
      test.knowledge.documents.list(test.scope, agentId, { limit: 3, cursor: "no\u0000" }),
    ).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});
