import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIndexes } from "../indexes.ts";
import { describeDatabase } from "../../testing/index.ts";
import { analyse, analyseQuery } from "../analyse/analyse.ts";
import { findPassages } from "./find-passages.ts";
import { item, openPassages, type TestPassages } from "../passages.testing.ts";
import { countTerms } from "../documents/prepare-document.ts";

describeDatabase("search", () => {
  let test: TestPassages;
  beforeAll(async () => {
    test = await openPassages();
  });
  afterAll(() => test.close());

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
      agentId = await test.makeAgent();
      await test.knowledge.indexDocuments(
        test.scope,
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
      const { number } = await createIndexes({ db: test.db }).find(test.scope, agentId);
      const terms = analyseQuery(query, ["en"]);
      const { outcome } = await findPassages(test.db, test.scope, { index: number, terms, limit: 200 });
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
      const { number } = await createIndexes({ db: test.db }).find(test.scope, agentId);
      const terms = analyseQuery("library map", ["en"]);
      const exact = await findPassages(test.db, test.scope, { index: number, terms, limit: 200 });
      const { outcome } = await findPassages(test.db, test.scope, { index: number, terms, limit: 200, budget: 1 });
      const scores = new Map(exact.outcome.passages.map(({ chunk, score }) => [chunk, score.toFixed(9)]));
      const rarest = Math.min(...outcome.terms.map(({ passages }) => passages));
      expect(outcome.passages).toHaveLength(rarest);
      for (const { chunk, score } of outcome.passages) expect(score.toFixed(9)).toBe(scores.get(chunk));
    });

    it("finds the same best few whether it looks for few or for many", async () => {
      const { number } = await createIndexes({ db: test.db }).find(test.scope, agentId);
      for (const query of ["library map", "quiet group booking", "printer card loan", "room floor hours"]) {
        const terms = analyseQuery(query, ["en"]);
        const lookup = { index: number, terms, budget: 1 };
        const many = await findPassages(test.db, test.scope, { ...lookup, limit: 200 });
        const few = await findPassages(test.db, test.scope, { ...lookup, limit: 4 });
        expect(few.outcome.passages).toEqual(many.outcome.passages.slice(0, 4));
      }
    });

    it("takes what was counted before for as long as the index is as big as then", async () => {
      const { number } = await createIndexes({ db: test.db }).find(test.scope, agentId);
      const learnt: string[] = [];
      const find = async (size: string) => {
        const counts = {
          of: () => ({ size, terms: new Map([["printer", 77]]) }),
          learn: (_index: number, now: string) => void learnt.push(now),
        };
        return (await findPassages(test.db, test.scope, { index: number, terms: ["printer"], limit: 1, counts }))
          .outcome;
      };
      const counted = texts.filter((text, at) => at % 3 === 0 || text.includes("printer")).length;
      expect((await find("1/2")).terms).toEqual([{ term: "printer", passages: counted }]);
      expect((await find(learnt[0] ?? "")).terms).toEqual([{ term: "printer", passages: 77 }]);
    });

    it("says how common each term is", async () => {
      const { terms } = await test.knowledge.search(test.scope, {
        agentId,
        query: "printer nothingofthekind",
        limit: 1,
      });
      const expected = texts.filter((text, at) => at % 3 === 0 || text.includes("printer")).length;
      expect(terms).toEqual([
        { term: "nothingofthekind", passages: 0 },
        { term: "printer", passages: expected },
      ]);
    });

    it("prefers the passage where the words stand together", async () => {
      const other = await test.makeAgent();
      const filler = "Many other things are told here about the house and its people in plain words";
      await test.knowledge.indexDocuments(test.scope, other, [
        item("apart", `Student matters. ${filler}. ${filler}. Card games are played. ${filler}.`),
        item("together", `${filler}. ${filler}. The student card opens doors. ${filler}. Matters played. Games.`),
      ]);
      expect(await test.idsFound(other, "student card")).toEqual(["together", "apart"]);
    });

    it("answers nothing from an empty index", async () => {
      expect(
        await test.knowledge.search(test.scope, { agentId: await test.makeAgent(), query: "library", limit: 5 }),
      ).toMatchObject({
        passages: [],
        indexSize: 0,
      });
    });

    it("stops when asked to", async () => {
      await expect(
        test.knowledge.search(test.scope, { agentId, query: "library", limit: 5, signal: AbortSignal.abort() }),
      ).rejects.toMatchObject({ name: "AbortError" });
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
      const agentId = await test.makeAgent();
      const items = Object.entries(texts).map(([language, [text]]) => item(language, text, { language }));
      await test.knowledge.indexDocuments(test.scope, agentId, items);
      for (const [language, [, question]] of Object.entries(texts))
        expect((await test.idsFound(agentId, question, language))[0]).toBe(language);
      expect((await test.knowledge.indexSummary(test.scope, agentId)).languages.toSorted()).toEqual(
        Object.keys(texts).toSorted(),
      );
    });

    it("learns of a language that another process has brought in", async () => {
      const agentId = await test.makeAgent();
      await test.knowledge.indexDocuments(test.scope, agentId, [item("en", "The libraries open at nine.")]);
      expect(await test.idsFound(agentId, "libraries")).toEqual(["en"]);
      const elsewhere = test.makePassages();
      await elsewhere.indexDocuments(test.scope, agentId, [
        item("de", "Die Wohnungen sind geräumig.", { language: "de" }),
      ]);
      await elsewhere.stop();
      expect(await test.idsFound(agentId, "wohnung")).toEqual(["de"]);
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
