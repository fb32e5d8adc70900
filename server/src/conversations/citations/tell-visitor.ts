import { type ContentPart, type Corrects, newId } from "@parley/contracts";
import { type Clock, type Events, type Live, type Realtime, type Scope, sql, type Tx } from "../../platform/index.ts";
import { type MessageRow, presentMessage } from "../present.ts";
import { visitorTopic } from "../topics.ts";
import { notesCitations } from "./cited-documents.ts";

export interface TellDeps {
  clock: Clock;
  events: Events;
  realtime: Realtime;
  live: Live;
}

export interface Telling {
  agentId: string;
  visitorId: string;
  text: string;
  parts: ContentPart[];
  corrects: Corrects;
}

export interface Told extends Telling {
  message: MessageRow;
}

/**
 * Within the caller's transaction: a message of the agent in the conversation that the visitor sees now, which is the
 * latest with this agent. Undefined when none is left. After the commit: `announceTold`.
 */
export async function tellVisitor(
  { clock, events, tx }: TellDeps & { tx: Tx },
  scope: Scope,
  telling: Telling,
): Promise<Told | undefined> {
  const { agentId, visitorId, text, parts, corrects } = telling;
  const { organization } = scope;
  const id = newId("message", clock.now());
  const [bumped] = await tx.execute<{ id: string; last_seq: number }>(sql`
    update conversations set last_seq = last_seq + 1, updated_at = now()
    where organization = ${organization}::int and id = (select id from conversations
      where organization = ${organization}::int and agent_id = ${agentId}::text and visitor_id = ${visitorId}::text
        and channel = 'web' order by id desc limit 1)
    returning id, last_seq`);
  if (!bumped) return undefined;
  const given = {
    organization: sql`${organization}`,
    conversationId: sql`${bumped.id}`,
    parts: sql`${JSON.stringify(parts)}`,
  };
  const [stored] = await tx.execute<{ created_at: Date | string }>(sql`
    with stored as (
      insert into messages (organization, conversation_id, seq, id, role, text, parts, suggestions, corrects)
      values (${organization}::int, ${bumped.id}::text, ${bumped.last_seq}::int, ${id}::text, 'agent', ${text}::text,
        ${JSON.stringify(parts)}::jsonb, '[]'::jsonb, ${JSON.stringify(corrects)}::jsonb)
      returning seq, created_at
    ), cited as (${notesCitations(given)})
    select created_at from stored`);
  await events.publish(tx, scope, "message.stored", {
    agentId,
    conversationId: bumped.id,
    messageId: id,
    seq: bumped.last_seq,
    role: "agent",
  });
  const message: MessageRow = {
    id,
    conversationId: bumped.id,
    seq: bumped.last_seq,
    role: "agent",
    text,
    parts,
    corrects,
    clientId: null,
    replyTo: null,
    reason: null,
    answered: null,
    suggestions: [],
    rating: null,
    createdAt: new Date(stored?.created_at ?? clock.now()),
  };
  return { ...telling, message };
}

/** To the visitor, if they look on, and to the members who do. */
export function announceTold({ events, realtime, live }: TellDeps, scope: Scope, told: Told): void {
  const { agentId, visitorId, message } = told;
  const { conversationId } = message;
  events.wake();
  realtime.publish(visitorTopic(scope, agentId, visitorId), {
    type: "message",
    conversationId,
    message: presentMessage(message),
  });
  live.changed(scope, { resource: "conversations", id: conversationId, agentId });
}
