import { describe, expect, it } from "vitest";
import { createTestClock } from "../../testing/create-test-clock.ts";
import { createAnswer } from "./create-answer.ts";
import { agent, cafe, hear, searchIn, talk, turnOf } from "./site.testing.ts";

const log = { warn: () => undefined, error: () => undefined };
const answer = createAnswer({ search: searchIn(cafe), models: [], clock: createTestClock(), log });

describe("an answer in the site's own words", () => {
  it("begins with what was asked and cites the page", async () => {
    const heard = await hear(answer, turnOf("When do you open on Sundays?"));
    expect(heard.reason).toBe("answered");
    expect(heard.text).toContain("On Sundays we open at 10:00 and close at 16:00.");
    expect(heard.citations[0]).toMatchObject({
      number: 1,
      documentId: "doc_0",
      title: "Opening hours | Rose Café",
      url: "https://shop.example/0",
    });
    expect(heard.citations[0]?.link).toMatch(/^https:\/\/shop\.example\/0#:~:text=/u);
  });

  it("has text between its start and end, and one end", async () => {
    const { parts } = await hear(answer, turnOf("May I bring my dog inside the café?"));
    expect(parts.map(({ type }) => type).filter((type) => type !== "text-delta" && type !== "citation")).toEqual([
      "text-start",
      "text-end",
      "end",
    ]);
  });

  it.each([
    ["How much is the breakfast plate?", "$12.50"],
    ["What does a large cappuccino cost?", "Drink: Cappuccino; Small: $3.50; Large: $4.50"],
    ["What is your email address?", "hello@rose.example"],
    ["What is your phone number?", "(212) 555-0147"],
    ["Which cakes do you bake?", "- Carrot cake\n- Apple pie\n- Cheesecake with cherries"],
    ["How do I book a workshop?", "```\nnpx rose-book workshop\n```"],
    ["Who founded the workshop?", "Mary Jones"],
  ])("answers %s", async (question, part) => {
    const heard = await hear(answer, turnOf(question));
    expect(heard.reason).toBe("answered");
    expect(heard.text).toContain(part);
  });

  it.each(["Who won the Super Bowl in 2018?", "Do you sell helicopters?", "How do I file my income tax?"])(
    "says that it does not know: %s",
    async (question) => {
      const heard = await hear(answer, turnOf(question));
      expect(heard.reason).toBe("unknown");
      expect(heard.text).toContain("I couldn't find that");
    },
  );

  it("says that it is still reading", async () => {
    const heard = await hear(answer, turnOf("Do you sell helicopters?", { agent: { ...agent, stillReading: true } }));
    expect(heard.text).toContain("still reading");
    expect(heard.reason).toBe("unknown");
  });

  it("answers each of several questions", async () => {
    const heard = await hear(answer, turnOf("When do you open on Sundays? And how much is the breakfast plate?"));
    expect(heard.text).toContain("10:00");
    expect(heard.text).toContain("$12.50");
    expect(new Set(heard.citations.map(({ number }) => number))).toEqual(new Set([1, 2]));
  });

  it("names the one that it cannot answer", async () => {
    const heard = await hear(answer, turnOf("When do you open on Sundays? Do you sell helicopters?"));
    expect(heard.reason).toBe("answered");
    expect(heard.text).toContain("anything about “Do you sell helicopters?”");
  });

  it("understands a follow-up from the conversation", async () => {
    const history = talk(["What is the latte art workshop about?", "Workshops | Rose Café"]);
    expect((await hear(answer, turnOf("How much does it cost?", { history }))).text).toContain("$80");
    expect((await hear(answer, turnOf("And how long does it last?", { history }))).text).toContain("three hours");
  });

  it("leaves a new question alone", async () => {
    const history = talk(["What is the latte art workshop about?", "Workshops | Rose Café"]);
    expect((await hear(answer, turnOf("Are dogs welcome on the terrace?", { history }))).text).toContain(
      "Dogs are welcome",
    );
  });

  it("speaks the visitor's language around the site's words", async () => {
    const heard = await hear(answer, turnOf("Verkaufen Sie auch Hubschrauber?"));
    expect(heard.text).toContain("Das habe ich auf dieser Website nicht gefunden.");
  });
});

describe("what is no question", () => {
  it.each([
    ["Hi!", "small-talk", "the AI agent of Rose Café"],
    ["thanks a lot", "small-talk", "welcome"],
    ["are you a human?", "small-talk", "the AI agent of Rose Café, not a person"],
    ["Danke schön!", "small-talk", "Gern geschehen"],
    ["¿Eres un robot?", "small-talk", "no una persona"],
    ["ありがとうございます", "small-talk", "どういたしまして"],
    ["???", "clarify", "a little more"],
  ])("%s", async (question, reason, part) => {
    const heard = await hear(answer, turnOf(question));
    expect(heard.reason).toBe(reason);
    expect(heard.text).toContain(part);
    expect(heard.citations).toEqual([]);
  });

  it("a person asked for: says that there is none, and how people are reached", async () => {
    const heard = await hear(answer, turnOf("I want to talk to a human please"));
    expect(heard.reason).toBe("person-asked");
    expect(heard.text).toContain("hello@rose.example");
    expect(heard.citations[0]?.documentId).toBe("doc_2");
  });
});

describe("when something goes wrong", () => {
  it("apologises instead of throwing", async () => {
    const broken = createAnswer({
      search: () => Promise.reject(new Error("boom")),
      models: [],
      clock: createTestClock(),
      log,
    });
    const heard = await hear(broken, turnOf("When do you open?", { agent: { ...agent, language: "fr" } }));
    expect(heard.reason).toBe("failed");
    expect(heard.text).toBe("Un problème est survenu de mon côté. Veuillez réessayer.");
  });

  it("stops at once when it is told to, even while a search hangs", async () => {
    const stop = new AbortController();
    const hanging = createAnswer({
      search: () => new Promise(() => undefined),
      models: [],
      clock: createTestClock(),
      log,
    });
    const heard = hear(hanging, turnOf("When do you open?"), stop.signal);
    stop.abort();
    expect(await heard).toMatchObject({ reason: "stopped", text: "" });
  });
});
