import type { AgentSettings } from "@parley/contracts";
import type { Scope } from "../platform/index.ts";
import { checkModels } from "./agent-models.ts";
import type { AgentRow, AgentStore } from "./agent-store.ts";
import type { AgentsDeps } from "./agents-deps.ts";
import { nameOf } from "./present.ts";
import { siteKey } from "./site-key.ts";

/** A new agent with its first version and the place where its passages will go. `siteUrl` is a valid URL. */
export async function makeAgent(
  deps: AgentsDeps & { store: AgentStore },
  scope: Scope,
  { settings, siteUrl }: { settings: AgentSettings; siteUrl: string | null },
): Promise<AgentRow> {
  const { db, store, knowledge, events, audit, live } = deps;
  await checkModels(deps.connections, scope, settings);
  const row = await db.transaction(scope, async (tx) => {
    const key = siteUrl === null ? null : siteKey(siteUrl);
    const made = await store.insert(tx, scope, { settings, siteUrl, siteKey: key });
    await knowledge.openIndex(tx, scope, made.id);
    await events.publish(tx, scope, "agent.created", { agentId: made.id });
    await audit.record(tx, scope, {
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
