import type { ProductQuery, ProductSearchQuery, ProductSearchResult } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import type { CatalogueDeps } from "./catalogue.ts";
import { countKeys, findProducts, MOST_COUNTED, type ProductFilter } from "./find-products.ts";
import { presentProduct, productOf } from "./product-row.ts";
import { readFacets } from "./read-facets.ts";
import { filterOfQuery, pageCursor, readPageCursor } from "./read-query.ts";

interface SearchDeps extends Pick<CatalogueDeps, "db" | "clock" | "indexes"> {
  distinct: (scope: Scope, agentId: string, of: { prefix: string; limit: number }) => Promise<string[]>;
  settings: (scope: Scope, agentId: string) => Promise<{ priceLimitDays: number | null }>;
}

/** Products as lists, searches and answers look for them. */
export function createProductSearch({ db, clock, indexes, distinct, settings }: SearchDeps) {
  return {
    languagesOf,
    search,

    async list(scope: Scope, agentId: string, query: ProductQuery) {
      const { facets: _facets, total: _total, ...page } = await search(scope, agentId, { ...query, facets: false });
      return page;
    },

    /** Products for an answer. */
    async find(
      scope: Scope,
      filter: Omit<ProductFilter, "index" | "origin" | "prefix">,
      { sort, limit }: Pick<ProductQuery, "sort" | "limit">,
    ) {
      const { number: index } = await indexes.find(scope, filter.agentId);
      const page = { ...filter, index, origin: null, prefix: null, sort, limit, after: null };
      const [rows = []] = await db.batch(scope, [findProducts(scope, page)]);
      return { products: rows.map(productOf), total: Number(rows[0]?.["total"] ?? 0) };
    },
  };

  async function filterFor(scope: Scope, agentId: string, query: ProductQuery): Promise<ProductFilter> {
    const [{ number: index }, languages] = await Promise.all([
      indexes.find(scope, agentId),
      // Only words are spelt by a language.
      query.q ? languagesOf(scope, agentId) : [],
    ]);
    return filterOfQuery(query, { agentId, index, languages });
  }

  async function languagesOf(scope: Scope, agentId: string): Promise<string[]> {
    return (await distinct(scope, agentId, { prefix: "=l:", limit: 20 })).map((word) => word.slice(3));
  }

  async function search(scope: Scope, agentId: string, query: ProductSearchQuery): Promise<ProductSearchResult> {
    const filter = await filterFor(scope, agentId, query);
    const { sort, limit, cursor } = query;
    const page = {
      ...filter,
      sort,
      limit: limit + 1,
      after: cursor === undefined ? null : readPageCursor(cursor, sort),
    };
    const statements = [findProducts(scope, page), ...(query.facets ? [countKeys(scope, filter)] : [])];
    const [{ priceLimitDays }, [rows = [], keys = []]] = await Promise.all([
      settings(scope, agentId),
      db.batch(scope, statements),
    ]);
    const now = clock.now();
    const data = rows.slice(0, limit).map((row) => presentProduct(productOf(row), { priceLimitDays, now }));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      data,
      next: last === undefined ? null : pageCursor(last, sort),
      total: Math.min(Number(rows[0]?.["total"] ?? 0), MOST_COUNTED),
      facets: readFacets(keys),
    };
  }
}
