import { type Catalogue, importState, type ImportState } from "@parley/contracts";
import { assertSeen, type Scope } from "../../platform/index.ts";
import type { CatalogueDeps } from "./catalogue.ts";
import { lockCatalogue } from "./write-products.ts";

interface SettingsDeps extends Pick<CatalogueDeps, "db" | "audit"> {
  told: (scope: Scope, agentId: string) => void;
  distinct: (scope: Scope, agentId: string, of: { prefix: string; limit: number }) => Promise<string[]>;
}

const DEFAULT_DAYS = 7;

/** What is set for a whole catalogue, and how much it holds. */
export function createCatalogueSettings({ db, audit, told, distinct }: SettingsDeps) {
  return {
    settings,

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
  };

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
      lastImport: importStateOf(row?.["last_import"]),
    };
  }
}

/** As its row holds it; null where there was none. */
export function importStateOf(value: unknown): ImportState | null {
  return importState
    .nullable()
    .catch(null)
    .parse(value ?? null);
}
