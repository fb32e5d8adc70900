import type { ProductCard } from "@parley/contracts";
import type { Clock, Database, Scope } from "../../platform/index.ts";
import type { Indexes } from "../indexes.ts";
import type { CatalogueStore } from "./catalogue.ts";
import { knownWords } from "./find-products.ts";
import { cardOf, type Offer, offersOf } from "./prices.ts";
import type { ProductRecord } from "./product-row.ts";
import { stockCodes } from "./product-words.ts";

/** What a question is matched against; null for an agent without a catalogue. */
export interface CatalogueAbout {
  languages: readonly string[];
  currencies: readonly string[];
}

export interface CatalogueAsk {
  agentId: string;
  /** Each group is one word of the question, as the languages of the catalogue spell it. */
  words: readonly (readonly string[])[];
  minPrice?: number | null;
  maxPrice?: number | null;
  currency?: string | null;
  stock?: "available" | "out_of_stock" | null;
  sort: "newest" | "price" | "-price";
  limit: number;
}

/** A product that fits, with the offers of it that do. */
export interface FoundProduct {
  product: ProductRecord;
  card: ProductCard;
  offers: readonly Offer[];
}

/** The catalogue as an answer asks it. */
export interface AskCatalogue {
  about(scope: Scope, agentId: string): Promise<CatalogueAbout | null>;
  /** Which of these words any product is found by. */
  known(scope: Scope, agentId: string, words: readonly string[]): Promise<ReadonlySet<string>>;
  find(scope: Scope, ask: CatalogueAsk): Promise<{ found: FoundProduct[]; total: number }>;
}

interface AskDeps {
  store: CatalogueStore;
  clock: Clock;
  db: Database;
  indexes: Pick<Indexes, "find">;
}

/** So long an agent is remembered to have none, or in which languages. */
const REMEMBER_MS = 20_000;
const REMEMBERED = 5_000;

export function createAskCatalogue({ store, clock, db, indexes }: AskDeps): AskCatalogue {
  const remembered = new Map<string, { about: CatalogueAbout | null; until: number }>();

  return {
    async about(scope, agentId) {
      const key = `${scope.organization} ${agentId}`;
      const before = remembered.get(key);
      if (before && before.until > clock.now()) return before.about;
      const [languages, currencies] = await Promise.all([
        store.languagesOf(scope, agentId),
        store.distinct(scope, agentId, { prefix: "=m:", limit: 20 }),
      ]);
      const about = languages.length === 0 ? null : { languages, currencies: currencies.map((word) => word.slice(3)) };
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, { about, until: clock.now() + REMEMBER_MS });
      return about;
    },

    async known(scope, agentId, words) {
      if (words.length === 0) return new Set();
      const { number: index } = await indexes.find(scope, agentId);
      const [rows = []] = await db.batch(scope, [knownWords(scope, index, words)]);
      return new Set(rows.map((row) => String(row["word"])));
    },

    async find(
      scope,
      { agentId, words, minPrice = null, maxPrice = null, currency = null, stock = null, sort, limit },
    ) {
      const filter = {
        agentId,
        words: currency === null ? words : [...words, [`=m:${currency}`]],
        minPrice,
        maxPrice,
        stock: stock === null ? null : stock === "available" ? [stockCodes.in_stock] : [stockCodes.out_of_stock],
      };
      const [{ priceLimitDays }, { products, total }] = await Promise.all([
        store.settings(scope, agentId),
        store.find(scope, filter, { sort, limit }),
      ]);
      const now = clock.now();
      const found = products.flatMap((product): FoundProduct[] => {
        const offers = offersOf(product, now).filter(
          (offer) =>
            (minPrice === null || (offer.price !== null && offer.price >= minPrice)) &&
            (maxPrice === null || (offer.price !== null && offer.price <= maxPrice)) &&
            (filter.stock === null || filter.stock.includes(stockCodes[offer.stock])) &&
            holdsOptions(product, offer, words),
        );
        // Its sale may have ended since it was written.
        if (offers.length === 0) return [];
        return [{ product, offers, card: cardOf({ ...product, priceLimitDays }, now, offers) }];
      });
      return { found, total: Math.max(found.length, total - (products.length - found.length)) };
    },
  };
}

/** Of variants, those whose own words were asked for: what all share tells nothing. */
function holdsOptions(product: ProductRecord, offer: Offer, words: readonly (readonly string[])[]): boolean {
  if (product.variants.length < 2) return true;
  const all = new Set(
    product.variants.flatMap(({ options }) => Object.values(options).map((value) => value.toLowerCase())),
  );
  const own = new Set(Object.values(offer.options).map((value) => value.toLowerCase()));
  const asked = words.flatMap((group) => group.filter((word) => all.has(word)));
  if (asked.length === 0) return true;
  const names = `${product.name} ${product.category.join(" ")}`.toLowerCase();
  return asked.every((word) => own.has(word) || names.includes(word));
}
