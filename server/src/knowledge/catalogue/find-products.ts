import type { ProductSort, StockState } from "@parley/contracts";
import type { Scope, Statement } from "../../platform/index.ts";
import { productColumns } from "./product-row.ts";
import { NO_PRICE } from "./product-words.ts";

export interface ProductFilter {
  agentId: string;
  index: number;
  /** All must be held by one offer; of each group one word is enough. */
  words: readonly (readonly string[])[];
  /** The beginning of a word. */
  prefix: string | null;
  minPrice: number | null;
  maxPrice: number | null;
  /** Codes of stock. */
  stock: readonly number[] | null;
  origin: string | null;
}

export interface ProductPage extends ProductFilter {
  sort: ProductSort;
  limit: number;
  /** Of the last product of the page before: its number, and what the list is sorted by. */
  after: { number: number; key: string | null } | null;
}

/** So many are counted, at most. */
export const MOST_COUNTED = 1_000;

/** `listed`: an index of products stands behind each; `found`: of what was found by words, where that says it. */
const orders: Record<ProductSort, { listed: string; found: string; type: string; descends: boolean }> = {
  newest: { listed: "p.number", found: "h.product", type: "bigint", descends: true },
  name: { listed: "left(p.name, 100)", found: "left(p.name, 100)", type: "text", descends: false },
  price: { listed: `coalesce(p.lowest, ${NO_PRICE})`, found: "h.price", type: "bigint", descends: false },
  "-price": {
    listed: "coalesce(p.lowest, -1)",
    found: `case when h.price = ${NO_PRICE} then -1 else h.price end`,
    type: "bigint",
    descends: true,
  },
};

/**
 * A page of products and how many there are, in one statement: rows carry `total` and `key`. What is asked for by words
 * is found and put in order in the index of words alone; the products are read for the page that is shown.
 */
export function findProducts(scope: Scope, page: ProductPage): Statement {
  const filter = filterOf(scope, page);
  const { sort, limit, after } = page;
  const { listed, found, type, descends } = orders[sort];
  const [less, direction] = descends ? ["<", "desc"] : [">", "asc"];
  const { bind } = filter;
  const isWhole = filter.byWords && page.origin === null;
  const number = isWhole && sort !== "name" ? "h.product" : "p.number";
  const key = filter.byWords ? found : listed;
  const beyond =
    after === null ? "" : `and (${key}, ${number}) ${less} (${bind(after.key)}::${type}, ${bind(after.number)}::int)`;
  const from = filter.byWords ? filter.joined : "knowledge_products p";
  const counted = isWhole ? "select 1 from hits" : `select 1 from ${from} where ${filter.where}`;
  const picked =
    number === "h.product"
      ? `select h.product as number, ${key} as key from hits h where true ${beyond}`
      : `select p.number, ${key} as key from ${from} where ${filter.where} ${beyond}`;
  return {
    text: `${filter.hits === "" ? "with" : `${filter.hits},`}
      picked as materialized (${picked} order by ${key} ${direction}, ${number} ${direction} limit ${bind(limit)}::int)
      select ${productColumns}, picked.key::text as key,
        (select count(*)::int from (${counted} limit ${MOST_COUNTED}) as counted) as total
      from picked cross join lateral (select * from knowledge_products
        where organization = $1::int and number = picked.number offset 0) p
      order by picked.key ${direction}, picked.number ${direction}`,
    values: filter.values,
  };
}

/** How many products there are under each key, of those that a filter leaves: for the first few thousand of them. */
export function countKeys(scope: Scope, filter: ProductFilter): Statement {
  const { hits, byWords, joined, where, values } = filterOf(scope, filter);
  const few = byWords
    ? `select h.product from ${filter.origin === null ? "hits h" : `${joined} where ${where}`} limit ${MOST_FACETED}`
    : `select p.number as product from knowledge_products p where ${where} limit ${MOST_FACETED}`;
  return {
    text: `${hits === "" ? "with" : `${hits},`} few as materialized (${few})
      select w.word, count(distinct w.product)::int as count from few
      join knowledge_product_words w on w.organization = $1::int and w.product = few.product
      where w.word >= '=a' and w.word < '=d' group by w.word order by 2 desc, 1 limit 500`,
    values,
  };
}

const MOST_FACETED = 5_000;

function filterOf(scope: Scope, filter: ProductFilter) {
  const values: unknown[] = [scope.organization, filter.agentId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { minPrice, maxPrice, stock, prefix, words, origin } = filter;
  const byWords = words.length > 0 || prefix !== null || stock !== null;
  const joined = `hits h cross join lateral (select number, name, agent_id, organization, origin from knowledge_products
    where organization = $1::int and number = h.product offset 0) p`;
  const tests = ["p.organization = $1::int", "p.agent_id = $2::text"];
  if (origin !== null) tests.push(`p.origin = ${bind(origin)}::text`);
  if (!byWords) {
    // As the index has it by which lists are sorted; what has no price is beyond any bound.
    const lowest = orders.price.listed;
    if (minPrice !== null) tests.push(`${lowest} >= ${bind(minPrice)}::bigint and ${lowest} < ${NO_PRICE}`);
    if (maxPrice !== null) tests.push(`${lowest} <= ${bind(maxPrice)}::bigint`);
    return { hits: "", joined, byWords, where: tests.join(" and "), values, bind };
  }
  const number = `${bind(filter.index)}::int`;
  const groups = words.map((group) => (at: string) => `${at}.word = any(${bind([...group])}::text[] collate "C")`);
  if (prefix !== null)
    groups.push(
      (at) =>
        `${at}.word >= ${bind(prefix)}::text collate "C" and ${at}.word < ${bind(`${prefix}\u{10ffff}`)}::text collate "C"`,
    );
  if (groups.length === 0) groups.push((at) => `${at}.word = '='`);
  const low = minPrice === null ? null : `${bind(minPrice)}::bigint`;
  const high = maxPrice === null ? null : `${bind(maxPrice)}::bigint`;
  const codes = stock === null ? null : `${bind([...stock])}::smallint[]`;
  // Said of each word, though all are of one offer: so that of none more than needed is read.
  const boundsOf = (at: string) => [
    ...(low === null ? [] : [`${at}.price >= ${low} and ${at}.price < ${NO_PRICE}`]),
    ...(high === null ? [] : [`${at}.price <= ${high}`]),
    ...(codes === null ? [] : [`${at}.stock = any(${codes})`]),
  ];
  const joins = groups.slice(1).map((holds, at) => {
    const name = `w${at + 1}`;
    const tests = [holds(name), ...boundsOf(name)].join(" and ");
    return `join knowledge_product_words ${name} on ${name}.organization = $1::int and ${name}.index_number = ${number}
      and ${name}.product = w0.product and ${name}.offer = w0.offer and ${name}.price = w0.price and ${name}.stock = w0.stock and ${tests}`;
  });
  const first = groups[0]?.("w0") ?? "true";
  const hits = `with hits as materialized (
    select w0.product, min(w0.price) as price from knowledge_product_words w0 ${joins.join(" ")}
    where ${["w0.organization = $1::int", "$2::text is not null", `w0.index_number = ${number}`, first, ...boundsOf("w0")].join(" and ")}
    group by w0.product)`;
  return { hits, joined, byWords, where: tests.join(" and "), values, bind };
}

/** Which of these words any product of the agent is found by. */
export function knownWords(scope: Scope, index: number, words: readonly string[]): Statement {
  return {
    text: `select asked.word from unnest($3::text[]) as asked(word) where exists (
        select 1 from knowledge_product_words w
        where w.organization = $1::int and w.index_number = $2::int and w.word = asked.word collate "C")`,
    values: [scope.organization, index, words],
  };
}

/** The different words with a beginning, as a walk from one to the next: it costs by the word and not by the product. */
export function distinctWords(
  scope: Scope,
  index: number,
  { prefix, limit }: { prefix: string; limit: number },
): Statement {
  const next = (bound: string) => `(select w.word from knowledge_product_words w where w.organization = $1::int
    and w.index_number = $2::int and ${bound} and w.word < $4::text collate "C" order by w.word limit 1)`;
  return {
    text: `with recursive walk(word, number) as (
      select ${next('w.word >= $3::text collate "C"')}, 1
      union all select ${next("w.word > walk.word")}, number + 1 from walk where walk.word is not null and number < $5::int)
      select word from walk where word is not null`,
    values: [scope.organization, index, prefix, `${prefix}\u{10ffff}`, limit],
  };
}

export const stockWanted = (
  stock: StockState | "available",
  codes: Record<StockState, number>,
  available: readonly number[],
) => (stock === "available" ? available : [codes[stock]]);
