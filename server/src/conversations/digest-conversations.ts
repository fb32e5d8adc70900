/**
 * Writes down what was said: the words of a conversation, so that it can be found, and the hours in which things
 * happened, so that they can be counted. What is written down and how far travels in one transaction, so that an
 * event that comes twice counts once.
 */
import { type EndReason } from "@parley/contracts";
import { analyse, detectLanguage } from "../knowledge/index.ts";
import { type Database, envelopeScope, type Scope, sql, SYSTEM, type Tx } from "../platform/index.ts";
import { outcomeOf } from "./outcome.ts";

interface Open extends Record<string, unknown> {
  id: string;
  agent_id: string;
  language: string | null;
  seq: number;
  terms: string[];
}

interface Said extends Record<string, unknown> {
  conversation_id: string;
  seq: number;
  role: "visitor" | "agent";
  text: string;
  reason: EndReason | null;
  hour: string | Date;
}

interface Hour {
  hour: string;
  agentId: string;
  conversations: number;
  answered: number;
  unanswered: number;
  personAsked: number;
}

interface Written {
  id: string;
  language: string;
  seq: number;
  /** Those that were not known of it. */
  terms: string[];
}

/** Ids of conversations that are gone, or are written down to their end, cost a look and nothing else. */
export async function digestConversations(db: Database, scope: Scope, ids: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...new Set(ids)]);
  await db.transaction(scope, async (tx) => {
    const [open, said] = await readOpen(tx, scope, wanted);
    const written: Written[] = [];
    const hours = new Map<string, Hour>();
    const messages = Map.groupBy(said, (message) => message.conversation_id);
    for (const conversation of open) {
      const news = messages.get(conversation.id) ?? [];
      const [first] = news;
      if (!first) continue;
      written.push(writeDown(conversation, news));
      for (const message of news) count(hours, conversation.agent_id, message);
    }
    if (written.length > 0) await store(tx, scope, { written, hours: [...hours.values()] });
  });
}

/** Locks what is being written down, and reads what was said since. */
async function readOpen(tx: Tx, scope: Scope, wanted: string): Promise<[Open[], Said[]]> {
  const { organization } = scope;
  const ids = sql`select value from jsonb_array_elements_text(${wanted}::jsonb)`;
  const [, open, said] = await Promise.all([
    tx.execute(sql`insert into conversation_digests (organization, conversation_id, seq, terms)
      select organization, id, 0, '{}' from conversations where organization = ${organization}::int and id in (${ids})
      order by id on conflict do nothing`),
    tx.execute<Open>(sql`select c.id, c.agent_id, c.language, d.seq, d.terms from conversation_digests d
      join conversations c on c.organization = d.organization and c.id = d.conversation_id
      where d.organization = ${organization}::int and d.conversation_id in (${ids})
      order by d.conversation_id for update of d`),
    tx.execute<Said>(sql`select m.conversation_id, m.seq, m.role, m.text, m.reason, date_trunc('hour', m.created_at) as hour
      from conversation_digests d
      join messages m on m.organization = d.organization and m.conversation_id = d.conversation_id and m.seq > d.seq
      where d.organization = ${organization}::int and d.conversation_id in (${ids})
      order by m.conversation_id, m.seq`),
  ]);
  return [open, said];
}

function writeDown(conversation: Open, news: readonly Said[]): Written {
  const known = new Set(conversation.terms);
  const terms = new Set<string>();
  const language = conversation.language ?? languageOf(news);
  for (const { text } of news) for (const term of analyse(text, language)) if (!known.has(term)) terms.add(term);
  return { id: conversation.id, language, seq: news.at(-1)?.seq ?? conversation.seq, terms: [...terms].toSorted() };
}

/** Of the visitor's words first: answers may quote pages in another one. */
function languageOf(news: readonly Said[]): string {
  const of = (role: Said["role"]) => news.flatMap((one) => (one.role === role ? [one.text] : [])).join("\n");
  return detectLanguage(of("visitor"), detectLanguage(of("agent")));
}

function count(hours: Map<string, Hour>, agentId: string, message: Said): void {
  const hour = new Date(message.hour).toISOString();
  const key = `${hour} ${agentId}`;
  const none = { hour, agentId, conversations: 0, answered: 0, unanswered: 0, personAsked: 0 };
  const counted = hours.get(key) ?? none;
  hours.set(key, counted);
  if (message.seq === 1) counted.conversations += 1;
  if (message.reason === null) return;
  const outcome = outcomeOf(message.reason);
  counted.answered += Number(outcome.answered);
  counted.unanswered += Number(outcome.unanswered);
  counted.personAsked += Number(outcome.personAsked);
}

async function store(tx: Tx, scope: Scope, { written, hours }: { written: Written[]; hours: Hour[] }): Promise<void> {
  const { organization } = scope;
  const list = JSON.stringify(written);
  const row = sql`jsonb_to_recordset(${list}::jsonb) as w(id text, language text, seq int, terms jsonb)`;
  await Promise.all([
    tx.execute(sql`insert into conversation_words (organization, term, conversation_id)
      select ${organization}::int, said.term, w.id from ${row}
      cross join lateral jsonb_array_elements_text(w.terms) as said(term)
      order by said.term, w.id on conflict do nothing`),
    tx.execute(sql`update conversation_digests d set seq = w.seq,
        terms = d.terms || array(select jsonb_array_elements_text(w.terms))
      from ${row} where d.organization = ${organization}::int and d.conversation_id = w.id`),
    tx.execute(sql`update conversations c set language = w.language from ${row}
      where c.organization = ${organization}::int and c.id = w.id and c.language is null`),
    tx.execute(sql`insert into conversation_hours as h
        (organization, hour, agent_id, conversations, answered, unanswered, person_asked)
      select ${organization}::int, hour, "agentId", conversations, answered, unanswered, "personAsked"
      from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) as n(hour timestamptz, "agentId" text, conversations int,
        answered int, unanswered int, "personAsked" int)
      order by hour, "agentId"
      on conflict (organization, hour, agent_id) do update set conversations = h.conversations + excluded.conversations,
        answered = h.answered + excluded.answered, unanswered = h.unanswered + excluded.unanswered,
        person_asked = h.person_asked + excluded.person_asked`),
  ]);
}

/** How many conversations are caught up with at once. */
const AT_ONCE = 100;

/**
 * What the events tell nothing of any more: conversations from before there were digests. `until` ends it early;
 * it goes on where it was when it is called again.
 */
export async function digestOld(db: Database, until: AbortSignal): Promise<void> {
  let after = { organization: 0, id: "" };
  while (!until.aborted) {
    const rows = await db.query(SYSTEM).execute<{ organization: number; organization_id: string; id: string }>(sql`
      select c.organization, o.id as organization_id, c.id from conversations c
      join organizations o on o.number = c.organization
      left join conversation_digests d on d.organization = c.organization and d.conversation_id = c.id
      where (c.organization, c.id) > (${after.organization}::int, ${after.id}::text) and d.conversation_id is null
        and c.last_seq > 0
      order by c.organization, c.id limit ${AT_ONCE}::int`);
    const last = rows.at(-1);
    if (!last) return;
    after = { organization: last.organization, id: last.id };
    for (const [organization, own] of Map.groupBy(rows, (row) => row.organization)) {
      const scope = envelopeScope(organization, own[0]?.organization_id ?? "", "digest");
      const ids = own.map(({ id }) => id);
      await digestConversations(db, scope, ids);
    }
  }
}
