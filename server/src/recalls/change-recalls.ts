import { Fault, type Recall } from "@parley/contracts";
import type { Knowledge } from "../knowledge/index.ts";
import { type Clock, type Database, type Jobs, type Live, type Scope, sql, type Tx } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { presentRecall } from "./present-recall.ts";
import { lockRecall, readAnswers, readRecall, type RecallRow, type StoredState } from "./recall-store.ts";

export interface ChangersDeps {
  db: Database;
  clock: Clock;
  jobs: Pick<Jobs, "send">;
  live: Live;
  audit: Audit;
  knowledge: Pick<Knowledge, "verified">;
}

/** Where corrections are sent from. */
export const SEND_QUEUE = "recalls.send";

/** What members do about a recall. */
export function createChangers(deps: ChangersDeps) {
  const { db, jobs, live } = deps;

  async function close(
    scope: Scope,
    id: string,
    work: (
      tx: Tx,
      recall: RecallRow,
    ) => Promise<{ state: StoredState; sentText?: string; verifiedAnswerId?: string } | null>,
  ): Promise<Recall> {
    const recall = await db.transaction(scope, async (tx) => {
      const before = await lockRecall(tx, scope, id);
      if (before.state === "waiting")
        throw new Fault("conflict", "The question is being answered again just now. Look again in a moment.");
      const closing = await work(tx, before);
      if (closing === null) return before;
      const { actor, organization } = scope;
      const by = JSON.stringify({ type: actor.type, id: actor.id, name: actor.name ?? null });
      const isOpen = closing.state === "open";
      await tx.execute(sql`update recalls set state = ${closing.state}::text,
        closed_by = ${isOpen ? null : by}::jsonb, closed_at = ${isOpen ? null : new Date(deps.clock.now())}::timestamptz,
        sent_text = coalesce(${closing.sentText ?? null}::text, sent_text),
        verified_answer_id = coalesce(${closing.verifiedAnswerId ?? null}::text, verified_answer_id),
        updated_at = now(), revision = revision + 1
        where organization = ${organization}::int and id = ${id}::text`);
      await deps.audit.record(tx, scope, {
        action: isOpen ? "recall.reopened" : `recall.${closing.state}`,
        target: { type: "recall", id },
        before: { state: before.state },
        after: { state: closing.state, ...(closing.state === "sent" ? { people: before.reachable } : {}) },
      });
      return readRecall(tx, scope, id);
    });
    live.changed(scope, { resource: "recalls", id, agentId: recall.agentId });
    return presentRecall(recall);
  }

  return {
    /** Nobody needs to know. Dismissed again, it is the same. */
    dismiss: (scope: Scope, id: string): Promise<Recall> =>
      close(scope, id, async (_, { state }) => (state === "open" ? { state: "dismissed" } : null)),

    reopen: (scope: Scope, id: string): Promise<Recall> =>
      close(scope, id, async (_, { state }) => (state === "dismissed" || state === "same" ? { state: "open" } : null)),

    /**
     * Everybody who got the old answer and can be reached is told, once; asked for again, nobody is told twice.
     * Faults: not_found, conflict, invalid_request where there is nothing to tell.
     */
    correct: (scope: Scope, id: string, given: string | undefined): Promise<Recall> =>
      close(scope, id, async (tx, { state, newAnswer, newReason, reachable, agentId }) => {
        if (state === "sent") return null;
        const text = given ?? (newReason === "answered" ? newAnswer : null) ?? "";
        if (text === "")
          throw new Fault("invalid_request", "There is no new answer to send. Write what people should be told.", {
            field: "text",
          });
        if (reachable === 0)
          throw new Fault(
            "conflict",
            "Nobody who got the old answer can be reached: they did not ask in the messenger.",
          );
        const { organization, organizationId } = scope;
        await jobs.send(SEND_QUEUE, { organization, organizationId, agentId, recallId: id }, { tx, singletonKey: id });
        return { state: "sent", sentText: text };
      }),

    /** A verified answer to the same question, from the next message on. */
    async verify(
      scope: Scope,
      id: string,
      given: { question?: string | undefined; answer?: string | undefined },
    ): Promise<Recall> {
      const recall = await close(scope, id, async (tx, row) => {
        const answer = given.answer ?? (row.newReason === "answered" ? row.newAnswer : null) ?? "";
        if (answer === "") throw new Fault("invalid_request", "Write the answer.", { field: "answer" });
        const [latest] = await readAnswers(tx, scope, { recallId: id, limit: 1, before: null });
        const { id: verifiedAnswerId } = await deps.knowledge.verified.write(tx, scope, {
          id: row.verifiedAnswerId,
          agentId: row.agentId,
          question: (given.question ?? row.question).replace(/\s+/g, " ").trim().slice(0, 500).toWellFormed(),
          answer,
          conversationId: latest?.conversationId ?? "",
          messageId: latest?.messageId ?? "",
        });
        return { state: row.state === "sent" ? "sent" : "verified", verifiedAnswerId };
      });
      live.changed(scope, { resource: "verified-answers", agentId: recall.agentId });
      return recall;
    },
  };
}
