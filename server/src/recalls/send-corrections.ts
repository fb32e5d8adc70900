/** Tells those who got the old answer, each once, however often it is tried. */
import type { ContentPart } from "@parley/contracts";
import type { Conversations, Told } from "../conversations/index.ts";
import { type Database, type Live, type Scope, sql } from "../platform/index.ts";
import { readRecall, type RecallRow } from "./recall-store.ts";

export interface SendDeps {
  db: Database;
  live: Live;
  conversations: Pick<Conversations, "citations">;
}

const SAID_LENGTH = 300;

/** Breaks off between two people, never within one: whoever is told is noted in the same transaction. */
export async function sendCorrections(
  deps: SendDeps,
  scope: Scope,
  { recallId, signal }: { recallId: string; signal: AbortSignal },
): Promise<void> {
  const { db, conversations, live } = deps;
  let recall = await readRecall(db.query(scope), scope, recallId);
  while (recall.sentText !== null) {
    signal.throwIfAborted();
    // Only as long as it is what people want told: the page may change again meanwhile.
    const [next] = await db.query(scope).execute<{ visitor_id: string }>(sql`
      select a.visitor_id from recall_answers a join recalls r on r.organization = a.organization and r.id = a.recall_id
      where a.organization = ${scope.organization}::int and a.recall_id = ${recallId}::text
        and a.visitor_id is not null and a.sent_at is null and r.sent_text = ${recall.sentText}::text limit 1`);
    if (next) {
      const told = await tellOne(deps, scope, { recall, visitorId: next.visitor_id });
      if (told) conversations.citations.announce(scope, told);
      continue;
    }
    const now = await readRecall(db.query(scope), scope, recallId);
    if (now.sentText === recall.sentText) break;
    recall = now;
  }
  live.changed(scope, { resource: "recalls", id: recallId, agentId: recall.agentId });
}

async function tellOne(
  { db, conversations }: SendDeps,
  scope: Scope,
  { recall, visitorId }: { recall: RecallRow; visitorId: string },
): Promise<Told | undefined> {
  const { agentId, id, oldAnswer } = recall;
  const text = recall.sentText ?? "";
  return db.transaction(scope, async (tx) => {
    const rows = await tx.execute<{ message_id: string }>(sql`
      select message_id from recall_answers where organization = ${scope.organization}::int and recall_id = ${id}::text
        and visitor_id = ${visitorId}::text and sent_at is null order by message_id desc for update`);
    const [latest] = rows;
    if (!latest) return undefined;
    const corrects = { messageId: latest.message_id, said: shorten(oldAnswer) };
    const told = await conversations.citations.tell(tx, scope, {
      agentId,
      visitorId,
      text,
      corrects,
      parts: partsOf(recall, text),
    });
    await tx.execute(sql`update recall_answers set sent_at = now(), sent_message_id = ${told?.message.id ?? null}::text
      where organization = ${scope.organization}::int and recall_id = ${id}::text and visitor_id = ${visitorId}::text
        and sent_at is null`);
    return told;
  });
}

/** With its sources where it is said as it was found. */
function partsOf(recall: RecallRow, text: string): ContentPart[] {
  return recall.newParts !== null && recall.newAnswer === text ? recall.newParts : [{ type: "text", text }];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= SAID_LENGTH
    ? line
    : `${line
        .slice(0, SAID_LENGTH - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
