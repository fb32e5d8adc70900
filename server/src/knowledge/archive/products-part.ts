import { productInput, productOrigin } from "@parley/contracts";
import { z } from "zod";
import type { Database, Scope } from "../../platform/index.ts";
import type { Catalogue } from "../catalogue/create-catalogue.ts";
import { inputOf, isRead, productColumns, productOf } from "../catalogue/product-row.ts";
import type { ReadInput } from "../catalogue/write-products.ts";
import { type ArchivePart, archivePart, type Into } from "./part.ts";
import { sourcesThere } from "./sources-there.ts";

export interface ProductsPartDeps {
  db: Database;
  catalogue: Pick<Catalogue, "write">;
}

const line = productInput.extend({
  origin: productOrigin.default("import"),
  sourceId: z.string().max(60).nullable().default(null),
  documentId: z.string().max(60).nullable().default(null),
  checkedAt: z.iso.datetime().optional(),
  priceCheckedAt: z.iso.datetime().optional(),
});
type Line = z.infer<typeof line>;

const PAGE = 200;

/**
 * Products with where they came from: what a page or a feed told gives way to it later on, and its price is not quoted
 * longer than it would have been here.
 */
export function productsPart(deps: ProductsPartDeps): ArchivePart {
  return archivePart<Line>({
    name: "products",
    line,
    write: (scope, agentId) => allProducts(deps.db, scope, agentId),
    read: (into, lines) => readProducts(deps, into, lines),
  });
}

async function* allProducts(db: Database, scope: Scope, agentId: string): AsyncGenerator<Line> {
  for (let after = 0; ;) {
    const [rows = []] = await db.batch(scope, [
      {
        text: `select ${productColumns} from knowledge_products p where p.organization = $1::int
          and p.agent_id = $2::text and p.number > $3::int order by p.number limit $4::int`,
        values: [scope.organization, agentId, after, PAGE],
      },
    ]);
    const records = rows.map(productOf);
    for (const record of records) yield line.parse({ ...record, ...inputOf(record) });
    if (records.length < PAGE) return;
    after = records.at(-1)?.number ?? after;
  }
}

async function readProducts({ db, catalogue }: ProductsPartDeps, into: Into, lines: readonly Line[]): Promise<void> {
  const { scope, agentId, signal } = into;
  const sources = await sourcesThere(db, into);
  // A feed does not come along, and neither do the accounts of the organization.
  const sourceOf = ({ sourceId }: Line): string | null => {
    const id = sourceId === null ? null : into.idOf("source", sourceId);
    return id !== null && sources.has(id) ? id : null;
  };
  const groups = Map.groupBy(lines, (one) => `${one.origin} ${sourceOf(one) ?? ""}`);
  for (const [first, ...others] of groups.values()) {
    if (!first) continue;
    const inputs = [first, ...others].map((one) => inputFrom(one, into));
    await catalogue.write(scope, { agentId, inputs, origin: first.origin, sourceId: sourceOf(first), signal });
  }
  await db.batch(scope, [
    {
      text: `update knowledge_products p set checked_at = x."checkedAt", price_checked_at = x."priceCheckedAt"
        from jsonb_to_recordset($3::text::jsonb) as x("externalId" text, "checkedAt" timestamptz, "priceCheckedAt" timestamptz)
        where p.organization = $1::int and p.agent_id = $2::text and p.external_id = x."externalId"
          and x."checkedAt" is not null and x."priceCheckedAt" is not null`,
      values: [scope.organization, agentId, JSON.stringify(lines.filter(({ origin }) => isRead(origin)))],
    },
  ]);
}

function inputFrom(
  { origin: _origin, sourceId: _source, checkedAt: _checked, priceCheckedAt: _price, documentId, ...given }: Line,
  into: Into,
): ReadInput {
  return documentId === null ? given : { ...given, documentId: into.idOf("document", documentId) };
}
