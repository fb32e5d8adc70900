/** What changes verified answers, each with its keys and its line in the audit log, within the caller's transaction. */
import {
  Fault,
  newId,
  type VerifiedAnswer,
  type VerifiedAnswerChange,
  type VerifiedAnswerInput,
} from "@parley/contracts";
import type { Clock, Database, Live, Scope, Tx } from "../../platform/index.ts";
import type { Audit } from "../../tenants/index.ts";
import { strings } from "../indexes.ts";
import { foldQuestion } from "./read-question.ts";
import {
  type By,
  deleteVerified,
  findSameQuestion,
  insertVerified,
  lockAgent,
  putKeys,
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

/** A new answer, or `replace` in the place of what the same question has. Faults: not_found, already_exists. */
export async function putVerified(
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
    return { answer: await changeVerified(deps, tx, { scope, before, change }), created: false };
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

export async function changeVerified(
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

/** How many were the other way. */
export async function switchVerified(
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

export async function removeVerified(
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

/** @throws Fault not_found */
export function found(answer: VerifiedAnswer | undefined): VerifiedAnswer {
  if (!answer) throw new Fault("not_found", "There is no such verified answer.");
  return answer;
}
