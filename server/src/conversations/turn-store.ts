/**
 * The hot path, in as few round trips as there can be: a visitor's message with its event and the answer that is
 * owed for it in one statement, the answer with its event and the end of the debt in another.
 */
import type { ContentPart, EndReason } from "@parley/contracts";
import { type Database, type Events, type Query, type Scope, sql, type SQL, SYSTEM } from "../platform/index.ts";
import { type Making, outcomeOf, summed } from "./outcome.ts";
import type { MessageRow } from "./present.ts";

export interface Incoming {
  conversationId: string;
  /** True: the conversation begins with this message, under the id that we chose. */
  begins: boolean;
  agentId: string;
  channel: "web" | "api";
  visitorId: string | null;
  clientId: string;
  messageId: string;
  text: string;
  /** What the conversation is called as long as nothing better was said. */
  title: string;
}

export interface Received {
  message: MessageRow;
  /** It was stored before: sent twice, kept once. */
  known: boolean;
  /** What was said before it, newest first. */
  before: Pick<MessageRow, "role" | "text" | "parts" | "reason">[];
}

export interface Lease {
  owner: string;
  ms: number;
}

/** An answer that is owed. */
export interface OwedTurn {
  conversationId: string;
  seq: number;
  messageId: string;
  agentId: string;
}

export interface Reply {
  messageId: string;
  text: string;
  parts: ContentPart[];
  reason: EndReason;
  suggestions: string[];
  /** For members: what made the answer, what it cost, and how long it took. */
  making: Making;
  /** What the conversation is called if this is its first real question. */
  title: string;
}

const HISTORY = 12;

interface StoredRow extends Record<string, unknown> {
  id: string;
  seq: number;
  created_at: string | Date;
  known: boolean;
}

export function createTurnStore({ db, events, lease }: { db: Database; events: Events; lease: Lease }) {
  const until = sql`now() + ${lease.ms}::int * interval '1 millisecond'`;

  /** Told if and only if a row of `stored` came to be. */
  function told(scope: Scope, role: "visitor" | "agent", turn: { agentId: string; conversationId: string }): SQL {
    const data = sql`(select jsonb_build_object('agentId', ${turn.agentId}::text, 'conversationId', ${turn.conversationId}::text,
      'messageId', stored.id, 'seq', stored.seq, 'role', ${role}::text) from stored)`;
    return events.insertion(scope, "message.stored", data);
  }

  function begin(q: Query, scope: Scope, incoming: Incoming) {
    const data = sql`(select jsonb_build_object('agentId', ${incoming.agentId}::text, 'conversationId', begun.id) from begun)`;
    return q.execute(sql`
      with begun as (
        insert into conversations (organization, id, agent_id, channel, visitor_id, first_client_id, last_seq, title)
        values (${scope.organization}, ${incoming.conversationId}, ${incoming.agentId}, ${incoming.channel},
          ${incoming.visitorId}, ${incoming.clientId}, 0, ${incoming.title})
        on conflict (organization, visitor_id, first_client_id) do nothing returning id
      ), told as (${events.insertion(scope, "conversation.started", data)})
      select id from begun`);
  }

  function store(q: Query, scope: Scope, incoming: Incoming) {
    const { conversationId, agentId, clientId, messageId, text } = incoming;
    const parts = JSON.stringify([{ type: "text", text } satisfies ContentPart]);
    return q.execute<StoredRow>(sql`
      with known as (
        select id, seq, created_at from messages
        where organization = ${scope.organization} and conversation_id = ${conversationId} and client_id = ${clientId}
      ), bumped as (
        update conversations set last_seq = last_seq + 1, updated_at = now()
        where organization = ${scope.organization} and id = ${conversationId} and agent_id = ${agentId}
          and visitor_id is not distinct from ${incoming.visitorId} and not exists (select from known)
        returning last_seq
      ), stored as (
        insert into messages (organization, conversation_id, seq, id, role, text, parts, client_id, suggestions)
        select ${scope.organization}::int, ${conversationId}::text, last_seq, ${messageId}::text, 'visitor', ${text}::text,
          ${parts}::jsonb, ${clientId}::text, '[]'::jsonb from bumped
        returning id, seq, created_at
      ), owed as (
        insert into turns (organization, conversation_id, seq, message_id, agent_id, owner, lease_until)
        select ${scope.organization}::int, ${conversationId}::text, seq, id, ${agentId}::text, ${lease.owner}::text, ${until} from stored
      ), told as (${told(scope, "visitor", { agentId, conversationId })})
      select id, seq, created_at, false as known from stored
      union all select id, seq, created_at, true from known`);
  }

  function readBefore(q: Query, scope: Scope, conversationId: string) {
    return q.execute<Pick<MessageRow, "role" | "text" | "parts" | "reason"> & { id: string }>(sql`
      select id, role, text, parts, reason from messages
      where organization = ${scope.organization} and conversation_id = ${conversationId}
      order by seq desc limit ${HISTORY + 1}::int`);
  }

  return {
    /** Undefined when there is no such conversation for this agent and visitor. */
    async receive(scope: Scope, incoming: Incoming): Promise<Received | undefined> {
      const q = db.query(scope);
      const [, stored, before] = await Promise.all([
        incoming.begins ? begin(q, scope, incoming) : undefined,
        store(q, scope, incoming),
        readBefore(q, scope, incoming.conversationId),
      ]);
      const row = stored[0];
      if (!row) return undefined;
      const message: MessageRow = {
        id: row.id,
        conversationId: incoming.conversationId,
        seq: row.seq,
        role: "visitor",
        text: incoming.text,
        parts: [{ type: "text", text: incoming.text }],
        clientId: incoming.clientId,
        replyTo: null,
        reason: null,
        answered: null,
        suggestions: [],
        rating: null,
        createdAt: new Date(row.created_at),
      };
      return { message, known: row.known, before: before.filter((other) => other.id !== row.id) };
    },

    /** Undefined when the answer is no longer ours to give: it was taken up, and given, by another process. */
    async reply(scope: Scope, turn: OwedTurn, reply: Reply): Promise<MessageRow | undefined> {
      const { conversationId, agentId } = turn;
      const { answered } = outcomeOf(reply.reason);
      const { model, inputTokens, outputTokens, tookMs, firstMs } = reply.making;
      const result = await db.query(scope).execute<StoredRow>(sql`
        with owed as (
          delete from turns where organization = ${scope.organization} and conversation_id = ${conversationId}
            and seq = ${turn.seq} and owner = ${lease.owner} returning seq
        ), bumped as (
          update conversations set last_seq = last_seq + 1, updated_at = now(), ${summed(reply)}
          where organization = ${scope.organization} and id = ${conversationId} and exists (select from owed)
          returning last_seq
        ), stored as (
          insert into messages (organization, conversation_id, seq, id, role, text, parts, reply_to, reason, answered, suggestions,
            model, input_tokens, output_tokens, took_ms, first_ms)
          select ${scope.organization}::int, ${conversationId}::text, last_seq, ${reply.messageId}::text, 'agent', ${reply.text}::text,
            ${JSON.stringify(reply.parts)}::jsonb, ${turn.messageId}::text, ${reply.reason}::text, ${answered}::boolean,
            ${JSON.stringify(reply.suggestions)}::jsonb, ${model}::text, ${inputTokens}::int, ${outputTokens}::int,
            ${tookMs}::int, ${firstMs}::int from bumped
          returning id, seq, created_at
        ), told as (${told(scope, "agent", { agentId, conversationId })})
        select id, seq, created_at, false as known from stored`);
      const row = result[0];
      if (!row) return undefined;
      return {
        id: row.id,
        conversationId,
        seq: row.seq,
        role: "agent",
        text: reply.text,
        parts: reply.parts,
        clientId: null,
        replyTo: turn.messageId,
        reason: reply.reason,
        answered,
        suggestions: reply.suggestions,
        rating: null,
        createdAt: new Date(row.created_at),
      };
    },

    /** Keeps the turn ours; false when it is not any more. */
    async renew(scope: Scope, turn: OwedTurn): Promise<boolean> {
      const result = await db.query(scope).execute(sql`
        update turns set lease_until = ${until}
        where organization = ${scope.organization} and conversation_id = ${turn.conversationId} and seq = ${turn.seq}
          and owner = ${lease.owner} returning seq`);
      return result.length > 0;
    },

    /** Owed answers whose lease ran out, ours among them, made ours. `everybody`: also what others still hold. */
    async takeOver(
      limit: number,
      everybody: boolean,
    ): Promise<(OwedTurn & { organization: number; organizationId: string; attempts: number })[]> {
      const result = await db.query(SYSTEM).execute<{
        organization: number;
        organization_id: string;
        conversation_id: string;
        seq: number;
        message_id: string;
        agent_id: string;
        attempts: number;
      }>(sql`
        with due as (
          select organization, conversation_id, seq from turns
          where lease_until < now() or (${everybody}::boolean and owner <> ${lease.owner})
          order by lease_until limit ${limit}::int for update skip locked
        )
        update turns set owner = ${lease.owner}, lease_until = ${until}, attempts = turns.attempts + 1
        from due join organizations on organizations.number = due.organization
        where turns.organization = due.organization and turns.conversation_id = due.conversation_id and turns.seq = due.seq
        returning turns.organization, organizations.id as organization_id, turns.conversation_id, turns.seq,
          turns.message_id, turns.agent_id, turns.attempts`);
      return result.map((row) => ({
        organization: row.organization,
        organizationId: row.organization_id,
        conversationId: row.conversation_id,
        seq: row.seq,
        messageId: row.message_id,
        agentId: row.agent_id,
        attempts: row.attempts,
      }));
    },

    /** Lets another process answer what this one will not get to. */
    async release(): Promise<void> {
      await db
        .query(SYSTEM)
        .execute(
          sql`update turns set lease_until = now() - interval '1 second', owner = owner || ' (stopped)' where owner = ${lease.owner}`,
        );
    },
  };
}

export type TurnStore = ReturnType<typeof createTurnStore>;
