/**
 * Search in what was said: a query becomes one or several ways to walk `conversation_words` from the newest
 * conversation down, each beginning with the term that the fewest hold. Every comparison keeps its index under
 * row-level security.
 */
import { type Database, type Scope, sql, type SQL } from "../platform/index.ts";
import { readQuery, type WordQuery } from "./read-query.ts";

/** What is the same analysis of the query in all of these languages; null for any. */
interface Variant extends WordQuery {
  languages: string[] | null;
}

/** One walk: conversations with one of `heads`, that hold all of the others. Without heads: all conversations. */
export interface Walk {
  languages: string[] | null;
  heads: string[] | null;
  terms: string[];
  prefix: string | null;
}

/** Endings of the last word that are walked side by side; more of them means that most conversations hold one. */
const MOST_ENDINGS = 64;
const COUNTED = 5_000;
const ENDING_COUNTED = 200;
const MOST_LANGUAGES = 40;
const MOST_VARIANTS = 16;

/** Empty when nothing can be found. */
export async function planSearch(db: Database, scope: Scope, text: string): Promise<Walk[]> {
  const variants = variantsOf(text, await languagesOf(db, scope));
  const q = db.query(scope);
  const terms = [...new Set(variants.flatMap((variant) => variant.terms))];
  const prefixes = [...new Set(variants.flatMap(({ prefix }) => (prefix === null ? [] : [prefix])))];
  const [counted, ...endings] = await Promise.all([
    q.execute<{ term: string; held: number }>(countTerms(scope, terms)),
    ...prefixes.map((prefix) => q.execute<{ term: string; held: number }>(findEndings(scope, prefix))),
  ]);
  const held = new Map(counted.map((row) => [row.term, Number(row.held)]));
  const endingsOf = new Map(prefixes.map((prefix, at) => [prefix, endings[at] ?? []]));
  return variants.flatMap((variant) => walkOf(variant, held, endingsOf.get(variant.prefix ?? "") ?? []));
}

function walkOf(
  { languages, terms, prefix }: Variant,
  held: ReadonlyMap<string, number>,
  endings: readonly { term: string; held: number }[],
): Walk[] {
  const rarest = terms.toSorted((a, b) => (held.get(a) ?? 0) - (held.get(b) ?? 0))[0];
  const least = rarest === undefined ? Number.POSITIVE_INFINITY : (held.get(rarest) ?? 0);
  if (least === 0 || (prefix !== null && endings.length === 0)) return [];
  const few = prefix !== null && endings.length <= MOST_ENDINGS;
  const all = endings.reduce((sum, ending) => sum + Number(ending.held), 0);
  if (few && (rarest === undefined || all < least)) {
    return [{ languages, heads: endings.map((ending) => ending.term), terms, prefix: null }];
  }
  if (rarest === undefined) return [{ languages, heads: null, terms, prefix }];
  return [{ languages, heads: [rarest], terms: terms.filter((term) => term !== rarest), prefix }];
}

function variantsOf(text: string, languages: readonly string[]): Variant[] {
  const variants = new Map<string, Variant>();
  for (const language of languages) {
    const query = readQuery(text, language);
    if (!query) continue;
    const key = JSON.stringify([query.terms.toSorted(), query.prefix]);
    const known = variants.get(key);
    if (known) known.languages?.push(language);
    else variants.set(key, { ...query, languages: [language] });
  }
  const found = [...variants.values()].slice(0, MOST_VARIANTS);
  const [only] = found;
  return only && only.languages?.length === languages.length ? [{ ...only, languages: null }] : found;
}

/** From one language to the next, without a look at what lies between. */
async function languagesOf(db: Database, scope: Scope): Promise<string[]> {
  const next = (after: SQL) => sql`(select language from conversations
    where organization = ${scope.organization}::int and language > ${after} order by language limit 1)`;
  const rows = await db.query(scope).execute<{ language: string }>(sql`
    with recursive known as (
      select ${next(sql`''`)} as language
      union all select ${next(sql`known.language`)} from known where known.language is not null
    ) select language from known where language is not null limit ${MOST_LANGUAGES}::int`);
  return rows.map((row) => row.language);
}

function countTerms(scope: Scope, terms: readonly string[]): SQL {
  return sql`select wanted.term, (select count(*)::int from (
      select 1 from conversation_words w where w.organization = ${scope.organization}::int and w.term = wanted.term
      limit ${COUNTED}::int) counted) as held
    from jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb) as wanted(term)`;
}

function findEndings(scope: Scope, prefix: string): SQL {
  const next = (bound: SQL) => sql`(select w.term from conversation_words w
    where w.organization = ${scope.organization}::int and ${bound} and w.term < ${`${prefix}\u{10ffff}`}::text collate "C"
    order by w.term limit 1)`;
  return sql`
    with recursive ending as (
      select ${next(sql`w.term >= ${prefix}::text collate "C"`)} as term, 1 as number
      union all select ${next(sql`w.term > ending.term`)}, number + 1 from ending
      where ending.term is not null and number <= ${MOST_ENDINGS}::int
    ) select ending.term, (select count(*)::int from (
        select 1 from conversation_words w where w.organization = ${scope.organization}::int and w.term = ending.term
        limit ${ENDING_COUNTED}::int) counted) as held
      from ending where ending.term is not null`;
}

/** The ids that one walk finds, newest first; `fits` is what else must hold of `conversations`. */
export function walkWords(scope: Scope, walk: Walk, { fits, limit }: { fits: SQL; limit: number }): SQL {
  const { organization } = scope;
  const also = [fits, ...walk.terms.map((term) => holds(organization, term))];
  if (walk.prefix !== null) also.push(beginsWith(organization, walk.prefix));
  if (walk.languages !== null) {
    const list = sql.join(
      walk.languages.map((language) => sql`${language}`),
      sql`, `,
    );
    also.push(sql`conversations.language in (${list})`);
  }
  const all = sql.join(also, sql` and `);
  if (walk.heads === null) {
    return sql`(select conversations.id from conversations where ${all} order by conversations.id desc limit ${limit}::int)`;
  }
  return sql`(select hit.id from jsonb_array_elements_text(${JSON.stringify(walk.heads)}::jsonb) as head(term)
    cross join lateral (
      select conversations.id from conversation_words w
      join conversations on conversations.organization = w.organization and conversations.id = w.conversation_id
      where w.organization = ${organization}::int and w.term = head.term and ${all}
      order by w.conversation_id desc limit ${limit}::int
    ) hit)`;
}

// `offset 0`: looked up one conversation at a time, from the newest on, instead of gathering all that hold the word.
const holds = (organization: number, term: string): SQL => sql`exists (select 1 from conversation_words o
  where o.organization = ${organization}::int and o.term = ${term}::text collate "C" and o.conversation_id = conversations.id
  offset 0)`;

const beginsWith = (organization: number, prefix: string): SQL => sql`exists (
  select 1 from conversation_digests d cross join lateral unnest(d.terms) said(term)
  where d.organization = ${organization}::int and d.conversation_id = conversations.id and starts_with(said.term, ${prefix}::text)
  offset 0)`;
