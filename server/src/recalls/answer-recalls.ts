/** Answers again, with what is known now, what was answered out of a page that changed. Nothing is sent by it. */
import type { AnswerPart, ContentPart, EndReason } from "@parley/contracts";
import type { Agents } from "../agents/index.ts";
import type { Conversations } from "../conversations/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import { type Clock, type Database, type Live, type Scope, sql } from "../platform/index.ts";
import { compareAnswers } from "./compare-answers.ts";
import { readAnswers, readRecall, type RecallRow } from "./recall-store.ts";

export interface AnswerRecallsDeps {
  db: Database;
  clock: Clock;
  live: Live;
  knowledge: Pick<Knowledge, "indexSummary">;
  agents: Pick<Agents, "answer" | "profile">;
  conversations: Pick<Conversations, "citations">;
  /** Whether a language model may still be asked today for this agent, and what was spent on one. */
  mayUseModel(scope: Scope, agentId: string): Promise<boolean>;
  spent(scope: Scope, agentId: string, tokens: number): void;
  /** Answers a day and agent. */
  perDay: number;
}

const DAY_MS = 24 * 3_600_000;
/** An answer that fails so often is shown without one. */
const MOST_ATTEMPTS = 3;

/** One after the other, until none waits, the day's share is used up, or the agent's sources are being read. */
export async function answerRecalls(
  deps: AnswerRecallsDeps,
  scope: Scope,
  { agentId, signal }: { agentId: string; signal: AbortSignal },
): Promise<void> {
  const { db, knowledge, clock } = deps;
  const profile = await deps.agents.profile(scope, agentId);
  if (profile.archived === true) return;
  for (;;) {
    signal.throwIfAborted();
    // Half of what changed is not known yet: the answer could rely on what is about to change.
    if ((await knowledge.indexSummary(scope, agentId)).reading) return;
    const [next] = await db.query(scope).execute<{ id: string; today: number }>(sql`
      select id, (select count(*)::int from recalls d where d.organization = r.organization and d.agent_id = r.agent_id
        and d.answered_at > ${new Date(clock.now() - DAY_MS)}::timestamptz) as today
      from recalls r where organization = ${scope.organization}::int and agent_id = ${agentId}::text and state = 'waiting'
      order by updated_at, id limit 1`);
    if (!next || next.today >= deps.perDay) return;
    await answerOne(deps, scope, { id: next.id, signal });
  }
}

async function answerOne(
  deps: AnswerRecallsDeps,
  scope: Scope,
  { id, signal }: { id: string; signal: AbortSignal },
): Promise<void> {
  const { db, live } = deps;
  const recall = await readRecall(db.query(scope), scope, id);
  const fresh = await answerAgain(deps, scope, { recall, signal });
  signal.throwIfAborted();
  const isBroken = fresh.reason === "failed" || fresh.reason === "stopped";
  if (isBroken && recall.attempts + 1 < MOST_ATTEMPTS) {
    await db.query(scope).execute(sql`update recalls set attempts = attempts + 1, updated_at = now()
      where organization = ${scope.organization}::int and id = ${id}::text and state = 'waiting'`);
    return;
  }
  const differs = compareAnswers(recall.oldAnswer, fresh);
  // Only if nothing changed again meanwhile: then it waits once more.
  await db.query(scope).execute(sql`
    update recalls set state = ${differs.length === 0 ? "same" : "open"}::text, new_answer = ${isBroken ? null : fresh.text}::text,
      new_parts = ${JSON.stringify(isBroken ? [] : fresh.parts)}::jsonb, new_reason = ${fresh.reason}::text,
      differs = ${JSON.stringify(differs)}::jsonb, answered_at = ${new Date(deps.clock.now())}::timestamptz,
      updated_at = now(), revision = revision + 1
    where organization = ${scope.organization}::int and id = ${id}::text and state = 'waiting'
      and revision = ${recall.revision}::int`);
  live.changed(scope, { resource: "recalls", id, agentId: recall.agentId });
}

interface Fresh {
  text: string;
  parts: ContentPart[];
  reason: EndReason;
}

async function answerAgain(
  deps: AnswerRecallsDeps,
  scope: Scope,
  { recall, signal }: { recall: RecallRow; signal: AbortSignal },
): Promise<Fresh> {
  const { agents, conversations, db } = deps;
  const { agentId, question } = recall;
  const [latest] = await readAnswers(db.query(scope), scope, { recallId: recall.id, limit: 1, before: null });
  const [agent, asked, mayUseModel] = await Promise.all([
    agents.profile(scope, agentId),
    latest ? conversations.citations.asked(scope, latest) : undefined,
    deps.mayUseModel(scope, agentId),
  ]);
  const turn = { scope, agent, question, history: asked?.history ?? [], filter: asked?.filter, mayUseModel };
  return collect(agents.answer(turn, signal), (tokens) => deps.spent(scope, agentId, tokens));
}

async function collect(parts: AsyncIterable<AnswerPart>, spent: (tokens: number) => void): Promise<Fresh> {
  const kept: ContentPart[] = [];
  let open = "";
  let reason: EndReason = "failed";
  const close = () => {
    if (open !== "") kept.push({ type: "text", text: open });
    open = "";
  };
  for await (const part of parts) {
    if (part.type === "text-delta") open += part.text;
    if (part.type === "citation") {
      close();
      kept.push({ type: "citation", citation: part.citation });
    }
    if (part.type === "products") {
      close();
      kept.push(part);
    }
    if (part.type === "usage") spent(part.inputTokens + part.outputTokens);
    if (part.type === "end") reason = part.reason;
  }
  close();
  const text = kept
    .map((part) => (part.type === "text" ? part.text : ""))
    .join("")
    .trim();
  return { text, parts: kept, reason };
}
