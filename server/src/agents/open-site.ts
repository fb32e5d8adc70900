/** From an address to an agent that reads it: the same address twice is the same agent, read again. */
import type { AgentDetails, AgentSettings, Source } from "@parley/contracts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Scope } from "../platform/index.ts";
import type { Agents } from "./agents.ts";

export interface OpenedSite {
  agent: AgentDetails;
  source: Source;
  /** False: the agent was there before. */
  created: boolean;
}

export interface SiteRequest {
  /** As a person types it: `shop.example` is enough. */
  url: string;
  /** True only for what the server's admin typed: this origin may be a private address. */
  trusted: boolean;
  /** Of an agent that is made now; one that is there keeps its own. */
  settings?: AgentSettings;
}

/** @throws Fault invalid_url, private_address, host_not_found: before anything is made. */
export async function openSite(
  deps: { agents: Agents; knowledge: Knowledge },
  scope: Scope,
  request: SiteRequest,
): Promise<OpenedSite> {
  const url = await deps.knowledge.sources.findStartUrl(request.url, { trusted: request.trusted });
  const { agent, created } = await deps.agents.ensureForSite(scope, url, request.settings);
  const source = await deps.knowledge.sources.create(scope, agent.id, {
    type: "website",
    url,
    trusted: request.trusted,
  });
  return { agent, source, created };
}
