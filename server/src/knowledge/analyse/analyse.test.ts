import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, analyseQuery, analyseTitle, TERM_LIMIT } from "./analyse.ts";

const sharesTerm = (one: string, other: string, language: string) => {
  const terms = new Set(analyse(one, language));
  return analyse(other, language).some((term) => terms.has(term));
};

describe("analyse", () => {
  it.each([
    ["en", "libraries", "library"],
    ["en", "booking a room", "booked rooms"],
    ["de", "Öffnungszeiten", "öffnungszeit"],
    ["de", "Straße", "Strasse"],
    ["de", "Muenchen", "München"],
    ["fr", "l'université", "universites"],
    ["fr", "bibliothèques", "bibliothèque"],
    ["es", "habitaciones", "habitación"],
    ["it", "dell'università", "università"],
    ["pt", "informações", "informação"],
    ["nl", "boeken", "boek"],
    ["sv", "böckerna", "böcker"],
    ["ro", "bibliotecii", "biblioteca"],
    ["ro", "şcoală", "școală"],
    ["hi", "कैम्ब्रिज", "कैंब्रिज"],
    ["hi", "डॉक्टर", "डोक्टर"],
    ["hi", "गाँव", "गांव"],
    ["hi", "पुस्तकालयों", "पुस्तकालय"],
    ["vi", "hoà bình", "hòa"],
    ["vi", "uỷ ban", "ủy"],
    ["ru", "библиотеки", "библиотека"],
    ["ru", "приём", "прием"],
    ["uk", "бібліотеки", "бібліотека"],
    ["tr", "İSTANBUL", "istanbul"],
    ["tr", "IŞIK", "ışık"],
    ["el", "ΒΙΒΛΙΟΘΉΚΗΣ", "βιβλιοθήκη"],
    ["el", "λόγος", "ΛΟΓΟΣ"],
    ["ar", "الْكِتَابُ", "كتاب"],
    ["ar", "والكتاب", "كتاب"],
    ["he", "הַסֵּפֶר", "הספר"],
    ["hi", "किताबें", "किताबों"],
    ["th", "ห้องสมุดเปิดทุกวัน", "ห้องสมุด"],
    ["zh", "图书馆开放时间", "图书馆"],
    ["zh", "ＡＢＣ大学", "abc"],
    ["ja", "図書館は九時に開きます", "図書館"],
    ["ko", "도서관에서", "도서관"],
    ["vi", "Thư viện", "thư"],
    ["km", "សៀវភៅ", "សៀវភៅ"],
    ["my", "စာကြည့်တိုက်", "စာကြည့်တိုက်"],
    ["xx", "Unknown-language words", "words"],
  ])("%s: %s is found by %s", (language, text, query) => {
    expect(sharesTerm(text, query, language)).toBe(true);
  });

  it("keeps Vietnamese tones apart", () => {
    expect(sharesTerm("bán hàng", "bàn", "vi")).toBe(false);
  });

  it.each([
    ["2.59.0", "2.59.0"],
    ["room LL1-22", "ll1-22"],
    ["room LL1-22", "LL1"],
    ["export_to_markdown()", "export markdown"],
    ["exportToMarkdown", "export_to_markdown"],
    ["PDFReader", "reader"],
    ["We write C++ and C#.", "c++"],
    ["We write C++ and C#.", "C#"],
    ["write to info@parley.example", "info@parley.example"],
    ["write to info@parley.example", "parley"],
    ["7,000,000 people", "7000000"],
    ["7.000.000 people", "7000000"],
    ["16GB of memory", "16 GB"],
    ["e-mail", "email"],
    ["2026-01-31", "2026/01/31"],
    ["see https://parley.example/docs/start", "docs"],
  ])("finds %s by %s", (text, query) => {
    expect(sharesTerm(text, query, "en")).toBe(true);
  });

  it("does not take C++ for C#", () => {
    expect(analyse("C++", "en")).toContain("c++");
    expect(analyse("C#", "en")).not.toContain("c++");
  });

  it("drops stop words from running text and keeps them in titles", () => {
    expect(analyse("Who are we?", "en")).toEqual([]);
    expect(analyseTitle("Who we are", "en")).toEqual(["who", "we", "ar"]);
  });

  it("analyses a question in each language of the index", () => {
    expect(analyseQuery("university Universitäten", ["en", "de"])).toEqual(
      expect.arrayContaining(["univers", "universitat"]),
    );
  });

  it.each([
    ["تأسست عام ١٩٩٨", "1998", "ar"],
    ["स्थापना १९९८ में", "1998", "hi"],
    ["เปิด ๙.๓๐ น.", "9.30", "th"],
    ["سال ۱۳۷۷", "1377", "fa"],
    ["opened in 1998", "١٩٩٨", "ar"],
  ])("finds %s by %s, whichever digits are written", (text, query, language) => {
    expect(sharesTerm(text, query, language)).toBe(true);
  });

  it("asks in Chinese with the words of a question, not with what happens to stand between two of them", () => {
    const terms = analyseQuery("有多少不同种类的栉水母？", ["zh"]);
    expect(terms).toEqual(expect.arrayContaining(["不同", "种类", "栉水", "水母"]));
    for (const silent of ["有多", "多少", "少不", "类的", "的栉"]) expect(terms).not.toContain(silent);
  });

  it.each(["什么", "的", "営業時間は何時ですか", "你好", "한국"])("asks with something for %s", (text) => {
    expect(analyseQuery(text, ["zh", "en"]).length).toBeGreaterThan(0);
  });

  it("asks with the stop words when there is nothing else", () => {
    expect(analyseQuery("who are you", ["en"])).toEqual(["who", "ar", "you"]);
  });

  it("gives terms that the database takes, whatever the text", () => {
    const language = fc.constantFrom("en", "de", "tr", "th", "zh", "ar", "he", "vi", "ko", "el", "nonsense", "");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), language, (text, code) => {
        for (const term of analyse(text.toWellFormed(), code)) {
          expect(term.length).toBeGreaterThan(0);
          expect(term.length).toBeLessThanOrEqual(TERM_LIMIT);
          expect(term.isWellFormed()).toBe(true);
          expect(term).not.toContain("\0");
        }
      }),
    );
  });

  it("gives every term of a document to a question with the same words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zäöüßA-Z0-9_.-]{1,12}$/), { minLength: 1, maxLength: 8 }),
        (words) => {
          const text = words.join(" ");
          const asked = new Set(analyseQuery(text, ["de"]));
          for (const term of analyse(text, "de")) expect(asked.has(term)).toBe(true);
        },
      ),
    );
  });

  it("takes a megabyte without a space in good time", () => {
    expect(analyse("x".repeat(1_000_000), "en")).toEqual(["x".repeat(TERM_LIMIT)]);
    expect(analyse("b-".repeat(300_000), "en").length).toBeGreaterThan(0);
  });
});
