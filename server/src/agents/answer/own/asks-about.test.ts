import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../testing/create-test-clock.ts";
import { languages } from "../../texts/texts.ts";
import { createAnswer } from "../create-answer.ts";
import { agent, cafe, hear, searchIn, turnOf } from "../site.testing.ts";
import { createReadAsk } from "../understand/ask-kind.ts";
import { asksAbout, asksOffer } from "./asks-about.ts";

const readAsk = createReadAsk(languages);
const asks = (text: string, language = "en", name = "Docling") =>
  asksAbout({ text, kinds: readAsk(text, language), followUp: false }, { language, name });

describe("a question for the business itself", () => {
  it.each([
    ["en", "What is Docling?"],
    ["en", "what does docling do"],
    ["en", "What can Docling do?"],
    ["en", "Tell me about Docling"],
    ["en", "Who is Docling?"],
    ["de", "Was ist Docling?"],
    ["de", "Was macht Docling?"],
    ["fr", "C’est quoi Docling ?"],
    ["fr", "Qu’est-ce que Docling ?"],
    ["es", "¿Qué es Docling?"],
    ["it", "Che cos’è Docling?"],
    ["pt", "O que é Docling?"],
    ["nl", "Wat is Docling?"],
    ["pl", "Co to jest Docling?"],
    ["ru", "Что такое Docling?"],
    ["tr", "Docling nedir?"],
    ["zh", "Docling是什么？"],
    ["ja", "Doclingとは何ですか"],
  ])("%s: %s", (language, text) => {
    expect(asks(text, language)).toBe(true);
  });

  it.each([
    ["en", "Where is Docling?"],
    ["en", "When is Docling open?"],
    ["en", "How does Docling work?"],
    ["en", "What does Docling cost?"],
    ["en", "Is Docling safe?"],
    ["en", "Can I return it to Docling?"],
    ["en", "Can I book Docling?"],
    ["en", "How do I pay Docling?"],
    ["en", "What is OCR?"],
    ["en", "What is the name of Docling's logo?"],
    ["de", "Was kostet Docling?"],
  ])("%s: %s asks for more", (language, text) => {
    expect(asks(text, language)).toBe(false);
  });

  it.each([
    ["en", "what do you offer"],
    ["en", "Which services do you offer?"],
    ["en", "What do you sell?"],
    ["de", "Was bietet ihr an?"],
    ["de", "Welche Leistungen bieten Sie an?"],
    ["fr", "Quels services proposez-vous ?"],
    ["es", "¿Qué servicios ofrecen?"],
    ["ru", "Какие услуги вы предлагаете?"],
    ["tr", "Hangi hizmetleri sunuyorsunuz?"],
  ])("%s: %s asks for the offer", (language, text) => {
    expect(asksOffer({ text, kinds: readAsk(text, language), followUp: false }, { language, name: "Rose" })).toBe(true);
  });

  it.each([
    ["en", "Do you sell tandems?"],
    ["en", "Is there a service charge?"],
    ["de", "Verkauft ihr Fahrräder?"],
  ])("%s: %s asks for something", (language, text) => {
    expect(asksOffer({ text, kinds: readAsk(text, language), followUp: false }, { language, name: "Rose" })).toBe(
      false,
    );
  });

  it("is told from others by the first word that is the name's own", () => {
    expect(asks("What is Lindenhof?", "en", "The Lindenhof Bike Rental")).toBe(true);
    expect(asks("What is a bike?", "en", "The Lindenhof Bike Rental")).toBe(false);
  });

  it("is answered with what the site says of itself, and its start page", async () => {
    const log = { warn: () => undefined, error: () => undefined };
    const answer = createAnswer({ search: searchIn(cafe), models: [], clock: createTestClock(), log });
    const about = { text: "A small café in the old town with its own bakery.", url: "https://shop.example/" };
    const heard = await hear(answer, turnOf("What is Rose Café?", { agent: { ...agent, about } }));
    expect(heard).toMatchObject({ text: about.text, reason: "answered", citations: [{ url: about.url }] });
    const nothing = await hear(answer, turnOf("Is it free?", { agent: { ...agent, about } }));
    expect(nothing.text).not.toContain(about.text);
  });
});
