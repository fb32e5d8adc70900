import { parsePrice } from "../../../knowledge/index.ts";
import { currencyOf } from "../ground/currencies.ts";
import * as words from "./shop-words.ts";

/** What a question asks of a catalogue, before anybody looked whether there is such a thing. */
export interface ProductQuestion {
  /** Whole minor units of `currency`. */
  min: number | null;
  max: number | null;
  /** As it was said; null where it was not. */
  currency: string | null;
  sort: "price" | "-price" | "newest" | null;
  inStock: boolean;
  onSale: boolean;
  asks: ReadonlySet<"price" | "count" | "compare" | "have" | "list">;
  /** What stands for all there is: "products", "anything". */
  generic: boolean;
  /** The question without its grammar: what the catalogue must know. */
  rest: string;
  /** For a comparison: its two sides, without grammar. */
  sides: readonly [string, string] | null;
}

/** Reads bounds, stock, order and kind of a question in any language. `currency`: of figures that name none. */
export function readProductQuestion(question: string, currency: string): ProductQuestion {
  let rest =
    ` ${question.normalize("NFKC").replace(THAI_AM, "\u0e33").replace(/\s+/gu, " ").slice(0, 600).toLowerCase()} `.replace(
      /[¿¡?？！!؟।。…]+/gu,
      " ",
    );
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, " ");
    return rest !== before;
  };
  const limits: Limits = { min: null, max: null, currency: null };
  rest = readBounds(rest, currency, limits);
  const sort = take(words.cheapest) ? "price" : take(words.dearest) ? "-price" : take(words.newest) ? "newest" : null;
  const asks = new Set<"price" | "count" | "compare" | "have" | "list">();
  const whole = rest;
  if (take(words.compare)) asks.add("compare");
  const inStock = take(words.inStock);
  const onSale = take(words.onSale);
  if (take(words.price)) asks.add("price");
  if (take(words.count)) asks.add("count");
  if (take(words.have)) asks.add("have");
  if (take(words.list)) asks.add("list");
  const generic = take(words.generic);
  take(words.filler);
  take(words.particles);
  return {
    ...limits,
    sort,
    inStock,
    onSale,
    asks,
    generic,
    rest: rest.replace(/\s+/gu, " ").trim(),
    sides: asks.has("compare") ? sidesOf(whole) : null,
  };
}

interface Limits {
  min: number | null;
  max: number | null;
  currency: string | null;
}

function readBounds(text: string, currency: string, limits: Limits): string {
  const moneyOf = (...[before, figure, after]: (string | undefined)[]): number | null => {
    const sign = before ?? after;
    const said = sign === undefined ? null : currencyOf(sign);
    const price = parsePrice(figure ?? "", said ?? currency);
    if (!price.ok || price.amount === null) return null;
    limits.currency = said ?? limits.currency;
    return price.amount;
  };
  let rest = text.replace(words.bounds.between, (found, ...groups: (string | undefined)[]) => {
    const [prefix, ...money] = groups;
    const isMoney = prefix !== undefined || [0, 2, 3, 5].some((at) => money[at] !== undefined);
    if (!isMoney) return found;
    const sign = money[0] ?? money[2] ?? money[3] ?? money[5];
    const [one, other] = [moneyOf(sign, money[1]), moneyOf(sign, money[4])];
    if (one === null || other === null) return found;
    [limits.min, limits.max] = [Math.min(one, other), Math.max(one, other)];
    return " ";
  });
  for (const [pattern, side] of [
    [words.bounds.below, "max"],
    [words.bounds.belowAfter, "max"],
    [words.bounds.above, "min"],
    [words.bounds.aboveAfter, "min"],
  ] as const)
    rest = rest.replace(pattern, (found, before?: string, figure?: string, after?: string) => {
      const amount = moneyOf(before, figure, after);
      if (amount === null) return found;
      // What is said last counts: "under 50, no, under 30".
      limits[side] = amount;
      return " ";
    });
  return rest;
}

function sidesOf(text: string): readonly [string, string] | null {
  const plain = text.replace(words.compare, " , ").replace(words.list, " ").replace(words.price, " ");
  const parts = plain
    .split(words.sides)
    .map((part) => part.replace(words.filler, " ").replace(words.generic, " ").replace(/\s+/gu, " ").trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [one, other] = parts;
  return one !== undefined && other !== undefined && parts.length === 2 ? [one, other] : null;
}

/** How the composed form spells one of the vowels of Thai, which nobody types so. */
const THAI_AM = /\u0e4d\u0e32/gu;
