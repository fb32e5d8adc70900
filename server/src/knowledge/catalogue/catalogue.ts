import { Fault, type Product, type ProductChange, type ProductInput, type ProductOrigin } from "@parley/contracts";
import { assertSeen, type Clock, type Database, type Live, type Scope } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import type { Indexes } from "../indexes.ts";
import { createCatalogueSettings } from "./catalogue-settings.ts";
import { distinctWords } from "./find-products.ts";
import { inputOf, presentProduct, productColumns, productOf, type ProductRecord } from "./product-row.ts";
import { createProductUpkeep, removal } from "./product-upkeep.ts";
import { createProductSearch } from "./search-products.ts";
import { createTending } from "./tend-products.ts";
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
  const whole = createCatalogueSettings({ db, audit, told, distinct });
  const { settings } = whole;
  const tending = createTending(db);
  const lists = createProductSearch({ db, clock, indexes, distinct, settings });

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
    let stored = 0;
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
      stored += written.length - unchanged;
      await tending.wrote(written.length - unchanged);
      await given.wrote?.({ stored: written.length - unchanged, unchanged });
    }
    await tending.ended(stored);
    return all;
  }

  async function distinct(scope: Scope, agentId: string, of: { prefix: string; limit: number }): Promise<string[]> {
    const { number: index } = await indexes.find(scope, agentId);
    const [rows = []] = await db.batch(scope, [distinctWords(scope, index, of)]);
    return rows.map((row) => String(row["word"]));
  }

  return {
    ...whole,
    ...lists,
    distinct,
    write,

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

    told,
    ...createProductUpkeep(deps),
  };

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

const PIECE = 250;
