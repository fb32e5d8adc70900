import type { Database, Scope, Statement } from "../../../platform/index.ts";

/** Which of the spellings an index holds, and in how many passages, counted up to a thousand. */
export function probeTerms(scope: Scope, index: number, spellings: readonly string[]): Statement {
  return { text: heldTerms, values: [scope.organization, index, spellings] };
}

/** The terms of an index that begin so, at most as many as a search may look through. */
export function probePrefix(scope: Scope, index: number, prefix: string): Statement {
  return { text: termsFrom, values: [scope.organization, index, prefix, `${prefix}\uffff`, PREFIX_MOST] };
}

const PREFIX_MOST = 600;

/** Every one is a look-up in the key; `offset 0` keeps it so, whatever the planner believes of the table. */
const heldTerms = `
select x.term, (select count(*) from (select 1 from knowledge_postings p
    where p.organization = $1::int and p.index_number = $2::int and p.term = x.term limit 1000) s)::int as df
from unnest($3::text[]) as x(term)
where exists (select 1 from knowledge_postings p
  where p.organization = $1::int and p.index_number = $2::int and p.term = x.term offset 0)`;

/** From one term to the next by the key: as many look-ups as there are terms, however many passages hold each. */
const termsFrom = `
with recursive next as (
  (select term from knowledge_postings where organization = $1::int and index_number = $2::int
    and term >= $3::text order by term limit 1)
  union all
  select (select p.term from knowledge_postings p where p.organization = $1::int and p.index_number = $2::int
    and p.term > next.term order by p.term limit 1) from next where next.term < $4::text)
select term, 1 as df from (select term from next limit $5::int) n where starts_with(term, $3::text)`;

export async function runProbes(
  db: Database,
  scope: Scope,
  statements: readonly Statement[],
): Promise<Map<string, number>> {
  const results = await db.batch(scope, statements);
  return new Map(results.flat().map((row) => [String(row["term"]), Number(row["df"])]));
}
