import fc from "fast-check";
import { currencyDigits, formatMoney } from "@parley/contracts";
import { expect, it } from "vitest";
import { parsePrice } from "./parse-price.ts";
import { parseStock } from "./parse-stock.ts";
import { readCsv } from "./read-csv.ts";

it.each([
  ["1.299,00 €", 129_900, "EUR"],
  ["$1,299", 129_900, "USD"],
  ["CHF 12.-", 1_200, "CHF"],
  ["12,– €", 1_200, "EUR"],
  ["1'299.50 CHF", 129_950, "CHF"],
  ["1 299,50 €", 129_950, "EUR"],
  ["49.90 EUR", 4_990, "EUR"],
  ["EUR49.9", 4_990, "EUR"],
  ["¥1,200", 1_200, "JPY"],
  ["1.234 KWD", 1_234, "KWD"],
  ["₹1,00,000", 10_000_000, "INR"],
  ["٤٩٫٩٠ €", 4_990, "EUR"],
  ["R$ 1.299,00", 129_900, "BRL"],
  ["ab 5 €", 500, "EUR"],
  ["free", 0, "EUR"],
  ["kostenlos", 0, "EUR"],
  ["Preis auf Anfrage", null, null],
  ["", null, null],
])("reads %s", (text, amount, currency) => expect(parsePrice(text, "EUR")).toEqual({ ok: true, amount, currency }));

it.each([
  "-5 €",
  "−5",
  "NaN",
  "Infinity",
  "1e308",
  "1e308 €",
  "12 to 15 €",
  "abc",
  "5 XYZ",
  "9".repeat(40),
  "1.2.3,4.5",
  "<b>5</b>",
  "=1+1",
])("takes %s for no price", (text) => expect(parsePrice(text, "EUR").ok).toBe(false));

it("needs a currency that there is", () => {
  expect(parsePrice("5", null).ok).toBe(false);
  expect(parsePrice("5", "XQX").ok).toBe(false);
});

it("reads what it writes, in every language and currency", () => {
  const languages = ["en", "de", "fr", "de-CH", "es", "pt-BR", "pl", "it", "nl", "sv"];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom("EUR", "USD", "GBP", "JPY", "CHF"),
      fc.constantFrom(...languages),
      (amount, currency, language) => {
        const written = new Intl.NumberFormat(language, {
          style: "currency",
          currency,
          currencyDisplay: "code",
        }).format(amount / 10 ** currencyDigits(currency));
        expect(parsePrice(written, null), written).toEqual({ ok: true, amount, currency });
        expect(formatMoney(amount, currency, language)).not.toBe("");
      },
    ),
  );
});

it("never throws, and never reads more than it can hold", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const read = parsePrice(text, "EUR");
      if (read.ok && read.amount !== null) expect(Number.isSafeInteger(read.amount) && read.amount >= 0).toBe(true);
    }),
  );
});

it("reads stock as shops write it", () => {
  expect(
    ["http://schema.org/InStock", "in stock", "auf Lager", "12", "SoldOut", "preorder", "有货"].map(
      (text) => parseStock(text)?.stock,
    ),
  ).toEqual(["in_stock", "in_stock", "in_stock", "in_stock", "out_of_stock", "preorder", "in_stock"]);
  expect(parseStock("whatever")).toBeUndefined();
});

it("reads back any rows that were written as CSV, whatever is in them", () => {
  const cell = fc.string({ maxLength: 12 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(rows, (given) => {
      const text = [["a", "b", "c"], ...given]
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
        .join("\r\n");
      expect([...readCsv(text)].slice(1)).toEqual(given);
    }),
  );
});
