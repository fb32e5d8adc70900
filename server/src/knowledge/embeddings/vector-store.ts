import type { SearchFilter } from "@parley/contracts";
import type { Row, Scope, Statement } from "../../platform/index.ts";
import { filterValues, isAllowed } from "../search/filter-documents.ts";
import { checkedAt } from "../versions/checked-at.ts";
import type { StoredVector } from "./quantise.ts";

/** The vectors of an index by one model. */
export interface VectorSet {
  number: number;
  model: string;
  state: "building" | "serving";
  dimensions: number;
  cells: number;
  trust: number | null;
  problem: string | null;
}

/** In which searches look, and which are being made. */
export function readSets(scope: Scope, index: number): Statement {
  return {
    text: `select number, model, state, dimensions, cells, trust, problem from knowledge_vector_sets
      where organization = $1::int and index_number = $2::int order by number`,
    values: [scope.organization, index],
  };
}

export function setOf(row: Row): VectorSet {
  return {
    number: Number(row["number"]),
    model: String(row["model"]),
    state: row["state"] === "serving" ? "serving" : "building",
    dimensions: Number(row["dimensions"]),
    cells: Number(row["cells"]),
    trust: row["trust"] === null || row["trust"] === undefined ? null : Number(row["trust"]),
    problem: typeof row["problem"] === "string" ? row["problem"] : null,
  };
}

export function openSet(scope: Scope, index: number, model: string): Statement {
  return {
    text: `insert into knowledge_vector_sets (organization, index_number, model) values ($1::int, $2::int, $3::text)
      on conflict do nothing`,
    values: [scope.organization, index, model],
  };
}

export interface Unembedded {
  chunk: number;
  title: string;
  headings: string[];
  text: string;
}

/** The next passages without a vector. What was skipped is not met again: numbers only grow. */
export function nextPassages(scope: Scope, at: { index: number; after: number; most: number }): Statement {
  return {
    text: `select c.number, c.headings, c.text, d.title from knowledge_chunks c
      join knowledge_documents d on d.organization = c.organization and d.id = c.document_id
      where c.organization = $1::int and c.index_number = $2::int and c.number > $3::int
      order by c.number limit $4::int`,
    values: [scope.organization, at.index, at.after, at.most],
  };
}

/** Up to which passage a set goes. */
export function lastEmbedded(scope: Scope, set: number): Statement {
  return {
    text: `select coalesce(max(chunk), 0)::int as last from knowledge_chunk_vectors
      where organization = $1::int and set_number = $2::int`,
    values: [scope.organization, set],
  };
}

/** A passage that went away meanwhile is passed over. */
export function putVectors(
  scope: Scope,
  {
    index,
    set,
    vectors,
  }: { index: number; set: number; vectors: readonly (StoredVector & { chunk: number; cell: number })[] },
): Statement {
  return {
    text: `insert into knowledge_chunk_vectors (organization, index_number, set_number, chunk, cell, bits, vector)
      select $1::int, $2::int, $3::int, x.chunk, x.cell, x.bits, x.vector
      from unnest($4::int[], $5::int[], $6::varbit[], $7::bytea[]) as x(chunk, cell, bits, vector)
      where exists (select 1 from knowledge_chunks c where c.organization = $1::int and c.number = x.chunk for key share)
      on conflict (organization, set_number, chunk) do nothing`,
    values: [
      scope.organization,
      index,
      set,
      vectors.map(({ chunk }) => chunk),
      vectors.map(({ cell }) => cell),
      vectors.map(({ bits }) => bits),
      vectors.map(({ bytes }) => bytes),
    ],
  };
}

export interface NearLookup {
  set: VectorSet;
  bits: string;
  /** Neighbourhoods that are read. */
  probes: number;
  most: number;
  filter: SearchFilter | undefined;
}

/** The nearest by their bits. How far is a count of bits. */
export function nearest(scope: Scope, { set, bits, probes, most, filter }: NearLookup): Statement {
  const values = [scope.organization, set.number, bits, probes, most];
  const cells =
    set.cells === 0
      ? "select 0 as cell"
      : `select cell from knowledge_vector_cells where organization = $1::int and set_number = $2::int
         order by bit_count(bits # $3::varbit), cell limit $4::int`;
  const allowed =
    filter === undefined ? "" : `where exists (${isAllowed("near.chunk", { organization: "$1::int", from: 6 })})`;
  return {
    text: `with probe as materialized (${cells}),
      near as materialized (select v.chunk, bit_count(v.bits # $3::varbit) as far
        from probe cross join lateral (select chunk, bits from knowledge_chunk_vectors
          where organization = $1::int and set_number = $2::int and cell = probe.cell offset 0) v
        where $4::int > 0 order by 2, 1 ${filter === undefined ? "limit $5::int" : ""}),
      best as materialized (select chunk from (select * from near order by far, chunk offset 0) near ${allowed} limit $5::int)
      select v.chunk, v.vector from best cross join lateral (select chunk, vector from knowledge_chunk_vectors
        where organization = $1::int and set_number = $2::int and chunk = best.chunk offset 0) v`,
    values: filter === undefined ? values : [...values, ...filterValues(filter)],
  };
}

export function vectorsOf(scope: Scope, set: number, chunks: readonly number[]): Statement {
  return {
    text: `select chunk, vector from knowledge_chunk_vectors
      where organization = $1::int and set_number = $2::int and chunk = any($3::int[])`,
    values: [scope.organization, set, chunks],
  };
}

/** Passages by their numbers, as a search gives them. */
export function passagesOf(scope: Scope, chunks: readonly number[]): Statement {
  return {
    text: `select c.number, c.document_id, c.headings, c.text, c.place as stands, c.language, d.title, d.url, d.external_id, d.version,
      ${checkedAt("d")} as checked_at, 0 as score
      from knowledge_chunks c join knowledge_documents d on d.organization = c.organization and d.id = c.document_id
      where c.organization = $1::int and c.number = any($2::int[])`,
    values: [scope.organization, chunks],
  };
}

/** The new set serves from here on; the others go, their vectors first and in parts. */
export function serveSet(scope: Scope, index: number, set: VectorSet): Statement {
  return {
    text: `update knowledge_vector_sets set state = 'serving', problem = null, dimensions = $4::int, trust = $5::real, updated_at = now()
      where organization = $1::int and index_number = $2::int and number = $3::int`,
    values: [scope.organization, index, set.number, set.dimensions, set.trust],
  };
}

export function dropVectors(scope: Scope, set: number): Statement {
  return {
    text: `delete from knowledge_chunk_vectors where organization = $1::int and set_number = $2::int and chunk = any(
      array(select chunk from knowledge_chunk_vectors where organization = $1::int and set_number = $2::int limit 2000))
      returning chunk`,
    values: [scope.organization, set],
  };
}

export function dropSet(scope: Scope, set: number): Statement[] {
  const values = [scope.organization, set];
  return [
    { text: "delete from knowledge_vector_cells where organization = $1::int and set_number = $2::int", values },
    { text: "delete from knowledge_vector_sets where organization = $1::int and number = $2::int", values },
  ];
}

export function tellProblem(scope: Scope, set: number, problem: string | null): Statement {
  return {
    text: `update knowledge_vector_sets set problem = $3::text, updated_at = now()
      where organization = $1::int and number = $2::int and problem is distinct from $3::text`,
    values: [scope.organization, set, problem],
  };
}
