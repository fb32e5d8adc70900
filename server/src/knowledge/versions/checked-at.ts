import type { Database, Scope } from "../../platform/index.ts";

/**
 * SQL: when a document's source was last seen to say what the document says; null where nobody looks. `d` has
 * `organization`, `id`, `source_id` and `updated_at` of a document. A crawl writes down for each page when it was read,
 * unchanged ones included: documents themselves are not written again for that. Items of a connected account are looked
 * at all together, by a reading that comes to a good end.
 */
export const checkedAt = (d: string) => `case when ${d}.source_id is not null then greatest(${d}.updated_at, coalesce(
    (select greatest(max(p.fetched_at), max(s.checked_at) filter (where p.status = 'indexed' and s.status = 'done'
        and s.type in ('google-drive', 'intercom')))
      from knowledge_crawl_pages p join knowledge_sources s on s.organization = p.organization and s.id = p.source_id
      where p.organization = ${d}.organization and p.document_id = ${d}.id),
    (select s.checked_at from knowledge_sources s where s.organization = ${d}.organization and s.id = ${d}.source_id))) end`;

/** By document; those that nobody looks after are left out. */
export async function readCheckedAt(
  db: Database,
  scope: Scope,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (documentIds.length === 0) return new Map();
  const [rows = []] = await db.batch(scope, [
    {
      text: `select d.id, ${checkedAt("d")} as at from knowledge_documents d
        where d.organization = $1::int and d.id = any($2::text[])`,
      values: [scope.organization, documentIds],
    },
  ]);
  return new Map(rows.flatMap((row) => (row["at"] === null ? [] : [[String(row["id"]), isoTime(row["at"])] as const])));
}

/** A `timestamptz` as either engine gives it. */
export function isoTime(value: unknown): string {
  return (value instanceof Date ? value : new Date(String(value))).toISOString();
}
