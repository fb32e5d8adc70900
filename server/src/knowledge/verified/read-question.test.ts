import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { questionKeys } from "./question-keys.ts";
import { compareQuestions, foldQuestion, isOneOff, readQuestion } from "./read-question.ts";

const same = (one: string, other: string, language = "en") =>
  compareQuestions(readQuestion(one, language), readQuestion(other, language));
const meets = (one: string, other: string, language = "en") => {
  const keys = new Set(questionKeys(one, [language]));
  return questionKeys(other, [language]).some((key) => keys.has(key));
};

describe("the same question", () => {
  it.each([
    ["When do you open?", "when do you OPEN", "en"],
    ["Where can I park my car?", "My car: where can I park?", "en"],
    ["Do you have gift vouchers?", "Have you got gift vouchers", "en"],
    ["Is breakfast included in the price?", "Is the breakfast included in the price", "en"],
    ["Was kostet der Eintritt?", "Was kostet denn der Eintritt bitte", "de"],
    ["Kann ich meinen Hund mitbringen?", "kann ich Hunde mitbringen", "de"],
    ["¿Cuánto cuesta la entrada?", "cuanto cuesta la entrada", "es"],
    ["Quels sont vos horaires ?", "quels sont les horaires", "fr"],
    ["駐車場はありますか？", "駐車場はありますか", "ja"],
    ["هل يوجد موقف سيارات؟", "هل يوجد موقف سيارات", "ar"],
  ])("%s / %s", (one, other, language) => {
    const folded = foldQuestion(one) === foldQuestion(other);
    if (!folded) expect(same(one, other, language)).not.toBeNull();
    expect(meets(one, other, language)).toBe(true);
  });

  it("may have a letter wrong in one word", () => {
    expect(same("Is there a swiming pool?", "Is there a swimming pool?")).toEqual({
      kind: "mistyped",
      mistyped: "swime",
    });
    expect(meets("Is there a swiming pool?", "Is there a swimming pool?")).toBe(true);
    expect(meets("accesibility?", "accessibility")).toBe(true);
  });
});

describe("another question", () => {
  it.each([
    ["Can I park for 2 hours?", "Can I park for 3 hours?", "en"],
    ["Is it open at 10?", "Is it open at 10:30?", "en"],
    ["Is smoking allowed?", "Is smoking not allowed?", "en"],
    ["Can I cancel after I paid?", "Can I cancel before I paid?", "en"],
    ["Do you deliver with a fee?", "Do you deliver without a fee?", "en"],
    ["When are you open?", "Where are you open?", "en"],
    ["When are you open?", "When are you not open?", "en"],
    ["Is there a train from Leipzig to Berlin?", "Is there a train from Berlin to Leipzig?", "en"],
    ["Can I call you?", "Can you call me?", "en"],
    ["Is the deposit 20%?", "Is the deposit 20€?", "en"],
    ["Who sang at Super Bowl XLVII?", "Who sang at Super Bowl XLVIII?", "en"],
    ["Is it legal?", "Is it illegal?", "en"],
    ["Ist Rauchen erlaubt?", "Ist Rauchen nicht erlaubt?", "de"],
    ["Kann ich mit Karte zahlen?", "Kann ich ohne Karte zahlen?", "de"],
    ["Wann haben Sie geöffnet?", "Wo haben Sie geöffnet?", "de"],
    ["Puis-je venir avec mon chien ?", "Puis-je venir sans mon chien ?", "fr"],
    ["¿Se puede fumar?", "¿No se puede fumar?", "es"],
    ["можно курить", "нельзя курить", "ru"],
    ["可以吸烟吗", "不可以吸烟吗", "zh"],
  ])("%s / %s", (one, other, language) => {
    expect(foldQuestion(one)).not.toBe(foldQuestion(other));
    expect(same(one, other, language)).toBeNull();
  });
});

const word = fc.constantFrom(
  ..."parking breakfast bicycle deposit voucher museum ticket garden kitchen repair".split(" "),
);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });

test("the order of plain words does not matter", () => {
  fc.assert(
    fc.property(words, fc.infiniteStream(fc.nat()), (list, chance) => {
      const order = new Map(list.map((one) => [one, Number(chance.next().value)]));
      const mixed = [...list].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      expect(same(list.join(" "), mixed.join(" "))).not.toBeNull();
      expect(meets(list.join(" "), mixed.join(" "))).toBe(true);
    }),
  );
});

test("another figure is another question", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 9_999 }), (list, one, other) => {
      fc.pre(one !== other);
      expect(same(`${list.join(" ")} ${one}`, `${list.join(" ")} ${other}`)).toBeNull();
    }),
  );
});

test("a negation more is another question", () => {
  fc.assert(
    fc.property(words, fc.constantFrom("not", "no", "without", "never"), fc.nat(), (list, negation, at) => {
      const said = [...list];
      said.splice(at % (list.length + 1), 0, negation);
      expect(same(list.join(" "), said.join(" "))).toBeNull();
    }),
  );
});

test("whatever is written: it asks the same as itself, both ways the same, and is found by itself", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
      (one, other) => {
        if (readQuestion(one, "en").length > 0) {
          expect(same(one, one)).toEqual({ kind: "words", mistyped: null });
          expect(meets(one, one)).toBe(true);
        }
        expect(same(one, other) === null).toBe(same(other, one) === null);
        if (same(one, other) !== null) expect(meets(one, other)).toBe(true);
      },
    ),
  );
});

test("one letter off is one letter off, but for the first", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 5, maxLength: 12 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, at, letter) => {
        const letters = [...text];
        const place = 1 + (at % (letters.length - 1));
        const changed = [...letters.slice(0, place), ...letter, ...letters.slice(place + 1)].join("");
        expect(isOneOff(text, changed) || text === changed).toBe(true);
        expect(isOneOff(text, [...letters.slice(0, place), ...letters.slice(place + 1)].join(""))).toBe(true);
      },
    ),
  );
});
