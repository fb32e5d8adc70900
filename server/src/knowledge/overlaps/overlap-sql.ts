/** The statements of the comparison. $1 is always the organization. */
import type { Scope, Statement as Sql } from "../../platform/index.ts";
import type { Statement } from "./find-statements.ts";

export const progressOf = ({ organization }: Scope, index: number, { lock = false } = {}): Sql => ({
  text: `select through, version from knowledge_overlap_progress
    where organization = $1::int and index_number = $2::int${lock ? " for update" : ""}`,
  values: [organization, index],
});

export const saveProgress = (
  { organization }: Scope,
  { index, through, version }: { index: number; through: number; version: number },
): Sql => ({
  text: `insert into knowledge_overlap_progress (organization, index_number, through, version) values ($1::int, $2::int, $3::int, $4::int)
    on conflict (organization, index_number) do update set through = excluded.through, version = excluded.version`,
  values: [organization, index, through, version],
});

/** Passages in the order in which they came in. */
export const batchRows = (
  { organization }: Scope,
  { index, through, limit }: { index: number; through: number; limit: number },
): Sql => ({
  text: `select c.number, c.document_id, c.position, c.headings, c.text, c.language, d.title from knowledge_chunks c
    join knowledge_documents d on d.organization = c.organization and d.id = c.document_id
    where c.organization = $1::int and c.number > $2::int and c.index_number = $3::int order by c.number limit $4::int`,
  values: [organization, through, index, limit],
});

interface Compared {
  chunk: number;
  bands: readonly number[];
  statements: readonly Statement[];
}

export function putRows({ organization }: Scope, index: number, fresh: readonly Compared[]): Sql[] {
  const bands = fresh.flatMap(({ chunk, bands: own }) => own.map((band) => ({ chunk, band })));
  const said = fresh.flatMap(({ chunk, statements }) => statements.map((one) => ({ ...one, chunk })));
  return [
    {
      text: `insert into knowledge_chunk_bands (organization, index_number, band, chunk)
        select $1::int, $2::int, x.* from unnest($3::bigint[], $4::int[]) as x(band, chunk) on conflict do nothing`,
      values: [organization, index, bands.map(({ band }) => band), bands.map(({ chunk }) => chunk)],
    },
    {
      text: `insert into knowledge_statements (organization, index_number, subject, chunk, start, "end", figures)
        select $1::int, $2::int, x.* from unnest($3::bigint[], $4::int[], $5::int[], $6::int[], $7::text[])
          as x(subject, chunk, start, "end", figures) on conflict do nothing`,
      values: [
        organization,
        index,
        said.map(({ subject }) => subject),
        said.map(({ chunk }) => chunk),
        said.map(({ start }) => start),
        said.map(({ end }) => end),
        said.map(({ figures }) => figures),
      ],
    },
  ];
}

/** Of a text that stands on every page a few are enough: they are in one group already. */
export const NEIGHBOURS = 12;

/** Which passages are under these hashes already, the first ones. The index alone answers. */
export const neighbours = ({ organization }: Scope, index: number, bands: readonly number[]): Sql => ({
  text: `select b.band, b.chunk from unnest($3::bigint[]) as x(band)
    cross join lateral (select band, chunk from knowledge_chunk_bands
      where organization = $1::int and index_number = $2::int and band = x.band order by chunk limit ${NEIGHBOURS} offset 0) b`,
  values: [organization, index, bands],
});

/** What is left of these passages. */
export const textsOf = ({ organization }: Scope, chunks: readonly number[]): Sql => ({
  text: `select c.number, c.document_id, c.text, c.language from unnest($2::int[]) as x(chunk)
    cross join lateral (select * from knowledge_chunks where organization = $1::int and number = x.chunk offset 0) c`,
  values: [organization, chunks],
});

const SAID = 40;

/** Only where passages name two different figures; with more it is a form that many pages fill in, each with its own. */
export const saidOf = ({ organization }: Scope, index: number, subjects: readonly number[]): Sql => ({
  text: `with said as materialized (
      select s.* from unnest($3::bigint[]) as x(subject)
      cross join lateral (select subject, chunk, start, "end", figures from knowledge_statements
        where organization = $1::int and index_number = $2::int and subject = x.subject order by chunk desc limit ${SAID} offset 0) s),
    there as materialized (
      select s.*, c.document_id, d.url, d.title from said s
      cross join lateral (select document_id from knowledge_chunks
        where organization = $1::int and number = s.chunk offset 0) c
      cross join lateral (select url, title from knowledge_documents
        where organization = $1::int and id = c.document_id offset 0) d
      where s.subject in (select subject from said group by subject having count(distinct figures) > 1))
    select * from there where subject in (select subject from there group by subject having count(distinct figures) = 2)
    order by subject, chunk`,
  values: [organization, index, subjects],
});

/** The groups that passages are in already. */
export const duplicatesOf = ({ organization }: Scope, agentId: string, chunks: readonly number[]): Sql => ({
  text: `select p.chunk, min(o.key) as key from unnest($3::int[]) as x(chunk)
    join knowledge_overlap_passages p on p.organization = $1::int and p.chunk = x.chunk
    join knowledge_overlaps o on o.organization = p.organization and o.id = p.overlap_id
    where o.agent_id = $2::text and o.kind = 'duplicate' group by p.chunk`,
  values: [organization, agentId, chunks],
});

export interface NewOverlap {
  kind: "duplicate" | "contradiction";
  key: string;
  id: string;
  passages: readonly { chunk: number; likeness: number; marks: readonly (readonly number[])[] }[];
}

/** One that somebody has set aside stays so. */
export function putOverlaps({ organization }: Scope, agentId: string, found: readonly NewOverlap[]): Sql[] {
  if (found.length === 0) return [];
  const passages = found.flatMap(({ kind, key, passages: own }) => own.map((one) => ({ ...one, kind, key })));
  return [
    {
      text: `insert into knowledge_overlaps (organization, id, agent_id, kind, key, status)
        select $1::int, x.id, $2::text, x.kind, x.key, 'open' from unnest($3::text[], $4::text[], $5::text[]) as x(id, kind, key)
        on conflict (organization, agent_id, kind, key) do nothing`,
      values: [
        organization,
        agentId,
        found.map(({ id }) => id),
        found.map(({ kind }) => kind),
        found.map(({ key }) => key),
      ],
    },
    {
      text: `insert into knowledge_overlap_passages (organization, overlap_id, chunk, likeness, marks)
        select $1::int, o.id, x.chunk, x.likeness, x.marks
        from jsonb_to_recordset($3::text::jsonb) as x(kind text, key text, chunk int, likeness smallint, marks jsonb)
        cross join lateral (select id from knowledge_overlaps
          where organization = $1::int and agent_id = $2::text and kind = x.kind and key = x.key offset 0) o
        on conflict do nothing`,
      values: [organization, agentId, JSON.stringify(passages)],
    },
  ];
}

/** What is left of passages that are gone. What was set aside is remembered. */
export const sweep = ({ organization }: Scope, { agentId, index }: { agentId: string; index: number }): Sql[] => [
  {
    text: `delete from knowledge_overlap_passages p using knowledge_overlaps o
      where p.organization = $1::int and o.organization = p.organization and o.id = p.overlap_id and o.agent_id = $2::text
        and not exists (select 1 from knowledge_chunks c where c.organization = $1::int and c.number = p.chunk)`,
    values: [organization, agentId],
  },
  {
    text: `delete from knowledge_overlaps o where o.organization = $1::int and o.agent_id = $2::text and o.status = 'open'
      and (select count(*) from knowledge_overlap_passages p where p.organization = $1::int and p.overlap_id = o.id) < 2`,
    values: [organization, agentId],
  },
  ...["knowledge_chunk_bands", "knowledge_statements"].map((table) => ({
    text: `delete from ${table} b where b.organization = $1::int and b.index_number = $2::int
      and not exists (select 1 from knowledge_chunks c where c.organization = $1::int and c.number = b.chunk)`,
    values: [organization, index],
  })),
];
