import {
  type AgentConfiguration,
  type ConfigurationDifference,
  type ConfiguredAnswer,
  crawlSettings,
} from "@parley/contracts";
import { sameValue } from "../behaviour/merge-settings.ts";

type Configured = NonNullable<AgentConfiguration["sources"]>;
type Change = "added" | "removed" | "changed";

/** Which sources come, go and change; addresses are read as a person types them. */
export function compareSources(
  now: Configured,
  wanted: Configured,
  readUrl: (url: string) => string,
): ConfigurationDifference["sources"] {
  const before = new Map(now.map(({ url, settings }) => [url, crawlSettings.parse(settings ?? {})]));
  const after = new Map(wanted.map(({ url, settings }) => [readUrl(url), crawlSettings.parse(settings ?? {})]));
  return compareKeyed(before, after).map(({ key, change }) => ({ url: key, change }));
}

/** An answer is known by its question, however that is spaced or cased. */
export function compareAnswers(
  now: readonly ConfiguredAnswer[],
  wanted: readonly ConfiguredAnswer[],
): (ConfigurationDifference["verifiedAnswers"][number] & { key: string })[] {
  const before = new Map(now.map((answer) => [questionKey(answer.question), factsOf(answer)]));
  const after = new Map(wanted.map((answer) => [questionKey(answer.question), factsOf(answer)]));
  const questionOf = (key: string) => (after.get(key) ?? before.get(key))?.question ?? key;
  return compareKeyed(before, after, sameAnswer).map(({ key, change }) => ({ key, question: questionOf(key), change }));
}

export function questionKey(question: string): string {
  return question.trim().replace(/\s+/gu, " ").toLowerCase();
}

function factsOf(given: ConfiguredAnswer): ConfiguredAnswer {
  const { question, variants, answer, spoken, language, tags, enabled } = given;
  const [validFrom, validTo] = [utc(given.validFrom), utc(given.validTo)];
  const facts = { question, variants, answer, spoken, tags, enabled, validFrom, validTo };
  return { ...facts, ...(language === undefined ? {} : { language }) };
}

/** One moment is written in as many ways as there are zones. */
const utc = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());

/** A language that is left out is whatever it is. */
function sameAnswer(one: ConfiguredAnswer, other: ConfiguredAnswer): boolean {
  return sameValue(one, { ...other, ...(other.language === undefined ? { language: one.language } : {}) });
}

function compareKeyed<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  same: (one: T, other: T) => boolean = sameValue,
): { key: string; change: Change }[] {
  const changes: { key: string; change: Change }[] = [];
  for (const [key, wanted] of after) {
    const old = before.get(key);
    if (old === undefined) changes.push({ key, change: "added" });
    else if (!same(old, wanted)) changes.push({ key, change: "changed" });
  }
  for (const key of before.keys()) if (!after.has(key)) changes.push({ key, change: "removed" });
  return changes;
}
