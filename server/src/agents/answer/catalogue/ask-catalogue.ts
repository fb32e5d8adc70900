import { formatMoney } from "@parley/contracts";
import type { AskCatalogue, FoundProduct, Passage } from "../../../knowledge/index.ts";
import type { Scope } from "../../../platform/index.ts";
import type { Analyse } from "../extract/read-terms.ts";
import { readContent, type Content } from "./read-content.ts";
import { type ProductQuestion, readProductQuestion } from "./read-product-question.ts";

/** What the catalogue says to a question. `found`: best first; `near`: nothing fits, and this comes close. */
export interface CatalogueAnswer {
  kind: "one" | "some" | "superlative" | "compare" | "none" | "attribute";
  question: ProductQuestion;
  found: readonly FoundProduct[];
  total: number;
  near: boolean;
  /** For `attribute`: which was asked for. */
  attribute: string | null;
}

export interface CatalogueLook {
  /** What it answers by itself; null where the pages are asked. */
  answer: CatalogueAnswer | null;
  /** What a model may rely on: products that the question names. */
  passages: Passage[];
}

export interface CatalogueKit {
  catalogue: AskCatalogue;
  analyse: Analyse;
}

interface Asking {
  scope: Scope;
  agentId: string;
  /** With what a follow-up leaves unsaid. */
  text: string;
  languages: readonly string[];
  agentName: string;
}

const NOTHING: CatalogueLook = { answer: null, passages: [] };
const MOST = 60;
/** Of products that a question merely names, for a model. */
const FOR_MODEL = 3;

/** Asks the catalogue: only where it has every word of the question that is no grammar does it answer. */
export async function askCatalogue(asking: Asking, kit: CatalogueKit): Promise<CatalogueLook> {
  const { scope, agentId } = asking;
  const about = await kit.catalogue.about(scope, agentId);
  if (about === null) return NOTHING;
  const question = readProductQuestion(asking.text, about.currencies[0] ?? "EUR");
  const languages = [...new Set([...asking.languages, ...about.languages])];
  const look = { asking, kit, languages };
  if (question.sides !== null) {
    const compared = await compare(question, look);
    if (compared !== null) return { answer: compared, passages: [] };
  }
  const content = await readContent(question.rest, { ...asking, kit, languages });
  const isAsked = hasIntent(question) || content.isBare;
  const unknownCurrency = question.currency !== null && !about.currencies.includes(question.currency);
  if (content.unknown.length > 0 || unknownCurrency || !isAsked)
    return { answer: null, passages: await named(content, look) };
  if (content.words.length === 0 && !(question.generic && hasIntent(question)) && !isWhole(question)) return NOTHING;
  const answer = await answerWith(question, content, look);
  return answer === null ? { answer: null, passages: await named(content, look) } : { answer, passages: [] };
}

interface Look {
  asking: Asking;
  kit: CatalogueKit;
  languages: readonly string[];
}

function hasIntent({ min, max, sort, inStock, onSale, asks }: ProductQuestion): boolean {
  return min !== null || max !== null || sort !== null || inStock || onSale || asks.size > 0;
}

/** "What is on sale?", "Anything under 20 euro?" name nothing and mean everything. */
function isWhole({ min, max, sort, onSale, currency }: ProductQuestion): boolean {
  return onSale || sort !== null || ((min !== null || max !== null) && currency !== null);
}

async function answerWith(question: ProductQuestion, content: Content, look: Look): Promise<CatalogueAnswer | null> {
  const { asking, kit } = look;
  const { scope, agentId } = asking;
  const { min, max, currency, sort, inStock, onSale } = question;
  const base = { agentId, words: content.words, sort: sort ?? ("price" as const), limit: MOST };
  const bounds = { minPrice: min, maxPrice: max, currency };
  const wanted = { ...base, ...bounds, stock: inStock ? ("available" as const) : null };
  const first = await kit.catalogue.find(scope, wanted);
  const found = onSale ? first.found.filter(({ card }) => card.regularPrice !== null) : first.found;
  const total = onSale ? found.length : first.total;
  const shape = { question, near: false, attribute: null };
  if (found.length > 0) {
    const ranked = sort === null ? rank(found, content) : found;
    if (sort !== null) return { ...shape, kind: "superlative", found: ranked, total };
    const [only] = ranked;
    if (content.attribute !== null && only !== undefined && question.asks.size <= 1 && min === null && max === null)
      if (ranked.length === 1 || isNamed(only, content))
        return { ...shape, kind: "attribute", attribute: content.attribute, found: [only], total: 1 };
    if (only !== undefined && (ranked.length === 1 || isNamed(only, content)) && !isPlural(question, ranked, content))
      return { ...shape, kind: "one", found: [only], total: 1 };
    return { ...shape, kind: "some", found: ranked, total };
  }
  if (content.words.length === 0) return { ...shape, kind: "none", found: [], total: 0 };
  if (!hasIntent(question)) return null;
  // Not at this price, or not in stock: what there is of it.
  const without = await kit.catalogue.find(scope, base);
  if (without.found.length === 0) return null;
  const near = max !== null || min === null ? without.found : without.found.toReversed();
  const isOne = without.found.length === 1 && min === null && max === null && !onSale;
  if (isOne) return { ...shape, kind: "one", found: without.found, total: 1 };
  return { ...shape, kind: "none", near: true, found: near.slice(0, 3), total: 0 };
}

/** Names that hold fewer other words come first; then what can be had; then what costs less. */
function rank(found: readonly FoundProduct[], content: Content): FoundProduct[] {
  const asked = content.terms;
  const strange = ({ product }: FoundProduct) => content.termsOf(product).filter((term) => !asked.has(term)).length;
  const isOut = ({ card }: FoundProduct) => (card.stock === "out_of_stock" ? 1 : 0);
  return found
    .map((one) => ({ one, strange: isNamed(one, content) ? -1 : content.isBroad ? 0 : strange(one) }))
    .toSorted((a, b) => a.strange - b.strange || isOut(a.one) - isOut(b.one))
    .map(({ one }) => one);
}

/** Every word of its name was said. */
function isNamed({ product }: FoundProduct, content: Content): boolean {
  const terms = content.termsOf(product);
  return terms.length > 0 && terms.every((term) => content.terms.has(term));
}

/** "Do you have lamps?" where one is called just Lamp asks for all of them. */
function isPlural(
  { asks, max, min, inStock }: ProductQuestion,
  found: readonly FoundProduct[],
  content: Content,
): boolean {
  const [only] = found;
  if (found.length < 2 || only === undefined) return false;
  const nameTerms = content.termsOf(only.product).length;
  return (
    nameTerms < 2 &&
    (asks.has("list") || asks.has("count") || max !== null || min !== null || (inStock && asks.has("have")))
  );
}

async function compare(question: ProductQuestion, { asking, kit, languages }: Look): Promise<CatalogueAnswer | null> {
  const both: FoundProduct[] = [];
  for (const side of question.sides ?? []) {
    const content = await readContent(side, { ...asking, kit, languages });
    if (content.unknown.length > 0 || content.words.length === 0) return null;
    const { found } = await kit.catalogue.find(asking.scope, {
      agentId: asking.agentId,
      words: content.words,
      sort: "price",
      limit: 20,
    });
    const [best] = rank(found, content);
    if (best === undefined) return null;
    both.push(best);
  }
  const [one, other] = both;
  if (one === undefined || other === undefined || one.product.id === other.product.id) return null;
  return { kind: "compare", question, found: both, total: 2, near: false, attribute: null };
}

/** Products whose whole name the question holds: facts that a model may rely on. */
async function named(content: Content, { asking, kit, languages }: Look): Promise<Passage[]> {
  if (content.words.length === 0) return [];
  const { found } = await kit.catalogue.find(asking.scope, {
    agentId: asking.agentId,
    words: content.words,
    sort: "newest",
    limit: 20,
  });
  return found
    .filter((one) => isNamed(one, content))
    .slice(0, FOR_MODEL)
    .map((one, at) => passageOf(one, { at, language: languages[0] ?? "en" }));
}

/** What the catalogue knows of a product, as a passage that answers can be proved with. A price that is too old is left out. */
export function passageOf(
  { product, card, offers }: FoundProduct,
  { at, language }: { at: number; language: string },
): Passage {
  const money = (amount: number | null) =>
    amount === null || card.currency === null ? null : formatMoney(amount, card.currency, language);
  const facts: (string | null)[] = [
    product.brand === null ? null : `Brand: ${product.brand}`,
    product.category.length === 0 ? null : `Category: ${product.category.join(" > ")}`,
    money(card.price) === null ? null : `Price: ${money(card.price)}${card.from ? " (cheapest variant)" : ""}`,
    money(card.regularPrice) === null ? null : `Regular price: ${money(card.regularPrice)}`,
    card.priceStale ? `Price: not known any more; it must be looked up on the page` : null,
    card.stock === "unknown" ? null : `Stock: ${card.stock.replaceAll("_", " ")}`,
    ...Object.entries(product.attributes).map(([name, value]) => `${name}: ${sayValue(value)}`),
    ...offers.slice(0, 12).flatMap(({ options, price, stock }) => {
      const named = Object.entries(options).map(([name, value]) => `${name} ${value}`);
      return named.length === 0
        ? []
        : [`${named.join(", ")}: ${card.priceStale ? "" : (money(price) ?? "")} ${stock.replaceAll("_", " ")}`];
    }),
  ];
  return {
    chunk: -1 - at,
    documentId: product.id,
    externalId: product.externalId,
    title: product.name,
    url: card.link,
    headings: [],
    text: [product.description.slice(0, 600), ...facts.flatMap((fact) => (fact === null ? [] : `- ${fact}`))]
      .join("\n")
      .trim(),
    language: product.language,
    score: 0,
  };
}

export function sayValue(value: FoundProduct["product"]["attributes"][string]): string {
  if (typeof value === "boolean") return value ? "✓" : "–";
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join(", ") : `${value.value}${value.unit === null ? "" : ` ${value.unit}`}`;
}
