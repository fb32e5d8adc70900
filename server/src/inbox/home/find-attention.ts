import type { AttentionFact, AttentionItem, AttentionKind, Home } from "@parley/contracts";
import type { Facts } from "./read-facts.ts";

const DAY_MS = 24 * 3_600_000;
/** A widget that was not seen for so long is missed. */
const MISSED_AFTER_MS = 7 * DAY_MS;
/** So long a new agent has to be installed before anybody is told. */
const NEW_FOR_MS = DAY_MS;

/** What stops answers comes first, what can wait last. */
const order: AttentionKind[] = [
  "connection-failed",
  "source-failed",
  "source-empty",
  "answer-outdated",
  "answer-rated-down",
  "question-unanswered",
  "agent-not-seen",
  "mail-waiting",
  "second-factor-missing",
  "draft-unpublished",
  "agent-not-installed",
];

/** The most pressing first. What belongs to agents that are archived or gone is nobody's worry. */
export function findAttention(facts: Facts, now: number): AttentionItem[] {
  const names = new Map(facts.agents.map(({ id, name }) => [id, name]));
  const all = [
    ...facts.answers,
    ...facts.outdated,
    ...facts.sources,
    ...facts.drafts,
    ...facts.connections,
    ...mails(facts.keptMails),
    ...(facts.lacksSecondFactor ? [secondFactor] : []),
    ...installs(facts, now),
  ];
  return all
    .filter(({ agentId }) => agentId === null || names.has(agentId))
    .map((fact) => ({ ...fact, agentName: fact.agentId === null ? null : (names.get(fact.agentId) ?? null) }))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const nothing = { text: "", count: 1, agentId: null, messageId: null, at: null } as const;

const secondFactor: AttentionFact = {
  ...nothing,
  kind: "second-factor-missing",
  target: { resource: "members", id: null },
};

const mails = (count: number): AttentionFact[] =>
  count === 0 ? [] : [{ ...nothing, kind: "mail-waiting", count, target: { resource: "mails", id: null } }];

function installs({ agents, installs: seen }: Facts, now: number): AttentionFact[] {
  return agents.flatMap(({ id, createdAt }): AttentionFact[] => {
    const last = seen.get(id);
    const target = { resource: "installs" as const, id: null };
    if (last === undefined && now - createdAt > NEW_FOR_MS)
      return [{ ...nothing, kind: "agent-not-installed", agentId: id, target }];
    if (last !== undefined && now - last > MISSED_AFTER_MS)
      return [{ ...nothing, kind: "agent-not-seen", agentId: id, target, at: new Date(last).toISOString() }];
    return [];
  });
}

/** Null once nothing is left to do. */
export function findStart({ agents, installs: seen, ...facts }: Facts): Home["start"] {
  const steps = [
    { step: "agent" as const, done: agents.length > 0 },
    { step: "knowledge" as const, done: facts.hasKnowledge },
    { step: "question" as const, done: facts.hasConversations },
    { step: "published" as const, done: agents.some(({ version }) => version > 1) },
    { step: "installed" as const, done: seen.size > 0 },
    { step: "invited" as const, done: facts.hasCompany },
  ];
  if (steps.every(({ done }) => done)) return null;
  const oldest = agents.toSorted((a, b) => a.createdAt - b.createdAt)[0];
  return { agentId: oldest?.id ?? null, steps };
}
