import type { SearchFilter } from "@parley/contracts";

/** As many values as `isAllowed` asks for, in its order; null is no matter. */
export function filterValues({ sources, languages, tags, audience }: SearchFilter): unknown[] {
  return [sources ?? null, languages?.map((one) => primaryOf(one)) ?? null, tags ?? null, audience ?? null];
}

/**
 * A row where the document of the passage `chunk` passes the filter whose values begin at `$from`. What has no
 * audience of its own has its source's, and what has neither is for everybody.
 */
export function isAllowed(chunk: string, { organization, from }: { organization: string; from: number }): string {
  const [sources, languages, tags, audience] = [0, 1, 2, 3].map((more) => `$${from + more}`);
  return `select 1 from knowledge_chunks c
    join knowledge_documents d on d.organization = ${organization} and d.id = c.document_id
    left join knowledge_sources o on o.organization = ${organization} and o.id = d.source_id
    where c.organization = ${organization} and c.number = ${chunk}
      and (${sources}::text[] is null or d.source_id = any(${sources}::text[]))
      and (${languages}::text[] is null or lower(split_part(d.language, '-', 1)) = any(${languages}::text[]))
      and (${tags}::text[] is null or d.tags && ${tags}::text[] or o.tags && ${tags}::text[])
      and (${audience}::text is null or coalesce(d.audience, o.audience, ${audience}::text) = ${audience}::text)`;
}

const primaryOf = (language: string): string => language.toLowerCase().split("-", 1)[0] ?? "";
