import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "./language.ts";

const data = join(
  process.env["PARLEY_TEST_DATA"] ?? join(import.meta.dirname, "../../../../shared"),
  "data/langid/lingua_test.jsonl",
);
if (!existsSync(data)) console.warn("Skipped: the sentences in many languages are not there (PARLEY_TEST_DATA).");

describe("the language of a text", () => {
  it.each([
    ["en", "The workshop opens at half past eight and closes at six in the evening."],
    ["de", "Die Werkstatt öffnet um halb neun und schließt um sechs Uhr abends."],
    ["fr", "L’atelier ouvre à huit heures et demie et ferme à dix-huit heures."],
    ["es", "El taller abre a las ocho y media y cierra a las seis de la tarde."],
    ["pl", "Warsztat otwiera się o wpół do dziewiątej i zamyka o szóstej wieczorem."],
    ["ru", "Мастерская открывается в половине девятого и закрывается в шесть вечера."],
    ["uk", "Майстерня відкривається о пів на дев’яту і зачиняється о шостій вечора."],
    ["el", "Το εργαστήριο ανοίγει στις οκτώμισι και κλείνει στις έξι το απόγευμα."],
    ["ar", "تفتح الورشة في الثامنة والنصف صباحا وتغلق في السادسة مساء."],
    ["he", "הסדנה נפתחת בשמונה וחצי ונסגרת בשש בערב."],
    ["hi", "कार्यशाला सुबह साढ़े आठ बजे खुलती है और शाम छह बजे बंद होती है।"],
    ["th", "ร้านเปิดเวลาแปดโมงครึ่งและปิดเวลาหกโมงเย็น"],
    ["zh", "店铺早上八点半开门，晚上六点关门。"],
    ["ja", "店は朝八時半に開き、夕方六時に閉まります。"],
    ["ko", "가게는 아침 여덟 시 반에 열고 저녁 여섯 시에 닫습니다."],
    ["vi", "Cửa hàng mở cửa lúc tám giờ rưỡi và đóng cửa lúc sáu giờ chiều."],
  ])("%s", (language, text) => expect(detectLanguage(text)).toBe(language));

  it("is what the page says where the text cannot tell, and not where it can", () => {
    expect(detectLanguage("", "de-AT")).toBe("de");
    expect(detectLanguage("OK", "fi")).toBe("fi");
    expect(detectLanguage("12 345,00", null)).toBe("en");
    expect(
      detectLanguage("Die Werkstatt öffnet um halb neun und schließt um sechs Uhr abends, außer sonntags.", "en"),
    ).toBe("de");
    expect(
      detectLanguage("Kedai ini dibuka pada jam lapan setengah pagi dan ditutup pada pukul enam petang.", "ms"),
    ).toBe("ms");
  });

  it("is always a tag, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => void expect(detectLanguage(text)).toMatch(/^[a-z]{2,3}$/)),
    );
  });

  it.skipIf(!existsSync(data))("is right for sentences in the thirty commonest languages", () => {
    const commonest = new Set(
      "en zh hi es fr ar bn ru pt ur id de ja tr vi ko it th fa pl uk nl ro el cs sv hu he da fi".split(" "),
    );
    const rows = readFileSync(data, "utf8")
      .trim()
      .split("\n")
      .map((line): { lang: string; kind: string; text: string } => JSON.parse(line));
    const share = (kind: string) => {
      const asked = rows.filter((row) => row.kind === kind && commonest.has(row.lang));
      return asked.filter(({ lang, text }) => detectLanguage(text) === lang).length / asked.length;
    };
    expect(share("sentences")).toBeGreaterThan(0.97);
    expect(share("word-pairs")).toBeGreaterThan(0.85);
  });
});
