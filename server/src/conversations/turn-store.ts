/**
 * The hot path, in as few round trips as there can be: a visitor's message with its event and the answer that is
 * owed for it in one statement, the answer with its event and the end of the debt in another.
 */
import type { ContentPart, EndReason, SearchFilter } from "@parley/contracts";
import { type Database, type Events, type Row, type Scope, sql, SYSTEM } from "../platform/index.ts";
import { type Making, outcomeOf, sumsOf } from "./outcome.ts";
import type { MessageRow } from "./present.ts";
import { turnStatements } from "./turn-statements.ts";

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
  /** Which documents it is answered from; left out: all of them. */
  filter?: SearchFilter | undefined;
  /** What the conversation is called as long as nothing better was said. */
  title: string;
}

type Earlier = Pick<MessageRow, "role" | "text" | "parts" | "reason">;

export interface Received {
  message: MessageRow;
  /** It was stored before: sent twice, kept once. */
  known: boolean;
  /** What was said before it, newest first. */
  before: Earlier[];
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

export function createTurnStore({ db, events, lease }: { db: Database; events: Events; lease: Lease }) {
  const until = sql`now() + ${lease.ms}::int * interval '1 millisecond'`;

  const statements = turnStatements(events);

  return {
    /** Undefined when there is no such conversation for this agent and visitor. */
    async receive(scope: Scope, incoming: Incoming): Promise<Received | undefined> {
      const { organization } = scope;
      const { conversationId, text } = incoming;
      const parts = JSON.stringify([{ type: "text", text } satisfies ContentPart]);
      const filter = incoming.filter === undefined ? null : JSON.stringify(incoming.filter);
      const given = { ...incoming, organization, parts, filter, owner: lease.owner, leaseMs: lease.ms };
      const results = await db.batch(scope, [
        ...(incoming.begins ? [statements.begin(given)] : []),
        statements.store(given),
        statements.readBefore({ organization, conversationId }),
      ]);
      const [stored = [], before = []] = results.slice(-2);
      const [row] = stored.map(storedRow);
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
        createdAt: row.createdAt,
      };
      return { message, known: row.known, before: before.filter((other) => other["id"] !== row.id).map(earlierRow) };
    },

    /** Undefined when the answer is no longer ours to give: it was taken up, and given, by another process. */
    async reply(scope: Scope, turn: OwedTurn, reply: Reply): Promise<MessageRow | undefined> {
      const { conversationId, agentId } = turn;
      const { answered } = outcomeOf(reply.reason);
      const given = {
        ...reply.making,
        ...sumsOf(reply.reason),
        organization: scope.organization,
        conversationId,
        agentId,
        owner: lease.owner,
        seq: turn.seq,
        replyTo: turn.messageId,
        messageId: reply.messageId,
        text: reply.text,
        parts: JSON.stringify(reply.parts),
        reason: reply.reason,
        answered,
        suggestions: JSON.stringify(reply.suggestions),
        title: reply.title,
      };
      const [stored = []] = await db.batch(scope, [statements.reply(given)]);
      const [row] = stored.map(storedRow);
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
        createdAt: row.createdAt,
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

interface StoredRow {
  id: string;
  seq: number;
  createdAt: Date;
  known: boolean;
}

function storedRow(row: Row): StoredRow {
  const at = row["created_at"];
  return {
    id: String(row["id"]),
    seq: Number(row["seq"]),
    createdAt: at instanceof Date ? at : new Date(String(at)),
    known: row["known"] === true,
  };
}

/** The columns are what `messages` says they are. */
const earlierRow = ({ role, text, parts, reason }: Row) => ({ role, text, parts, reason }) as Earlier;
