import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findFacts, type FactPage } from "./find-facts.ts";
import { findTone } from "./find-tone.ts";

const page = (content: string, more: Partial<FactPage> = {}): FactPage => ({
  url: "https://shop.example/contact/",
  title: "Contact",
  language: "en",
  content,
  isStart: false,
  ...more,
});
const textsOf = (content: string, more: Partial<FactPage> = {}) => {
  const { hours, address, phone, email } = findFacts([page(content, more)]);
  const said = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);
  return { hours: said(hours), address: said(address), phone: said(phone), email: said(email) };
};

describe("the facts of a business", () => {
  it.each([
    [
      "de",
      "Montag bis Freitag 9:00 bis 18:00 Uhr",
      "Musterstraße 12, 04107 Leipzig",
      "Telefon: 0341 555 0142",
      "0341 555 0142",
    ],
    [
      "fr",
      "Du lundi au vendredi de 9h00 à 18h00",
      "12 rue de la Paix, 75002 Paris",
      "Tél. : 01 23 45 67 89",
      "01 23 45 67 89",
    ],
    [
      "es",
      "Lunes a viernes de 9:00 a 18:00",
      "Calle Mayor 5, 28013 Madrid",
      "Teléfono: +34 912 345 678",
      "+34 912 345 678",
    ],
    ["it", "Lunedì - venerdì 9:00-18:00", "Via Roma 1, 00184 Roma", "Tel. +39 06 1234 5678", "+39 06 1234 5678"],
    ["nl", "Maandag t/m vrijdag 9:00 - 18:00", "Damrak 1, 1012 LG Amsterdam", "Telefoon: 020 123 4567", "020 123 4567"],
    ["en", "Monday to Friday 9 am to 6 pm", "5 High Street, Norwich NR3 1HF", "Call 01603 555018", "01603 555018"],
  ])("are found in %s", (language, hours, address, phone, number) => {
    const found = textsOf(`${hours}\n\n${address}\n\n${phone}\n\ninfo@shop.example`, { language });
    expect(found).toEqual({ hours: [hours], address: [address], phone: [number], email: ["info@shop.example"] });
  });

  it("are read from tables, one line a row, and not told twice", () => {
    const table =
      "| Day | Open |\n| --- | --- |\n| Monday | 9:00–17:00 |\n| Tuesday | 9:00–19:00 |\n| Sunday | closed |";
    const found = textsOf(`## Opening hours\n\n${table}\n\nMonday 9:00–17:00, Tuesday 9:00–19:00, Sunday closed`);
    expect(found.hours).toEqual(["Monday: 9:00–17:00", "Tuesday: 9:00–19:00", "Sunday: closed"]);
  });

  it.each([
    ["12 rue de la Paix, 75002 Paris, Téléphone : 01 23 45 67 89", "12 rue de la Paix, 75002 Paris"],
    ["12 rue de la Paix, 75002 Paris – Tél. 01 23 45 67 89", "12 rue de la Paix, 75002 Paris"],
    ["Calle Mayor 5, 28013 Madrid. Teléfono: 912 345 678", "Calle Mayor 5, 28013 Madrid"],
    ["Rua Augusta 12, 1100-053 Lisboa; telefone 213 456 789", "Rua Augusta 12, 1100-053 Lisboa"],
    ["Damrak 1, 1012 LG Amsterdam, telefoon: 020 123 4567", "Damrak 1, 1012 LG Amsterdam"],
    ["Musterstraße 12, 04107 Leipzig, Mobil 0171 5550142", "Musterstraße 12, 04107 Leipzig"],
    ["ул. Ленина 12, 101000 Москва, телефон: 8 495 123-45-67", "ул. Ленина 12, 101000 Москва"],
  ])("end an address before the telephone: %s", (line, address) => {
    expect(textsOf(line).address).toEqual([address]);
  });

  it("put a town to the street above it", () => {
    expect(textsOf("70 Washington Square South\nNew York, NY 10012").address).toEqual([
      "70 Washington Square South, New York, NY 10012",
    ]);
  });

  it("are no dates, prices, fax numbers or addresses of nobody", () => {
    const found = textsOf("Fax: 0341 555 0143\n\n2024-05-01\n\nOrder 12345678 costs 1,200.00\n\nnoreply@shop.example");
    expect(found).toEqual({ hours: [], address: [], phone: [], email: [] });
  });

  it("come from the page that says most of them", () => {
    const blog = page("The talk is on Monday 18:00 to 20:00", { url: "https://shop.example/blog", title: "Blog" });
    const own = page("## Opening hours\n\nMonday 9:00–17:00\n\nTuesday 9:00–17:00");
    expect(findFacts([blog, own]).hours.map(({ url }) => url)).toEqual([own.url, own.url]);
  });
});

test("whatever a page holds, facts are short lines with its address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 2_000 }), (content) => {
      const facts = findFacts([page(content)]);
      for (const line of Object.values(facts).flat()) {
        expect(line.text.length).toBeLessThanOrEqual(500);
        expect(line.url).toBe("https://shop.example/contact/");
      }
    }),
    { numRuns: 200 },
  );
});

describe("the tone of a site", () => {
  it.each([
    [
      "formal",
      "de",
      "Hier finden Sie alles, was Sie brauchen, wenn Sie kommen. Wir helfen Ihnen, damit Sie Ihr Rad bald haben.",
    ],
    [
      "friendly",
      "de",
      "Komm vorbei und bring dein Rad mit, wir helfen dir und du trinkst einen Tee. Magst du dich setzen?",
    ],
    ["formal", "fr", "Vous trouverez ici votre vélo. Nous vous aidons, et vos enfants aussi, si vous venez."],
    ["friendly", "es", "Trae tu bici, te ayudamos y tú tomas un té mientras esperas con tus amigos."],
    ["neutral", "en", "The workshop is open every day. Repairs take twenty minutes."],
    ["friendly", "en", "We love bikes! ".repeat(30)],
  ])("%s: %s", (tone, language, text) => {
    expect(findTone(text, language)).toBe(tone);
  });
});
