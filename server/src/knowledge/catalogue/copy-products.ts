import type { ProductOrigin } from "@parley/contracts";
import type { Database, Scope } from "../../platform/index.ts";
import type { Catalogue } from "./create-catalogue.ts";
import { inputOf, productColumns, productOf } from "./product-row.ts";

const PAGE = 250;
const GIVEN: readonly ProductOrigin[] = ["manual", "api", "import"];

/**
 * Gives one agent the products that people gave another, and how long it quotes prices. Those that it has already stay;
 * what pages and feeds say is read from them.
 */
export async function copyProducts(
  { db, catalogue }: { db: Database; catalogue: Pick<Catalogue, "write"> },
  scope: Scope,
  { from, to, signal }: { from: string; to: string; signal: AbortSignal },
): Promise<void> {
  await db.batch(scope, [{ text: settings, values: [scope.organization, from, to] }]);
  for (let after = 0; !signal.aborted;) {
    const [rows = []] = await db.batch(scope, [
      { text: missing, values: [scope.organization, from, to, GIVEN, after, PAGE] },
    ]);
    const records = rows.map(productOf);
    for (const origin of GIVEN) {
      const inputs = records.filter((record) => record.origin === origin).map((record) => inputOf(record));
      if (inputs.length > 0) await catalogue.write(scope, { agentId: to, inputs, origin, signal });
    }
    const last = records.at(-1);
    if (records.length < PAGE || !last) return;
    after = last.number;
  }
}

/** $1 organization, $2 and $3 agents, here and below. */
const settings = `
insert into knowledge_catalogues (organization, agent_id, price_limit_days)
select organization, $3::text, price_limit_days from knowledge_catalogues
where organization = $1::int and agent_id = $2::text
on conflict do nothing`;

const missing = `
select ${productColumns} from knowledge_products p
where p.organization = $1::int and p.agent_id = $2::text and p.origin = any($4::text[]) and p.number > $5::int
  and not exists (select 1 from knowledge_products n where n.organization = p.organization and n.agent_id = $3::text
    and n.external_id = p.external_id and n.origin = any($4::text[]))
order by p.number limit $6::int`;
