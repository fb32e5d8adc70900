import type { Database, Permission, Scope } from "../../platform/index.ts";
import type { HomeSources, Span } from "./sources.ts";

export interface Periods {
  before: Span;
  now: Span;
}

const MOST_AGENTS = 50;
/** Problems of answers are told for so long. */
const FAULTY_FOR_MS = 7 * 24 * 3_600_000;

/** What this member may see: one round trip for all that stands in the organization's tables, beside one for the account. */
export async function readFacts(
  { db, sources }: { db: Database; sources: HomeSources },
  scope: Scope,
  { before, now }: Periods,
) {
  const q = db.query(scope);
  const when = <T>(needed: Permission, ask: () => Promise<T>, otherwise: T): Promise<T> =>
    scope.permissions.has(needed) ? ask() : Promise.resolve(otherwise);
  const talk = "conversations:read";
  const facts = {
    hours: when(talk, () => sources.hours(q, scope, { from: before.from, to: now.to }), []),
    agentsNow: when(talk, () => sources.byAgent(q, scope, { ...now, limit: MOST_AGENTS }), []),
    agentsBefore: when(talk, () => sources.byAgent(q, scope, { ...before, limit: MOST_AGENTS }), []),
    ratingsNow: when(talk, () => sources.ratings(q, scope, now), { up: 0, down: 0 }),
    ratingsBefore: when(talk, () => sources.ratings(q, scope, before), { up: 0, down: 0 }),
    answers: when(talk, () => sources.faultyAnswers(q, scope, now.to - FAULTY_FOR_MS), []),
    outdated: when(talk, () => sources.outdatedAnswers(q, scope), []),
    sources: when("knowledge:read", () => sources.faultySources(q, scope), []),
    drafts: when("agents:write", () => sources.drafts(q, scope), []),
    connections: when("connections:read", () => sources.failingConnections(q, scope), []),
    keptMails: when("mail:read", () => sources.keptMails(q, scope), 0),
    agents: sources.agents(q, scope),
    installs: sources.installs(q, scope),
    hasKnowledge: sources.hasKnowledge(q, scope),
    hasConversations: sources.hasConversations(q, scope),
    hasCompany: sources.hasCompany(q, scope),
    lacksSecondFactor: sources.lacksSecondFactor(scope),
  };
  return allOf(facts);
}

export type Facts = Awaited<ReturnType<typeof readFacts>>;

async function allOf<T extends Record<string, Promise<unknown>>>(asked: T): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const entries = await Promise.all(Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const));
  return Object.fromEntries(entries) as { [K in keyof T]: Awaited<T[K]> };
}
