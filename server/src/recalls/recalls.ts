/** Answers whose page says something else now: found, answered again, compared, and taken back where people want it. */
import { Fault, type Recall, type RecallAnswer, type RecallCounts, type RecallQuery } from "@parley/contracts";
import type { Conversations } from "../conversations/index.ts";
import { compareWords, type Knowledge } from "../knowledge/index.ts";
import {
  envelopeScope,
  type Events,
  type Jobs,
  type Log,
  type Scope,
  sql,
  SYSTEM,
  type Tx,
} from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { answerRecalls, type AnswerRecallsDeps } from "./answer-recalls.ts";
import { findRecalls, type FindDeps } from "./find-recalls.ts";
import {
  agentsThatWait,
  countRecalls,
  listRecalls,
  readAnswers,
  readRecall,
  type RecallRow,
  type StoredState,
} from "./recall-store.ts";
import { sendCorrections } from "./send-corrections.ts";

export interface RecallsDeps extends AnswerRecallsDeps, FindDeps {
  events: Events;
  jobs: Jobs;
  audit: Audit;
  log: Pick<Log, "warn">;
  knowledge: Pick<Knowledge, "indexSummary" | "versions" | "verified">;
  conversations: Pick<Conversations, "citations">;
}

interface Envelope {
  organization: number;
  organizationId: string;
  agentId: string;
}

const ANSWER = "recalls.answer";
const SEND = "recalls.send";
const SWEEP_MS = 30_000;

export function createRecalls(deps: RecallsDeps) {
  const { db, events, jobs, live } = deps;
  let endSweep: (() => void) | undefined;

  const ask = ({ organization, organizationId, agentId }: Envelope) =>
    jobs.send<Envelope>(
      ANSWER,
      { organization, organizationId, agentId },
      { singletonKey: `${organization}/${agentId}` },
    );
  const envelopeOf = ({ organization, organizationId }: Scope, agentId: string) => ({
    organization,
    organizationId,
    agentId,
  });

  events.consume("recalls.find", ["documents.changed"], async ({ scope, data }) => {
    const changed = (data.versions ?? []).filter(({ from }) => from !== null);
    if (changed.length === 0) return;
    const waiting = await findRecalls(deps, scope, { agentId: data.agentId, changed });
    if (waiting === 0) return;
    live.changed(scope, { resource: "recalls", agentId: data.agentId });
    await ask(envelopeOf(scope, data.agentId));
  });
  events.consume("recalls.read", ["source.finished"], async ({ scope, data }) => {
    const { waiting } = await countRecalls(db.query(scope), scope, data.agentId);
    if (waiting > 0) await ask(envelopeOf(scope, data.agentId));
  });

  const rest = { retryLimit: 10, expireInS: 3_600 };
  jobs.define<Envelope>(ANSWER, { concurrency: 1, ...rest }, async (envelope, signal) => {
    const scope = envelopeScope(envelope.organization, envelope.organizationId, ANSWER);
    await answerRecalls(deps, scope, { agentId: envelope.agentId, signal }).catch(unlessGone);
  });
  jobs.define<Envelope & { recallId: string }>(SEND, { concurrency: 2, ...rest }, async (envelope, signal) => {
    const scope = envelopeScope(envelope.organization, envelope.organizationId, SEND);
    await sendCorrections(deps, scope, { recallId: envelope.recallId, signal }).catch(unlessGone);
  });

  return {
    ...readers(deps),
    ...changers(deps),

    /** All of an agent's that is to be taken away. */
    async removeOfAgent(scope: Scope, agentId: string): Promise<void> {
      await db.query(scope).execute(sql`delete from recalls where organization = ${scope.organization}::int
        and agent_id = ${agentId}::text`);
    },

    /** Takes up what waits: for a new day, or for sources that were being read. */
    start(): void {
      const sweep = async () => {
        for (const waiting of await agentsThatWait(db, SYSTEM)) await ask(waiting);
      };
      endSweep = deps.clock.every(SWEEP_MS, () => {
        void sweep().catch((err: unknown) =>
          deps.log.warn({ err }, "Answers that wait to be checked were not looked for"),
        );
      });
    },
    stop: (): void => endSweep?.(),
  };
}

export type Recalls = ReturnType<typeof createRecalls>;

/** The agent or the recall was removed while its job waited. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Fault) || error.code !== "not_found") throw error;
}

function readers({ db, agents }: RecallsDeps) {
  return {
    /** Newest first. @throws Fault not_found. */
    async list(scope: Scope, agentId: string, { state, q, limit, cursor }: RecallQuery) {
      if (cursor !== undefined && !/^rcl_\w{1,40}$/.test(cursor))
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      await agents.profile(scope, agentId);
      const page = { agentId, state, q: q || null, limit: limit + 1, before: cursor ?? null };
      const rows = await listRecalls(db.query(scope), scope, page);
      const data = rows.slice(0, limit).map(present);
      return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
    },

    async counts(scope: Scope, agentId: string): Promise<RecallCounts> {
      await agents.profile(scope, agentId);
      const { waiting, open, same, ...closed } = await countRecalls(db.query(scope), scope, agentId);
      return { checking: waiting, open, same, closed: closed.dismissed + closed.sent + closed.verified };
    },

    /** @throws Fault not_found. */
    get: async (scope: Scope, id: string): Promise<Recall> => present(await readRecall(db.query(scope), scope, id)),

    /** The times that the old answer was given, latest first. @throws Fault not_found. */
    async answers(scope: Scope, id: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
      const page = { recallId: id, limit: limit + 1, before: cursor ?? null };
      const [rows] = await Promise.all([
        readAnswers(db.query(scope), scope, page),
        readRecall(db.query(scope), scope, id),
      ]);
      const data = rows.slice(0, limit).map((row): RecallAnswer => ({
        conversationId: row.conversationId,
        messageId: row.messageId,
        answeredAt: new Date(row.answeredAt).toISOString(),
        reachable: row.visitorId !== null,
        toldAt: row.sentAt === null ? null : new Date(row.sentAt).toISOString(),
      }));
      return { data, next: rows.length > limit ? (data.at(-1)?.messageId ?? null) : null };
    },
  };
}

function changers(deps: RecallsDeps) {
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
      const before = await readRecall(tx, scope, id, true);
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
    return present(recall);
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
        await jobs.send(SEND, { organization, organizationId, agentId, recallId: id }, { tx, singletonKey: id });
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

function present(row: RecallRow): Recall {
  const { citation, ...cause } = row.cause;
  return {
    id: row.id,
    agentId: row.agentId,
    state: row.state === "waiting" ? "checking" : row.state,
    question: row.question,
    oldAnswer: row.oldAnswer,
    newAnswer: row.newAnswer,
    newParts: row.newParts ?? [],
    newReason: row.newReason,
    differs: row.differs ?? [],
    difference: row.newAnswer === null ? [] : compareWords(row.oldAnswer, row.newAnswer),
    cause: { ...cause, text: citation.text },
    people: row.people,
    reachable: row.reachable,
    told: row.told,
    sentText: row.sentText,
    verifiedAnswerId: row.verifiedAnswerId,
    closedBy: row.closedBy,
    closedAt: row.closedAt === null ? null : new Date(row.closedAt).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    revision: row.revision,
  };
}
