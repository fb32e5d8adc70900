/** What changes verified answers, each with its keys and its line in the audit log, within the caller's transaction. */
import { Fault, newId, type VerifiedAnswerChange, type VerifiedAnswerInput } from "@parley/contracts";
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
  type StoredAnswer,
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

/**
 * A new answer, or with `replace` in the place of what the same question has; `only`: of that, nothing but what it
 * says is changed. Faults: not_found, already_exists.
 */
export async function putVerified(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  {
    scope,
    agentId,
    input,
    only = false,
  }: { scope: Scope; agentId: string; input: VerifiedAnswerInput; only?: boolean },
): Promise<{ answer: StoredAnswer; created: boolean }> {
  const { replace, conversationId, messageId, ...given } = input;
  const [agents = []] = await tx.batch([lockAgent(scope, agentId)]);
  const [agent] = agents;
  if (!agent) throw new Fault("not_found", "There is no such agent.");
  const language = given.language ?? languageOf(deps, given, strings(agent["languages"])[0]);
  const [same = []] = await tx.batch([findSameQuestion(scope, { agentId, question: input.question, language })]);
  const before = same[0] && verifiedOf(same[0]);
  if (before && !replace)
    throw new Fault("already_exists", "This question has a verified answer already. Change that one instead.", {
      field: "question",
    });
  if (before) {
    const { answer, spoken, tags, enabled, validFrom, validTo } = given;
    const change = only ? { answer, enabled } : { answer, spoken, tags, enabled, validFrom, validTo };
    return { answer: await changeVerified(deps, tx, { scope, before, change }), created: false };
  }
  const text = cleanVerified({ ...given, language });
  const id = newId("answer", deps.clock.now());
  const row = { ...text, id, agentId, conversationId, messageId };
  const [rows = []] = await tx.batch([insertVerified(scope, [row], changing(deps, scope)), ...putKeys(scope, [row])]);
  const answer = found(rows[0] && verifiedOf(rows[0]));
  await record(deps, tx, { scope, action: "created", answer, after: shown(answer) });
  return { answer, created: true };
}

export async function changeVerified(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, before, change }: { scope: Scope; before: StoredAnswer; change: VerifiedAnswerChange },
): Promise<StoredAnswer> {
  const { id, agentId } = before;
  const text = cleanVerified({ ...before, ...change });
  const [rows = []] = await tx.batch([
    updateVerified(scope, [{ ...text, id }], changing(deps, scope)),
    ...putKeys(scope, [{ ...text, id, agentId }]),
  ]);
  const answer = found(rows[0] && verifiedOf(rows[0]));
  await record(deps, tx, { scope, action: "changed", answer, before: shown(before), after: shown(answer) });
  return answer;
}

/** How many were the other way. */
export async function switchVerified(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, answers, enabled }: { scope: Scope; answers: readonly StoredAnswer[]; enabled: boolean },
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

/** Gives a tag to answers, or takes it away; how many are different now. */
export async function tagVerified(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, answers, tag, give }: { scope: Scope; answers: readonly StoredAnswer[]; tag: string; give: boolean },
): Promise<number> {
  const has = ({ tags }: StoredAnswer) => tags.some((one) => one.toLowerCase() === tag.toLowerCase());
  const others = answers.filter((answer) => has(answer) !== give);
  const without = ({ tags }: StoredAnswer) => tags.filter((one) => one.toLowerCase() !== tag.toLowerCase());
  for (const before of others)
    await changeVerified(deps, tx, { scope, before, change: { tags: give ? [...before.tags, tag] : without(before) } });
  return others.length;
}

export async function removeVerified(
  deps: VerifiedAnswersDeps,
  tx: Tx,
  { scope, answers }: { scope: Scope; answers: readonly StoredAnswer[] },
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
export function languageOf(
  { detectLanguage }: VerifiedAnswersDeps,
  { question, variants, answer }: Pick<VerifiedText, "question" | "variants" | "answer">,
  usual: string | undefined,
): string {
  const text = [question, ...variants, answer].join("\n");
  return /\p{Script=Latin}/u.test(question) ? detectLanguage(text, usual) : detectLanguage(text);
}

/**
 * Variants that say the same as the question or each other are left out; a question needs a word, a time must last.
 * @throws Fault invalid_request
 */
export function cleanVerified(given: VerifiedText): VerifiedText {
  const { question, variants, answer, spoken, language, tags, enabled, validFrom, validTo } = given;
  if (foldQuestion(question) === "")
    throw new Fault("invalid_request", "A question needs a word or a number.", { field: "question" });
  if (validFrom !== null && validTo !== null && Date.parse(validTo) <= Date.parse(validFrom))
    throw new Fault("invalid_request", "It must end after it begins.", { field: "validTo" });
  const seen = new Set(["", foldQuestion(question)]);
  const distinct = variants.filter((variant) => !seen.has(foldQuestion(variant)) && seen.add(foldQuestion(variant)));
  const times = { validFrom, validTo };
  return {
    question,
    variants: distinct,
    answer,
    spoken: spoken === "" ? null : spoken,
    language,
    tags: cleanTags(tags),
    enabled,
    ...times,
  };
}

/** Case does not make another tag. */
function cleanTags(tags: readonly string[]): string[] {
  const known = new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag]));
  return [...known.values()].toSorted((one, other) => one.localeCompare(other));
}

function record(
  { audit }: VerifiedAnswersDeps,
  tx: Tx,
  {
    scope,
    action,
    answer,
    ...change
  }: { scope: Scope; action: string; answer: StoredAnswer } & {
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

const shown = ({ answer, spoken, language, tags, enabled, validFrom, validTo, variants }: StoredAnswer) => ({
  answer,
  language,
  enabled,
  variants: variants.length,
  ...(spoken === null ? {} : { spoken }),
  ...(tags.length === 0 ? {} : { tags }),
  ...(validFrom === null ? {} : { validFrom }),
  ...(validTo === null ? {} : { validTo }),
});

export function changing({ clock }: VerifiedAnswersDeps, { actor }: Scope): { by: By; at: string } {
  const by = { type: actor.type, id: actor.id, name: actor.name ?? null };
  return { by, at: new Date(clock.now()).toISOString() };
}

/** @throws Fault not_found */
export function found(answer: StoredAnswer | undefined): StoredAnswer {
  if (!answer) throw new Fault("not_found", "There is no such verified answer.");
  return answer;
}
