import type { ImportState, ProductOrigin } from "@parley/contracts";
import type { Scope } from "../../platform/index.ts";
import type { CatalogueDeps } from "./catalogue.ts";

/** How products leave with what brought them, and what else files, feeds and pages need of the store. */
export function createProductUpkeep({ db, clock, live }: Pick<CatalogueDeps, "db" | "clock" | "live">) {
  const told = (scope: Scope, agentId: string) => live.changed(scope, { resource: "products", agentId });

  return {
    /** Of an import, a feed or a page: what it no longer holds. How many went. */
    async removeWhere(scope: Scope, agentId: string, which: RemovedBy): Promise<number> {
      let removed = 0;
      for (let gone = PIECE; gone === PIECE;) {
        const [rows = []] = await db.batch(scope, [removedBy(scope, agentId, which)]);
        gone = rows.length;
        removed += gone;
      }
      if (removed > 0) told(scope, agentId);
      return removed;
    },

    /** Of these documents, those whose pages told of products. */
    async pagesWithProducts(scope: Scope, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
      if (documentIds.length === 0) return new Set();
      const [rows = []] = await db.batch(scope, [
        {
          text: "select distinct document_id from knowledge_products where organization = $1::int and document_id = any($2::text[])",
          values: [scope.organization, documentIds],
        },
      ]);
      return new Set(rows.map((row) => String(row["document_id"])));
    },

    async sawPages(scope: Scope, documentIds: readonly string[]): Promise<void> {
      await db.batch(scope, [
        {
          text: `update knowledge_products set checked_at = $3::timestamptz, price_checked_at = $3::timestamptz
            where organization = $1::int and document_id = any($2::text[]) and origin = 'page'`,
          values: [scope.organization, documentIds, new Date(clock.now()).toISOString()],
        },
      ]);
    },

    async forgetPages(scope: Scope, documentIds: readonly string[]): Promise<void> {
      if (documentIds.length === 0) return;
      const [rows = []] = await db.batch(scope, [
        {
          text: `delete from knowledge_products where organization = $1::int and document_id = any($2::text[]) and origin = 'page'
            returning agent_id`,
          values: [scope.organization, documentIds],
        },
      ]);
      for (const agentId of new Set(rows.map((row) => String(row["agent_id"])))) told(scope, agentId);
    },

    /** What a feed brought goes with it. */
    async forgetSource(scope: Scope, sourceId: string): Promise<void> {
      const before = new Date(clock.now() + 60_000).toISOString();
      const [rows = []] = await db.batch(scope, [
        {
          text: "select distinct agent_id from knowledge_products where organization = $1::int and source_id = $2::text",
          values: [scope.organization, sourceId],
        },
      ]);
      for (const row of rows) {
        const agentId = String(row["agent_id"]);
        for (let gone = PIECE; gone === PIECE;) {
          const [removed = []] = await db.batch(scope, [removedBy(scope, agentId, { sourceId, before })]);
          gone = removed.length;
        }
        told(scope, agentId);
      }
    },

    /** As they are written: for the columns of a file. */
    async attributeNames(scope: Scope, agentId: string): Promise<{ attributes: string[]; options: string[] }> {
      const of = (keys: string) => ({
        text: `select distinct key from knowledge_products p, ${keys} as key
          where p.organization = $1::int and p.agent_id = $2::text order by 1 limit 200`,
        values: [scope.organization, agentId],
      });
      const [attributes = [], options = []] = await db.batch(scope, [
        of("jsonb_object_keys(p.attributes)"),
        of("jsonb_array_elements(p.variants) as variant, jsonb_object_keys(variant -> 'options')"),
      ]);
      const names = (rows: typeof attributes) => rows.map((row) => String(row["key"]));
      return { attributes: names(attributes), options: names(options) };
    },

    async noteImport(scope: Scope, agentId: string, state: ImportState): Promise<void> {
      await db.batch(scope, [
        {
          text: `insert into knowledge_catalogues (organization, agent_id, last_import) values ($1::int, $2::text, $3::text::jsonb)
            on conflict (organization, agent_id) do update set last_import = excluded.last_import`,
          values: [scope.organization, agentId, JSON.stringify(state)],
        },
      ]);
      told(scope, agentId);
    },
  };
}

/** `before`: not seen again since then (ISO 8601). */
export type RemovedBy =
  | { documentId: string; except: readonly string[] }
  | { sourceId: string; before: string }
  | { origin: ProductOrigin; before: string };

function removedBy(scope: Scope, agentId: string, which: RemovedBy) {
  const of = (test: string, values: readonly unknown[]) =>
    removal(
      scope,
      `ctid = any(array(select ctid from knowledge_products where organization = $1::int and agent_id = $2::text and ${test} limit ${PIECE}))`,
      [agentId, ...values],
    );
  if ("documentId" in which)
    return of("document_id = $3::text and not external_id = any($4::text[])", [which.documentId, which.except]);
  if ("sourceId" in which)
    return of("source_id = $3::text and checked_at < $4::timestamptz", [which.sourceId, which.before]);
  return of("origin = $3::text and checked_at < $4::timestamptz", [which.origin, which.before]);
}

export function removal(scope: Scope, test: string, values: readonly unknown[]) {
  return {
    text: `delete from knowledge_products where organization = $1::int and ${test} returning id`,
    values: [scope.organization, ...values],
  };
}

const PIECE = 250;
