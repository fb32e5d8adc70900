/** Questions that name nothing: understood in every language, and answered only by what speaks of them. */
import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../testing/create-test-clock.ts";
import { probeQuestions } from "../../probes/probe-questions.ts";
import { languages } from "../../texts/texts.ts";
import { createAnswer } from "../create-answer.ts";
import { agent, hear, searchIn, talk, type TestPage, turnOf } from "../site.testing.ts";
import { holdsAddress, holdsHours } from "./fact-proofs.ts";
import { readTopic } from "./read-topic.ts";

const log = { warn: () => undefined, error: () => undefined };

describe("what a question asks that names nothing", () => {
  it.each(languages.map(({ code }) => code))("is told in %s", (language) => {
    const topics = probeQuestions({ language, own: [] }).map((text) => readTopic(text, { language, name: "Rose" }));
    expect(topics).toEqual([null, null, null, "price", "book", "pay", "cancel"]);
  });

  it.each([
    ["en", "How much is it?"],
    ["en", "What do you charge?"],
    ["en", "What are the prices at Rose?"],
    ["en", "Is it free?"],
    ["de", "Ist das kostenlos?"],
    ["de", "Wie teuer ist das?"],
    ["de", "Welche Preise haben Sie?"],
    ["fr", "C’est combien ?"],
    ["es", "¿Cuánto vale?"],
    ["it", "Quanto costano?"],
    ["nl", "Hoe duur is het?"],
    ["pl", "Jakie są ceny?"],
    ["ru", "Сколько стоит?"],
    ["tr", "Ne kadar?"],
    ["zh", "多少钱？"],
    ["ja", "いくらですか"],
    ["ko", "얼마예요?"],
    ["ar", "بكم هذا؟"],
  ])("%s: %s asks for the prices", (language, question) => {
    expect(readTopic(question, { language, name: "Rose" })).toBe("price");
  });

  it.each([
    ["en", "What does a Gold service cost?"],
    ["en", "Can I pay by card?"],
    ["en", "Is a return free?"],
    ["en", "Is cancelling free?"],
    ["en", "Is the parking free?"],
    ["en", "Do I have to pay for parking?"],
    ["en", "How much is the deposit?"],
    ["de", "Wie viel kostet ein Platten?"],
    ["zh", "龙井茶多少钱？"],
    ["ja", "証明写真はいくらですか"],
  ])("%s: %s names something", (language, question) => {
    expect(readTopic(question, { language, name: "Rose" })).toBeNull();
  });
});

describe("an answer to it", () => {
  const chatty: TestPage = {
    title: "About us",
    passages: [
      "It pays to be patient with a horse, she says. You can read her book on riding. The hedge cost us a summer to lay. Rain can cancel the best of plans.",
    ],
  };
  const prices: TestPage = {
    title: "Lessons",
    passages: [
      {
        headings: ["Price list"],
        text: "| Lesson | Length | Price |\n| --- | --- | --- |\n| Group | 60 min | £32 |\n| Private | 45 min | £48 |",
      },
    ],
  };
  const rules: TestPage = {
    title: "Questions",
    passages: [
      { headings: ["Which payments do you take?"], text: "Cash, all cards and bank transfer." },
      { headings: ["Booking"], text: "Book by telephone, or at the yard." },
      { headings: ["Cancelling"], text: "You can cancel free of charge until the evening before." },
    ],
  };
  const ask = (pages: readonly TestPage[], question: string, more: Parameters<typeof turnOf>[1] = {}) =>
    hear(createAnswer({ search: searchIn(pages), models: [], clock: createTestClock(), log }), turnOf(question, more));

  it.each(["How much does it cost?", "How do I book?", "How can I pay?", "Can I cancel?", "Where are you?"])(
    "is not made of a sentence that only holds its word: %s",
    async (question) => {
      expect((await ask([chatty], question)).reason).toBe("unknown");
    },
  );

  it.each([
    ["How can I pay?", "Cash, all cards and bank transfer."],
    ["How do I book?", "Book by telephone"],
    ["Can I cancel?", "free of charge until the evening before"],
  ])("is what speaks of it: %s", async (question, gold) => {
    const { text, reason, citations } = await ask([chatty, prices, rules], question);
    expect(reason).toBe("answered");
    expect(text).toContain(gold);
    expect(text).not.toMatch(/patient|book on riding|Rain/u);
    expect(citations).toHaveLength(1);
  });

  it("to cancelling is not how something is given back", async () => {
    const back: TestPage = {
      title: "Questions",
      passages: [{ headings: ["Can I get my money back?"], text: "An unused part can be returned within 30 days." }],
    };
    expect((await ask([chatty, back], "Can I cancel?")).reason).toBe("unknown");
    expect((await ask([chatty, back], "Can I return something?")).text).toContain("within 30 days");
  });

  it.each(["How much is it?", "What does it cost?", "Prices"])("is the table of prices: %s", async (question) => {
    const { text, citations } = await ask([chatty, prices, rules], question);
    expect(text).toBe("Price list:\n- Group – Length: 60 min; Price: £32\n- Private – Length: 45 min; Price: £48");
    expect(citations.map(({ title }) => title)).toEqual(["Lessons"]);
  });

  it("is the list of prices in the site's language, whichever the visitor speaks", async () => {
    const german: TestPage = {
      title: "Preise",
      language: "de",
      passages: ["- Roggenbrot: 4,80 €\n- Dinkelbrot: 5,20 €\n- Semmel: 0,90 €"],
    };
    const { text } = await ask([german], "What does it cost?", { agent: { ...agent, language: "de" } });
    expect(text).toBe("Preise:\n- Roggenbrot: 4,80 €\n- Dinkelbrot: 5,20 €\n- Semmel: 0,90 €");
  });

  it("goes on from what was named before, and not from what named nothing", async () => {
    const pages = [chatty, prices, rules];
    const after = (question: string) => ask(pages, "And how much does it cost?", { history: talk([question]) });
    expect((await after("What is a private lesson?")).text).toContain("£48");
    expect((await after("Can I cancel?")).text).toContain("Price list:");
  });
});

describe("what tells a place and a time", () => {
  it.each([
    "3 Mill Lane, Ludlow SY8 1AA",
    "Lindenstraße 14, 8010 Graz",
    "12 rue des Dunes",
    "Via della Luce 8",
    "улица Баумана 15",
    "京都市中京区寺町通2丁目5番地",
    "Sahil Caddesi 12",
  ])("%s is an address", (text) => {
    expect(holdsAddress(text)).toBe(true);
  });

  it.each([
    "The number 12 bus stops at Coslany Street.",
    "Pro Tools 10 and another editing suite",
    "Τηλέφωνο: 22850 55501",
  ])("%s is none", (text) => {
    expect(holdsAddress(text)).toBe(false);
  });

  it("hours are clocks, weekdays and dates", () => {
    expect(holdsHours("Tuesday to Sunday")).toBe(true);
    expect(holdsHours("On 24 December we are closed")).toBe(true);
    expect(holdsHours("Open: 9 am")).toBe(true);
    expect(holdsHours("The shop opens at nine in the morning.")).toBe(true);
    expect(holdsHours("Wir sind bis zehn Uhr abends da.")).toBe(true);
    expect(holdsHours("We walk in the morning.")).toBe(false);
    expect(holdsHours("For 3 to 6 people")).toBe(false);
  });
});
