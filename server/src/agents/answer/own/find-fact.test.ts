import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../testing/create-test-clock.ts";
import { createAnswer } from "../create-answer.ts";
import { agent, cafe, hear, searchIn, turnOf } from "../site.testing.ts";

const log = { warn: () => undefined, error: () => undefined };
const answer = createAnswer({ search: searchIn(cafe), models: [], clock: createTestClock(), log });
const facts = {
  hours: [{ text: "HOURS", url: "https://shop.example/contact" }],
  address: [{ text: "ADDRESS", url: null }],
  phone: [{ text: "PHONE", url: null }],
  email: [{ text: "EMAIL", url: null }],
};
const ask = async (question: string, language = "en") =>
  (await hear(answer, turnOf(question, { agent: { ...agent, language, behaviour: { facts } } }))).text;

describe("a fact that the owner has set", () => {
  it.each([
    ["HOURS", "When are you open?"],
    ["HOURS", "What are your opening hours?"],
    ["HOURS", "Are you open on Sundays?"],
    ["HOURS", "what time do you close today"],
    ["HOURS", "When is Rose Café open?"],
    ["ADDRESS", "Where are you?"],
    ["ADDRESS", "What is your address?"],
    ["PHONE", "What is your phone number?"],
    ["EMAIL", "What is your email address?"],
    ["HOURS", "Wann habt ihr geöffnet?"],
    ["HOURS", "Wann haben Sie geöffnet?"],
    ["HOURS", "Wie sind die Öffnungszeiten?"],
    ["ADDRESS", "Wo sind Sie?"],
    ["PHONE", "Wie ist Ihre Telefonnummer?"],
    ["HOURS", "Quels sont vos horaires d’ouverture ?"],
    ["HOURS", "¿Cuál es el horario?"],
    ["HOURS", "¿A qué hora abren?"],
    ["HOURS", "Quali sono gli orari di apertura?"],
    ["HOURS", "Wat zijn de openingstijden?"],
    ["HOURS", "Qual é o horário de funcionamento?"],
    ["HOURS", "Jakie są godziny otwarcia?"],
    ["HOURS", "Какие у вас часы работы?"],
    ["HOURS", "Çalışma saatleriniz nedir?"],
    ["HOURS", "營業時間？"],
    ["HOURS", "你们的营业时间是什么？"],
    ["HOURS", "営業時間を教えてください。"],
    ["HOURS", "영업시간이 어떻게 되나요?"],
    ["HOURS", "ما هي ساعات العمل؟"],
  ])("%s answers %s", async (fact, question) => {
    expect(await ask(question)).toContain(fact);
  });

  it.each([
    "When is the café closed at Christmas?",
    "How long is the workshop?",
    "When do you open the booking of workshops?",
    "What is your fax number?",
    "Can I open a window?",
    "Where do you buy your coffee?",
    "What is the email address of the mayor?",
    "Wann ist der Kurs?",
  ])("is kept back from %s", async (question) => {
    expect(await ask(question)).not.toMatch(/HOURS|ADDRESS|PHONE|EMAIL/u);
  });
});
