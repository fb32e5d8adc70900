import { useGet } from "../live/index.ts";

/** The agent's own site; null where it has none, or that is not known yet. */
export function useSiteUrl(agentId: string): string | null {
  return useGet("/v1/agents/{id}", { id: agentId }).data?.siteUrl ?? null;
}
