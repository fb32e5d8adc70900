import { Fault, gapCause, type GapDetail, type GapQuestion, type GapQuery, type GapTopic } from "@parley/contracts";
import { type Query, type Scope, sql, type SQL } from "../platform/index.ts";

interface TopicRow extends Record<string, unknown> {
  id: string;
  agent_id: string;
  status: GapTopic["status"];
  label: string;
  questions: number;
  conversations: number;
  now: number;
  before: number;
  spark: number[] | null;
  causes: Record<string, number> | null;
  languages: string[] | null;
  first_at: string | Date;
  last_at: string | Date;
  answer_id: string | null;
  answered_at: string | Date | null;
  revision: number;
}

export interface Period {
  /** Milliseconds since 1970. */
  to: number;
  days: number;
}

const DAY_MS = 24 * 3_600_000;
const PARTS = 12;
const moment = (at: number): SQL => sql`${new Date(at)}::timestamptz`;

type Wanted = Omit<GapQuery, "cursor" | "days" | "limit"> & { limit: number; after: Place | null };
/** Where a page ends: what it is sorted by, and the id. */
export interface Place {
  now: number;
  questions: number;
  lastAt: string;
  id: string;
}

export async function listTopics(
  q: Query,
  scope: Scope,
  { agentId, period, wanted }: { agentId: string; period: Period; wanted: Wanted },
): Promise<GapTopic[]> {
  const { after } = wanted;
  const byCount = wanted.order === "most";
  const beyond =
    after === null
      ? sql`true`
      : byCount
        ? sql`(n.now, n.questions, n.id) < (${after.now}::int, ${after.questions}::int, ${after.id}::text)`
        : sql`(date_trunc('milliseconds', n.last_at), n.id) < (${after.lastAt}::timestamptz, ${after.id}::text)`;
  const order = byCount
    ? sql`n.now desc, n.questions desc, n.id desc`
    : sql`date_trunc('milliseconds', n.last_at) desc, n.id desc`;
  const rows = await q.execute<TopicRow>(
    topics(scope, {
      period,
      which: sql`t.agent_id = ${agentId}::text and t.status = ${wanted.status}::text and ${filtered(scope, wanted)}`,
      page: sql`where ${beyond} order by ${order} limit ${wanted.limit}::int`,
      order,
    }),
  );
  return rows.map(topicOf);
}

export async function readTopic(
  q: Query,
  scope: Scope,
  { agentId, id, period }: { agentId: string; id: string; period: Period },
): Promise<GapTopic> {
  const which = sql`t.agent_id = ${agentId}::text and t.id = ${id}::text`;
  const [row] = await q.execute<TopicRow>(topics(scope, { period, which, page: sql``, order: sql`n.id` }));
  if (!row) throw new Fault("not_found", "There is no such topic.");
  return topicOf(row);
}

function filtered(scope: Scope, { q, cause, language }: Wanted): SQL {
  if (!q && cause === undefined && language === undefined) return sql`true`;
  const like = q ? `%${q.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%` : null;
  return sql`exists (select 1 from gap_questions f where f.organization = ${scope.organization}::int and f.topic_id = t.id
    and (${like}::text is null or f.text ilike ${like}::text)
    and (${cause ?? null}::text is null or f.cause = ${cause ?? null}::text)
    and (${language ?? null}::text is null or f.language = ${language ?? null}::text))`;
}

/** Topics without a question left are none. The costly parts are counted for the page alone. */
function topics(
  scope: Scope,
  { period, which, page, order }: { period: Period; which: SQL; page: SQL; order: SQL },
): SQL {
  const from = moment(period.to - period.days * DAY_MS);
  const earlier = moment(period.to - 2 * period.days * DAY_MS);
  const of = sql`q.organization = ${scope.organization}::int and q.topic_id = n.id`;
  const [start, end] = [(period.to - period.days * DAY_MS) / 1_000, period.to / 1_000];
  return sql`
    with n as (
      select t.id, t.agent_id, t.status, t.label_id, t.answer_id, t.answered_at, t.revision, count(*)::int as questions,
        count(distinct q.conversation_id)::int as conversations,
        (count(*) filter (where q.asked_at >= ${from}))::int as now,
        (count(*) filter (where q.asked_at >= ${earlier} and q.asked_at < ${from}))::int as before,
        min(q.asked_at) as first_at, max(q.asked_at) as last_at
      from gap_topics t join gap_questions q on q.organization = t.organization and q.topic_id = t.id
      where t.organization = ${scope.organization}::int and ${which} group by t.organization, t.id),
    page as (select n.* from n ${page})
    select n.*,
      coalesce((select q.text from gap_questions q where q.organization = ${scope.organization}::int and q.id = n.label_id),
        (select q.text from gap_questions q where ${of} order by q.asked_at, q.id limit 1)) as label,
      (select jsonb_agg(coalesce(c.n, 0) order by part) from generate_series(1, ${PARTS}::int) part left join (
        select width_bucket(extract(epoch from q.asked_at)::float8, ${start}::float8, ${end}::float8, ${PARTS}::int) as bucket, count(*) as n
        from gap_questions q where ${of} and q.asked_at >= ${from} group by 1) c on c.bucket = part) as spark,
      (select jsonb_object_agg(cause, n) from (select q.cause, count(*) as n from gap_questions q where ${of} group by 1) c) as causes,
      (select jsonb_agg(language order by n desc, language) from (
        select q.language, count(*) as n from gap_questions q where ${of} group by 1) l) as languages
    from page n order by ${order}`;
}

const iso = (at: string | Date) => new Date(at).toISOString();

function topicOf(row: TopicRow): GapTopic {
  const { id, status, label, questions, conversations, now, before, revision } = row;
  return {
    id,
    agentId: row.agent_id,
    status,
    label,
    questions,
    conversations,
    now,
    before,
    spark: row.spark ?? [],
    causes: Object.fromEntries(
      Object.entries(row.causes ?? {}).flatMap(([name, count]) => {
        const cause = gapCause.safeParse(name);
        return cause.success ? [[cause.data, count]] : [];
      }),
    ),
    languages: row.languages ?? [],
    firstAt: iso(row.first_at),
    lastAt: iso(row.last_at),
    answerId: row.answer_id,
    answeredAt: row.answered_at === null ? null : iso(row.answered_at),
    revision,
  };
}

/** A question and as many variants as an answer may have. */
const MOST_WORDINGS = 31;

/** How it was asked: the label first, then the commonest; case, marks and spaces make no other wording. */
export async function readWordings(
  q: Query,
  scope: Scope,
  topic: Pick<GapTopic, "id" | "label">,
): Promise<GapDetail["wordings"]> {
  const rows = await q.execute<{ text: string }>(sql`
    select (array_agg(text order by asked_at))[1] as text from gap_questions
    where organization = ${scope.organization}::int and topic_id = ${topic.id}::text
    group by btrim(regexp_replace(lower(text), '[[:punct:][:space:]]+', ' ', 'g'))
    order by count(*) desc, min(asked_at) limit ${MOST_WORDINGS}::int`);
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim();
  const others = rows.map(({ text }) => text).filter((text) => fold(text) !== fold(topic.label));
  return [topic.label, ...others].slice(0, MOST_WORDINGS);
}

interface QuestionRow extends Record<string, unknown> {
  id: string;
  conversation_id: string;
  text: string;
  language: string;
  cause: GapQuestion["cause"];
  asked_at: string | Date;
}

/** Newest first. */
export async function listQuestions(
  q: Query,
  scope: Scope,
  { topicId, before, limit }: { topicId: string; before: string | null; limit: number },
): Promise<GapQuestion[]> {
  const rows = await q.execute<QuestionRow>(sql`
    select id, conversation_id, text, language, cause, asked_at from gap_questions
    where organization = ${scope.organization}::int and topic_id = ${topicId}::text
      and (${before}::text is null or id < ${before}::text)
    order by id desc limit ${limit}::int`);
  return rows.map(({ id, conversation_id, text, language, cause, asked_at }) => ({
    id,
    conversationId: conversation_id,
    text,
    language,
    cause,
    askedAt: iso(asked_at),
  }));
}
