/** Agents: how they are made, what they know of themselves, how they behave, and how they answer. */
import {
  type Agent,
  type AgentDetails,
  type AgentDraft,
  type AgentModels,
  type AgentSettings,
  type AgentSettingsChange,
  Fault,
  type LanguageModel,
  type SearchVerdict,
  type SiteProfileView,
} from "@parley/contracts";
import type { Connections } from "../connections/index.ts";
import type { Knowledge, SiteProfile } from "../knowledge/index.ts";
import type { Clock, Database, Events, Jobs, Live, Log, Realtime, Scope } from "../platform/index.ts";
import type { Audit } from "../tenants/index.ts";
import { type AgentListQuery, type AgentRow, createAgentStore } from "./agent-store.ts";
import { createAnswering } from "./answer/create-answer.ts";
import { judgeQuestion } from "./answer/judge-question.ts";
import { createBehaviour, type Seen } from "./behaviour/create-behaviour.ts";
import { createConfiguration } from "./configuration/create-configuration.ts";
import { createKnownAgents } from "./known-agents.ts";
import { changeMany } from "./life/change-many.ts";
import { createLife } from "./life/create-life.ts";
import { draftOf, nameOf, presentAgent, presentDetails, presentDraft } from "./present.ts";
import { createPreview } from "./preview/create-preview.ts";
import { createProbes } from "./probes/create-probes.ts";
import { presentSiteProfile } from "./probes/present-site-profile.ts";
import { profileOf } from "./profile-of.ts";
import { siteKey } from "./site-key.ts";
import type { AgentProfile } from "./types.ts";

export interface AgentsDeps {
  db: Database;
  clock: Clock;
  events: Events;
  realtime: Realtime;
  jobs: Jobs;
  live: Live;
  audit: Audit;
  knowledge: Knowledge;
  connections: Pick<Connections, "chain" | "describe" | "describeServer" | "list">;
  log: Log;
  /** The server's own, in the order in which they are tried; empty: answers in the site's own words. */
  models: readonly LanguageModel[];
  /** Milliseconds: a model's first words, and its whole answer. */
  modelTimeouts: { firstTokenMs: number; totalMs: number };
}

export const agentTopic = (agentId: string) => `agent:${agentId}`;

export function createAgents(deps: AgentsDeps) {
  const { db, clock, events, realtime, knowledge, live } = deps;
  const store = createAgentStore({ db, clock });
  const known = createKnownAgents({
    clock,
    realtime,
    async load(scope, id) {
      const row = await store.get(scope, id);
      const agent = presentAgent(row, await stateOf(scope, row));
      return { agent, profile: await readProfile(scope, row, agent) };
    },
  });
  const answering = createAnswering({
    search: knowledge.search,
    models: deps.models,
    clock,
    log: deps.log,
    limits: deps.modelTimeouts,
  });

  async function stateOf(scope: Scope, { id }: { id: string }): Promise<Agent["state"]> {
    return (await knowledge.states(scope, [id])).get(id) ?? "empty";
  }

  async function readProfile(
    scope: Scope,
    row: Pick<AgentRow, "settings" | "status">,
    agent: Agent,
  ): Promise<AgentProfile> {
    const { models = [] } = row.settings;
    return profileOf(row, agent, models.length === 0 ? deps.models : await deps.connections.chain(scope, models));
  }

  const details = async (scope: Scope, row: AgentRow): Promise<AgentDetails> =>
    presentDetails(row, await stateOf(scope, row));
  const draft = async (scope: Scope, row: AgentRow): Promise<AgentDraft> =>
    presentDraft(row, await stateOf(scope, row));

  async function create(scope: Scope, settings: AgentSettings, siteUrl: string | null): Promise<AgentRow> {
    await check(scope, settings);
    const row = await db.transaction(scope, async (tx) => {
      const made = await store.insert(tx, scope, {
        settings,
        siteUrl,
        siteKey: siteUrl === null ? null : siteKey(siteUrl),
      });
      await knowledge.openIndex(tx, scope, made.id);
      await events.publish(tx, scope, "agent.created", { agentId: made.id });
      await deps.audit.record(tx, scope, {
        action: "agent.created",
        target: { type: "agent", id: made.id, name: nameOf(made) },
        after: { siteUrl, ...settings },
      });
      return made;
    });
    events.wake();
    live.changed(scope, { resource: "agents", id: row.id });
    return row;
  }

  /** Tells who looks at the agent (widget, /try page) that it changed, in every process. */
  async function announce(scope: Scope, agentId: string): Promise<void> {
    known.forget(scope, agentId);
    live.changed(scope, { resource: "agents", id: agentId });
    const row = await store.get(scope, agentId).catch((error: unknown) => {
      // Removed meanwhile: nobody is left to tell.
      if (error instanceof Fault && error.code === "not_found") return null;
      throw error;
    });
    if (row) realtime.publish(agentTopic(agentId), { agent: presentAgent(row, await stateOf(scope, row)) });
  }

  async function told(scope: Scope, agentId: string, what: "draft" | "published"): Promise<void> {
    if (what === "draft") return live.changed(scope, { resource: "agents", id: agentId });
    await announce(scope, agentId);
    live.changed(scope, { resource: "versions", agentId });
  }

  /** A chain of models may only name what is connected. */
  async function check(scope: Scope, { models }: AgentSettingsChange): Promise<void> {
    if (!models || models.length === 0) return;
    const there = new Set((await deps.connections.list(scope)).map(({ id }) => id));
    if (models.some(({ connectionId }) => !there.has(connectionId)))
      throw new Fault("invalid_request", "One of these models belongs to a connection that is not there.", {
        field: "models",
      });
  }

  const behaviour = createBehaviour({ ...deps, store, check, told });
  const life = createLife({ ...deps, store, told });
  const configuration = createConfiguration({ knowledge, store, behaviour });

  const probes = createProbes({
    ...deps,
    answer: answering.answer,
    profile: async (scope, id) => (await known.get(scope, id)).profile,
    row: store.get,
  });

  events.consume("agents.announce", ["source.created", "source.searchable", "source.finished"], (event) =>
    announce(event.scope, event.data.agentId),
  );

  knowledge.sources.onProfile(async (scope: Scope, id: string, profile: SiteProfile) => {
    await store.saveProfile(scope, id, profile);
    await announce(scope, id);
  });
  knowledge.sources.onMoved((tx, scope, { agentId, from, to }) =>
    store.moveSite(tx, scope, { id: agentId, fromKey: siteKey(from), url: to, key: siteKey(to) }),
  );

  return {
    answer: answering.answer,
    probes,
    configuration,
    onRemove: life.onRemove,

    /** The playground: an answer that nobody stores, with what led to it. */
    preview: createPreview({
      answering,
      async profile(scope, id, asDraft) {
        const row = await store.get(scope, id);
        const seen = asDraft ? { ...row, settings: draftOf(row) } : row;
        return readProfile(scope, seen, presentAgent(seen, await stateOf(scope, row)));
      },
    }),

    /** Whether and how visitors would be answered, without a language model. */
    async judge(scope: Scope, id: string, question: string): Promise<SearchVerdict> {
      const { profile } = await known.get(scope, id);
      return judgeQuestion(answering, { scope, agent: profile, question }, new AbortController().signal);
    },

    create: async (scope: Scope, input: AgentSettings): Promise<AgentDetails> =>
      details(scope, await create(scope, input, null)),

    /** The agent of a site; made if there is none yet. `url` is a valid URL. */
    async ensureForSite(
      scope: Scope,
      url: string,
      settings: AgentSettings = {},
    ): Promise<{ agent: AgentDetails; created: boolean }> {
      const before = await store.findBySite(scope, siteKey(url));
      const row = before ?? (await create(scope, settings, url));
      return { agent: await details(scope, row), created: before === undefined };
    },

    get: async (scope: Scope, id: string): Promise<AgentDetails> => details(scope, await store.get(scope, id)),

    /** What visitors see, at most two seconds old. */
    glance: async (scope: Scope, id: string): Promise<Agent> => (await known.get(scope, id)).agent,

    /** What a turn needs to know; as fresh as `glance`. */
    profile: async (scope: Scope, id: string): Promise<AgentProfile> => (await known.get(scope, id)).profile,

    /** Whose agent a public id names; undefined when it names none. */
    async findOrganization(id: string): Promise<number | undefined> {
      return (await store.findPublic(id))?.organization;
    },

    /** The stored file of its logo, if the site has one. */
    async logoFile(scope: Scope, id: string): Promise<string | null> {
      return (await store.get(scope, id)).profile?.logoFile ?? null;
    },

    siteView: async (scope: Scope, id: string): Promise<SiteProfileView> =>
      presentSiteProfile(id, (await store.get(scope, id)).profile),

    /** What the site says of itself; null until its first pages were read. */
    siteProfile: async (scope: Scope, id: string): Promise<SiteProfile | null> => (await store.get(scope, id)).profile,

    async list(scope: Scope, query: Partial<AgentListQuery> & { limit: number }) {
      const { data, next } = await store.list(scope, { status: "active", sort: "-createdAt", ...query });
      const states = await knowledge.states(
        scope,
        data.map(({ id }) => id),
      );
      return { data: data.map((row) => presentDetails(row, states.get(row.id) ?? "empty")), next };
    },

    /** Changes what visitors see at once. */
    change: async (scope: Scope, seen: Seen, change: AgentSettingsChange): Promise<AgentDetails> =>
      details(scope, await behaviour.change(scope, seen, change)),

    draft: async (scope: Scope, id: string): Promise<AgentDraft> => draft(scope, await store.get(scope, id)),
    changeDraft: async (scope: Scope, seen: Seen, change: AgentSettingsChange): Promise<AgentDraft> =>
      draft(scope, await behaviour.changeDraft(scope, seen, change)),
    discardDraft: async (scope: Scope, seen: Seen): Promise<AgentDraft> =>
      draft(scope, await behaviour.discardDraft(scope, seen)),
    publish: async (scope: Scope, seen: Seen, note?: string): Promise<AgentDetails> =>
      details(scope, await behaviour.publish(scope, seen, note)),
    restore: async (
      scope: Scope,
      seen: Seen,
      version: Parameters<typeof behaviour.restore>[2],
    ): Promise<AgentDetails> => details(scope, await behaviour.restore(scope, seen, version)),
    versions: behaviour.versions,
    version: behaviour.version,
    changes: behaviour.changes,

    archive: async (scope: Scope, seen: Seen) => details(scope, await life.archive(scope, seen)),
    unarchive: async (scope: Scope, seen: Seen) => details(scope, await life.unarchive(scope, seen)),
    duplicate: async (scope: Scope, id: string, name?: string) => details(scope, await life.duplicate(scope, id, name)),
    remove: life.remove,
    changeMany: (scope: Scope, input: Parameters<typeof changeMany>[2]) =>
      changeMany({ behaviour, life, log: deps.log }, scope, input),

    /** Who may answer for it, in order, and how they do. */
    async models(scope: Scope, id: string, asDraft: boolean): Promise<AgentModels> {
      const row = await store.get(scope, id);
      const { models = [] } = asDraft ? draftOf(row) : row.settings;
      const server = deps.connections.describeServer();
      const own = models.length > 0;
      return { own, chain: own ? await deps.connections.describe(scope, models) : server, server };
    },

    /** Which agents name which connection, published or drafted. */
    async usingConnections(scope: Scope): Promise<ReadonlyMap<string, { id: string; name: string }[]>> {
      const users = new Map<string, { id: string; name: string }[]>();
      for (const row of await store.usingConnections(scope)) {
        const named = [...(row.settings.models ?? []), ...(row.draft?.models ?? [])];
        for (const id of new Set(named.map(({ connectionId }) => connectionId)))
          users.set(id, [...(users.get(id) ?? []), { id: row.id, name: nameOf(row) }]);
      }
      return users;
    },
  };
}

export type Agents = ReturnType<typeof createAgents>;
