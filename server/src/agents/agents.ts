/** Agents: how they are made, what they know of themselves, how they behave, and how they answer. */
import {
  type Agent,
  type AgentDetails,
  type AgentDraft,
  type AgentSettings,
  type AgentSettingsChange,
  type SearchFilter,
  type SearchVerdict,
  type SiteProfileView,
} from "@parley/contracts";
import type { SiteProfile } from "../knowledge/index.ts";
import type { Scope } from "../platform/index.ts";
import { type AgentListQuery, type AgentStore, createAgentStore } from "./agent-store.ts";
import { type AgentViews, createAgentViews } from "./agent-views.ts";
import type { AgentsDeps } from "./agents-deps.ts";
import { checkModels, createAgentModels } from "./agent-models.ts";
import { createArchives } from "./archive/create-archives.ts";
import { createAnswering } from "./answer/create-answer.ts";
import { judgeQuestion } from "./answer/judge-question.ts";
import { type Behaviour, createBehaviour, type Seen } from "./behaviour/create-behaviour.ts";
import { createConfiguration } from "./configuration/create-configuration.ts";
import { changeMany } from "./life/change-many.ts";
import { createLife, type Life } from "./life/create-life.ts";
import { draftOf } from "./present.ts";
import { createPreview } from "./preview/create-preview.ts";
import { createProbes } from "./probes/create-probes.ts";
import { presentSiteProfile } from "./probes/present-site-profile.ts";
import { makeAgent } from "./make-agent.ts";
import { siteKey } from "./site-key.ts";
import type { AgentProfile } from "./types.ts";

export function createAgents(deps: AgentsDeps) {
  const { knowledge } = deps;
  const store = createAgentStore(deps);
  const own = { ...deps, store };
  const views = createAgentViews(own);
  const { known, told } = views;
  const answering = createAnswering({
    ...deps,
    search: knowledge.search,
    catalogue: knowledge.catalogue.ask,
    limits: deps.modelTimeouts,
  });
  const check = (scope: Scope, change: AgentSettingsChange) => checkModels(deps.connections, scope, change);
  const behaviour = createBehaviour({ ...own, check, told });
  const life = createLife({ ...own, told });
  const profile = async (scope: Scope, id: string): Promise<AgentProfile> => (await known.get(scope, id)).profile;
  listen(own, views);

  return {
    answer: answering.answer,
    probes: createProbes({
      ...deps,
      answer: answering.answer,
      profile,
      row: store.get,
      async keepStarters(scope, id, starters) {
        await store.saveStarters(scope, id, starters);
        await views.announce(scope, id);
      },
    }),
    archives: createArchives(own),
    configuration: createConfiguration({ knowledge, store, behaviour }),
    onRemove: life.onRemove,

    /** The playground: an answer that nobody stores, with what led to it. */
    preview: createPreview({
      answering,
      async profile(scope, id, asDraft) {
        const row = await store.get(scope, id);
        return views.profileOf(scope, asDraft ? { ...row, settings: draftOf(row) } : row);
      },
    }),

    /** Whether and how visitors would be answered, without a language model. */
    async judge(
      scope: Scope,
      id: string,
      asked: { question: string; filter?: SearchFilter | undefined },
    ): Promise<SearchVerdict> {
      const agent = await profile(scope, id);
      return judgeQuestion(answering, { scope, agent, ...asked }, new AbortController().signal);
    },

    create: async (scope: Scope, settings: AgentSettings): Promise<AgentDetails> =>
      views.details(scope, await makeAgent(own, scope, { settings, siteUrl: null })),

    /** The agent of a site; made if there is none yet. `url` is a valid URL. */
    async ensureForSite(
      scope: Scope,
      url: string,
      settings: AgentSettings = {},
    ): Promise<{ agent: AgentDetails; created: boolean }> {
      const before = await store.findBySite(scope, siteKey(url));
      const row = before ?? (await makeAgent(own, scope, { settings, siteUrl: url }));
      return { agent: await views.details(scope, row), created: before === undefined };
    },

    /** What a turn needs to know; as fresh as `glance`. */
    profile,

    ...readers(own, views),
    ...editors(views, behaviour, life),
    changeMany: (scope: Scope, input: Parameters<typeof changeMany>[2]) =>
      changeMany({ behaviour, life, log: deps.log }, scope, input),
    ...createAgentModels(own),
  };
}

export type Agents = ReturnType<typeof createAgents>;

type Own = AgentsDeps & { store: AgentStore };

function listen({ events, knowledge, store }: Own, { announce }: AgentViews): void {
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
}

function readers({ store }: Own, views: AgentViews) {
  const siteProfile = async (scope: Scope, id: string): Promise<SiteProfile | null> =>
    (await store.get(scope, id)).profile;
  return {
    get: async (scope: Scope, id: string): Promise<AgentDetails> => views.details(scope, await store.get(scope, id)),

    /** What visitors see, at most two seconds old. */
    glance: async (scope: Scope, id: string): Promise<Agent> => (await views.known.get(scope, id)).agent,

    /** Whose agent a public id names; undefined when it names none. */
    findOrganization: async (id: string): Promise<number | undefined> => (await store.findPublic(id))?.organization,

    /** The stored file of its logo, if the site has one. */
    logoFile: async (scope: Scope, id: string): Promise<string | null> =>
      (await siteProfile(scope, id))?.logoFile ?? null,

    /** What the site says of itself; null until its first pages were read. */
    siteProfile,
    siteView: async (scope: Scope, id: string): Promise<SiteProfileView> =>
      presentSiteProfile(id, await siteProfile(scope, id)),

    async list(scope: Scope, query: Partial<AgentListQuery> & { limit: number }) {
      const { data, next } = await store.list(scope, { status: "active", sort: "-createdAt", ...query });
      return { data: await views.all(scope, data), next };
    },

    draft: async (scope: Scope, id: string): Promise<AgentDraft> => views.draft(scope, await store.get(scope, id)),
  };
}

function editors({ details, draft }: AgentViews, behaviour: Behaviour, life: Life) {
  return {
    /** Changes what visitors see at once. */
    change: async (scope: Scope, seen: Seen, change: AgentSettingsChange): Promise<AgentDetails> =>
      details(scope, await behaviour.change(scope, seen, change)),
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
  };
}
