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
  /** So many hold the head that looking at each for the others would take long. */
  deep: boolean;
  /** The rarest first. */
  terms: string[];
  prefix: string | null;
}

/** What else must hold. `fits` speaks of `conversations`; `since` and `before` bound ids, and are in `fits` too. */
export interface Within {
  fits: SQL;
  limit: number;
  since: string | null;
  before: string | null;
  lookedUp: number;
}

/** From where on a search goes another way; tests make them small. */
export interface Bounds {
  /** Of a term that so many hold, it is not counted how many more do. */
  counted: number;
  /** Of the newest conversations with such a term, so many are looked at one by one for the others. */
  lookedUp: number;
}
export const BOUNDS: Bounds = { counted: 5_000, lookedUp: 1_000 };

/** Endings of the last word that are walked side by side; more of them means that most conversations hold one. */
const MOST_ENDINGS = 64;
const ENDING_COUNTED = 200;
/** So many lists are laid upon each other at most; what they share is looked up in the others. */
const LAID = 3;
const MOST_LANGUAGES = 40;
const MOST_VARIANTS = 16;

/** Empty when nothing can be found. */
export async function planSearch(
  db: Database,
  scope: Scope,
  { text, counted: most }: { text: string; counted: number },
): Promise<Walk[]> {
  const variants = variantsOf(text, await languagesOf(db, scope));
  const q = db.query(scope);
  const terms = [...new Set(variants.flatMap((variant) => variant.terms))];
  const prefixes = [...new Set(variants.flatMap(({ prefix }) => (prefix === null ? [] : [prefix])))];
  const [counted, ...endings] = await Promise.all([
    q.execute<{ term: string; held: number }>(countTerms(scope, terms, most)),
    ...prefixes.map((prefix) => q.execute<{ term: string; held: number }>(findEndings(scope, prefix))),
  ]);
  const held = new Map(counted.map((row) => [row.term, Number(row.held)]));
  const endingsOf = new Map(prefixes.map((prefix, at) => [prefix, endings[at] ?? []]));
  return variants
    .flatMap((variant) => walkOf(variant, held, endingsOf.get(variant.prefix ?? "") ?? []))
    .map(({ least, ...walk }) => ({ ...walk, deep: walk.heads?.length === 1 && least >= most }));
}

function walkOf(
  { languages, terms: asked, prefix }: Variant,
  held: ReadonlyMap<string, number>,
  endings: readonly { term: string; held: number }[],
): (Omit<Walk, "deep"> & { least: number })[] {
  const terms = asked.toSorted((a, b) => (held.get(a) ?? 0) - (held.get(b) ?? 0));
  const [rarest] = terms;
  const least = rarest === undefined ? Number.POSITIVE_INFINITY : (held.get(rarest) ?? 0);
  if (least === 0 || (prefix !== null && endings.length === 0)) return [];
  const few = prefix !== null && endings.length <= MOST_ENDINGS;
  const all = endings.reduce((sum, ending) => sum + Number(ending.held), 0);
  if (few && (rarest === undefined || all < least)) {
    return [{ languages, heads: endings.map((ending) => ending.term), terms, prefix: null, least: all }];
  }
  if (rarest === undefined) return [{ languages, heads: null, terms, prefix, least }];
  return [{ languages, heads: [rarest], terms: terms.slice(1), prefix, least }];
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

function countTerms(scope: Scope, terms: readonly string[], most: number): SQL {
  return sql`select wanted.term, (select count(*)::int from (
      select 1 from conversation_words w where w.organization = ${scope.organization}::int and w.term = wanted.term
      limit ${most}::int) counted) as held
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

/**
 * The ids that one walk finds, newest first. Where many hold each of the words, the newest of them are looked at first,
 * and only when too few of those hold all words, whole lists are laid upon each other.
 */
export function walkWords(scope: Scope, walk: Walk, within: Within): SQL {
  const { heads, deep, terms } = walk;
  if (heads === null) return walkAll(scope, walk, within);
  const look = (some: readonly string[]) => some.map((term) => holds(scope, term, HELD));
  const heldBy = (term: SQL) => listOf(scope, term, within);
  const each = sql`jsonb_array_elements_text(${JSON.stringify(heads)}::jsonb) as head(term)`;
  const newest = (first: number | null): SQL =>
    sql`select hit.id from ${each} cross join lateral (${fitting(scope, walk, {
      ...within,
      from: sql`${heldBy(sql`head.term`)} order by w.conversation_id desc limit ${first}::int`,
      also: look(terms),
    })}) hit`;
  if (!deep || terms.length === 0) return sql`(${newest(null)})`;
  const laid = [...heads, ...terms].slice(0, LAID).map((term) => heldBy(sql`${term}::text collate "C"`));
  const all = fitting(scope, walk, {
    ...within,
    from: sql`${sql.join(laid, sql` intersect `)} order by conversation_id desc`,
    also: look(terms.slice(LAID - heads.length)),
  });
  return sql`(with near as materialized (${newest(within.lookedUp)})
    select near.id from near union all
    select every.id from (${all}) every where (select count(*) from near) < ${within.limit}::int)`;
}

function walkAll(scope: Scope, { languages, terms, prefix }: Walk, { fits, limit }: Within): SQL {
  const id = sql`conversations.id`;
  const also = [fits, ...terms.map((term) => holds(scope, term, id)), ...spoken(languages)];
  if (prefix !== null) also.push(beginsWith(scope, prefix, id));
  return sql`(select conversations.id from conversations where ${every(also)} order by conversations.id desc limit ${limit}::int)`;
}

interface Fitting extends Within {
  /** Gives `conversation_id`, the newest first. */
  from: SQL;
  also: readonly SQL[];
}

/** Words before conversations: they are read from the index alone, and few are left when all have been compared. */
function fitting(scope: Scope, { languages, prefix }: Walk, { fits, limit, from, also }: Fitting): SQL {
  const words = [sql`true`, ...also, ...(prefix === null ? [] : [beginsWith(scope, prefix, HELD)])];
  return sql`
    select found.id from (${from}) held
    cross join lateral (
      select conversations.id from conversations
      where conversations.id = held.conversation_id and ${every([fits, ...spoken(languages)])} offset 0
    ) found
    where ${every(words)}
    order by held.conversation_id desc limit ${limit}::int`;
}

/** The conversations that hold a term. */
function listOf({ organization }: Scope, term: SQL, { since, before }: Within): SQL {
  const own = [sql`w.organization = ${organization}::int`, sql`w.term = ${term}`];
  if (since !== null) own.push(sql`w.conversation_id >= ${since}::text`);
  if (before !== null) own.push(sql`w.conversation_id < ${before}::text`);
  return sql`select w.conversation_id from conversation_words w where ${every(own)}`;
}

const HELD = sql`held.conversation_id`;
const every = (conditions: readonly SQL[]): SQL => sql.join([...conditions], sql` and `);

function spoken(languages: readonly string[] | null): SQL[] {
  if (languages === null) return [];
  const list = sql.join(
    languages.map((language) => sql`${language}`),
    sql`, `,
  );
  return [sql`conversations.language in (${list})`];
}

// `offset 0`: looked up one conversation at a time, from the newest on, instead of gathering all that hold the word.
const holds = ({ organization }: Scope, term: string, id: SQL): SQL =>
  sql`exists (select 1 from conversation_words o
  where o.organization = ${organization}::int and o.term = ${term}::text collate "C" and o.conversation_id = ${id}
  offset 0)`;

const beginsWith = ({ organization }: Scope, prefix: string, id: SQL): SQL => sql`exists (
  select 1 from conversation_digests d cross join lateral unnest(d.terms) said(term)
  where d.organization = ${organization}::int and d.conversation_id = ${id} and starts_with(said.term, ${prefix}::text)
  offset 0)`;
