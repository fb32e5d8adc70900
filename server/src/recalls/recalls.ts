/** Answers whose page says something else now: found, answered again, compared, and taken back where people want it. */
import { Fault, type Recall, type RecallAnswer, type RecallCounts, type RecallQuery } from "@parley/contracts";
import type { Conversations } from "../conversations/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import { envelopeScope, type Events, type Jobs, type Log, type Scope, sql, SYSTEM } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { answerRecalls, type AnswerRecallsDeps } from "./answer-recalls.ts";
import { createChangers, SEND_QUEUE } from "./change-recalls.ts";
import { findRecalls, type FindDeps } from "./find-recalls.ts";
import { presentRecall } from "./present-recall.ts";
import { agentsThatWait, countRecalls, listRecalls, readAnswers, readRecall } from "./recall-store.ts";
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
  jobs.define<Envelope & { recallId: string }>(SEND_QUEUE, { concurrency: 2, ...rest }, async (envelope, signal) => {
    const scope = envelopeScope(envelope.organization, envelope.organizationId, SEND_QUEUE);
    await sendCorrections(deps, scope, { recallId: envelope.recallId, signal }).catch(unlessGone);
  });

  return {
    ...readers(deps),
    ...createChangers(deps),

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
      const data = rows.slice(0, limit).map(presentRecall);
      return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
    },

    async counts(scope: Scope, agentId: string): Promise<RecallCounts> {
      await agents.profile(scope, agentId);
      const { waiting, open, same, ...closed } = await countRecalls(db.query(scope), scope, agentId);
      return { checking: waiting, open, same, closed: closed.dismissed + closed.sent + closed.verified };
    },

    /** @throws Fault not_found. */
    get: async (scope: Scope, id: string): Promise<Recall> =>
      presentRecall(await readRecall(db.query(scope), scope, id)),

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
