import type { ProductCard, ProductInput, ProductOrigin, ProductVariant, StockState } from "@parley/contracts";

type Priced = Pick<ProductInput, "price" | "salePrice" | "priceValidUntil" | "stock" | "variants" | "currency">;

/** What can be bought: a product, or one of its variants. Null where nobody says a price. */
export interface Offer {
  sku: string | null;
  options: Record<string, string>;
  price: number | null;
  /** Before the sale; null outside of one. */
  regularPrice: number | null;
  stock: StockState;
}

export function offersOf(product: Priced, now: number): Offer[] {
  const { stock, variants } = product;
  if (variants.length === 0) return [{ sku: null, options: {}, ...priceNow(product, product, now), stock }];
  return variants.map((variant) => ({
    sku: variant.sku,
    options: variant.options,
    ...priceNow(variant.price === null ? { ...product, ...saleOf(variant) } : variant, product, now),
    stock: variant.stock === "unknown" ? stock : variant.stock,
  }));
}

const saleOf = ({ salePrice }: ProductVariant) => (salePrice === null ? {} : { salePrice });

function priceNow(
  { price, salePrice }: Pick<Priced, "price" | "salePrice">,
  { priceValidUntil, currency }: Priced,
  now: number,
): Pick<Offer, "price" | "regularPrice"> {
  if (currency === null) return { price: null, regularPrice: null };
  const isOver = priceValidUntil !== null && Date.parse(priceValidUntil) <= now;
  if (salePrice === null || isOver || (price !== null && salePrice >= price)) return { price, regularPrice: null };
  return { price: salePrice, regularPrice: price };
}

export interface PriceAge {
  origin: ProductOrigin;
  priceCheckedAt: string;
  priceLimitDays: number | null;
}

const DAY_MS = 86_400_000;

/** Whether the price may no longer be told: seen too long ago on a page or in a feed, or past its own date. */
export function isPriceStale(product: Priced, age: PriceAge, now: number): boolean {
  const { priceValidUntil, salePrice, price } = product;
  const hasEnded = priceValidUntil !== null && Date.parse(priceValidUntil) <= now;
  if (hasEnded && (salePrice === null || price === null)) return true;
  if (age.priceLimitDays === null || (age.origin !== "page" && age.origin !== "feed")) return false;
  return now - Date.parse(age.priceCheckedAt) > age.priceLimitDays * DAY_MS;
}

type Carded = Priced & Pick<ProductInput, "name" | "brand" | "image" | "link"> & PriceAge & { id: string };

const MOST_VALUES = 12;

/** What a visitor sees; of variants the cheapest that can be had, of those that were asked for where `offers` says so. */
export function cardOf(product: Carded, now: number, offers: readonly Offer[] = offersOf(product, now)): ProductCard {
  const priceStale = isPriceStale(product, product, now);
  const best = bestOffer(offers);
  const prices = new Set(offers.flatMap(({ price }) => price ?? []));
  return {
    id: product.id,
    name: product.name,
    brand: product.brand,
    image: product.image?.startsWith("https://") === true ? product.image : null,
    link: product.link !== null && /^https?:\/\//u.test(product.link) ? product.link : null,
    currency: product.currency,
    price: priceStale ? null : (best?.price ?? null),
    regularPrice: priceStale ? null : (best?.regularPrice ?? null),
    from: !priceStale && prices.size > 1,
    priceStale,
    stock: stockOf(offers),
    options: optionsOf(offers),
  };
}

function bestOffer(offers: readonly Offer[]): Offer | undefined {
  const rank = ({ price, stock }: Offer) => [stock === "out_of_stock" ? 1 : 0, price ?? Infinity] as const;
  return offers.toSorted((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a[0] - b[0] || a[1] - b[1];
  })[0];
}

const stockOrder: readonly StockState[] = ["in_stock", "backorder", "preorder", "unknown", "out_of_stock"];

function stockOf(offers: readonly Offer[]): StockState {
  return stockOrder.find((state) => offers.some(({ stock }) => stock === state)) ?? "unknown";
}

function optionsOf(offers: readonly Offer[]): string[] {
  const byName = new Map<string, Set<string>>();
  for (const { options, stock } of offers) {
    if (stock === "out_of_stock") continue;
    for (const [name, value] of Object.entries(options)) byName.set(name, (byName.get(name) ?? new Set()).add(value));
  }
  return [...byName].slice(0, 4).map(([name, values]) => {
    const shown = [...values].slice(0, MOST_VALUES).join(", ");
    return `${name}: ${shown}${values.size > MOST_VALUES ? ", …" : ""}`;
  });
}
