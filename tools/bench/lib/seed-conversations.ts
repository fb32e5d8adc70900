// A hundred thousand conversations and a million messages, written by the database itself.
import { type Database, SYSTEM } from "../../../server/src/platform/index.ts";

export interface Seed {
  conversations: number;
  messagesEach: number;
  agentIds: readonly string[];
}

const DAYS = 60;
/** Conversations a statement: so that none grows beyond memory. */
const AT_ONCE = 5_000;

/** Sixty days up to now, evenly; words as in real talk: few are common, most are rare. */
export async function seedConversations(db: Database, seed: Seed): Promise<void> {
  await db.script(functions);
  // Its index is made at the end: row by row it would take most of the time.
  await db.script(`alter table conversation_words drop constraint ${WORDS_KEY}`);
  const agents = JSON.stringify(seed.agentIds);
  const step = Math.floor((DAYS * 86_400_000) / seed.conversations);
  const start = Date.now() - step * seed.conversations;
  for (let first = 0; first < seed.conversations; first += AT_ONCE) {
    const last = Math.min(seed.conversations, first + AT_ONCE) - 1;
    await db.batch(SYSTEM, [
      { text: conversations, values: [first, last, start, step, agents, seed.messagesEach] },
      { text: messages, values: [first, last, start, step, seed.messagesEach] },
      { text: digests, values: [first, last, start, step] },
    ]);
  }
  await db.script(words);
  await db.batch(SYSTEM, [
    { text: hours, values: [] },
    { text: usage, values: [agents] },
  ]);
  await db.script("drop function bench_id, bench_text");
  await db.vacuum(["conversations", "messages", "conversation_digests", "conversation_words", "conversation_hours"]);
}

/** Ids as ours: ten characters of time, sixteen of the number. */
const functions = `
create or replace function bench_id(prefix text, ms bigint, number bigint) returns text language sql immutable as $$
  select prefix || '_' || string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((ms >> (45 - place * 5)) & 31)::int + 1, 1), '' order by place)
    || substr(md5(number::text), 1, 16)
  from generate_series(0, 9) place
$$;
create or replace function bench_text(number bigint, words int) returns text language sql volatile as $$
  select string_agg('word' || floor(power(random(), 3) * 8000)::int, ' ') || ' order' || number from generate_series(1, words + number * 0)
$$;
`;

const conversations = `
insert into conversations (organization, id, agent_id, channel, visitor_id, last_seq, title, language, answered, unanswered,
  person_asked, corrected, rating, created_at, updated_at)
select 1, bench_id('cnv', $3::bigint + n * $4::bigint, n), $5::jsonb->>(case when n % 3 = 0 then (n / 3) % jsonb_array_length($5::jsonb) else 0 end)::int,
  case when n % 10 = 0 then 'api' else 'web' end, bench_id('vis', $3::bigint, n / 2), $6::int, bench_text(n, 7),
  (array['en', 'en', 'en', 'de', 'fr', 'es'])[1 + n % 6], $6::int / 2 - (n % 7 = 0)::int, (n % 7 = 0)::int, n % 97 = 0,
  (n % 211 = 0)::int, case when n % 50 = 0 then 'down' when n % 20 = 0 then 'up' end,
  to_timestamp(($3::bigint + n * $4::bigint) / 1000.0), to_timestamp(($3::bigint + n * $4::bigint) / 1000.0)
from generate_series($1::bigint, $2::bigint) n`;

const messages = `
insert into messages (organization, conversation_id, seq, id, role, text, parts, reply_to, reason, answered, suggestions, rating,
  model, input_tokens, output_tokens, took_ms, first_ms, created_at)
select 1, c, seq, bench_id('msg', at + seq * 1000, n * 100 + seq), case when seq % 2 = 1 then 'visitor' else 'agent' end, said,
  case when seq % 2 = 1 then jsonb_build_array(jsonb_build_object('type', 'text', 'text', said))
    else jsonb_build_array(jsonb_build_object('type', 'text', 'text', said), jsonb_build_object('type', 'citation', 'citation',
      jsonb_build_object('number', 1, 'documentId', bench_id('doc', 0, n % 1000), 'externalId', null, 'title', 'A page of the site',
        'url', 'https://shop.example/page', 'link', 'https://shop.example/page#:~:text=word', 'text', said))) end,
  case when seq % 2 = 0 then bench_id('msg', at + (seq - 1) * 1000, n * 100 + seq - 1) end,
  case when seq % 2 = 0 then case when n % 7 = 0 and seq = 2 then 'unknown' else 'answered' end end,
  case when seq % 2 = 0 then not (n % 7 = 0 and seq = 2) end, '[]',
  case when seq = 2 and n % 50 = 0 then 'down' when seq = 2 and n % 20 = 0 then 'up' end,
  case when seq % 2 = 0 then 'vendor/model' end, case when seq % 2 = 0 then 900 end, case when seq % 2 = 0 then 120 end,
  case when seq % 2 = 0 then 1400 end, case when seq % 2 = 0 then 400 end, to_timestamp((at + seq * 1000) / 1000.0)
from (select n, $3::bigint + n * $4::bigint as at, bench_id('cnv', $3::bigint + n * $4::bigint, n) as c
  from generate_series($1::bigint, $2::bigint) n) n
cross join generate_series(1, $5::int) seq
cross join lateral (select bench_text(n, case when seq % 2 = 1 then 6 else 12 end) as said offset 0) t`;

/** Every word of these texts is its own term: they have figures in them. */
const digests = `
insert into conversation_digests (organization, conversation_id, seq, terms)
select 1, conversation_id, max(seq), array_agg(distinct term) from messages, unnest(string_to_array(text, ' ')) term
where conversation_id between bench_id('cnv', $3::bigint + $1::bigint * $4::bigint, $1::bigint)
  and bench_id('cnv', $3::bigint + $2::bigint * $4::bigint, $2::bigint) group by conversation_id`;

const WORDS_KEY = "conversation_words_organization_term_conversation_id_pk";
const words = `
insert into conversation_words (organization, term, conversation_id)
select 1, term, conversation_id from conversation_digests, unnest(terms) term;
alter table conversation_words add constraint ${WORDS_KEY} primary key (organization, term, conversation_id);
`;

const hours = `
insert into conversation_hours (organization, hour, agent_id, conversations, answered, unanswered, person_asked)
select 1, date_trunc('hour', created_at), agent_id, count(*), sum(answered), sum(unanswered), count(*) filter (where person_asked)
from conversations group by 2, 3`;

const usage = `
insert into usage_counters (organization, day, subject, kind, amount)
select 1, current_date - day, subject, kind, 1000 from generate_series(0, 59) day
cross join (select 'agent:' || value as subject from jsonb_array_elements_text($1::jsonb)
  union all select 'visitor:' || n from generate_series(1, 1000) n) s
cross join (values ('model-tokens'), ('turns'), ('input-tokens'), ('output-tokens')) k(kind)
where subject like 'agent:%' or kind = 'model-tokens'
on conflict do nothing`;
