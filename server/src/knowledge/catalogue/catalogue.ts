import {
  Fault,
  importState,
  type Catalogue,
  type Product,
  type ProductChange,
  type ProductInput,
  type ProductOrigin,
  type ProductQuery,
  type ProductSearchQuery,
  type ProductSearchResult,
} from "@parley/contracts";
import { assertSeen, type Clock, type Database, type Live, type Scope } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { Indexes } from "../indexes.ts";
import { countKeys, distinctWords, findProducts, MOST_COUNTED, type ProductFilter } from "./find-products.ts";
import { readFacets } from "./read-facets.ts";
import { filterOfQuery, pageCursor, readPageCursor } from "./read-query.ts";
import { inputOf, presentProduct, productColumns, productOf, type ProductRecord } from "./product-row.ts";
import { createProductUpkeep, removal } from "./product-upkeep.ts";
import { lockCatalogue, type ReadInput, writeProducts, type WriteDeps, type Written } from "./write-products.ts";

export interface CatalogueDeps extends WriteDeps {
  db: Database;
  clock: Clock;
  audit: Audit;
  live: Live;
  indexes: Pick<Indexes, "find">;
}

/** What an agent sells or offers, as data. */
export function createCatalogueStore(deps: CatalogueDeps) {
  const { db, clock, audit, live, indexes } = deps;
  const told = (scope: Scope, agentId: string, id?: string) =>
    live.changed(scope, { resource: "products", agentId, ...(id === undefined ? {} : { id }) });

  async function settings(scope: Scope, agentId: string) {
    const [rows = []] = await db.batch(scope, [
      {
        text: "select price_limit_days, revision, last_import from knowledge_catalogues where organization = $1::int and agent_id = $2::text",
        values: [scope.organization, agentId],
      },
    ]);
    const [row] = rows;
    const days = row === undefined ? DEFAULT_DAYS : row["price_limit_days"];
    return {
      priceLimitDays: days === null ? null : Number(days),
      revision: Number(row?.["revision"] ?? 1),
      lastImport: importState
        .nullable()
        .catch(null)
        .parse(row?.["last_import"] ?? null),
    };
  }

  async function read(scope: Scope, id: string): Promise<ProductRecord> {
    const [rows = []] = await db.batch(scope, [
      {
        text: `select ${productColumns} from knowledge_products p where organization = $1::int and id = $2::text`,
        values: [scope.organization, id],
      },
    ]);
    const [row] = rows;
    if (!row) throw new Fault("not_found", "There is no such product.");
    return productOf(row);
  }

  /** Puts products in pieces, each in a transaction of its own: what broke off goes on when it is given again. */
  async function write(
    scope: Scope,
    given: {
      agentId: string;
      inputs: readonly ReadInput[];
      origin: ProductOrigin;
      sourceId?: string | null;
      languageHint?: string;
      signal?: AbortSignal;
      /** Told how many were put, and how many of them were there just so. */
      wrote?: (count: { stored: number; unchanged: number }) => Promise<void> | void;
    },
  ): Promise<Written[]> {
    const { number: index } = await indexes.find(scope, given.agentId);
    const all: Written[] = [];
    for (let from = 0; from < given.inputs.length; from += PIECE) {
      given.signal?.throwIfAborted();
      const inputs = given.inputs.slice(from, from + PIECE);
      const written = await db.transaction(scope, async (tx) => {
        await lockCatalogue(tx, scope, given.agentId);
        const sourceId = given.sourceId ?? null;
        return writeProducts(deps, tx, { ...given, scope, index, sourceId, inputs });
      });
      // An import of 100,000 needs none of the rows.
      if (given.wrote === undefined) all.push(...written);
      const unchanged = written.filter(({ changed }) => !changed).length;
      await given.wrote?.({ stored: written.length - unchanged, unchanged });
    }
    return all;
  }

  async function filterFor(scope: Scope, agentId: string, query: ProductQuery): Promise<ProductFilter> {
    const [{ number: index }, languages] = await Promise.all([
      indexes.find(scope, agentId),
      languagesOf(scope, agentId),
    ]);
    return filterOfQuery(query, { agentId, index, languages });
  }

  async function languagesOf(scope: Scope, agentId: string): Promise<string[]> {
    return (await distinct(scope, agentId, { prefix: "=l:", limit: 20 })).map((word) => word.slice(3));
  }

  async function distinct(scope: Scope, agentId: string, of: { prefix: string; limit: number }): Promise<string[]> {
    const { number: index } = await indexes.find(scope, agentId);
    const [rows = []] = await db.batch(scope, [distinctWords(scope, index, of)]);
    return rows.map((row) => String(row["word"]));
  }

  return {
    settings,
    write,
    languagesOf,
    distinct,

    /** How much there is, and what is set. Throws `not_found`. */
    async about(scope: Scope, agentId: string): Promise<Catalogue> {
      const [set, [counted = []], currencies, categories] = await Promise.all([
        settings(scope, agentId),
        db.batch(scope, [
          {
            text: "select count(*)::int as products from knowledge_products where organization = $1::int and agent_id = $2::text",
            values: [scope.organization, agentId],
          },
        ]),
        distinct(scope, agentId, { prefix: "=m:", limit: 20 }),
        distinct(scope, agentId, { prefix: "=c:", limit: 200 }),
      ]);
      return {
        agentId,
        products: Number(counted[0]?.["products"] ?? 0),
        currencies: currencies.map((word) => word.slice(3)),
        categories: categories.map((word) => word.slice(3)),
        priceLimitDays: set.priceLimitDays,
        import: set.lastImport,
        revision: set.revision,
      };
    },

    async changeSettings(
      scope: Scope,
      { agentId, revision }: { agentId: string; revision: number | null },
      { priceLimitDays }: { priceLimitDays: number | null },
    ): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const before = await lockCatalogue(tx, scope, agentId);
        assertSeen(revision, before.revision);
        await tx.batch([
          {
            text: `update knowledge_catalogues set price_limit_days = $3::int, revision = revision + 1
              where organization = $1::int and agent_id = $2::text`,
            values: [scope.organization, agentId, priceLimitDays],
          },
        ]);
        await audit.record(tx, scope, {
          action: "catalogue.changed",
          target: { type: "agent", id: agentId },
          before: { priceLimitDays: before.priceLimitDays },
          after: { priceLimitDays },
        });
      });
      told(scope, agentId);
    },

    /** Puts products under their external ids. In the order given. */
    async put(scope: Scope, agentId: string, inputs: readonly ProductInput[]) {
      const origin = scope.actor.type === "member" ? "manual" : "api";
      const { number: index } = await indexes.find(scope, agentId);
      const written = await db.transaction(scope, async (tx) => {
        await lockCatalogue(tx, scope, agentId);
        const done = await writeProducts(deps, tx, { scope, agentId, index, origin, sourceId: null, inputs });
        const changed = done.filter((one) => one.changed);
        const [only] = changed;
        if (only && changed.length === 1)
          await audit.record(tx, scope, {
            action: only.before ? "product.changed" : "product.created",
            target: targetOf(only.record),
            ...(only.before ? { before: shown(only.before) } : {}),
            after: shown(only.record),
          });
        else if (only)
          await audit.record(tx, scope, {
            action: "products.stored",
            target: { type: "agent", id: agentId },
            after: { products: changed.length },
          });
        return done;
      });
      told(scope, agentId);
      const byId = new Map(written.map((one) => [one.record.externalId, one]));
      return inputs.flatMap(({ externalId }) => {
        const one = byId.get(externalId);
        return one ? [{ id: one.record.id, externalId, changed: one.changed }] : [];
      });
    },

    async get(scope: Scope, id: string): Promise<Product> {
      const record = await read(scope, id);
      const { priceLimitDays } = await settings(scope, record.agentId);
      return presentProduct(record, { priceLimitDays, now: clock.now() });
    },

    /** What people change is theirs from then on: neither pages nor feeds change it any more. */
    async change(
      scope: Scope,
      { id, revision }: { id: string; revision: number | null },
      change: ProductChange,
    ): Promise<Product> {
      const { agentId } = await read(scope, id);
      const { number: index } = await indexes.find(scope, agentId);
      const { record, days } = await db.transaction(scope, async (tx) => {
        const { priceLimitDays: days } = await lockCatalogue(tx, scope, agentId);
        const before = await lockProduct(tx, scope, id);
        assertSeen(revision, before.revision);
        const { externalId = before.externalId } = change;
        if (externalId !== before.externalId) await rename(tx, scope, { before, externalId });
        const input = inputOf(before, change);
        const given = { scope, agentId, index, origin: "manual" as const, sourceId: null, inputs: [input] };
        const [after] = await writeProducts(deps, tx, given);
        if (!after) throw new Fault("not_found", "There is no such product.");
        await audit.record(tx, scope, {
          action: "product.changed",
          target: targetOf(after.record),
          before: shown(before),
          after: shown(after.record),
        });
        return { record: after.record, days };
      });
      told(scope, agentId, id);
      return presentProduct(record, { priceLimitDays: days, now: clock.now() });
    },

    async remove(scope: Scope, { id, revision }: { id: string; revision: number | null }): Promise<void> {
      const agentId = await db.transaction(scope, async (tx) => {
        const before = await lockProduct(tx, scope, id);
        assertSeen(revision, before.revision);
        await tx.batch([removal(scope, "id = any($2::text[])", [[id]])]);
        await audit.record(tx, scope, {
          action: "product.deleted",
          target: targetOf(before),
          before: shown(before),
        });
        return before.agentId;
      });
      told(scope, agentId, id);
    },

    /** Ids that are not there are passed over; how many went. */
    async removeMany(scope: Scope, agentId: string, ids: readonly string[]): Promise<number> {
      await indexes.find(scope, agentId);
      const removed = await db.transaction(scope, async (tx) => {
        const [rows = []] = await tx.batch([
          removal(scope, "agent_id = $2::text and id = any($3::text[])", [agentId, ids]),
        ]);
        if (rows.length > 0)
          await audit.record(tx, scope, {
            action: "products.deleted",
            target: { type: "agent", id: agentId },
            before: { products: rows.length },
          });
        return rows.length;
      });
      if (removed > 0) told(scope, agentId);
      return removed;
    },

    async list(scope: Scope, agentId: string, query: ProductQuery) {
      const { facets: _facets, total: _total, ...page } = await search(scope, agentId, { ...query, facets: false });
      return page;
    },
    search,

    /** Products for an answer. */
    async find(
      scope: Scope,
      filter: Omit<ProductFilter, "index" | "origin" | "prefix">,
      sort: ProductQuery["sort"],
      limit: number,
    ) {
      const { number: index } = await indexes.find(scope, filter.agentId);
      const page = { ...filter, index, origin: null, prefix: null, sort, limit, after: null };
      const [rows = []] = await db.batch(scope, [findProducts(scope, page)]);
      return { products: rows.map(productOf), total: Number(rows[0]?.["total"] ?? 0) };
    },

    told,
    ...createProductUpkeep(deps),
  };

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

  async function lockProduct(
    tx: Parameters<typeof lockCatalogue>[0],
    scope: Scope,
    id: string,
  ): Promise<ProductRecord> {
    const [rows = []] = await tx.batch([
      {
        text: `select ${productColumns} from knowledge_products p where organization = $1::int and id = $2::text for update`,
        values: [scope.organization, id],
      },
    ]);
    const [row] = rows;
    if (!row) throw new Fault("not_found", "There is no such product.");
    return productOf(row);
  }

  async function rename(
    tx: Parameters<typeof lockCatalogue>[0],
    scope: Scope,
    { before, externalId }: { before: ProductRecord; externalId: string },
  ): Promise<void> {
    const [rows = []] = await tx.batch([
      {
        text: `update knowledge_products set external_id = $3::text where organization = $1::int and number = $2::int
          and not exists (select 1 from knowledge_products o where o.organization = $1::int and o.agent_id = $4::text and o.external_id = $3::text)
          returning number`,
        values: [scope.organization, before.number, externalId, before.agentId],
      },
    ]);
    if (rows.length === 0)
      throw new Fault("already_exists", "Another product has this id already. Give this one another id.", {
        field: "externalId",
      });
  }
}

export type CatalogueStore = ReturnType<typeof createCatalogueStore>;

const targetOf = ({ id, name }: ProductRecord) => ({ type: "product", id, name });

/** What the audit log keeps of a product. */
function shown({ externalId, name, price, currency, salePrice, stock, quantity, link }: ProductRecord) {
  return { externalId, name, price, currency, salePrice, stock, quantity, link };
}

const DEFAULT_DAYS = 7;
const PIECE = 250;
