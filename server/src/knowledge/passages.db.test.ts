import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@parley/contracts";
import { createClock, createEvents, createLog, SYSTEM, type Events, type Scope } from "../platform/index.ts";
import {
  createTestClock,
  describeDatabase,
  makeOrganization,
  openTestDatabase,
  type TestDatabase,
} from "../testing/index.ts";
import { analyse, analyseQuery } from "./analyse/analyse.ts";
import { createPassages, type Passages } from "./create-passages.ts";
import { findPassages } from "./find-passages.ts";
import type { DocumentItem } from "./index-documents.ts";
import { createIndexes } from "./indexes.ts";
import { countTerms } from "./prepare-document.ts";

const item = (externalId: string, content: string, more: Partial<DocumentItem> = {}): DocumentItem => ({
  sourceId: null,
  externalId,
  url: null,
  title: "",
  language: "en",
  content,
  contentHash: createHash("sha256").update(content).digest("hex"),
  ...more,
});

describeDatabase("passages", () => {
  let test: TestDatabase;
  let events: Events;
  let knowledge: Passages;
  let scope: Scope;

  beforeAll(async () => {
    test = await openTestDatabase();
    scope = await makeOrganization(test.db);
    events = createEvents({ db: test.db, clock: createTestClock() });
    knowledge = createPassages({
      db: test.db,
      events,
      clock: createTestClock(),
      log: createLog({ level: "silent", pretty: false }),
    });
  });
  afterAll(async () => {
    await knowledge.stop();
    await events.stop();
    await test.close();
  });

  const makeAgent = async (owner = scope): Promise<string> => {
    const agentId = newId("agent");
    await test.db.transaction(owner, (tx) => knowledge.openIndex(tx, owner, agentId));
    return agentId;
  };
  const idsFound = async (agentId: string, query: string, language?: string): Promise<(string | null)[]> =>
    (await knowledge.search(scope, { agentId, query, limit: 50, language })).passages.map(
      ({ externalId }) => externalId,
    );
  const count = async (text: string): Promise<number> => {
    const [[row] = []] = await test.db.batch(SYSTEM, [{ text, values: [] }]);
    return Number(row?.["count"]);
  };
  /** Postings without a passage, passages without their postings, and statistics that say otherwise than the passages. */
  const disorder = async () => ({
    orphans: await count(`select count(*) from knowledge_postings p where not exists
      (select 1 from knowledge_chunks c where c.organization = p.organization and c.number = p.chunk and c.index_number = p.index_number)`),
    missing: await count(`select count(*) from knowledge_chunks c where tokens > 0 and not exists
      (select 1 from knowledge_postings p where p.organization = c.organization and p.index_number = c.index_number and p.chunk = c.number)`),
    wrong: await count(`select count(*) from
      (select index_number, language, sum(chunks) as chunks, sum(tokens) as tokens from knowledge_index_statistics group by 1, 2) s
      full join (select index_number, language, count(*) as chunks, sum(tokens) as tokens from knowledge_chunks group by 1, 2) c
      using (index_number, language)
      where coalesce(s.chunks, 0) <> coalesce(c.chunks, 0) or coalesce(s.tokens, 0) <> coalesce(c.tokens, 0)`),
  });
  const inOrder = { orphans: 0, missing: 0, wrong: 0 };

  describe("ranking", () => {
    const words = "library room opening hours printer card student loan renew fine floor quiet group booking map".split(
      " ",
    );
    const random = seeded(7);
    const texts = Array.from({ length: 120 }, () =>
      Array.from(
        { length: 5 + Math.floor(random() * 60) },
        () => words[Math.floor(random() ** 2 * words.length)] ?? "",
      ).join(" "),
    );
    let agentId: string;
    beforeAll(async () => {
      agentId = await makeAgent();
      await knowledge.indexDocuments(
        scope,
        agentId,
        texts.map((text, at) => item(String(at), text, { title: at % 3 === 0 ? "Printer help" : "" })),
      );
    });

    it.each([
      "library hours",
      "quiet group booking",
      "map",
      "printer card loan",
      "where is the printer",
      "nothingofthekind",
    ])("of %j is exact BM25", async (query) => {
      const { number } = await createIndexes({ db: test.db }).find(scope, agentId);
      const terms = analyseQuery(query, ["en"]);
      const { outcome } = await findPassages(test.db, scope, { index: number, terms, limit: 200 });
      const expected = exactBm25(
        texts.map((text, at) => ({ text, title: at % 3 === 0 ? "Printer help" : "" })),
        terms,
      );
      // Sums of floating point numbers may differ in their last digit with the order of the terms.
      const found = outcome.passages.map(({ externalId, score }) => ({
        at: Number(externalId),
        score: score.toFixed(9),
      }));
      const inTies = (results: { at: number; score: string }[]) =>
        results.toSorted((a, b) => Number(b.score) - Number(a.score) || a.at - b.at);
      expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => score.toFixed(9)));
      expect(inTies(found)).toEqual(inTies(expected.map(({ at, score }) => ({ at, score: score.toFixed(9) }))));
      expect(outcome.indexSize).toBe(texts.length);
    });

    it("keeps within its budget of postings and still scores with every term", async () => {
      const { number } = await createIndexes({ db: test.db }).find(scope, agentId);
      const terms = analyseQuery("library map", ["en"]);
      const exact = await findPassages(test.db, scope, { index: number, terms, limit: 200 });
      const { outcome } = await findPassages(test.db, scope, { index: number, terms, limit: 200, budget: 1 });
      const scores = new Map(exact.outcome.passages.map(({ chunk, score }) => [chunk, score.toFixed(9)]));
      const rarest = Math.min(...outcome.terms.map(({ passages }) => passages));
      expect(outcome.passages).toHaveLength(rarest);
      for (const { chunk, score } of outcome.passages) expect(score.toFixed(9)).toBe(scores.get(chunk));
    });

    it("says how common each term is", async () => {
      const { terms } = await knowledge.search(scope, { agentId, query: "printer nothingofthekind", limit: 1 });
      const expected = texts.filter((text, at) => at % 3 === 0 || text.includes("printer")).length;
      expect(terms).toEqual([
        { term: "nothingofthekind", passages: 0 },
        { term: "printer", passages: expected },
      ]);
    });

    it("prefers the passage where the words stand together", async () => {
      const other = await makeAgent();
      const filler = "Many other things are told here about the house and its people in plain words";
      await knowledge.indexDocuments(scope, other, [
        item("apart", `Student matters. ${filler}. ${filler}. Card games are played. ${filler}.`),
        item("together", `${filler}. ${filler}. The student card opens doors. ${filler}. Matters played. Games.`),
      ]);
      expect(await idsFound(other, "student card")).toEqual(["together", "apart"]);
    });

    it("answers nothing from an empty index", async () => {
      expect(await knowledge.search(scope, { agentId: await makeAgent(), query: "library", limit: 5 })).toMatchObject({
        passages: [],
        indexSize: 0,
      });
    });

    it("stops when asked to", async () => {
      await expect(
        knowledge.search(scope, { agentId, query: "library", limit: 5, signal: AbortSignal.abort() }),
      ).rejects.toThrow();
    });
  });

  describe("storing", () => {
    it("writes nothing for what is unchanged", async () => {
      const agentId = await makeAgent();
      const first = await knowledge.indexDocuments(scope, agentId, [
        item("a", "The library opens at nine."),
        item("b", "It closes at five."),
      ]);
      const told = await count("select count(*) from events");
      const second = await knowledge.indexDocuments(scope, agentId, [
        item("a", "The library opens at nine."),
        item("b", "It closes at five."),
      ]);
      expect(second).toEqual(first.map((result) => ({ ...result, changed: false })));
      expect(await count("select count(*) from events")).toBe(told);
    });

    it("replaces a document with its passages and tells of it", async () => {
      const agentId = await makeAgent();
      const [first] = await knowledge.indexDocuments(scope, agentId, [
        item("a", "Zebras are striped.", { title: "Zebra" }),
      ]);
      const [second] = await knowledge.indexDocuments(scope, agentId, [
        item("a", "Giraffes are tall.", { title: "Giraffe" }),
      ]);
      expect(second?.documentId).toBe(first?.documentId);
      expect(await idsFound(agentId, "zebra")).toEqual([]);
      expect(await idsFound(agentId, "giraffe")).toEqual(["a"]);
      expect(await disorder()).toEqual(inOrder);
      const [told] = await test.db.batch(scope, [
        { text: "select data from events where data->>'agentId' = $1", values: [agentId] },
      ]);
      expect(told?.map(({ data }) => data)).toEqual(
        Array.from({ length: 2 }, () => ({ agentId, documentIds: [first?.documentId] })),
      );
    });

    it("finds a document by its own id too, and takes an id that is new", async () => {
      const agentId = await makeAgent();
      const documentId = newId("document");
      await knowledge.indexDocuments(scope, agentId, [item("x", "Old words.", { documentId })]);
      const [result] = await knowledge.indexDocuments(scope, agentId, [item("x", "Fresh words.", { documentId })]);
      expect(result).toMatchObject({ documentId, changed: true });
      expect((await knowledge.indexSummary(scope, agentId)).documents).toBe(1);
    });

    it("leaves nothing behind when documents go", async () => {
      const agentId = await makeAgent();
      const stored = await knowledge.indexDocuments(
        scope,
        agentId,
        Array.from({ length: 130 }, (_, at) => item(`d${at}`, `Document ${at} tells of wombats.`)),
      );
      await knowledge.removeDocuments(
        scope,
        stored.slice(0, 129).map(({ documentId }) => documentId),
      );
      expect(await idsFound(agentId, "wombats")).toEqual(["d129"]);
      expect(await knowledge.indexSummary(scope, agentId)).toEqual({
        documents: 1,
        passages: 1,
        languages: ["en"],
        reading: false,
      });
      expect(await disorder()).toEqual(inOrder);
    });

    it("deletes postings of an older analysis too", async () => {
      const agentId = await makeAgent();
      const [stored] = await knowledge.indexDocuments(scope, agentId, [item("old", "Walruses wander.")]);
      await test.db.batch(SYSTEM, [
        { text: "update knowledge_chunks set analysis = 'old' where document_id = $1", values: [stored?.documentId] },
        { text: "update knowledge_postings set term = 'formerly' where term = 'walrus'", values: [] },
      ]);
      await knowledge.indexDocuments(scope, agentId, [item("old", "Walruses wonder.")]);
      expect(await disorder()).toEqual(inOrder);
      expect(await count("select count(*) from knowledge_postings where term = 'formerly'")).toBe(0);
    });

    it("lets two writers work on one agent at once", async () => {
      const agentId = await makeAgent();
      const writer = (name: string, at: number) =>
        knowledge.indexDocuments(scope, agentId, [
          item(`shared-${at}`, `Otters ${name} ${at}.`),
          item(`${name}-${at}`, `Otters of ${name} alone.`),
        ]);
      const rounds = Array.from({ length: 8 }, (_, at) => at);
      await Promise.all(rounds.flatMap((at) => [writer("one", at), writer("two", at)]));
      expect((await knowledge.indexSummary(scope, agentId)).documents).toBe(24);
      expect(new Set(await idsFound(agentId, "otters")).size).toBe(24);
      expect(await disorder()).toEqual(inOrder);
    });

    it("adds statistics up when there are many rows of them", async () => {
      const agentId = await makeAgent();
      for (let at = 0; at < 60; at += 1)
        await knowledge.indexDocuments(scope, agentId, [item("same", `Text ${at} about lemurs.`)]);
      const { number } = await createIndexes({ db: test.db }).find(scope, agentId);
      expect(
        await count(`select count(*) from knowledge_index_statistics where index_number = ${number}`),
      ).toBeLessThan(50);
      expect(await disorder()).toEqual(inOrder);
    });

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
      const agentId = await makeAgent();
      const [result] = await knowledge.indexDocuments(scope, agentId, [
        item("hostile \u0000 id", content, { title: "Odd\u0000 title \ud83d" }),
      ]);
      expect(await idsFound(agentId, "badgers \u0000 \ud800")).toHaveLength(content === "" ? 0 : 1);
      await knowledge.removeDocuments(scope, [result?.documentId ?? ""]);
      expect(await disorder()).toEqual(inOrder);
    });
  });

  describe("languages", () => {
    const texts: Record<string, [text: string, question: string]> = {
      ar: ["تفتح المكتبة أبوابها كل يوم في الساعة التاسعة", "متى تفتح مكتبة"],
      de: ["Die Bibliothek hat täglich geöffnet, die Öffnungszeiten hängen aus.", "öffnungszeit bibliotheken"],
      el: ["Η βιβλιοθήκη ανοίγει κάθε μέρα στις εννέα.", "βιβλιοθηκης"],
      en: ["The libraries open at nine every day.", "library"],
      es: ["Las bibliotecas abren todos los días a las nueve.", "biblioteca abre"],
      fr: ["Les bibliothèques ouvrent tous les jours à neuf heures.", "bibliotheque"],
      hi: ["पुस्तकालय में किताबें हर दिन मिलती हैं।", "किताबों"],
      ja: ["図書館は毎日九時に開館します。", "図書館"],
      ko: ["도서관은 매일 아홉 시에 문을 엽니다.", "도서관"],
      ro: ["Bibliotecile se deschid zilnic la ora nouă.", "biblioteca"],
      ru: ["Библиотеки открываются каждый день в девять.", "библиотека"],
      th: ["ห้องสมุดเปิดทุกวันเวลาเก้าโมง", "ห้องสมุด"],
      tr: ["Kütüphaneler her gün saat dokuzda açılır.", "kütüphane"],
      vi: ["Thư viện mở cửa hằng ngày lúc chín giờ.", "thư viện"],
      zh: ["图书馆每天九点开放。", "图书馆"],
    };

    it("finds each in an index that holds them all", async () => {
      const agentId = await makeAgent();
      const items = Object.entries(texts).map(([language, [text]]) => item(language, text, { language }));
      await knowledge.indexDocuments(scope, agentId, items);
      for (const [language, [, question]] of Object.entries(texts))
        expect((await idsFound(agentId, question, language))[0]).toBe(language);
      expect((await knowledge.indexSummary(scope, agentId)).languages.toSorted()).toEqual(
        Object.keys(texts).toSorted(),
      );
    });

    it("learns of a language that another process has brought in", async () => {
      const agentId = await makeAgent();
      await knowledge.indexDocuments(scope, agentId, [item("en", "The libraries open at nine.")]);
      expect(await idsFound(agentId, "libraries")).toEqual(["en"]);
      const elsewhere = createPassages({
        db: test.db,
        events,
        clock: createClock(),
        log: createLog({ level: "silent", pretty: false }),
      });
      await elsewhere.indexDocuments(scope, agentId, [item("de", "Die Wohnungen sind geräumig.", { language: "de" })]);
      await elsewhere.stop();
      expect(await idsFound(agentId, "wohnung")).toEqual(["de"]);
    });
  });

  describe("organizations", () => {
    it("do not see each other's knowledge", async () => {
      const agentId = await makeAgent();
      const [stored] = await knowledge.indexDocuments(scope, agentId, [item("secret", "Pangolins are our secret.")]);
      const stranger = await makeOrganization(test.db);
      const notFound = expect.objectContaining({ code: "not_found" });
      await expect(knowledge.search(stranger, { agentId, query: "pangolins", limit: 5 })).rejects.toEqual(notFound);
      await expect(knowledge.indexDocuments(stranger, agentId, [item("secret", "Mine now.")])).rejects.toEqual(
        notFound,
      );
      await expect(knowledge.documents.list(stranger, agentId, { limit: 5 })).rejects.toEqual(notFound);
      await expect(knowledge.documents.remove(stranger, agentId, stored?.documentId ?? "")).rejects.toEqual(notFound);
      await knowledge.removeDocuments(stranger, [stored?.documentId ?? ""]);
      expect(await knowledge.indexSummary(stranger, agentId)).toMatchObject({ documents: 0, passages: 0 });
      expect(await idsFound(agentId, "pangolins")).toEqual(["secret"]);
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
      const [one, two] = [await makeAgent(), await makeAgent()];
      const [stored] = await knowledge.indexDocuments(scope, one, [item("a", "Quokkas smile.")]);
      expect(await idsFound(two, "quokkas")).toEqual([]);
      await expect(knowledge.documents.get(scope, two, stored?.documentId ?? "")).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(
        knowledge.indexDocuments(scope, two, [item("a", "Taken over.", { documentId: stored?.documentId ?? "" })]),
      ).rejects.toMatchObject({ code: "not_found" });
    });
  });

  it("lists documents in pages", async () => {
    const agentId = await makeAgent();
    const inputs = Array.from({ length: 7 }, (_, at) => ({
      externalId: `e${at}`,
      title: `Title ${at}`,
      text: `This is the text of the document number ${at}.`,
    }));
    const stored = await knowledge.documents.put(scope, agentId, inputs);
    expect(stored.map(({ externalId, language, passages }) => ({ externalId, language, passages }))).toEqual(
      inputs.map(({ externalId }) => ({ externalId, language: "en", passages: 1 })),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await knowledge.documents.list(scope, agentId, { limit: 3, cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(stored.map(({ id }) => id).toSorted());
    await expect(knowledge.documents.list(scope, agentId, { limit: 3, cursor: "no\u0000" })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

/** BM25 by the book, over the same terms. */
function exactBm25(
  documents: readonly { text: string; title: string }[],
  query: readonly string[],
): { at: number; score: number }[] {
  const counted = documents.map(({ text, title }) => ({
    length: analyse(text, "en").length,
    terms: countTerms({ title, headings: [], text, language: "en" }).terms,
  }));
  const average = counted.reduce((sum, { length }) => sum + length, 0) / counted.length;
  const score = ({ length, terms }: (typeof counted)[number]) =>
    query.reduce((sum, term) => {
      const df = counted.filter((other) => other.terms.has(term)).length;
      const tf = terms.get(term) ?? 0;
      return (
        sum +
        (Math.log(1 + (counted.length - df + 0.5) / (df + 0.5)) * tf * 2.2) /
          (tf + 1.2 * (0.25 + (0.75 * length) / average))
      );
    }, 0);
  return counted
    .map((document, at) => ({ at, score: score(document) }))
    .filter((result) => result.score > 0)
    .sort((one, other) => (Math.abs(one.score - other.score) < 1e-12 ? one.at - other.at : other.score - one.score));
}

/** Numbers from 0 to 1 that are the same on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
