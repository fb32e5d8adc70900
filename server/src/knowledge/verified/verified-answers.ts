import {
  type AnswerImportResult,
  Fault,
  type SimilarAnswers,
  type SimilarAnswersInput,
  type VerifiedAnswer,
  type VerifiedAnswerBulk,
  type VerifiedAnswerChange,
  type VerifiedAnswerFilter,
  type VerifiedAnswerInput,
  type VerifiedAnswerQuery,
} from "@parley/contracts";
import { assertSeen, type Scope, type Tx } from "../../platform/index.ts";
import { exportAnswers } from "./export-answers.ts";
import { chooseVerified, findVerified } from "./find-verified.ts";
import { findSimilar } from "./find-similar.ts";
import { importAnswers, type ImportFile } from "./import-answers.ts";
import { assertAgent, countTags, listVerified } from "./list-verified.ts";
import { lockAgent, lockVerified, readVerified, type StoredAnswer } from "./verified-store.ts";
import {
  changeVerified,
  found,
  putVerified,
  removeVerified,
  switchVerified,
  tagVerified,
  type VerifiedAnswersDeps,
} from "./write-verified.ts";

/** Answers that people wrote to questions. What is stored here is said from the next message on, in every process. */
export function createVerifiedAnswers(deps: VerifiedAnswersDeps) {
  const { db, live, clock } = deps;
  const now = () => new Date(clock.now()).toISOString();
  const present = (answer: StoredAnswer): VerifiedAnswer => ({ ...answer, state: stateOf(answer, clock.now()) });
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
      return { ...made, answer: present(made.answer) };
    },

    async get(scope: Scope, agentId: string, id: string): Promise<VerifiedAnswer> {
      return present(found(await readVerified(db, scope, { agentId, id })));
    },

    async list(scope: Scope, agentId: string, { cursor, ...query }: VerifiedAnswerQuery) {
      if (cursor !== undefined && !/^ans_\w{1,40}$/.test(cursor))
        throw new Fault("invalid_request", "That is not a cursor of this list.", { field: "cursor" });
      const page = { ...query, agentId, limit: query.limit + 1, before: cursor ?? null, at: now() };
      const { known, answers } = await listVerified(db, scope, page);
      if (!known) throw new Fault("not_found", "There is no such agent.");
      const data = answers.slice(0, query.limit).map(present);
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
      return present(after);
    },

    async remove(scope: Scope, place: { agentId: string; id: string; revision: number | null }): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const [before] = await lockVerified(tx, scope, { agentId: place.agentId, ids: [place.id] });
        await removeVerified(deps, tx, { scope, answers: [current(found(before), place.revision)] });
      });
      told(scope, place.agentId, place.id);
    },

    /** Ids that are not there are passed over; how many were changed. */
    async bulk(scope: Scope, agentId: string, { action, ids, tag }: VerifiedAnswerBulk): Promise<number> {
      const tagging = action === "tag" || action === "untag";
      if (tagging && tag === undefined)
        throw new Fault("invalid_request", "Say which tag to give or take away.", { field: "tag" });
      const changed = await db.transaction(scope, async (tx) => {
        const [known = []] = await tx.batch([lockAgent(scope, agentId)]);
        if (known.length === 0) throw new Fault("not_found", "There is no such agent.");
        const answers = await lockVerified(tx, scope, { agentId, ids });
        if (tag !== undefined && tagging) return tagVerified(deps, tx, { scope, answers, tag, give: action === "tag" });
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
    ): Promise<StoredAnswer> {
      const [before] = id === null ? [] : await lockVerified(tx, scope, { agentId, ids: [id] });
      const { question, answer } = given;
      if (before) return changeVerified(deps, tx, { scope, before, change: { question, answer, enabled: true } });
      const input = { ...given, ...plain, enabled: true, replace: true };
      return (await putVerified(deps, tx, { scope, agentId, input, only: true })).answer;
    },

    /** As `create`, as part of the caller's transaction. The caller tells of it after the commit. */
    async createWithin(
      tx: Tx,
      scope: Scope,
      { agentId, input }: { agentId: string; input: VerifiedAnswerInput },
    ): Promise<VerifiedAnswer> {
      return present((await putVerified(deps, tx, { scope, agentId, input })).answer);
    },

    /** The tags in use, the commonest first. */
    async tags(scope: Scope, agentId: string) {
      await assertAgent(db, scope, agentId);
      return countTags(db, scope, agentId);
    },

    /** Answers to nearly the same questions as the one that is being written. */
    async similar(scope: Scope, agentId: string, input: SimilarAnswersInput): Promise<SimilarAnswers["data"]> {
      await assertAgent(db, scope, agentId);
      return findSimilar(deps, scope, { agentId, ...input });
    },

    /** Line by line, newest first. */
    export: (scope: Scope, agentId: string, query: VerifiedAnswerFilter & { format: "csv" | "json" }) =>
      exportAnswers(
        (before) => listVerified(db, scope, { ...query, agentId, before, limit: EXPORTED_AT_ONCE, at: now() }),
        query.format,
      ),

    /** See `importAnswers`; told to whoever looks once it is written. */
    async import(scope: Scope, agentId: string, file: ImportFile): Promise<AnswerImportResult> {
      await assertAgent(db, scope, agentId);
      const result = await importAnswers(deps, scope, { agentId, ...file });
      if (result.written) told(scope, agentId);
      return result;
    },

    /** The answer to a question, where nothing else is searched for. */
    async find(scope: Scope, { agentId, question, language }: { agentId: string; question: string; language: string }) {
      const [rows = []] = await db.batch(scope, [
        findVerified(scope, { agentId, question, languages: [language], at: now() }),
      ]);
      return chooseVerified(rows, { question, language }, { terms: [], indexSize: -1 });
    },
  };
}

const EXPORTED_AT_ONCE = 500;
/** What a question and its answer alone leave open. */
const plain = { variants: [], tags: [], spoken: null, validFrom: null, validTo: null };

/** What follows of switch and times at `at`, in milliseconds since 1970. */
function stateOf({ enabled, validFrom, validTo }: StoredAnswer, at: number): VerifiedAnswer["state"] {
  if (!enabled) return "off";
  if (validTo !== null && Date.parse(validTo) <= at) return "expired";
  return validFrom !== null && Date.parse(validFrom) > at ? "scheduled" : "active";
}

export type VerifiedAnswers = ReturnType<typeof createVerifiedAnswers>;

type Written = Pick<VerifiedAnswerInput, "question" | "answer" | "conversationId" | "messageId">;

function current(answer: StoredAnswer, revision: number | null): StoredAnswer {
  assertSeen(revision, answer.revision);
  return answer;
}
