import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../../testing/create-test-clock.ts";
import { createAnswer } from "../../create-answer.ts";
import { agent, cafe, hear, searchIn, turnOf } from "../../site.testing.ts";
import { readHours } from "./read-hours.ts";
import { timeZoneOf } from "./time-zone-of.ts";

const log = { warn: () => undefined, error: () => undefined };
/** Thursday 1 January 2026, 14:00 in Berlin. */
const AFTERNOON = Date.UTC(2026, 0, 1, 13, 0);
const EVENING = Date.UTC(2026, 0, 1, 18, 30);
const URL_OF = "https://shop.example/contact";

async function ask(
  question: string,
  {
    hours,
    language = "en",
    now = AFTERNOON,
    phone = "+49 341 5550142",
    isSet = true,
  }: {
    hours: string[];
    language?: string;
    now?: number;
    phone?: string;
    isSet?: boolean;
  },
) {
  const answer = createAnswer({ search: searchIn(cafe), models: [], clock: createTestClock(now), log });
  const facts = { hours: hours.map((text) => ({ text, url: URL_OF })), phone: [{ text: phone, url: null }] };
  const own = isSet ? { behaviour: { facts } } : { found: facts };
  return hear(answer, turnOf(question, { agent: { ...agent, language, ...own } }));
}

const ENGLISH = ["Monday–Friday: 9:00–18:00", "Saturday: 10:00–16:00", "Sunday: closed"];

describe("whether a business is open", () => {
  it.each([
    ["Are you open now?", "Yes, until 18:00."],
    ["Are you open?", "Yes, until 18:00."],
    ["Is Rose Café open right now?", "Yes, until 18:00."],
    ["Are you open on Sunday?", "No. Sunday: closed."],
    ["Are you open on Sundays?", "No. Sunday: closed."],
    ["Are you open on Saturday?", "Yes. Saturday: 10:00–16:00."],
    ["Are you open tomorrow?", "Yes. Tomorrow: 9:00–18:00."],
    ["Are you open tomorrow at 6?", "No. Tomorrow: 9:00–18:00."],
    ["Are you open tomorrow at 5?", "Tomorrow: 9:00–18:00."],
    ["Are you open tomorrow at 10?", "Tomorrow: 9:00–18:00."],
    ["Are you open at 10 am tomorrow?", "Yes. Tomorrow: 9:00–18:00."],
    ["Are you open tomorrow at 8pm?", "No. Tomorrow: 9:00–18:00."],
    ["Are you open at 17:30 today?", "Yes. Today: 9:00–18:00."],
    ["Are you closed on Sunday?", "Sunday: closed."],
    ["When do you open on Saturday?", "Saturday: 10:00–16:00."],
    ["What are your opening hours today?", "Today: 9:00–18:00."],
  ])("%s %s", async (question, said) => {
    const { text, citations } = await ask(question, { hours: ENGLISH });
    expect(text).toBe(said);
    expect(citations).toMatchObject([{ url: URL_OF, text: ENGLISH.join("\n"), verified: true }]);
  });

  it("is told of when it opens again", async () => {
    const say = async (question: string, now: number, hours = ENGLISH) => (await ask(question, { hours, now })).text;
    expect(await say("Are you open now?", EVENING)).toBe("No, we open tomorrow at 9:00.");
    expect(await say("Are you open now?", Date.UTC(2026, 0, 1, 6, 0))).toBe("No, we open today at 9:00.");
    expect(await say("Are you open now?", Date.UTC(2026, 0, 3, 17, 0))).toBe("No, we open on Monday at 9:00.");
    const bar = ["Daily 6 pm – 2 am"];
    expect(await say("Are you open now?", Date.UTC(2026, 0, 1, 0, 30), bar)).toBe("Yes, until 2:00 AM.");
    expect(await say("Are you open now?", Date.UTC(2026, 0, 1, 1, 30), bar)).toBe("No, we open today at 6:00 PM.");
  });

  it.each([
    [
      "ar",
      ["الاثنين - الجمعة: 9:00 - 18:00", "السبت: 10:00 - 16:00", "الأحد: مغلق"],
      "هل أنتم مفتوح الآن؟",
      "نعم، حتى الساعة 18:00",
    ],
    [
      "de",
      ["Montag bis Freitag 9:00 bis 18:00 Uhr", "Samstag 10–16 Uhr"],
      "Habt ihr jetzt geöffnet?",
      "Ja, bis 18:00 Uhr.",
    ],
    [
      "de",
      ["Mo–Fr 9–18 Uhr, Sa 10–16 Uhr, So geschlossen"],
      "Habt ihr am Sonntag offen?",
      "Nein. Sonntag: geschlossen.",
    ],
    ["el", ["Δευτέρα - Παρασκευή 9:00 - 18:00", "Σάββατο 10:00-16:00"], "Είστε ανοιχτά τώρα;", "Ναι, έως τις 18:00."],
    [
      "es",
      ["Lunes a viernes de 9:00 a 18:00", "Sábado: 10:00 - 16:00"],
      "¿Están abiertos ahora?",
      "Sí, hasta las 18:00.",
    ],
    ["es", ["Lunes a viernes de 9:00 a 18:00", "Sábado: 10:00 - 16:00"], "¿Abren el domingo?", "No. Domingo: cerrado."],
    [
      "fr",
      ["Du lundi au vendredi de 9h00 à 18h00", "Samedi 10h–16h"],
      "Êtes-vous ouverts maintenant ?",
      "Oui, jusqu’à 18:00.",
    ],
    ["hi", ["सोमवार से शुक्रवार 9:00 - 18:00", "शनिवार 10:00 - 16:00"], "क्या आप अभी खुले हैं?", "हाँ, 18:00 तक।"],
    ["it", ["Lunedì - venerdì 9:00-18:00", "Sabato 10:00-16:00"], "Siete aperti adesso?", "Sì, fino alle 18:00."],
    [
      "ja",
      ["月〜金 9:00〜18:00", "土曜日 10:00〜16:00", "日曜日 定休日"],
      "今、開いていますか？",
      "はい、18:00まで営業しています。",
    ],
    ["ko", ["월~금 9:00~18:00", "토요일 10:00~16:00", "일요일 휴무"], "지금 여나요?", "네, 18:00까지 영업합니다."],
    [
      "nl",
      ["Maandag t/m vrijdag 9:00 - 18:00", "zaterdag 10:00 - 16:00"],
      "Zijn jullie nu open?",
      "Ja, tot 18:00 uur.",
    ],
    ["pl", ["od poniedziałku do piątku 9:00–18:00", "sobota 10:00–16:00"], "Czy jest teraz otwarte?", "Tak, do 18:00."],
    ["pt", ["Segunda a sexta das 9h às 18h", "Sábado: 10h - 16h"], "Estão abertos agora?", "Sim, até às 18:00."],
    ["ro", ["Luni - vineri: 9:00 - 18:00", "Sâmbătă: 10:00 - 16:00"], "Sunteți deschiși acum?", "Da, până la 18:00."],
    ["ru", ["с понедельника по пятницу с 9:00 до 18:00", "суббота 10:00–16:00"], "Вы сейчас открыты?", "Да, до 18:00."],
    ["th", ["จันทร์ - ศุกร์ 9:00 - 18:00", "เสาร์ 10:00 - 16:00"], "ตอนนี้ร้านเปิดไหม", "ใช่ เปิดถึง 18:00 น."],
    [
      "tr",
      ["Pazartesi - Cuma 09:00 - 18:00", "Cumartesi 10:00 - 16:00"],
      "Şu anda açık mısınız?",
      "Evet, kapanış saati 18:00.",
    ],
    ["uk", ["понеділок–п'ятниця 9:00–18:00", "субота 10:00–16:00"], "Ви зараз відкриті?", "Так, до 18:00."],
    [
      "vi",
      ["Thứ Hai - Thứ Sáu: 9:00 - 18:00", "Thứ Bảy: 10:00 - 16:00"],
      "Bây giờ có mở cửa không?",
      "Có, mở cửa đến 18:00.",
    ],
    ["zh", ["周一至周五 9:00–18:00", "星期六 10:00–16:00"], "你们现在营业吗？", "是的，营业到18:00。"],
    ["zh", ["周一至周五 9:00–18:00", "星期六 10:00–16:00"], "星期日开门吗？", "不营业。星期日：休息。"],
  ])("in %s, from %j: %s %s", async (language, hours, question, said) => {
    expect((await ask(question, { hours, language })).text).toContain(said);
  });

  it("is computed from what was only found, and said to be no word of the owner", async () => {
    const { text, citations } = await ask("Are you open now?", { hours: ENGLISH, isSet: false });
    expect(text).toBe("Yes, until 18:00.");
    expect(citations[0]?.verified).toBeUndefined();
  });

  it.each([
    ["Are you open at Christmas?", ENGLISH, "Yes"],
    ["Are you open on weekends?", ENGLISH, "Yes"],
    ["Are you open now?", ["Mon–Fri 9:00–18:00 except on holidays"], "Yes"],
    ["Are you open now?", ["Kitchen: Friday 9:00–18:00"], "Yes"],
    ["When are you open?", ENGLISH, "Yes"],
    ["When is the workshop open on Sunday?", ENGLISH, "No."],
  ])("is not computed for %s with %j", async (question, hours, not) => {
    expect((await ask(question, { hours })).text).not.toContain(not);
  });

  it("of a place whose clock is not known is told by days alone", async () => {
    const phone = "0341 5550142";
    expect((await ask("Are you open now?", { hours: ENGLISH, phone })).text).toContain("Monday–Friday: 9:00–18:00");
    expect((await ask("Are you open on Sunday?", { hours: ENGLISH, phone })).text).toBe("No. Sunday: closed.");
  });
});

describe("hours as pages write them", () => {
  const DAY = { from: 540, to: 1_020 };
  it.each([
    ["Mon–Fri 9am–5pm", [DAY, DAY, DAY, DAY, DAY]],
    ["Monday to Friday 9 am to 5 pm, Saturday and Sunday closed", [DAY, DAY, DAY, DAY, DAY]],
    ["Mon-Fri: 9–5", [DAY, DAY, DAY, DAY, DAY]],
    ["Every day from 9:00 to 17:00", [DAY, DAY, DAY, DAY, DAY, DAY, DAY]],
    ["Closed on Sundays. Mon-Fri 9.00-17.00", null],
    ["Mon-Fri 9.00-17.00. Closed on Sundays", [DAY, DAY, DAY, DAY, DAY]],
    ["Thu–Mon 9:00–17:00", [DAY, undefined, undefined, DAY, DAY, DAY, DAY]],
    ["Mon–Fri 9–11 pm", null],
    ["Mon–Fri 9:00", null],
    ["Mon–Fri 9:00–17:00, Mon 10:00–12:00", null],
    ["Sat–Sun 9:00–17:00", null],
    ["Mon–Fri 29:00–33:00", null],
    ["June to August: Mon–Fri 9:00–17:00", null],
  ])("%s", (line, days) => {
    const expected = days && Array.from({ length: 7 }, (_, at) => (days[at] === undefined ? [] : [days[at]]));
    expect(readHours([line], "en")).toEqual(expected);
  });
});

describe("the clock of a business", () => {
  const zone = (more: object) => timeZoneOf({ ...agent, siteUrl: null, ...more });
  const phone = (text: string) => ({ found: { phone: [{ text, url: null }] } });
  it.each([
    [phone("+43 1 5550142"), "Europe/Vienna"],
    [phone("0049 341 5550142"), "Europe/Berlin"],
    [phone("+1 555 0142"), null],
    [{ siteUrl: "https://www.mill.nl/contact" }, "Europe/Amsterdam"],
    [{ siteUrl: "https://mill.example" }, null],
    [{ siteUrl: "https://mill.example", language: "de-AT" }, "Europe/Berlin"],
    [{ siteUrl: "https://mill.example", language: "es" }, null],
    [{ ...phone("+44 1603 555018"), siteUrl: "https://mill.de" }, "Europe/London"],
  ])("of %j is %s", (more, expected) => expect(zone(more)).toBe(expected));
});
