/** The statements of a turn, each written once: see turn-store.ts. */
import { type Events, type SQL, sql, statementOf } from "../platform/index.ts";
import { notesCitations } from "./citations/cited-documents.ts";
import { summed } from "./outcome.ts";

const HISTORY = 12;

/** The conversation, unless it was begun before; its event with it. */
const begins = (events: Events) =>
  statementOf<"organization" | "conversationId" | "agentId" | "channel" | "visitorId" | "clientId" | "title">(
    (value) => {
      const data = sql`(select jsonb_build_object('agentId', ${value("agentId")}::text, 'conversationId', begun.id) from begun)`;
      return sql`
      with begun as (
        insert into conversations (organization, id, agent_id, channel, visitor_id, first_client_id, last_seq, title)
        values (${value("organization")}, ${value("conversationId")}, ${value("agentId")}, ${value("channel")},
          ${value("visitorId")}, ${value("clientId")}, 0, ${value("title")})
        on conflict (organization, visitor_id, first_client_id) do nothing returning id
      ), told as (${events.insertion({ organization: value("organization") }, "conversation.started", data)})
      select id from begun`;
    },
  );

type Stored =
  | "organization"
  | "conversationId"
  | "agentId"
  | "visitorId"
  | "clientId"
  | "messageId"
  | "text"
  | "parts"
  | "filter";

/** The visitor's message with its event and the answer that is owed for it, unless it was stored before. */
const stores = (events: Events) =>
  statementOf<Stored | "owner" | "leaseMs">(
    (value) => sql`
      with known as (
        select id, seq, created_at from messages
        where organization = ${value("organization")} and conversation_id = ${value("conversationId")}
          and client_id = ${value("clientId")}
      ), bumped as (
        update conversations set last_seq = last_seq + 1, updated_at = now()
        where organization = ${value("organization")} and id = ${value("conversationId")} and agent_id = ${value("agentId")}
          and visitor_id is not distinct from ${value("visitorId")} and not exists (select from known)
        returning last_seq
      ), stored as (
        insert into messages (organization, conversation_id, seq, id, role, text, parts, client_id, suggestions, filter)
        select ${value("organization")}::int, ${value("conversationId")}::text, last_seq, ${value("messageId")}::text, 'visitor',
          ${value("text")}::text, ${value("parts")}::jsonb, ${value("clientId")}::text, '[]'::jsonb, ${value("filter")}::jsonb from bumped
        returning id, seq, created_at
      ), owed as (
        insert into turns (organization, conversation_id, seq, message_id, agent_id, owner, lease_until)
        select ${value("organization")}::int, ${value("conversationId")}::text, seq, id, ${value("agentId")}::text,
          ${value("owner")}::text, now() + ${value("leaseMs")}::int * interval '1 millisecond' from stored
      ), told as (${told(events, value, "visitor")})
      select id, seq, created_at, false as known from stored
      union all select id, seq, created_at, true from known`,
  );

/** What was said, newest first. */
const readsBefore = () =>
  statementOf<"organization" | "conversationId">(
    (value) => sql`
      select id, role, text, parts, reason from messages
      where organization = ${value("organization")} and conversation_id = ${value("conversationId")}
      order by seq desc limit ${HISTORY + 1}::int`,
  );

type Owed = "organization" | "conversationId" | "agentId" | "owner" | "seq" | "replyTo" | "messageId";
type Said = "text" | "parts" | "reason" | "answered" | "suggestions" | "title";
type Made = "model" | "inputTokens" | "outputTokens" | "tookMs" | "firstMs";
type Sums = "answeredMore" | "unansweredMore" | "personAsked" | "counts";

/** The answer with its event and the end of the debt, if it is still ours to give. */
const replies = (events: Events) =>
  statementOf<Owed | Said | Made | Sums>(
    (value) => sql`
      with owed as (
        delete from turns where organization = ${value("organization")} and conversation_id = ${value("conversationId")}
          and seq = ${value("seq")} and owner = ${value("owner")} returning seq
      ), bumped as (
        update conversations set last_seq = last_seq + 1, updated_at = now(), ${summed(value)}
        where organization = ${value("organization")} and id = ${value("conversationId")} and exists (select from owed)
        returning last_seq
      ), stored as (
        insert into messages (organization, conversation_id, seq, id, role, text, parts, reply_to, reason, answered, suggestions,
          model, input_tokens, output_tokens, took_ms, first_ms)
        select ${value("organization")}::int, ${value("conversationId")}::text, last_seq, ${value("messageId")}::text, 'agent',
          ${value("text")}::text, ${value("parts")}::jsonb, ${value("replyTo")}::text, ${value("reason")}::text,
          ${value("answered")}::boolean, ${value("suggestions")}::jsonb, ${value("model")}::text, ${value("inputTokens")}::int,
          ${value("outputTokens")}::int, ${value("tookMs")}::int, ${value("firstMs")}::int from bumped
        returning id, seq, created_at
      ), cited as (${notesCitations({
        organization: value("organization"),
        conversationId: value("conversationId"),
        parts: value("parts"),
      })}
      ), told as (${told(events, value, "agent")})
      select id, seq, created_at, false as known from stored`,
  );

type Known = "organization" | "agentId" | "conversationId";

/** Told if and only if a row of `stored` came to be. */
function told(events: Events, value: (name: Known) => SQL, role: "visitor" | "agent"): SQL {
  const data = sql`(select jsonb_build_object('agentId', ${value("agentId")}::text, 'conversationId', ${value("conversationId")}::text,
    'messageId', stored.id, 'seq', stored.seq, 'role', ${role}::text) from stored)`;
  return events.insertion({ organization: value("organization") }, "message.stored", data);
}

export const turnStatements = (events: Events) => ({
  begin: begins(events),
  store: stores(events),
  readBefore: readsBefore(),
  reply: replies(events),
});
