import { describe, expect, it } from "vitest";
import { createReadSmallTalk } from "../answer/understand/read-small-talk.ts";
import { createTellLanguage } from "../answer/understand/tell-language.ts";
import { fill, languages, textsOf } from "./texts.ts";

const holes: Record<string, string[]> = {
  greeting: ["{name}"],
  whoAreYou: ["{name}"],
  away: ["{time}"],
  unknownPart: ["{question}"],
  more: ["{topic}"],
  cut: ["{count}"],
};
const codes = languages.map(({ code }) => code);

describe.each(languages)("the texts of $code", ({ code, phrases, lexicon }) => {
  it("leave nothing unsaid and nothing unfilled", () => {
    for (const [key, phrase] of Object.entries(phrases)) {
      expect(phrase.trim(), key).not.toBe("");
      expect(phrase.match(/\{\w+\}/gu) ?? [], key).toEqual(holes[key] ?? []);
    }
  });

  it("recognise their own small talk, and a person asked for", () => {
    const read = createReadSmallTalk(languages);
    for (const kind of ["greeting", "thanks", "bye", "howAreYou", "whoAreYou", "person"] as const) {
      for (const phrase of lexicon[kind]) expect(read(`${phrase}!`, code).kind, phrase).not.toBeNull();
      expect(read(lexicon[kind][0] ?? "", code).kind).toBe(kind);
    }
  });

  it("ask in every way that has a shape to look for", () => {
    expect(Object.keys(lexicon.asks)).toEqual(
      expect.arrayContaining(["email", "phone", "money", "count", "time", "person", "place"]),
    );
  });
});

describe("telling a language", () => {
  const tell = createTellLanguage(languages);

  it.each([
    ["What are your opening hours?", "en"],
    ["Wann haben Sie geöffnet?", "de"],
    ["Quels sont vos horaires d'ouverture ?", "fr"],
    ["¿Cuál es el horario de apertura?", "es"],
    ["Quali sono gli orari di apertura?", "it"],
    ["Qual é o horário de funcionamento?", "pt"],
    ["Wat zijn de openingstijden?", "nl"],
    ["Jakie są godziny otwarcia?", "pl"],
    ["Care este programul de funcționare?", "ro"],
    ["Ποιο είναι το ωράριο;", "el"],
    ["Çalışma saatleriniz nedir?", "tr"],
    ["Какие у вас часы работы?", "ru"],
    ["Які у вас години роботи?", "uk"],
    ["ما هي ساعات العمل؟", "ar"],
    ["מהן שעות הפתיחה?", "he"],
    ["खुलने का समय क्या है?", "hi"],
    ["เปิดกี่โมง", "th"],
    ["Giờ mở cửa là khi nào?", "vi"],
    ["营业时间是什么时候？", "zh"],
    ["営業時間を教えてください", "ja"],
    ["영업시간이 어떻게 되나요?", "ko"],
  ])("%s", (text, language) => {
    expect(tell(text, "", "en")).toBe(language);
    expect(tell(text, "", "de")).toBe(language);
  });

  it("keeps to the site's language where a word tells nothing", () => {
    for (const code of codes) expect(tell("WLAN 5G", "", code)).toBe(code);
  });

  it("keeps to a language that is not spoken here", () => {
    expect(tell("xyzzy", "", "sv")).toBe("sv");
    expect(textsOf("sv").code).toBe("en");
    expect(textsOf("pt-BR").code).toBe("pt");
  });
});

it("what is filled in may look like a hole itself", () => {
  expect(fill("I'm {name}.", { name: "{topic} $& {name}" })).toBe("I'm {topic} $& {name}.");
});
