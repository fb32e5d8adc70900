import {
  Fault,
  newId,
  type VerifiedAnswer,
  type VerifiedAnswerBulk,
  type VerifiedAnswerChange,
  type VerifiedAnswerInput,
  type VerifiedAnswerQuery,
} from "@parley/contracts";
import type { Clock, Database, Live, Scope, Tx } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { strings } from "../indexes.ts";
import { chooseVerified, findVerified } from "./find-verified.ts";
import { foldQuestion } from "./read-question.ts";
import {
  type By,
  deleteVerified,
  findSameQuestion,
  insertVerified,
  listVerified,
  lockAgent,
  lockVerified,
  putKeys,
  readVerified,
  setEnabled,
  updateVerified,
  verifiedOf,
  type VerifiedText,
} from "./verified-store.ts";

export interface VerifiedAnswersDeps {
  db: Database;
  clock: Clock;
  audit: Audit;
  live: Live;
  /** BCP 47 of a text; `hint` where it is too short to tell. */
  detectLanguage(text: string, hint?: string): string;
}

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
      const made = await db.transaction(scope, (tx) => put(deps, tx, { scope, agentId, input }));
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
        return update(deps, tx, { scope, before: current(found(before), place.revision), change });
      });
      told(scope, place.agentId, place.id);
      return after;
    },

    async remove(scope: Scope, place: { agentId: string; id: string; revision: number | null }): Promise<void> {
      await db.transaction(scope, async (tx) => {
        const [before] = await lockVerified(tx, scope, { agentId: place.agentId, ids: [place.id] });
        await removeAll(deps, tx, { scope, answers: [current(found(before), place.revision)] });
      });
      told(scope, place.agentId, place.id);
    },

    /** Ids that are not there are passed over; how many were changed. */
    async bulk(scope: Scope, agentId: string, { action, ids }: VerifiedAnswerBulk): Promise<number> {
      const changed = await db.transaction(scope, async (tx) => {
        const [known = []] = await tx.batch([lockAgent(scope, agentId)]);
        if (known.length === 0) throw new Fault("not_found", "There is no such agent.");
        const answers = await lockVerified(tx, scope, { agentId, ids });
        if (action !== "delete") return switchAll(deps, tx, { scope, answers, enabled: action === "enable" });
        await removeAll(deps, tx, { scope, answers });
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
      if (before) return update(deps, tx, { scope, before, change: { question, answer, enabled: true } });
      const input = { ...given, variants: [], enabled: true, replace: true };
      return (await put(deps, tx, { scope, agentId, input })).answer;
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

async function put(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, agentId, input }: { scope: Scope; agentId: string; input: VerifiedAnswerInput },
): Promise<{ answer: VerifiedAnswer; created: boolean }> {
  const { replace, conversationId, messageId, ...given } = input;
  const [agents = [], same = []] = await tx.batch([
    lockAgent(scope, agentId),
    findSameQuestion(scope, agentId, input.question),
  ]);
  const [agent] = agents;
  if (!agent) throw new Fault("not_found", "There is no such agent.");
  const before = same[0] && verifiedOf(same[0]);
  if (before && !replace)
    throw new Fault("already_exists", "This question has a verified answer already. Change that one instead.", {
      field: "question",
    });
  if (before) {
    const { answer, language, enabled } = given;
    const change = { answer, enabled, ...(language === undefined ? {} : { language }) };
    return { answer: await update(deps, tx, { scope, before, change }), created: false };
  }
  const language = given.language ?? languageOf(deps, given, strings(agent["languages"])[0]);
  const text = clean({ ...given, language });
  const id = newId("answer", deps.clock.now());
  const row = { ...text, id, agentId, conversationId, messageId };
  const [rows = []] = await tx.batch([insertVerified(scope, row, changing(deps, scope)), ...putKeys(scope, row)]);
  const answer = found(rows[0] && verifiedOf(rows[0]));
  await record(deps, tx, { scope, action: "created", answer, after: shown(answer) });
  return { answer, created: true };
}

async function update(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, before, change }: { scope: Scope; before: VerifiedAnswer; change: VerifiedAnswerChange },
): Promise<VerifiedAnswer> {
  const { id, agentId } = before;
  const text = clean({ ...before, ...change });
  const [rows = []] = await tx.batch([
    updateVerified(scope, { ...text, id }, changing(deps, scope)),
    ...putKeys(scope, { ...text, id, agentId }),
  ]);
  const answer = found(rows[0] && verifiedOf(rows[0]));
  await record(deps, tx, { scope, action: "changed", answer, before: shown(before), after: shown(answer) });
  return answer;
}

async function switchAll(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, answers, enabled }: { scope: Scope; answers: readonly VerifiedAnswer[]; enabled: boolean },
): Promise<number> {
  const others = answers.filter((answer) => answer.enabled !== enabled);
  const ids = others.map(({ id }) => id);
  if (ids.length > 0) await tx.batch([setEnabled(scope, ids, { enabled, ...changing(deps, scope) })]);
  for (const answer of others) {
    const change = { before: { enabled: !enabled }, after: { enabled } };
    await record(deps, tx, { scope, action: "changed", answer, ...change });
  }
  return others.length;
}

async function removeAll(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, answers }: { scope: Scope; answers: readonly VerifiedAnswer[] },
): Promise<void> {
  await tx.batch([
    deleteVerified(
      scope,
      answers.map(({ id }) => id),
    ),
  ]);
  for (const answer of answers) await record(deps, tx, { scope, action: "deleted", answer, before: shown(answer) });
}

/** A question is short: with its answer there is more to tell by. In another script the agent's language is no hint. */
function languageOf(
  { detectLanguage }: VerifiedAnswersDeps,
  { question, variants, answer }: Pick<VerifiedText, "question" | "variants" | "answer">,
  usual: string | undefined,
): string {
  const text = [question, ...variants, answer].join("\n");
  return /\p{Script=Latin}/u.test(question) ? detectLanguage(text, usual) : detectLanguage(text);
}

/** Variants that say the same as the question or each other are left out; a question needs a word. */
function clean({ question, variants, answer, language, enabled }: VerifiedText): VerifiedText {
  if (foldQuestion(question) === "")
    throw new Fault("invalid_request", "A question needs a word or a number.", { field: "question" });
  const seen = new Set(["", foldQuestion(question)]);
  const distinct = variants.filter((variant) => !seen.has(foldQuestion(variant)) && seen.add(foldQuestion(variant)));
  return { question, variants: distinct, answer, language, enabled };
}

function record(
  { audit }: VerifiedAnswersDeps,
  tx: Tx,
  {
    scope,
    action,
    answer,
    ...change
  }: { scope: Scope; action: string; answer: VerifiedAnswer } & {
    before?: object;
    after?: object;
  },
): Promise<void> {
  // A question out of a conversation is a visitor's words.
  const name = answer.messageId === null ? answer.question : null;
  return audit.record(tx, scope, {
    action: `verified-answer.${action}`,
    target: { type: "verified-answer", id: answer.id, name },
    ...change,
  });
}

const shown = ({ answer, language, enabled, variants }: VerifiedAnswer) => ({
  answer,
  language,
  enabled,
  variants: variants.length,
});

function changing({ clock }: VerifiedAnswersDeps, { actor }: Scope): { by: By; at: string } {
  const by = { type: actor.type, id: actor.id, name: actor.name ?? null };
  return { by, at: new Date(clock.now()).toISOString() };
}

function found(answer: VerifiedAnswer | undefined): VerifiedAnswer {
  if (!answer) throw new Fault("not_found", "There is no such verified answer.");
  return answer;
}

function current(answer: VerifiedAnswer, revision: number | null): VerifiedAnswer {
  if (revision === null || revision === answer.revision) return answer;
  throw new Fault("stale", "Somebody else has changed this answer meanwhile. Look at it again before you save.");
}
