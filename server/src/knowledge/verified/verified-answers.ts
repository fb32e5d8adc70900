import {
  Fault,
  type VerifiedAnswer,
  type VerifiedAnswerBulk,
  type VerifiedAnswerChange,
  type VerifiedAnswerInput,
  type VerifiedAnswerQuery,
} from "@parley/contracts";
import { assertSeen, type Scope, type Tx } from "../../platform/index.ts";
import { chooseVerified, findVerified } from "./find-verified.ts";
import { listVerified, lockAgent, lockVerified, readVerified } from "./verified-store.ts";
import {
  changeVerified,
  found,
  putVerified,
  removeVerified,
  switchVerified,
  type VerifiedAnswersDeps,
} from "./write-verified.ts";

/** Answers that people wrote to questions. What is stored here is said from the next message on, in every process. */
export function createVerifiedAnswers(deps: VerifiedAnswersDeps) {
  const { db, live } = deps;
  const told = (scope: Scope, agentId: string, id?: string) =>
    live.changed(scope, { resource: "verified-answers", agentId, ...(id === undefined ? {} : { id }) });

  return {
    async create(
      scope: Scope,
      agentId: string,
      input: VerifiedAnswerInput,
    ): Promise<{ answer: VerifiedAnswer; created: boolean }> {
      const made = await db.transaction(scope, (tx) => putVerified(deps, tx, { scope, agentId, input }));
      told(scope, agentId, made.answer.id);
      return made;
    },

    async get(scope: Scope, agentId: string, id: string): Promise<VerifiedAnswer> {
      return found(await readVerified(db, scope, { agentId, id }));
    },

    async list(scope: Scope, agentId: string, { cursor, ...query }: VerifiedAnswerQuery) {
      if (cursor !== undefined && !/^ans_\w{1,40}$/.test(cursor))
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      const page = { ...query, agentId, limit: query.limit + 1, before: cursor ?? null };
      const { known, answers } = await listVerified(db, scope, page);
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const data = answers.slice(0, query.limit);
      return { data, next: answers.length > query.limit ? (data.at(-1)?.id ?? null) : null };
    },

    /** @throws Fault stale when `revision` is not the present one; null asks nothing. */
    async change(
      scope: Scope,
      place: { agentId: string; id: string; revision: number | null },
      change: VerifiedAnswerChange,
    ): Promise<VerifiedAnswer> {
      const after = await db.transaction(scope, async (tx) => {
        const [before] = await lockVerified(tx, scope, { agentId: place.agentId, ids: [place.id] });
        return changeVerified(deps, tx, { scope, before: current(found(before), place.revision), change });
      });
      told(scope, place.agentId, place.id);
      return after;
    },

    async remove(scope: Scope, place: { agentId: string; id: string; revision: number | null }): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const [before] = await lockVerified(tx, scope, { agentId: place.agentId, ids: [place.id] });
        await removeVerified(deps, tx, { scope, answers: [current(found(before), place.revision)] });
      });
      told(scope, place.agentId, place.id);
    },

    /** Ids that are not there are passed over; how many were changed. */
    async bulk(scope: Scope, agentId: string, { action, ids }: VerifiedAnswerBulk): Promise<number> {
      const changed = await db.transaction(scope, async (tx) => {
        const [known = []] = await tx.batch([lockAgent(scope, agentId)]);
        if (known.length === 0) throw new Fault("not_found", "There is no such agent.");
        const answers = await lockVerified(tx, scope, { agentId, ids });
        if (action !== "delete") return switchVerified(deps, tx, { scope, answers, enabled: action === "enable" });
        await removeVerified(deps, tx, { scope, answers });
        return answers.length;
      });
      if (changed > 0) told(scope, agentId);
      return changed;
    },

    /**
     * As part of the caller's transaction: changes the answer `id` if it is still there, else puts a new one in the
     * place of what the same question has. The caller tells of it after the commit.
     */
    async write(
      tx: Tx,
      scope: Scope,
      { id, agentId, ...given }: Written & { id: string | null; agentId: string },
    ): Promise<VerifiedAnswer> {
      const [before] = id === null ? [] : await lockVerified(tx, scope, { agentId, ids: [id] });
      const { question, answer } = given;
      if (before) return changeVerified(deps, tx, { scope, before, change: { question, answer, enabled: true } });
      const input = { ...given, variants: [], enabled: true, replace: true };
      return (await putVerified(deps, tx, { scope, agentId, input })).answer;
    },

    /** The answer to a question, where nothing else is searched for. */
    async find(scope: Scope, { agentId, question, language }: { agentId: string; question: string; language: string }) {
      const [rows = []] = await db.batch(scope, [findVerified(scope, { agentId, question, languages: [language] })]);
      return chooseVerified(rows, { question, language }, { terms: [], indexSize: -1 });
    },
  };
}

export type VerifiedAnswers = ReturnType<typeof createVerifiedAnswers>;

type Written = Pick<VerifiedAnswerInput, "question" | "answer" | "conversationId" | "messageId">;

function current(answer: VerifiedAnswer, revision: number | null): VerifiedAnswer {
  assertSeen(revision, answer.revision);
  return answer;
}
