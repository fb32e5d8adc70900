/** What agents do not know, from what their visitors asked: by topic, with the way to the missing answer. */
import { Fault, firstIdAt, type GapQuery, type GapTry, type SuggestionQuery } from "@parley/contracts";
import type { Agents } from "../agents/index.ts";
import { findFaulty, type TurnsOf } from "../conversations/index.ts";
import { type Database, envelopeScope, type Events, type Log, type Scope, sql, SYSTEM } from "../platform/index.ts";
import {
  type AnswerDeps,
  answerTopic,
  approveSuggestion,
  changeSuggestion,
  changeTopic,
  type Place,
} from "./answer-topic.ts";
import { gatherQuestions } from "./gather-questions.ts";
import { turnsTold } from "./turns-told.ts";
import { countSuggestions, listSuggestions, readSuggestion } from "./suggestion-store.ts";
import { listQuestions, listTopics, readTopic, readWordings } from "./topic-store.ts";
import { readPlace, writePlace } from "./topic-cursor.ts";

export interface GapsDeps extends AnswerDeps {
  events: Events;
  log: Pick<Log, "warn">;
  agents: Pick<Agents, "judge" | "glance">;
}

const DAY_MS = 24 * 3_600_000;
const TRIED = 12;

export function createGaps(deps: GapsDeps) {
  const { db, clock, agents } = deps;
  const gather = createGathering(deps);

  return {
    async list(scope: Scope, agentId: string, { cursor, days, ...query }: GapQuery) {
      await agents.glance(scope, agentId);
      const wanted = { ...query, limit: query.limit + 1, after: cursor === undefined ? null : readPlace(cursor) };
      const found = await listTopics(db.query(scope), scope, { agentId, period: { to: clock.now(), days }, wanted });
      const data = found.slice(0, query.limit);
      const last = data.at(-1);
      return { data, next: found.length > query.limit && last ? writePlace(last) : null };
    },

    async get(scope: Scope, agentId: string, { id, days }: { id: string; days: number }) {
      const q = db.query(scope);
      const topic = await readTopic(q, scope, { agentId, id, period: { to: clock.now(), days } });
      return { ...topic, wordings: await readWordings(q, scope, topic) };
    },

    async questions(
      scope: Scope,
      { agentId, id }: { agentId: string; id: string },
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ) {
      await this.get(scope, agentId, { id, days: 1 });
      if (cursor !== undefined && !/^msg_\w{1,40}$/u.test(cursor))
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      const found = await listQuestions(db.query(scope), scope, {
        topicId: id,
        before: cursor ?? null,
        limit: limit + 1,
      });
      const data = found.slice(0, limit);
      return { data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null };
    },

    answer: (scope: Scope, place: Place, input: Parameters<typeof answerTopic>[2]["input"]) =>
      answerTopic(deps, scope, { ...place, input }),
    change: (scope: Scope, place: Place, status: "open" | "ignored" | "answered") =>
      changeTopic(deps, scope, { ...place, status }),

    /** How many are different now; ids that are not there are passed over. */
    async changeMany(
      scope: Scope,
      agentId: string,
      { ids, status }: { ids: readonly string[]; status: "open" | "ignored" },
    ) {
      await agents.glance(scope, agentId);
      let changed = 0;
      for (const id of ids)
        await changeTopic(deps, scope, { agentId, id, revision: null, status }).then(
          (isOther) => void (changed += Number(isOther)),
          (error: unknown) => {
            if (!(error instanceof Fault) || error.code !== "not_found") throw error;
          },
        );
      return changed;
    },

    /** Asks the agent again, as it is now. */
    async tryAgain(scope: Scope, { agentId, id }: { agentId: string; id: string }): Promise<GapTry["data"]> {
      const { wordings } = await this.get(scope, agentId, { id, days: 1 });
      const tried: GapTry["data"] = [];
      for (const question of wordings.slice(0, TRIED)) {
        const { answered, answer } = await agents.judge(scope, agentId, { question });
        tried.push({ question, answered, answer });
      }
      return tried;
    },

    async summary(scope: Scope, agentId: string) {
      await agents.glance(scope, agentId);
      const q = db.query(scope);
      const since = new Date(clock.now() - 7 * DAY_MS);
      const [[row], suggestions] = await Promise.all([
        q.execute<{ open: number; week: number }>(sql`
          select count(distinct t.id)::int as open, (count(*) filter (where q.asked_at >= ${since}::timestamptz))::int as week
          from gap_topics t join gap_questions q on q.organization = t.organization and q.topic_id = t.id
          where t.organization = ${scope.organization}::int and t.agent_id = ${agentId}::text and t.status = 'open'`),
        countSuggestions(q, scope, agentId),
      ]);
      return { open: row?.open ?? 0, questionsThisWeek: row?.week ?? 0, suggestions };
    },

    suggestions: {
      async list(scope: Scope, agentId: string, { cursor, ...query }: SuggestionQuery) {
        await agents.glance(scope, agentId);
        if (cursor !== undefined && !/^sug_\w{1,40}$/u.test(cursor))
          throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
        const page = { ...query, agentId, limit: query.limit + 1, before: cursor ?? null };
        const found = await listSuggestions(db.query(scope), scope, page);
        const data = found.slice(0, query.limit);
        return { data, next: found.length > query.limit ? (data.at(-1)?.id ?? null) : null };
      },
      /** With the other ways in which it was asked. */
      async get(scope: Scope, agentId: string, id: string) {
        const q = db.query(scope);
        const found = await readSuggestion(q, scope, { agentId, id });
        if (found.topicId === null) return found;
        const label = found.question;
        const [, ...variants] = await readWordings(q, scope, { id: found.topicId, label });
        return { ...found, variants };
      },
      approve: (scope: Scope, place: Place, input: Parameters<typeof approveSuggestion>[2]["input"]) =>
        approveSuggestion(deps, scope, { ...place, input }),
      change: (scope: Scope, place: Place, status: "suggested" | "dismissed") =>
        changeSuggestion(deps, scope, { ...place, status }),
    },

    /** When the agent itself goes. */
    async removeOfAgent(scope: Scope, agentId: string): Promise<void> {
      const q = db.query(scope);
      const of = sql`organization = ${scope.organization}::int and agent_id = ${agentId}::text`;
      await q.execute(sql`delete from gap_suggestions where ${of}`);
      await q.execute(sql`delete from gap_topics where ${of}`);
    },

    /** Takes up what was said before anybody looked, in the background. */
    start: gather.start,
    stop: gather.stop,
  };
}

export type Gaps = ReturnType<typeof createGaps>;

const OLDEST_DAYS = 90;
const AT_ONCE = 50;
/** Nobody waits for topics; visitors wait for the database. */
const REST_MS = 1_000;

function createGathering(deps: GapsDeps) {
  const { db, events, live, clock, log } = deps;
  const stopping = new AbortController();
  let catchingUp = Promise.resolve();

  async function gather(scope: Scope, of: readonly TurnsOf[]): Promise<void> {
    for (const agentId of await gatherQuestions(deps, scope, of)) {
      live.changed(scope, { resource: "gaps", agentId });
      live.changed(scope, { resource: "answer-suggestions", agentId });
    }
  }

  const types = ["message.stored", "message.rated", "message.corrected"] as const;
  events.consumeTogether({ name: "gaps.gather", types, restMs: REST_MS }, async (stored) => {
    for (const own of Map.groupBy(stored, ({ scope }) => scope.organization).values()) {
      const of = turnsTold(own.map(({ data }) => data));
      const [first] = own;
      if (first && of.length > 0) await gather(first.scope, of);
    }
  });

  async function gatherOld(): Promise<void> {
    const since = firstIdAt("conversation", clock.now() - OLDEST_DAYS * DAY_MS);
    for (const scope of await organizationsWithoutTopics(db))
      for (let before = firstIdAt("conversation", clock.now() + DAY_MS); !stopping.signal.aborted;) {
        const ids = await findFaulty(db.query(scope), scope, { since, before, limit: AT_ONCE });
        if (ids.length === 0) break;
        await gather(
          scope,
          ids.map((conversationId) => ({ conversationId, since: null })),
        );
        before = ids.at(-1) ?? "";
      }
  }

  return {
    start(): void {
      catchingUp = gatherOld().catch((err: unknown) =>
        log.warn({ err }, "Old questions are not all gathered yet; the next start goes on"),
      );
    },
    async stop(): Promise<void> {
      stopping.abort();
      await catchingUp;
    },
  };
}

/** Those in which somebody talked before there were topics. */
async function organizationsWithoutTopics(db: Database): Promise<Scope[]> {
  const rows = await db.query(SYSTEM).execute<{ number: number; id: string }>(sql`
    select o.number, o.id from organizations o
    where not exists (select 1 from gap_topics t where t.organization = o.number)
      and exists (select 1 from conversations c where c.organization = o.number
        and (c.unanswered > 0 or c.corrected > 0 or c.rating is not null))`);
  return rows.map((row) => envelopeScope(row.number, row.id, "gaps"));
}
