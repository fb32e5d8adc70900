/** Which models answer for an agent, and which agents a connection answers for. */
import { type AgentModels, type AgentSettingsChange, Fault } from "@parley/contracts";
import type { Connections } from "../connections/index.ts";
import type { Scope } from "../platform/index.ts";
import type { AgentStore } from "./agent-store.ts";
import { draftOf, nameOf } from "./present.ts";

export interface AgentModelsDeps {
  store: AgentStore;
  connections: Pick<Connections, "describe" | "describeServer">;
}

export function createAgentModels({ store, connections }: AgentModelsDeps) {
  return {
    /** Who may answer for it, in order, and how they do. */
    async models(scope: Scope, id: string, asDraft: boolean): Promise<AgentModels> {
      const row = await store.get(scope, id);
      const { models = [] } = asDraft ? draftOf(row) : row.settings;
      const server = connections.describeServer();
      const own = models.length > 0;
      return { own, chain: own ? await connections.describe(scope, models) : server, server };
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

/** A chain of models may only name what is connected. */
export async function checkModels(
  connections: Pick<Connections, "list">,
  scope: Scope,
  { models }: AgentSettingsChange,
): Promise<void> {
  if (!models || models.length === 0) return;
  const there = new Set((await connections.list(scope)).map(({ id }) => id));
  if (models.some(({ connectionId }) => !there.has(connectionId)))
    throw new Fault("invalid_request", "One of these models belongs to a connection that is not there.", {
      field: "models",
    });
}
