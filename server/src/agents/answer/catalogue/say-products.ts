import { formatMoney, type ProductCard } from "@parley/contracts";
import type { FoundProduct } from "../../../knowledge/index.ts";
import { fill } from "../../texts/texts.ts";
import type { Citer } from "../cite.ts";
import type { DraftPart } from "../guard-parts.ts";
import { type CatalogueAnswer, passageOf, sayValue } from "./ask-catalogue.ts";
import { type CataloguePhrases, cataloguePhrases } from "./catalogue-phrases.ts";

/** So many are named in the sentence; the cards show more. */
const NAMED = 3;
const CARDS = 10;
const DIFFERENCES = 3;

interface Saying {
  language: string;
  citer: Citer;
  words: CataloguePhrases;
}

/** The lead sentence with its sources, and then the cards. */
export function* sayProducts(
  answer: CatalogueAnswer,
  { language, citer }: { language: string; citer: Citer },
): Generator<DraftPart> {
  const saying = { language, citer, words: cataloguePhrases(language) };
  const { found } = answer;
  if (answer.kind === "none") yield* sayNone(answer, saying);
  else if (answer.kind === "compare") yield* sayComparison(found, saying);
  else if (answer.kind === "one") yield* sayOne(found[0], saying);
  else if (answer.kind === "attribute") yield* sayAttribute(answer, saying);
  else if (answer.kind === "superlative") yield* saySuperlative(answer, saying);
  else yield* saySome(answer, saying);
  const cards = cardsOf(answer);
  if (cards.length > 0)
    yield {
      type: "products",
      products: cards,
      language,
      words: { from: saying.words.from, stock: saying.words.stock },
    };
}

/** What is shown: of a superlative the one that it asks for, where it names no number. */
export function cardsOf({ kind, found, question }: CatalogueAnswer): ProductCard[] {
  const shown = kind === "superlative" && question.sort !== "newest" ? tops(found) : found;
  return shown.slice(0, CARDS).map(({ card }) => card);
}

/** Those that cost the same as the first. */
function tops(found: readonly FoundProduct[]): readonly FoundProduct[] {
  const [first] = found;
  return found.filter(({ card }) => card.price === first?.card.price);
}

function* sayOne(one: FoundProduct | undefined, saying: Saying): Generator<DraftPart> {
  if (one === undefined) return;
  yield text(one.card.priceStale ? staleLine(one, saying) : `${describe(one, saying)}.`);
  yield cite(one, saying);
}

function* saySome({ found, total }: CatalogueAnswer, saying: Saying): Generator<DraftPart> {
  const { words, language } = saying;
  const named = found.slice(0, NAMED);
  const count = total.toLocaleString(language);
  const lead = fill(total > named.length ? words.foundMore : words.found, { count });
  const allInStock = found.length === total && found.every(({ card }) => card.stock === "in_stock");
  yield text(`${lead}${allInStock ? `, ${words.allInStock}` : ""}:`);
  yield* names(named, saying, !allInStock);
}

function* saySuperlative({ found, question }: CatalogueAnswer, saying: Saying): Generator<DraftPart> {
  const { words } = saying;
  const lead = question.sort === "price" ? words.cheapest : question.sort === "-price" ? words.dearest : words.newest;
  const shown = question.sort === "newest" ? found.slice(0, NAMED) : tops(found).slice(0, NAMED);
  yield text(`${lead}:`);
  yield* names(shown, saying, true);
}

function* sayNone({ found }: CatalogueAnswer, saying: Saying): Generator<DraftPart> {
  const { words } = saying;
  yield text(words.none);
  if (found.length === 0) return;
  yield text(` ${words.near}`);
  yield* names(found.slice(0, NAMED), saying, true);
}

function* sayComparison(found: readonly FoundProduct[], saying: Saying): Generator<DraftPart> {
  const { words, language } = saying;
  for (const one of found) {
    yield text(
      `${one === found[0] ? "" : " "}${one.card.priceStale ? staleLine(one, saying) : `${describe(one, saying)}.`}`,
    );
    yield cite(one, saying);
  }
  const [one, other] = found;
  if (one === undefined || other === undefined) return;
  const [a, b] = [one.card, other.card];
  if (a.price !== null && b.price !== null && a.currency !== null && a.currency === b.currency) {
    const [cheaper, amount] = a.price < b.price ? [a, b.price - a.price] : [b, a.price - b.price];
    const money = formatMoney(amount, a.currency, language);
    yield text(` ${amount === 0 ? words.samePrice : fill(words.cheaper, { name: cheaper.name, amount: money })}`);
  }
  const differ = Object.entries(one.product.attributes).flatMap(([name, value]) => {
    const theirs = other.product.attributes[name];
    return theirs === undefined || sayValue(theirs) === sayValue(value)
      ? []
      : [`\n- ${name}: ${sayValue(value)} / ${sayValue(theirs)}`];
  });
  if (differ.length > 0) yield text(`\n${differ.slice(0, DIFFERENCES).join("")}`);
}

function* sayAttribute({ found, attribute }: CatalogueAnswer, saying: Saying): Generator<DraftPart> {
  const [one] = found;
  if (one === undefined) return;
  const folded = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const holds = (name: string) =>
    attribute !== null &&
    folded(name)
      .split(/\s+/u)
      .some((word) => word.startsWith(attribute.slice(0, 4)) || attribute.startsWith(word.slice(0, 4)));
  const values = [
    ...Object.entries(one.product.attributes).flatMap(([name, value]) =>
      holds(name) ? [`${name}: ${sayValue(value)}`] : [],
    ),
    ...one.card.options.filter((option) => holds(option.split(":")[0] ?? "")),
  ];
  if (values.length === 0) return yield* sayOne(one, saying);
  yield text(`${one.product.name}: ${values.join("; ")}.`);
  yield cite(one, saying);
}

/** Each with its source, as one sentence. */
function* names(found: readonly FoundProduct[], saying: Saying, withStock: boolean): Generator<DraftPart> {
  for (const [at, one] of found.entries()) {
    const said = one.card.priceStale
      ? `${one.product.name} (${noPriceNow(one, saying)})`
      : describe(one, saying, withStock);
    yield text(`\n- ${said}`);
    yield cite(one, saying);
    if (at + 1 === found.length && found.some(({ card }) => card.priceStale)) {
      const stale = found.find(({ card }) => card.priceStale);
      if (stale) yield text(`\n\n${staleLine(stale, saying)}`);
    }
  }
}

/** `Nova lamp: 49.90 € (instead of 59.90 €), in stock`. */
function describe({ product, card }: FoundProduct, { words, language }: Saying, withStock = true): string {
  const money = (amount: number) =>
    card.currency === null ? String(amount) : formatMoney(amount, card.currency, language);
  const price =
    card.price === null ? null : card.from ? fill(words.from, { price: money(card.price) }) : money(card.price);
  const before = card.regularPrice === null ? "" : ` (${fill(words.insteadOf, { price: money(card.regularPrice) })})`;
  const stock = withStock ? words.stock[card.stock] : "";
  const facts = [price === null ? (stock === "" ? words.noPrice : "") : `${price}${before}`, stock].filter(
    (fact) => fact !== "",
  );
  return `${product.name}: ${facts.join(", ")}`;
}

function noPriceNow({ card }: FoundProduct, { words }: Saying): string {
  return words.stock[card.stock] || words.noPrice;
}

function staleLine({ product, card }: FoundProduct, { words }: Saying): string {
  const line = fill(words.stale, { name: product.name });
  return card.link === null ? line : `${line} ${card.link}`;
}

const text = (said: string): DraftPart => ({ type: "text-delta", text: said });

function cite(found: FoundProduct, { citer, language }: Saying): DraftPart {
  const { product, card } = found;
  return {
    type: "citation",
    citation: citer.citeOwn({
      documentId: product.id,
      externalId: product.externalId,
      title: product.name,
      url: card.link,
      link: card.link,
      text: passageOf(found, { at: 0, language }).text.replace(/^- /gmu, "").slice(0, 600),
    }),
  };
}
