/** Agents as others see them: visitors, members, the answering; and who is told when one has changed. */
import { type Agent, type AgentDetails, type AgentDraft, Fault } from "@parley/contracts";
import type { Scope } from "../platform/index.ts";
import type { AgentRow, AgentStore } from "./agent-store.ts";
import type { AgentsDeps } from "./agents-deps.ts";
import { createKnownAgents } from "./known-agents.ts";
import { presentAgent, presentDetails, presentDraft } from "./present.ts";
import { profileOf } from "./profile-of.ts";
import type { AgentProfile } from "./types.ts";

export const agentTopic = (agentId: string) => `agent:${agentId}`;

export type AgentViewsDeps = Pick<
  AgentsDeps,
  "clock" | "realtime" | "live" | "knowledge" | "connections" | "models"
> & { store: AgentStore };

export function createAgentViews(deps: AgentViewsDeps) {
  const { store, live, realtime, knowledge } = deps;
  const known = createKnownAgents({
    ...deps,
    async load(scope, id) {
      // One round trip: this stands before the first answer after every change.
      const [row, state] = await Promise.all([store.get(scope, id), stateOf(scope, id)]);
      const agent = presentAgent(row, state);
      return { agent, profile: await profile(scope, row, agent) };
    },
  });

  async function stateOf(scope: Scope, id: string): Promise<Agent["state"]> {
    return (await knowledge.states(scope, [id])).get(id) ?? "empty";
  }

  async function profile(
    scope: Scope,
    row: Pick<AgentRow, "settings" | "status" | "profile">,
    agent: Agent,
  ): Promise<AgentProfile> {
    const { models = [] } = row.settings;
    return profileOf(row, agent, models.length === 0 ? deps.models : await deps.connections.chain(scope, models));
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
    if (row) realtime.publish(agentTopic(agentId), { agent: presentAgent(row, await stateOf(scope, agentId)) });
  }

  return {
    known,
    announce,

    async told(scope: Scope, agentId: string, what: "draft" | "published"): Promise<void> {
      if (what === "draft") return live.changed(scope, { resource: "agents", id: agentId });
      await announce(scope, agentId);
      live.changed(scope, { resource: "versions", agentId });
    },

    /** What a turn would need to know of the agent as this row has it: its draft, for the playground. */
    async profileOf(scope: Scope, row: AgentRow): Promise<AgentProfile> {
      return profile(scope, row, presentAgent(row, await stateOf(scope, row.id)));
    },

    details: async (scope: Scope, row: AgentRow): Promise<AgentDetails> =>
      presentDetails(row, await stateOf(scope, row.id)),
    draft: async (scope: Scope, row: AgentRow): Promise<AgentDraft> => presentDraft(row, await stateOf(scope, row.id)),
    async all(scope: Scope, rows: readonly AgentRow[]): Promise<AgentDetails[]> {
      const ids = rows.map(({ id }) => id);
      const states = await knowledge.states(scope, ids);
      return rows.map((row) => presentDetails(row, states.get(row.id) ?? "empty"));
    },
  };
}

export type AgentViews = ReturnType<typeof createAgentViews>;
