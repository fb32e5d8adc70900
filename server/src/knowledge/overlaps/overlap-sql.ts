/** The statements of the comparison. $1 is always the organization. */
import type { Scope, Statement as Sql } from "../../platform/index.ts";
import type { Statement } from "./find-statements.ts";

export const progressOf = ({ organization }: Scope, index: number): Sql => ({
  text: `select through, version from knowledge_overlap_progress where organization = $1::int and index_number = $2::int for update`,
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
const NEIGHBOURS = 12;

export const neighbours = ({ organization }: Scope, index: number, bands: readonly number[]): Sql => ({
  text: `select b.band, b.chunk, c.document_id, c.position, c.text, c.language
    from unnest($3::bigint[]) as x(band)
    cross join lateral (select band, chunk from knowledge_chunk_bands
      where organization = $1::int and index_number = $2::int and band = x.band order by chunk limit ${NEIGHBOURS} offset 0) b
    join knowledge_chunks c on c.organization = $1::int and c.number = b.chunk`,
  values: [organization, index, bands],
});

const SAID = 40;

export const saidOf = ({ organization }: Scope, index: number, subjects: readonly number[]): Sql => ({
  text: `select s.subject, s.chunk, s.start, s."end", s.figures, c.document_id, d.url, d.title
    from unnest($3::bigint[]) as x(subject)
    cross join lateral (select * from knowledge_statements
      where organization = $1::int and index_number = $2::int and subject = x.subject order by chunk desc limit ${SAID} offset 0) s
    join knowledge_chunks c on c.organization = $1::int and c.number = s.chunk
    join knowledge_documents d on d.organization = $1::int and d.id = c.document_id order by s.subject, s.chunk`,
  values: [organization, index, subjects],
});

/** The group that a passage is in already. */
export const duplicatesOf = ({ organization }: Scope, agentId: string, chunk: number): Sql => ({
  text: `select o.key from knowledge_overlap_passages p
    join knowledge_overlaps o on o.organization = p.organization and o.id = p.overlap_id
    where p.organization = $1::int and p.chunk = $3::int and o.agent_id = $2::text and o.kind = 'duplicate' limit 1`,
  values: [organization, agentId, chunk],
});

export interface NewOverlap {
  agentId: string;
  kind: "duplicate" | "contradiction";
  key: string;
  id: string;
  passages: readonly { chunk: number; likeness: number; marks: readonly (readonly number[])[] }[];
}

/** One that somebody has set aside stays so. */
export const putOverlap = ({ organization }: Scope, { agentId, kind, key, id, passages }: NewOverlap): Sql[] => [
  {
    text: `insert into knowledge_overlaps (organization, id, agent_id, kind, key, status)
      values ($1::int, $2::text, $3::text, $4::text, $5::text, 'open') on conflict (organization, agent_id, kind, key) do nothing`,
    values: [organization, id, agentId, kind, key],
  },
  {
    text: `insert into knowledge_overlap_passages (organization, overlap_id, chunk, likeness, marks)
      select $1::int, o.id, x.chunk, x.likeness, x.marks
      from jsonb_to_recordset($5::text::jsonb) as x(chunk int, likeness smallint, marks jsonb)
      join knowledge_overlaps o on o.organization = $1::int and o.agent_id = $2::text and o.kind = $3::text and o.key = $4::text
      on conflict do nothing`,
    values: [organization, agentId, kind, key, JSON.stringify(passages)],
  },
];

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
