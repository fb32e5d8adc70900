import type { DocumentInput } from "@parley/contracts";
import type { Database, Scope, Tx } from "../../platform/index.ts";
import type { IndexedDocument } from "./index-documents.ts";

export interface Label {
  id: string;
  tags: readonly string[];
  audience: string | null;
}

/** Sets by what documents of an agent are filtered in a search. Their text and its version stay as they are. */
export async function labelDocuments(
  db: Database | Tx,
  scope: Scope,
  { agentId, labels }: { agentId: string; labels: readonly Label[] },
): Promise<void> {
  if (labels.length === 0) return;
  const columns = [
    labels.map(({ id }) => id),
    labels.map(({ tags }) => JSON.stringify([...new Set(tags)])),
    labels.map(({ audience }) => audience),
  ];
  const statement = { text: setLabels, values: [scope.organization, agentId, ...columns] };
  if ("inTransaction" in db) await db.batch([statement]);
  else await db.batch(scope, [statement]);
}

/** Of the documents that were given with labels; the others keep theirs. */
export function labelsOf(inputs: readonly DocumentInput[], indexed: readonly IndexedDocument[]): Label[] {
  return inputs.flatMap(({ tags, audience }, at) => {
    const id = indexed[at]?.documentId;
    if (id === undefined || (tags === undefined && audience === undefined)) return [];
    return [{ id, tags: tags ?? [], audience: audience ?? null }];
  });
}

const setLabels = `
update knowledge_documents d set tags = x.tags, audience = x.audience, updated_at = now()
from (select u.id, array(select jsonb_array_elements_text(u.tags::jsonb)) as tags, u.audience
  from unnest($3::text[], $4::text[], $5::text[]) as u(id, tags, audience)) x
where d.organization = $1::int and d.agent_id = $2::text and d.id = x.id
  and (d.tags, coalesce(d.audience, '')) is distinct from (x.tags, coalesce(x.audience, ''))`;
