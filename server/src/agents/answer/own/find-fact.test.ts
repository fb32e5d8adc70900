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

describe("a way to reach the business", () => {
  const found = {
    hours: [{ text: "Tuesday to Friday, 10 to 18", url: "https://shop.example/" }],
    phone: [{ text: "0341 555 0142", url: "https://shop.example/contact" }],
    email: [{ text: "hello@shop.example", url: "https://shop.example/contact" }],
  };
  const askFound = (question: string, language = "en") =>
    hear(answer, turnOf(question, { agent: { ...agent, language, found } }));

  it.each([
    ["en", "How can I contact you?"],
    ["en", "How can I get in touch?"],
    ["en", "How do I reach Rose Café?"],
    ["en", "Contact"],
    ["ar", "كيف يمكنني التواصل معكم؟"],
    ["de", "Wie erreiche ich Sie?"],
    ["de", "Wie kann ich Sie kontaktieren?"],
    ["el", "Πώς μπορώ να επικοινωνήσω μαζί σας;"],
    ["es", "¿Cómo puedo contactar con ustedes?"],
    ["es", "¿Cómo puedo contactarles?"],
    ["fr", "Comment vous contacter ?"],
    ["he", "איך אפשר ליצור קשר?"],
    ["hi", "मैं आपसे कैसे संपर्क करूँ?"],
    ["it", "Come posso contattarvi?"],
    ["ja", "問い合わせ先を教えてください。"],
    ["ko", "어떻게 연락할 수 있나요?"],
    ["nl", "Hoe kan ik contact opnemen?"],
    ["pl", "Jak mogę się skontaktować?"],
    ["pt", "Como posso entrar em contato?"],
    ["ro", "Cum vă pot contacta?"],
    ["ru", "Как с вами связаться?"],
    ["th", "ติดต่อได้อย่างไร"],
    ["tr", "Size nasıl ulaşabilirim?"],
    ["uk", "Як з вами зв’язатися?"],
    ["vi", "Làm sao để liên hệ?"],
    ["zh", "怎么联系你们？"],
  ])("is told from what the site says, with its page: %s %s", async (language, question) => {
    const { text, citations, reason } = await askFound(question, language);
    expect(text).toContain("0341 555 0142");
    expect(text).toContain("hello@shop.example");
    expect(reason).toBe("answered");
    expect(citations.map(({ url }) => url)).toContain("https://shop.example/contact");
    expect(citations.some(({ verified }) => verified)).toBe(false);
  });

  it("comes from the owner first", async () => {
    const own = { ...agent, found, behaviour: { facts: { phone: [{ text: "PHONE", url: null }] } } };
    const { text } = await hear(answer, turnOf("How can I contact you?", { agent: own }));
    expect(text).toContain("PHONE");
    expect(text).not.toContain("0341 555 0142");
  });

  it.each([
    "How can I contact the mayor?",
    "How do I reach the summit?",
    "When can I reach you?",
    "Do you make contact lenses?",
  ])("is kept back from %s", async (question) => {
    expect((await askFound(question)).text).not.toContain("0341 555 0142");
  });

  it("hours that were found serve where no sentence of a page answers", async () => {
    expect((await askFound("Wann haben Sie geöffnet?", "de")).text).toContain("Tuesday to Friday");
  });
});
