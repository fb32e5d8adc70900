import type { SearchFilter } from "@parley/contracts";
import type { Database, Row, Scope } from "../../platform/index.ts";
import { orNull } from "../documents/document-store.ts";
import { readPlaces } from "../documents/place-of-chunk.ts";
import { strings } from "../indexes.ts";
import { type AskedOfAgent, chooseVerified, findVerified } from "../verified/find-verified.ts";
import { checkedAt, isoTime } from "../versions/checked-at.ts";
import type { Passage, SearchOutcome, TermStatistic } from "../types.ts";
import type { Expansion } from "./expand/mend-words.ts";
import { filterValues, isAllowed } from "./filter-documents.ts";
import type { TermCounts } from "./term-counts.ts";

export interface Lookup {
  index: number;
  /** Whose synonyms are counted; left out: nobody's. */
  agentId?: string;
  terms: readonly string[];
  /** Looked for beside them, each counting a part of its weight. */
  expansions?: readonly Expansion[];
  /** Which documents are searched; all of them where it is left out. */
  filter?: SearchFilter | undefined;
  /** Passages, at most. */
  limit: number;
  /** See `POSTINGS_BUDGET`; tests make it small. */
  budget?: number;
  /** How common terms are, as counted before: they are not counted again while the index is as it was. */
  counts?: TermCounts;
  /** For which a verified answer is looked for beside; `language`: the visitor's. */
  asked?: (AskedOfAgent & { language: string | undefined }) | undefined;
}

/** Above so many postings the commonest terms only re-score what the rarer ones found. */
const POSTINGS_BUDGET = 12_000;
/** A filter may leave nothing of what the rarer terms find, so more are scored with all. */
const FILTERED_BUDGET = 200_000;
/** Of the passages that the rarer terms find, so many are scored with all terms. */
const CANDIDATES = 200;

/**
 * The passages of an index that hold the terms, by BM25 (k1 1.2, b 0.75), in one round trip; equal scores in the
 * order in which they were stored. `languages` are those that the index holds now.
 */
export async function findPassages(db: Database, scope: Scope, lookup: Lookup): Promise<Found> {
  const { asked, filter, expansions = [] } = lookup;
  const beside = new Map(expansions.map((one) => [one.term, one.weight]));
  for (const term of lookup.terms) beside.delete(term);
  const terms = [...lookup.terms, ...beside.keys()];
  const counted = lookup.counts?.of(lookup.index);
  const values = [
    scope.organization,
    lookup.index,
    terms,
    lookup.budget ?? (filter === undefined ? POSTINGS_BUDGET : FILTERED_BUDGET),
    CANDIDATES,
    lookup.limit,
    [...lookup.terms.map(() => 1), ...beside.values()],
    terms.map((term) => counted?.terms.get(term) ?? null),
    counted?.size ?? null,
    ...(filter === undefined ? [] : filterValues(filter)),
  ];
  const verified = asked === undefined ? [] : [findVerified(scope, { ...asked, languages: spoken(asked) })];
  const changes = { text: countSynonymChanges, values: [scope.organization, lookup.agentId ?? null] };
  const [rows = [], told = [], answers = []] = await db.batch(scope, [
    { text: filter === undefined ? bestPassages : bestOfSome, values },
    changes,
    ...verified,
  ]);
  const [first] = rows;
  const counts = strings(first?.["counts"]).map(Number);
  const outcome: SearchOutcome = {
    passages: rows.flatMap((row) => (row["number"] === null ? [] : passageOf(row))),
    terms: strings(first?.["terms"]).map((term, at): TermStatistic => {
      const weight = beside.get(term);
      return { term, passages: counts[at] ?? 0, ...(weight === undefined ? {} : { beside: weight }) };
    }),
    indexSize: Number(first?.["n"] ?? 0),
  };
  if (first !== undefined) lookup.counts?.learn(lookup.index, String(first["size"]), outcome.terms);
  const languages = strings(first?.["languages"]);
  const synonyms = Number(told[0]?.["synonyms"] ?? 0);
  if (asked === undefined) return { outcome, languages, synonyms };
  return { outcome: { ...outcome, verified: chooseVerified(answers, asked, outcome) }, languages, synonyms };
}

export interface Found {
  outcome: SearchOutcome;
  /** That the index holds now. */
  languages: string[];
  /** How often the agent's synonyms have been changed. */
  synonyms: number;
}

const countSynonymChanges =
  "select synonyms from knowledge_indexes where organization = $1::int and agent_id = $2::text";

/** Those of the index, and the visitor's own. */
function spoken({ languages, language }: { languages: readonly string[]; language: string | undefined }): string[] {
  return [...new Set([...languages, ...(language === undefined ? [] : [language])])];
}

export function passageOf(row: Row): Passage {
  return {
    chunk: Number(row["number"]),
    documentId: String(row["document_id"]),
    externalId: orNull(row["external_id"]),
    title: String(row["title"]),
    url: orNull(row["url"]),
    headings: strings(row["headings"]),
    text: String(row["text"]),
    language: String(row["language"]),
    documentVersion: Number(row["version"]),
    ...(row["checked_at"] ? { checkedAt: isoTime(row["checked_at"]) } : {}),
    score: Number(row["score"]),
    ...readPlaces(row["stands"]),
  };
}

/**
 * $1 organization, $2 index, $3 terms, $4 budget, $5 candidates, $6 limit, $7 what each term counts. How common a term
 * is, is counted here, or was ($8) while the index was of the size $9. A candidate that all the commoner terms together
 * could not lift among the best is not scored with them.
 * Constants are float8 because bare ones would be numeric, which is slow; `offset 0` keeps each term a look-up in
 * the key, whatever the planner believes of the table; 2.2, 0.3 and 0.9 are k1 1.2 and b 0.75.
 */
const bestPassages = bestWhere("");

/** With $10 sources, $11 languages, $12 tags, $13 audience: what is not allowed is passed over, the best first. */
const bestOfSome = bestWhere(`where exists (${isAllowed("scored.chunk", { organization: "$1::int", from: 10 })})`);

function bestWhere(allowed: string): string {
  return `
with l as materialized (
  select language, sum(chunks)::int as n, sum(tokens) as total from knowledge_index_statistics
  where organization = $1::int and index_number = $2::int group by language having sum(chunks) > 0),
s as materialized (
  select coalesce(sum(n), 0)::int as n, greatest(sum(total), 1)::float8 as total,
    coalesce(sum(n), 0)::text || '/' || coalesce(sum(total), 0)::text as size,
    array_agg(language order by n desc, language) as languages from l),
t as materialized (
  select x.term, x.counts, case when x.known is not null and s.size = $9::text then x.known
    else (select count(*) from knowledge_postings p
      where p.organization = $1::int and p.index_number = $2::int and p.term = x.term)::int end as df
  from s cross join unnest($3::text[], $7::float8[], $8::int[]) as x(term, counts, known)),
q as materialized (
  select t.term, ln(1 + (s.n - t.df + 0.5::float8) / (t.df + 0.5::float8)) * 2.2::float8 * t.counts as w,
    0.9::float8 * s.n / s.total as c,
    sum(t.df) over o <= $4::int or row_number() over o = 1 as head
  from t cross join s where t.df > 0 window o as (order by t.df, t.term)),
scored as materialized (
  select p.chunk, sum(q.w * p.tf / (p.tf + 0.3::float8 + q.c * p.len)) as score
  from q cross join lateral (select chunk, tf, len from knowledge_postings
    where organization = $1::int and index_number = $2::int and term = q.term offset 0) p
  where q.head group by p.chunk order by 2 desc, 1 ${allowed === "" ? "limit $5::int" : ""}),
cand as materialized (
  select chunk, score from (select * from scored order by score desc, chunk offset 0) scored ${allowed} limit $5::int),
rest as materialized (
  select coalesce((select sum(w) from q where not head), 0) as most,
    coalesce((select score from cand order by score desc offset $6::int - 1 limit 1), 0) as least),
best as materialized (
  select cand.chunk, cand.score + coalesce((
    select sum(q.w * p.tf / (p.tf + 0.3::float8 + q.c * p.len))
    from q cross join lateral (select tf, len from knowledge_postings
      where organization = $1::int and index_number = $2::int and term = q.term and chunk = cand.chunk offset 0) p
    where not q.head), 0) as score
  from cand cross join rest where cand.score + rest.most >= rest.least order by 2 desc, 1 limit $6::int),
placed as materialized (select chunk, score, row_number() over (order by score desc, chunk) as place from best)
select s.n, s.size, h.*,
  case when h.place is null or h.place = 1 then s.languages end as languages,
  case when h.place is null or h.place = 1 then (select array_agg(term order by term) from t) end as terms,
  case when h.place is null or h.place = 1 then (select array_agg(df order by term) from t) end as counts
from s left join lateral (
  select placed.place, placed.score, c.number, c.document_id, c.headings, c.text, c.place as stands, c.language, d.title, d.url, d.external_id, d.version,
    ${checkedAt("d")} as checked_at
  from placed
  cross join lateral (select * from knowledge_chunks where organization = $1::int and number = placed.chunk offset 0) c
  cross join lateral (select organization, id, title, url, external_id, version, source_id, updated_at from knowledge_documents
    where organization = $1::int and id = c.document_id offset 0) d) h on true
order by h.place`;
}
