/** Agents: how they are made, what they know of themselves, and how they answer. */
import type { Agent, AgentInput, LanguageModel } from "@parley/contracts";
import type { Knowledge, SiteProfile } from "../knowledge/index.ts";
import type { Clock, Database, Events, Log, Realtime, Scope } from "../platform/index.ts";
import { type AgentRow, createAgentStore } from "./agent-store.ts";
import { createAnswer } from "./answer/create-answer.ts";
import { presentAgent } from "./present.ts";
import { siteKey } from "./site-key.ts";
import type { AgentSettings } from "./tables.ts";
import type { AgentProfile } from "./types.ts";

export interface AgentsDeps {
  db: Database;
  clock: Clock;
  events: Events;
  realtime: Realtime;
  knowledge: Knowledge;
  log: Log;
  /** In the order in which they are tried; empty: answers in the site's own words. */
  models: readonly LanguageModel[];
  /** Milliseconds: a model's first words, and its whole answer. */
  modelTimeouts: { firstTokenMs: number; totalMs: number };
}

/** What is known of an agent changes rarely and is asked on every turn. */
const FRESH_MS = 2_000;

export const agentTopic = (agentId: string) => `agent:${agentId}`;

export function createAgents(deps: AgentsDeps) {
  const { db, clock, events, realtime, knowledge } = deps;
  const store = createAgentStore({ db, clock });
  const known = new Map<string, { until: number; agent: Agent }>();

  async function present(scope: Scope, row: AgentRow): Promise<Agent> {
    const [summary, reading] = await Promise.all([
      knowledge.indexSummary(scope, row.id),
      knowledge.reading(scope, row.id),
    ]);
    return presentAgent(row, reading ? "reading" : summary.passages > 0 ? "ready" : "empty");
  }

  const fresh = async (scope: Scope, id: string): Promise<Agent> => present(scope, await store.get(scope, id));

  async function create(scope: Scope, settings: AgentSettings, siteUrl: string | null): Promise<AgentRow> {
    const row = await db.transaction(scope, async (tx) => {
      const made = await store.insert(tx, scope, {
        settings,
        siteUrl,
        siteKey: siteUrl === null ? null : siteKey(siteUrl),
      });
      await knowledge.openIndex(tx, scope, made.id);
      await events.publish(tx, scope, "agent.created", { agentId: made.id });
      return made;
    });
    events.wake();
    return row;
  }

  /** Tells who looks at the agent (widget, /try page) that it changed, in every process. */
  async function announce(scope: Scope, agentId: string): Promise<void> {
    known.delete(`${scope.organization}/${agentId}`);
    realtime.publish(agentTopic(agentId), { agent: await fresh(scope, agentId) });
  }

  events.consume("agents.announce", ["source.created", "source.searchable", "source.finished"], (event) =>
    announce(event.scope, event.data.agentId),
  );

  knowledge.sources.onProfile(async (scope: Scope, id: string, profile: SiteProfile) => {
    await store.saveProfile(scope, id, profile);
    await announce(scope, id);
  });

  return {
    answer: createAnswer({
      search: knowledge.search,
      models: deps.models,
      clock,
      log: deps.log,
      limits: deps.modelTimeouts,
    }),

    async create(scope: Scope, input: AgentInput): Promise<Agent> {
      return present(scope, await create(scope, input, null));
    },

    /** The agent of a site; made if there is none yet. `url` is a valid URL. */
    async ensureForSite(
      scope: Scope,
      url: string,
      settings: AgentSettings = {},
    ): Promise<{ agent: Agent; created: boolean }> {
      const before = await store.findBySite(scope, siteKey(url));
      const row = before ?? (await create(scope, settings, url));
      return { agent: await present(scope, row), created: before === undefined };
    },

    get: fresh,

    /** At most two seconds old: for every turn and every visitor's page. */
    async glance(scope: Scope, id: string): Promise<Agent> {
      const key = `${scope.organization}/${id}`;
      const seen = known.get(key);
      if (seen && seen.until > clock.now()) return seen.agent;
      const agent = await fresh(scope, id);
      if (known.size > 10_000) known.clear();
      known.set(key, { until: clock.now() + FRESH_MS, agent });
      return agent;
    },

    /** Whose agent a public id names; undefined when it names none. */
    async findOrganization(id: string): Promise<number | undefined> {
      return (await store.findPublic(id))?.organization;
    },

    /** The stored file of its logo, if the site has one. */
    async logoFile(scope: Scope, id: string): Promise<string | null> {
      return (await store.get(scope, id)).profile?.logoFile ?? null;
    },

    async list(scope: Scope, page: { limit: number; cursor?: string | undefined }) {
      const { data, next } = await store.list(scope, page);
      return { data: await Promise.all(data.map((row) => present(scope, row))), next };
    },

    async change(scope: Scope, id: string, settings: AgentSettings): Promise<Agent> {
      await store.change(scope, id, settings);
      await announce(scope, id);
      return fresh(scope, id);
    },
  };
}

export type Agents = ReturnType<typeof createAgents>;

/** What the answering needs of it. */
export function profileOf(agent: Agent): AgentProfile {
  return {
    id: agent.id,
    name: agent.name,
    language: agent.language,
    siteUrl: agent.siteUrl,
    stillReading: agent.state === "reading",
  };
}
