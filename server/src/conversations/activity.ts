/** What happened, from the hours in which it was counted, and what is left to mend. */
import { type AttentionFact, firstIdAt } from "@parley/contracts";
import { analyse } from "../knowledge/index.ts";
import { type Query, type Scope, sql } from "../platform/index.ts";

export interface Span {
  /** Milliseconds since 1970; `from` included, `to` not. */
  from: number;
  to: number;
}

export interface Counts {
  conversations: number;
  answered: number;
  unanswered: number;
  personAsked: number;
}

interface CountRow extends Record<string, unknown> {
  conversations: number;
  answered: number;
  unanswered: number;
  person_asked: number;
}

const sums = sql`sum(conversations)::int as conversations, sum(answered)::int as answered,
  sum(unanswered)::int as unanswered, sum(person_asked)::int as person_asked`;

const within = (scope: Scope, { from, to }: Span) => sql`organization = ${scope.organization}::int
  and hour >= ${new Date(from)}::timestamptz and hour < ${new Date(to)}::timestamptz`;

/** Hours in which nothing happened are left out. */
export async function countByHour(q: Query, scope: Scope, span: Span): Promise<(Counts & { hour: number })[]> {
  const rows = await q.execute<CountRow & { hour: string | Date }>(
    sql`select hour, ${sums} from conversation_hours where ${within(scope, span)} group by hour order by hour`,
  );
  return rows.map((row) => ({ hour: new Date(row.hour).getTime(), ...countsOf(row) }));
}

/** The busiest first; `lastHour` is the latest in which something happened. */
export async function countByAgent(
  q: Query,
  scope: Scope,
  { limit, ...span }: Span & { limit: number },
): Promise<(Counts & { agentId: string; lastHour: number })[]> {
  const rows = await q.execute<CountRow & { agent_id: string; last_hour: string | Date }>(
    sql`select agent_id, max(hour) as last_hour, ${sums} from conversation_hours where ${within(scope, span)}
      group by agent_id order by sum(conversations) desc, agent_id limit ${limit}::int`,
  );
  return rows.map((row) => ({
    agentId: row.agent_id,
    lastHour: new Date(row.last_hour).getTime(),
    ...countsOf(row),
  }));
}

const countsOf = (row: CountRow): Counts => ({
  conversations: row.conversations,
  answered: row.answered,
  unanswered: row.unanswered,
  personAsked: row.person_asked,
});

/** Answers given in the span that are rated now. */
export async function countRatings(q: Query, scope: Scope, { from, to }: Span): Promise<{ up: number; down: number }> {
  const count = (
    rating: string,
  ) => sql`(select count(*)::int from messages where organization = ${scope.organization}::int
    and rating is not null and rating = ${rating}::text
    and id >= ${firstIdAt("message", from)}::text and id < ${firstIdAt("message", to)}::text)`;
  const [row] = await q.execute<{ up: number; down: number }>(
    sql`select ${count("up")} as up, ${count("down")} as down`,
  );
  return { up: row?.up ?? 0, down: row?.down ?? 0 };
}

export async function hasConversations(q: Query, scope: Scope): Promise<boolean> {
  const rows = await q.execute(
    sql`select 1 as one from conversations where organization = ${scope.organization}::int limit 1`,
  );
  return rows.length > 0;
}

interface FaultyRow extends Record<string, unknown> {
  message_id: string;
  conversation_id: string;
  agent_id: string;
  language: string | null;
  question: string | null;
  created_at: string | Date;
}

/** Read for one look at the home; older ones wait. */
const UNANSWERED_READ = 200;
const UNANSWERED_SHOWN = 10;
/** A question stands at most so many messages before its answer. */
const ASKED_WITHIN = 30;
const DOWN_SHOWN = 10;

/** Questions without an answer since `since`, like ones as one, the most asked first; and answers rated down. None of them corrected. */
export async function findFaultyAnswers(q: Query, scope: Scope, since: number): Promise<AttentionFact[]> {
  const after = sql`organization = ${scope.organization}::int and id >= ${firstIdAt("message", since)}::text`;
  const of = (faulty: typeof after, limit: number) => sql`
    select m.id as message_id, m.conversation_id, c.agent_id, c.language, asked.text as question, m.created_at
    from (select * from messages where ${faulty} order by id desc limit ${limit}::int) m
    join conversations c on c.organization = m.organization and c.id = m.conversation_id
    left join messages asked on asked.organization = m.organization and asked.conversation_id = m.conversation_id
      and asked.seq between m.seq - ${ASKED_WITHIN}::int and m.seq - 1 and asked.id = m.reply_to
    left join message_corrections k on k.organization = m.organization and k.conversation_id = m.conversation_id
      and k.message_id = m.id
    where k.message_id is null order by m.id desc`;
  const [unanswered, down] = await Promise.all([
    q.execute<FaultyRow>(of(sql`${after} and reason in ('unknown', 'failed')`, UNANSWERED_READ)),
    q.execute<FaultyRow>(of(sql`${after} and rating is not null and rating = 'down'`, DOWN_SHOWN)),
  ]);
  return [
    ...gatherLike(unanswered).slice(0, UNANSWERED_SHOWN),
    ...down.map((row) => factOf(row, "answer-rated-down", 1)),
  ];
}

/** Questions of one agent that say the same words count as one; the latest stands for them. */
function gatherLike(rows: readonly FaultyRow[]): AttentionFact[] {
  const groups = new Map<string, { row: FaultyRow; count: number }>();
  for (const row of rows) {
    const terms = [...new Set(analyse(row.question ?? "", row.language ?? "und"))].toSorted().join(" ");
    const key = `${row.agent_id} ${terms || (row.question ?? row.message_id)}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { row, count: 1 });
  }
  return [...groups.values()]
    .toSorted((a, b) => b.count - a.count)
    .map(({ row, count }) => factOf(row, "question-unanswered", count));
}

const LONGEST_TEXT = 300;

function factOf(row: FaultyRow, kind: AttentionFact["kind"], count: number): AttentionFact {
  return {
    kind,
    text: (row.question ?? "").replace(/\s+/g, " ").slice(0, LONGEST_TEXT).toWellFormed(),
    count,
    agentId: row.agent_id,
    target: { resource: "conversations", id: row.conversation_id },
    messageId: row.message_id,
    at: new Date(row.created_at).toISOString(),
  };
}
